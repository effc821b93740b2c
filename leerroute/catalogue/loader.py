"""Putting content in the database: all of it or nothing, and only when it changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select, text

from leerroute.catalogue import edits
from leerroute.catalogue.content import Content, read_content
from leerroute.catalogue.files import content_hash
from leerroute.catalogue.search import clear_search, fill_search
from leerroute.catalogue.storing.measures import write_measures
from leerroute.catalogue.storing.questions import write_questions
from leerroute.catalogue.storing.regions import write_local_desks, write_regions
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
    """What is in the database now, and whether it had to be put there.

    `conflicts` names the files that were changed both in the folder and on the screens; the screens' version counts.
    """

    revision: str
    changed: bool
    conflicts: tuple[str, ...] = ()


def stored_revision(connection: Connection) -> str | None:
    """The hash of the content in the database; None when nothing was loaded."""
    return connection.execute(select(RevisionRow.revision)).scalar_one_or_none()


def load(engine: Engine, folder: Path = CONTENT, progress: Callable[[str], None] = lambda _name: None) -> Loaded:
    """Check the content and put it in the database in one transaction, unless it is there already.

    What was published on the screens counts in place of the file (see leerroute.catalogue.edits). Readers see the
    former content until the end. Raises ContentErrors, and leaves the database as it was.
    """
    while True:
        with reading(engine) as connection:
            published = edits.latest(connection)
            stored = stored_revision(connection)
        over = edits.overlay(published, folder)
        revision = revision_of(folder, over)
        conflicts = edits.conflicts(published, folder)
        if stored == revision:
            return Loaded(revision, changed=False, conflicts=conflicts)
        content = read_content(folder, progress, over)
        with writing(engine) as connection:
            lock(connection)
            if edits.latest(connection) != published:  # somebody published in between: read again
                continue
            if stored_revision(connection) == revision:  # another process was first
                return Loaded(revision, changed=False, conflicts=conflicts)
            store(connection, content, revision)
            edits.take_over_files(connection, published, folder, datetime.now(UTC))
        return Loaded(revision, changed=True, conflicts=conflicts)


def lock(connection: Connection) -> None:
    """Let only one process at a time replace the content; SQLite has one writer by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOAD_LOCK})


def revision_of(folder: Path, over: Mapping[str, str]) -> str:
    """Changes when a file, the code that stores it, or what was published over it changes."""
    files = content_hash(folder)
    if not over:
        return files
    digest = hashlib.sha256(files.encode())
    for name, document in sorted(over.items()):
        digest.update(f"{name}\0{edits.sha256(document)}\0".encode())
    return digest.hexdigest()


def store(connection: Connection, content: Content, revision: str) -> None:
    """Replace what is in the database by this content."""
    _clear(connection)
    requirements = RequirementWriter()
    write_texts(connection, content.texts)
    write_amounts(connection, content.amounts)
    write_regions(connection, content.regions)
    measures = [*content.measures.values(), *(m for own in content.local.measures.values() for m in own.values())]
    write_measures(connection, measures, requirements)
    write_local_desks(connection, content.local.desks)
    write_questions(connection, content.questions, requirements)
    requirements.write(connection)
    kinds = {"word": content.everyday.words, "cue": content.everyday.cues, "filler": content.everyday.fillers}
    write(
        connection, EverydayWordRow, [{"kind": kind, "word": word} for kind, words in kinds.items() for word in words]
    )
    fill_search(connection, measures, content.search_words)
    connection.execute(insert(RevisionRow), {"id": 1, "revision": revision, "loaded_at": datetime.now(UTC)})


def _clear(connection: Connection) -> None:
    clear_search(connection)
    for table in reversed(TABLES):
        connection.execute(delete(table))
