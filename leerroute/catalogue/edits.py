"""What was published on the editors' screens, as whole files that lie over those of the content folder.

Who wins: an edit wins over the file until the file is the same (it was exported and came home with the next release);
from then on the file counts again. A file that changed under an edit is a conflict: the edit still counts, and it is
told at each load and on the screens, where a publisher chooses. Nothing is lost either way: history keeps both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, func, insert, select, tuple_, update

from leerroute.catalogue.tables.edits import EditRow

Origin = Literal["files", "edit"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One version of a file; see the table for what each part means."""

    file: str
    number: int
    text: str
    origin: Origin
    files_sha256: str
    author: str
    why: str
    restores: int | None
    published_at: datetime


def sha256(text: str) -> str:
    """The fingerprint of a file's text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def text_in(folder: Path, file: str) -> str | None:
    """The file as it stands in the content folder; None when it is not there."""
    path = folder / file
    return path.read_text(encoding="utf-8") if path.is_file() else None


def latest(connection: Connection) -> dict[str, Edit]:
    """The newest version of each file that was ever edited."""
    newest = select(EditRow.file, func.max(EditRow.number)).group_by(EditRow.file)
    query = select(EditRow.__table__).where(tuple_(EditRow.file, EditRow.number).in_(newest)).order_by(EditRow.file)
    return {row["file"]: Edit(**row) for row in connection.execute(query).mappings()}


def history(connection: Connection, file: str) -> tuple[Edit, ...]:
    """Every version of a file, newest first."""
    query = select(EditRow.__table__).where(EditRow.file == file).order_by(EditRow.number.desc())
    return tuple(Edit(**row) for row in connection.execute(query).mappings())


def newest(connection: Connection, most: int) -> tuple[Edit, ...]:
    """The last published versions of all files, newest first."""
    order = (EditRow.published_at.desc(), EditRow.file, EditRow.number.desc())
    query = select(EditRow.__table__).order_by(*order).limit(most)
    return tuple(Edit(**row) for row in connection.execute(query).mappings())


def add(connection: Connection, edit: Edit) -> None:
    """Keep a version."""
    connection.execute(insert(EditRow), asdict(edit))


def overlay(published: Mapping[str, Edit], folder: Path) -> dict[str, str]:
    """The texts that count in place of the file in the folder."""
    edited = {name: edit.text for name, edit in published.items() if edit.origin == "edit"}
    return {name: text for name, text in edited.items() if text_in(folder, name) != text}


def conflicts(published: Mapping[str, Edit], folder: Path) -> tuple[str, ...]:
    """Files that changed under an edit: made from another text than stands in the folder now."""
    return tuple(
        name
        for name in overlay(published, folder)
        if sha256(text_in(folder, name) or "") != published[name].files_sha256
    )


def take_over_files(connection: Connection, published: Mapping[str, Edit], folder: Path, now: datetime) -> None:
    """Note in the history where the file counts again: an edit that came home, or a newer file after that."""
    for name, edit in published.items():
        text = text_in(folder, name)
        if text is None:
            continue
        if edit.origin == "edit" and text == edit.text:
            this = (EditRow.file == name, EditRow.number == edit.number)
            values = {"origin": "files", "files_sha256": sha256(text)}
            connection.execute(update(EditRow).where(*this).values(**values))
        elif edit.origin == "files" and text != edit.text:
            newer = replace(edit, number=edit.number + 1, text=text, files_sha256=sha256(text))
            add(connection, replace(newer, author="", why="", restores=None, published_at=now))
