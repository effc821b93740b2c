"""Content files out of the database and into it, without loss: text by text, byte by byte."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from leerroute.catalogue.edits import Edit, sha256
from leerroute.catalogue.errors import ContentError, ContentErrors
from leerroute.catalogue.files import MAX_YAML_BYTES, content_files
from leerroute.editing.publishing import Change, Publishing

EDITABLE = "measures"


def export(publishing: Publishing, target: Path) -> tuple[str, ...]:
    """Write the content as it counts now to a folder; the names of the files that were written or changed there.

    Into the content folder itself this brings the edits home: commit them, and the files count again.
    """
    written, over = [], publishing.overlay()
    for name in sorted(_names(publishing.folder) | set(over)):
        content = over[name].encode() if name in over else (publishing.folder / name).read_bytes()
        path = target / name
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
        written.append(name)
    return tuple(written)


def changes_in(publishing: Publishing, folder: Path) -> list[Change]:
    """What publishing the measures of a folder would change. Raises ContentErrors for what cannot be read."""
    return [
        Change(name, text, sha256(live or ""))
        for name, text in _texts(folder)
        if (live := publishing.live_text(name)) != text
    ]


def import_from(publishing: Publishing, folder: Path, author: str, why: str, now: datetime) -> tuple[Edit, ...]:
    """Publish the measures of a folder that differ from what counts now, all of them or none.

    A measure that is not in the folder stays as it is. Raises ContentErrors, Outdated or NoReason.
    """
    changes = changes_in(publishing, folder)
    return publishing.publish(changes, author, why, now) if changes else ()


def _names(folder: Path) -> set[str]:
    names = {path.relative_to(folder).as_posix() for path in content_files(folder)}
    readme = folder / "regions" / "README.md"
    return names | ({"regions/README.md"} if readme.is_file() else set())


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / EDITABLE).glob("*.yml")):
        name = f"{EDITABLE}/{path.name}"
        if path.stat().st_size > MAX_YAML_BYTES:
            raise ContentErrors(
                [ContentError(name, "", f"{path.stat().st_size} bytes", f"at most {MAX_YAML_BYTES} bytes")]
            )
        try:
            yield name, path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise ContentErrors([ContentError(name, f"byte {error.start}", error.reason, "UTF-8")]) from error


def _replace(path: Path, content: bytes) -> None:
    """The old file or the new one, never half of it."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)
