"""Imported courses as the core knows them, by measure and municipality."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, or_, select
from sqlalchemy.orm import Session

from leerroute.catalogue.tables.offers import CourseOfferRow, SupplyImportRow
from leerroute.domain.offers import Offer

HERE = ZoneInfo("Europe/Amsterdam")
PLAIN = (
    "source", "id", "name", "provider", "url", "level", "municipality", "place", "online", "starts_on",
    "flexible_start", "enrol_until", "ends_on", "hours_per_week", "price",
)  # fmt: skip


def read_offers(connection: Connection, measure: str, municipalities: Collection[str]) -> tuple[Offer, ...]:
    """The offers of a measure that are online or in one of the municipalities."""
    near = or_(CourseOfferRow.online, CourseOfferRow.municipality.in_(municipalities))
    brought = SupplyImportRow.id == CourseOfferRow.seen_in
    query = select(CourseOfferRow, SupplyImportRow.started_at).outerjoin(SupplyImportRow, brought)
    rows = Session(bind=connection).execute(query.where(CourseOfferRow.measure_id == measure, near))
    return tuple(_offer(row, started_at) for row, started_at in rows)


def _offer(row: CourseOfferRow, started_at: datetime | None) -> Offer:
    plain = {name: getattr(row, name) for name in PLAIN}
    imported_on = started_at.astimezone(HERE).date() if started_at else None
    return Offer(measure=row.measure_id, moments=frozenset(row.moments), imported_on=imported_on, **plain)
