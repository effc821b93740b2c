"""Putting content in the database: all of it or nothing, and only when it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select, text

from leerroute.catalogue.content import Content, read_content
from leerroute.catalogue.files import content_hash
from leerroute.catalogue.search import clear_search, fill_search
from leerroute.catalogue.storing.measures import write_measures
from leerroute.catalogue.storing.questions import write_questions
from leerroute.catalogue.storing.regions import write_regions
from leerroute.catalogue.storing.requirements import RequirementWriter
from leerroute.catalogue.storing.rows import write
from leerroute.catalogue.storing.texts import write_amounts, write_texts
from leerroute.catalogue.tables import TABLES
from leerroute.catalogue.tables.texts import EverydayWordRow, RevisionRow
from leerroute.database import reading, writing

CONTENT = Path(__file__).parents[2] / "catalogue"
_LOAD_LOCK = 741_2026  # any number no other program locks on in this database


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is in the database now, and whether it had to be put there."""

    revision: str
    changed: bool


def stored_revision(connection: Connection) -> str | None:
    """The hash of the content in the database; None when nothing was loaded."""
    return connection.execute(select(RevisionRow.revision)).scalar_one_or_none()


def load(engine: Engine, folder: Path = CONTENT, progress: Callable[[str], None] = lambda _name: None) -> Loaded:
    """Check the content and put it in the database in one transaction, unless it is there already.

    Readers see the former content until the end. Raises ContentErrors, and leaves the database as it was.
    """
    revision = content_hash(folder)
    with reading(engine) as connection:
        if stored_revision(connection) == revision:
            return Loaded(revision, changed=False)
    content = read_content(folder, progress)
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOAD_LOCK})
        if stored_revision(connection) == revision:  # another process was first
            return Loaded(revision, changed=False)
        store(connection, content, revision)
    return Loaded(revision, changed=True)


def store(connection: Connection, content: Content, revision: str) -> None:
    """Replace what is in the database by this content."""
    _clear(connection)
    requirements = RequirementWriter()
    write_texts(connection, content.texts)
    write_amounts(connection, content.amounts)
    write_regions(connection, content.regions)
    write_measures(connection, list(content.measures.values()), requirements)
    write_questions(connection, content.questions, requirements)
    requirements.write(connection)
    kinds = {"word": content.everyday.words, "cue": content.everyday.cues, "filler": content.everyday.fillers}
    write(
        connection, EverydayWordRow, [{"kind": kind, "word": word} for kind, words in kinds.items() for word in words]
    )
    fill_search(connection, list(content.measures.values()))
    connection.execute(insert(RevisionRow), {"id": 1, "revision": revision, "loaded_at": datetime.now(UTC)})


def _clear(connection: Connection) -> None:
    clear_search(connection)
    for table in reversed(TABLES):
        connection.execute(delete(table))
