"""Publishing a content file: checked with all other content, kept as a version, live in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete

from leerroute.catalogue import edits
from leerroute.catalogue.content import Content, read_content
from leerroute.catalogue.edits import Edit
from leerroute.catalogue.loader import CONTENT, lock, revision_of, store
from leerroute.database import reading, writing
from leerroute.editing.tables import DraftRow

LONGEST_WHY = 1000


class Outdated(RuntimeError):
    """Somebody published this file since it was looked at; what was to be published is not based on it."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} was published by somebody else in the meantime")
        self.file = file


class NoReason(ValueError):
    """A version needs a reason that others can understand later."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be published: the new text of a file, and the text that it replaces (its SHA-256; "" for none)."""

    file: str
    text: str
    replaces: str
    restores: int | None = None


class Publishing:
    """The content that counts, and putting something else in its place. Safe to share between threads."""

    def __init__(self, engine: Engine, folder: Path = CONTENT) -> None:
        self._engine = engine
        self._folder = folder

    @property
    def folder(self) -> Path:
        """The content files under what was published."""
        return self._folder

    def live_text(self, file: str) -> str | None:
        """The file as it counts now; None when there is none."""
        with reading(self._engine) as connection:
            return self._live(edits.latest(connection), file)

    def live_texts(self, files: Iterable[str]) -> dict[str, str]:
        """Several files as they count now; those that are not there are left out."""
        with reading(self._engine) as connection:
            published = edits.latest(connection)
        texts = {file: self._live(published, file) for file in files}
        return {file: text for file, text in texts.items() if text is not None}

    def history(self, file: str) -> tuple[Edit, ...]:
        """Every version that was published, newest first; empty when only the files are known."""
        with reading(self._engine) as connection:
            return edits.history(connection, file)

    def newest(self, most: int = 50) -> tuple[Edit, ...]:
        """The last versions of all files."""
        with reading(self._engine) as connection:
            return edits.newest(connection, most)

    def conflicts(self) -> dict[str, str]:
        """The files in the folder that changed under an edit, with their text there."""
        with reading(self._engine) as connection:
            names = edits.conflicts(edits.latest(connection), self._folder)
        return {name: edits.text_in(self._folder, name) or "" for name in names}

    def overlay(self) -> dict[str, str]:
        """The texts that were published and are not in the files."""
        with reading(self._engine) as connection:
            return edits.overlay(edits.latest(connection), self._folder)

    def content_with(self, texts: Mapping[str, str]) -> Content:
        """All content as it would be with these texts. Raises ContentErrors with every fault."""
        return read_content(self._folder, edits={**self.overlay(), **texts})

    def publish(self, changes: list[Change], author: str, why: str, now: datetime) -> tuple[Edit, ...]:
        """Make the changes live, all of them or none. Raises ContentErrors, Outdated or NoReason; then nothing changed.

        The drafts of these files are done with. Others see the former content until the end, then the new one.
        """
        reason = " ".join(why.split())
        if not reason or len(reason) > LONGEST_WHY:
            raise NoReason(f"a reason has 1 to {LONGEST_WHY} characters")
        while True:
            with reading(self._engine) as connection:
                published = edits.latest(connection)
            after = self._after(published, changes)
            content = read_content(self._folder, edits=after)
            revision = revision_of(self._folder, after)
            with writing(self._engine) as connection:
                lock(connection)
                if edits.latest(connection) != published:  # somebody was first: look again whether this still fits
                    continue
                made = [self._keep(connection, published, change, (author, reason), now) for change in changes]
                store(connection, content, revision)
                names = [change.file for change in changes]
                connection.execute(delete(DraftRow).where(DraftRow.file.in_(names)))
            return tuple(made)

    def _after(self, published: Mapping[str, Edit], changes: list[Change]) -> dict[str, str]:
        for change in changes:
            if edits.sha256(self._live(published, change.file) or "") != change.replaces:
                raise Outdated(change.file)
        texts = edits.overlay(published, self._folder) | {change.file: change.text for change in changes}
        return {name: text for name, text in texts.items() if edits.text_in(self._folder, name) != text}

    def _live(self, published: Mapping[str, Edit], file: str) -> str | None:
        edit = published.get(file)
        return edit.text if edit and edit.origin == "edit" else edits.text_in(self._folder, file)

    def _keep(
        self,
        connection: Connection,
        published: Mapping[str, Edit],
        change: Change,
        signed: tuple[str, str],
        now: datetime,
    ) -> Edit:
        """The new version; before the first one, the file itself, so that it can be restored when it has changed."""
        former = published.get(change.file)
        in_folder = edits.text_in(self._folder, change.file)
        number = former.number if former else 0
        stale = former is None or (former.origin == "files" and former.text != in_folder)
        if in_folder is not None and stale:
            number += 1
            digest = edits.sha256(in_folder)
            edits.add(connection, Edit(change.file, number, in_folder, "files", digest, "", "", None, now))
        author, why = signed
        made = Edit(
            file=change.file,
            number=number + 1,
            text=change.text,
            origin="files" if change.text == in_folder else "edit",
            files_sha256=edits.sha256(in_folder or ""),
            author=author,
            why=why,
            restores=change.restores,
            published_at=now,
        )
        edits.add(connection, made)
        return made
