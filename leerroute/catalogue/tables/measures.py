"""Measures: the row itself, its dated versions, texts, names and sources."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.catalogue.tables.columns import Id, LanguageKey, MeasureKey, Name, Part, Position, Word
from leerroute.database import Base


class MeasureRow(Base):
    """One scheme, service, course form or right."""

    __tablename__ = "measures"

    id: Mapped[Id]
    provider: Mapped[Name]
    purpose: Mapped[Word]
    rank: Mapped[int]
    varies_locally: Mapped[bool]
    permission_from: Mapped[str | None] = mapped_column(String(40))
    learning_form: Mapped[str | None] = mapped_column(String(40))
    flexible_time: Mapped[bool | None]
    flexible_place: Mapped[bool | None]
    flexible_start: Mapped[bool | None]
    costs_money: Mapped[bool]
    least_hours: Mapped[int | None]
    most_hours: Mapped[int | None]
    recommendable: Mapped[bool]
    mentioned_in_article: Mapped[bool]
    url: Mapped[str | None] = mapped_column(Text)
    url_verified: Mapped[bool]
    phone: Mapped[str | None] = mapped_column(String(40))
    phone_verified: Mapped[bool]
    checked_on: Mapped[date | None]
    confidence: Mapped[Word]


class MeasureTextRow(Base):
    """A text of a measure: part is name, summary, next-step, hours-per-week, duration or check-yourself."""

    __tablename__ = "measure_texts"

    measure_id: Mapped[MeasureKey]
    part: Mapped[Part]
    position: Mapped[Position]
    language: Mapped[LanguageKey]
    text: Mapped[str] = mapped_column(Text)


class MeasureAliasRow(Base):
    """What people call it; `name_key` is how it is compared, and belongs to one measure only."""

    __tablename__ = "measure_aliases"

    measure_id: Mapped[MeasureKey]
    position: Mapped[Position]
    alias: Mapped[Name]
    name_key: Mapped[str] = mapped_column(String(200), index=True)


class MeasureVersionRow(Base):
    """The measure as it holds from the first to the last day, with its amount."""

    __tablename__ = "measure_versions"

    measure_id: Mapped[MeasureKey]
    position: Mapped[Position]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    exact: Mapped[bool]
    has_amount: Mapped[bool]
    minimum: Mapped[float | None]
    maximum: Mapped[float | None]


def _of_version() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["measure_id", "version"], ["measure_versions.measure_id", "measure_versions.position"])


class AmountTextRow(Base):
    """What the amount of a version means."""

    __tablename__ = "measure_amount_texts"
    __table_args__ = (_of_version(),)

    measure_id: Mapped[Id]
    version: Mapped[Position]
    language: Mapped[LanguageKey]
    text: Mapped[str] = mapped_column(Text)


class WindowRow(Base):
    """A round of a version in which can be applied."""

    __tablename__ = "measure_windows"
    __table_args__ = (_of_version(),)

    measure_id: Mapped[Id]
    version: Mapped[Position]
    position: Mapped[Position]
    first_day: Mapped[date]
    last_day: Mapped[date]
    label: Mapped[Name]


class SourceRow(Base):
    """A claim with how sure we are of it."""

    __tablename__ = "measure_sources"

    measure_id: Mapped[MeasureKey]
    position: Mapped[Position]
    claim: Mapped[str] = mapped_column(Text)
    mark: Mapped[str] = mapped_column(String(1))
    confidence: Mapped[Word]
    checked_on: Mapped[date]


class SourceReferenceRow(Base):
    """Where a claim was seen."""

    __tablename__ = "measure_source_references"
    __table_args__ = (
        ForeignKeyConstraint(["measure_id", "source"], ["measure_sources.measure_id", "measure_sources.position"]),
    )

    measure_id: Mapped[Id]
    source: Mapped[Position]
    position: Mapped[Position]
    reference: Mapped[str] = mapped_column(Text)
