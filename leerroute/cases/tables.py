"""Tables of the kept talks (migration 0002_cases) and of Rasa's bounded trackers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from leerroute.database import Base, UtcDateTime


class CaseRow(Base):
    """One talk. The token itself is never stored, only its SHA-256."""

    __tablename__ = "cases"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    token_sha256: Mapped[str] = mapped_column(String(64))
    language: Mapped[str | None] = mapped_column(String(2))
    municipality: Mapped[str | None] = mapped_column(String(6))
    channel: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    denied_barriers: Mapped[list[str]] = mapped_column(JSON, default=list)
    skipped: Mapped[list[str]] = mapped_column(JSON, default=list)
    open_question: Mapped[str | None] = mapped_column(String(80))
    asked: Mapped[int] = mapped_column(default=0)
    done: Mapped[bool] = mapped_column(default=False)
    memory: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    facts: Mapped[list[CaseFactRow]] = relationship(order_by="CaseFactRow.id", passive_deletes=True)


class CaseFactRow(Base):
    """One said thing; for a field with several values one row per value (`item`), else `item` is empty."""

    __tablename__ = "case_facts"
    __table_args__ = (UniqueConstraint("case_id", "field", "item"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"))
    field: Mapped[str] = mapped_column(String(40))
    item: Mapped[str] = mapped_column(String(40), default="")
    value: Mapped[Any] = mapped_column(JSON)
    source: Mapped[str] = mapped_column(String(10))
    quote: Mapped[str | None] = mapped_column(Text)
    said_at: Mapped[datetime] = mapped_column(UtcDateTime)


class CaseCodeRow(Base):
    """A short code with which a talk can be opened on another device, once; only its SHA-256 (migration 0004)."""

    __tablename__ = "case_codes"

    code_sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)


class CaseTokenRow(Base):
    """The token of another device that was let in with a code."""

    __tablename__ = "case_tokens"

    token_sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)


class RasaTrackerRow(Base):
    """The bounded state of Rasa for one talk, written by bot/components/tracker_store.py in its own world."""

    __tablename__ = "rasa_trackers"

    sender_id: Mapped[str] = mapped_column(String(255), primary_key=True)
    body: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
