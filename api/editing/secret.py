"""The secret that seals forms: of the settings, else made once in var/."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from leerroute.service.settings import ROOT, Settings

FILE = ROOT / "var" / "editing-secret"
_BYTES = 32


def sealing_secret(settings: Settings, file: Path = FILE) -> bytes:
    """The secret. Where nothing can be written it lasts as long as this process, and forms with it."""
    if settings.editing_secret:
        return settings.editing_secret.encode()
    made = secrets.token_urlsafe(_BYTES)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as opened:
                opened.write(made)
        made = file.read_text(encoding="utf-8").strip() or made
    return made.encode()
