"""Drafts: what is being changed and not yet published. One per file; nobody writes over another unseen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from leerroute.catalogue.edits import sha256
from leerroute.database import reading, writing
from leerroute.editing.tables import DraftRow


@dataclass(frozen=True, slots=True)
class Draft:
    """See the table for what each part means."""

    file: str
    text: str
    based_on: str
    saved: int
    author: str
    saved_at: datetime

    @property
    def mark(self) -> str:
        """What tells one state of the draft from another."""
        return sha256(self.text)


class DraftChanged(RuntimeError):
    """Somebody else saved or removed the draft since it was looked at; `now` is what stands there."""

    def __init__(self, now: Draft | None) -> None:
        super().__init__("the draft was changed by somebody else in the meantime")
        self.now = now


class Drafts:
    """Drafts in SQL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, file: str) -> Draft | None:
        """The draft of a file."""
        with reading(self._engine) as connection:
            return _found(connection, file)

    def all(self) -> dict[str, Draft]:
        """Every draft by file."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(DraftRow.__table__).order_by(DraftRow.file)).mappings()
            return {row["file"]: Draft(**row) for row in rows}

    def save(self, file: str, text: str, based_on: str, seen: str, author: str, now: datetime) -> Draft:
        """Keep a draft. `seen` is the mark of the draft that was looked at, "" for none. Raises DraftChanged."""
        row = {"text": text, "based_on": based_on, "author": author, "saved_at": now}
        with writing(self._engine) as connection:
            there = _unchanged(connection, file, seen)
            if there is None:
                _insert(connection, {"file": file, "saved": 1, **row})
                return Draft(file, text, based_on, 1, author, now)
            this = update(DraftRow).where(DraftRow.file == file, DraftRow.text == there.text)
            if connection.execute(this.values(saved=there.saved + 1, **row)).rowcount == 0:
                raise DraftChanged(_found(connection, file))
            return Draft(file, text, based_on, there.saved + 1, author, now)

    def discard(self, file: str, seen: str) -> None:
        """Throw the draft away. Raises DraftChanged."""
        with writing(self._engine) as connection:
            _unchanged(connection, file, seen)
            connection.execute(delete(DraftRow).where(DraftRow.file == file))


def _unchanged(connection: Connection, file: str, seen: str) -> Draft | None:
    there = _found(connection, file)
    if (there.mark if there else "") != seen:
        raise DraftChanged(there)
    return there


def _insert(connection: Connection, row: dict[str, object]) -> None:
    try:
        with connection.begin_nested():
            connection.execute(insert(DraftRow), row)
    except IntegrityError:
        raise DraftChanged(_found(connection, str(row["file"]))) from None


def _found(connection: Connection, file: str) -> Draft | None:
    row = connection.execute(select(DraftRow.__table__).where(DraftRow.file == file)).mappings().one_or_none()
    return None if row is None else Draft(**row)
