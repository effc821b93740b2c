"""What the newest trained model learnt, for commands that read sentences outside Rasa."""

from __future__ import annotations

import tarfile
import tempfile
from pathlib import Path

from bot.components.reading.contract import REPOSITORY

from .learned import KEPT, LearnedReader

MODELS = REPOSITORY / "models"


def newest_learned(models: Path = MODELS) -> LearnedReader | None:
    """The learnt reader of the model that was trained last; none when there is no model, or one from before."""
    by_age = sorted(models.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    return _in_model(by_age[-1]) if by_age else None


def _in_model(model: Path) -> LearnedReader | None:
    with tarfile.open(model) as archive, tempfile.TemporaryDirectory() as folder:
        for member in archive.getmembers():
            if Path(member.name).name == KEPT:
                kept = archive.extractfile(member)
                if kept is not None:
                    (Path(folder) / KEPT).write_bytes(kept.read())
                    return LearnedReader.load(Path(folder))
    return None
