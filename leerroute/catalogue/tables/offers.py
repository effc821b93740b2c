"""Imported courses and the imports that brought them (migration course_supply). A load of content leaves them be."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.database import Base, UtcDateTime


class CourseOfferRow(Base):
    """One offer of one source; `seen_in` is the import that last brought it, `sha256` is over what it says."""

    __tablename__ = "course_offers"
    __table_args__ = (Index("ix_course_offers_measure_id_municipality", "measure_id", "municipality"),)

    source: Mapped[str] = mapped_column(String(80), primary_key=True)
    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    measure_id: Mapped[str] = mapped_column(String(80))
    name: Mapped[str] = mapped_column(String(300))
    provider: Mapped[str] = mapped_column(String(200))
    url: Mapped[str | None] = mapped_column(Text)
    level: Mapped[str | None] = mapped_column(String(4))
    municipality: Mapped[str | None] = mapped_column(String(6))
    place: Mapped[str | None] = mapped_column(String(120))
    online: Mapped[bool]
    moments: Mapped[list[str]] = mapped_column(JSON)
    starts_on: Mapped[date | None]
    flexible_start: Mapped[bool]
    enrol_until: Mapped[date | None]
    ends_on: Mapped[date | None]
    hours_per_week: Mapped[int | None]
    price: Mapped[int | None]
    sha256: Mapped[str] = mapped_column(String(64))
    seen_in: Mapped[int] = mapped_column(index=True)


class SupplyImportRow(Base):
    """One import of one file: how far it came, so that it can go on after a stop. Counts are of records."""

    __tablename__ = "supply_imports"

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(String(80), index=True)
    format: Mapped[str] = mapped_column(String(20))
    file_sha256: Mapped[str] = mapped_column(String(64))
    position: Mapped[int]
    added: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    refused: Mapped[int]
    removed: Mapped[int]
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
