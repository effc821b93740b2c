"""Imported courses as the core knows them, by measure and municipality."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, or_, select
from sqlalchemy.orm import Session

from leerroute.catalogue.tables.offers import CourseOfferRow
from leerroute.domain.offers import Offer

PLAIN = (
    "source", "id", "name", "provider", "url", "level", "municipality", "place", "online", "starts_on",
    "flexible_start", "enrol_until", "ends_on", "hours_per_week", "price",
)  # fmt: skip


def read_offers(connection: Connection, measure: str, municipalities: Collection[str]) -> tuple[Offer, ...]:
    """The offers of a measure that are online or in one of the municipalities."""
    near = or_(CourseOfferRow.online, CourseOfferRow.municipality.in_(municipalities))
    rows = Session(bind=connection).scalars(select(CourseOfferRow).where(CourseOfferRow.measure_id == measure, near))
    return tuple(_offer(row) for row in rows)


def _offer(row: CourseOfferRow) -> Offer:
    plain = {name: getattr(row, name) for name in PLAIN}
    return Offer(measure=row.measure_id, moments=frozenset(row.moments), **plain)
