"""Tables of those who edit and of what they are working on (migration 0003_editing)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.database import Base, UtcDateTime


class UserRow(Base):
    """Somebody who may log in. `role` is editor or publisher; the password is kept as an Argon2 hash only."""

    __tablename__ = "editors"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    role: Mapped[str] = mapped_column(String(10))
    password_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SessionRow(Base):
    """Being logged in. Only the hash of the cookie is kept."""

    __tablename__ = "editor_sessions"

    token_sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    editor: Mapped[str] = mapped_column(ForeignKey("editors.name", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DraftRow(Base):
    """What is being changed in a content file, and not yet published. One per file, for all editors together.

    `based_on` is the SHA-256 of the published text it started from; `saved` counts how often it was saved.
    """

    __tablename__ = "content_drafts"

    file: Mapped[str] = mapped_column(String(200), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    based_on: Mapped[str] = mapped_column(String(64))
    saved: Mapped[int]
    author: Mapped[str] = mapped_column(String(80))
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
