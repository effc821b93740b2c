"""Barriers, solutions and target groups in words; reasons, labels, dated amounts; and the revision of it all."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import DateTime, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.catalogue.tables.columns import Id, LanguageKey, Part, Word
from leerroute.database import Base


class _Topic:
    id: Mapped[Id]
    source: Mapped[str] = mapped_column(Text)


class _TopicText:
    part: Mapped[Part]
    language: Mapped[LanguageKey]
    text: Mapped[str] = mapped_column(Text)


class BarrierRow(_Topic, Base):
    """What can stand in the way."""

    __tablename__ = "barriers"


class BarrierTextRow(_TopicText, Base):
    """Its name, explanation (to the person) or rationale (to a coach)."""

    __tablename__ = "barrier_texts"

    topic: Mapped[str] = mapped_column(ForeignKey("barriers.id"), primary_key=True)


class SolutionRow(_Topic, Base):
    """What can help against barriers."""

    __tablename__ = "solutions"


class SolutionTextRow(_TopicText, Base):
    """Its name, explanation or rationale."""

    __tablename__ = "solution_texts"

    topic: Mapped[str] = mapped_column(ForeignKey("solutions.id"), primary_key=True)


class TargetGroupRow(_Topic, Base):
    """Whom learning schemes usually miss."""

    __tablename__ = "target_groups"


class TargetGroupTextRow(_TopicText, Base):
    """Its name, explanation or rationale."""

    __tablename__ = "target_group_texts"

    topic: Mapped[str] = mapped_column(ForeignKey("target_groups.id"), primary_key=True)


class ReasonTextRow(Base):
    """The text of a reason code."""

    __tablename__ = "reason_texts"

    code: Mapped[Id]
    language: Mapped[LanguageKey]
    text: Mapped[str] = mapped_column(Text)


class LabelRow(Base):
    """A short name: of a field (category fields), of a value of a field (values), or of a word of the domain."""

    __tablename__ = "labels"

    category: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[str] = mapped_column(String(80), primary_key=True)
    language: Mapped[LanguageKey]
    text: Mapped[str] = mapped_column(Text)


class DatedAmountRow(Base):
    """A legal amount or age that changes over time."""

    __tablename__ = "dated_amounts"

    id: Mapped[Id]
    unit: Mapped[Word]
    source: Mapped[str] = mapped_column(Text)
    mark: Mapped[str] = mapped_column(String(1))
    checked_on: Mapped[date]


class DatedAmountValueRow(Base):
    """Its value from a day on."""

    __tablename__ = "dated_amount_values"

    amount_id: Mapped[str] = mapped_column(ForeignKey("dated_amounts.id"), primary_key=True)
    holds_from: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[int]


class EverydayWordRow(Base):
    """A word that names a measure only near a cue or among fillers (kind word), or one of those (cue, filler)."""

    __tablename__ = "everyday_words"

    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    word: Mapped[str] = mapped_column(String(80), primary_key=True)


class RevisionRow(Base):
    """What is loaded: one row, with the hash of the content and when it was loaded."""

    __tablename__ = "catalogue_revision"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    revision: Mapped[str] = mapped_column(String(64))
    loaded_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
