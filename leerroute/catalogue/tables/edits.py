"""Every version of a content file that was published through the screens (migration 0003_editing).

These rows are not content that a load replaces: they are what editors decided, and lie over the files.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.catalogue.tables.columns import Name, Position
from leerroute.database import Base, UtcDateTime


class EditRow(Base):
    """A whole content file as it was from this version on. Versions of a file are numbered from 1.

    `origin` is "files" for what was taken over from the content folder and "edit" for what a publisher decided;
    `files_sha256` is the file in the content folder that it was made from or replaces ("" when there was none).
    """

    __tablename__ = "content_edits"

    file: Mapped[str] = mapped_column(String(200), primary_key=True)
    number: Mapped[Position]
    text: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(String(5))
    files_sha256: Mapped[str] = mapped_column(String(64))
    author: Mapped[Name]
    why: Mapped[str] = mapped_column(Text)
    restores: Mapped[int | None]
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
