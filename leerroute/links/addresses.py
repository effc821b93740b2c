"""The addresses that the catalogue gives people, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import urldefrag

from sqlalchemy import Connection, select

from leerroute.catalogue.tables.measures import MeasureRow, SourceReferenceRow
from leerroute.catalogue.tables.offers import CourseOfferRow
from leerroute.catalogue.tables.regions import DeskRow, LocalDeskRow

Where: TypeAlias = Literal["measure", "course", "desk"]
WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """Where an address stands: a measure, a source of courses, or the desk of a place; `name` is its id."""

    where: Where
    name: str


def address_in(reference: str | None) -> str | None:
    """The address that is asked for: without the part behind #, which a site never sees. None for other texts."""
    text = (reference or "").strip()
    if not text.lower().startswith(WEB) or any(character.isspace() for character in text):
        return None
    try:
        return urldefrag(text).url
    except ValueError:  # such as a bracket that is never closed: it is found to be no address when it is asked for
        return text


def used_addresses(connection: Connection) -> dict[str, frozenset[Use]]:
    """Every address with the places where it stands, national and local."""
    found: dict[str, set[Use]] = {}
    for reference, use in _references(connection):
        if address := address_in(reference):
            found.setdefault(address, set()).add(use)
    return {address: frozenset(uses) for address, uses in sorted(found.items())}


def _references(connection: Connection) -> Iterator[tuple[str | None, Use]]:
    for name, text in connection.execute(select(MeasureRow.id, MeasureRow.url)):
        yield text, Use("measure", name)
    for name, text in connection.execute(select(SourceReferenceRow.measure_id, SourceReferenceRow.reference)):
        yield text, Use("measure", name)
    for name, text in connection.execute(select(CourseOfferRow.source, CourseOfferRow.url)):
        yield text, Use("course", name)
    desks = (DeskRow.werkcentrum_url, DeskRow.leerwerkloket_url, DeskRow.url, DeskRow.evidence)
    for name, *texts in connection.execute(select(DeskRow.region_id, *desks)):
        yield from ((text, Use("desk", name)) for text in texts)
    for name, *texts in connection.execute(select(LocalDeskRow.place, LocalDeskRow.url, LocalDeskRow.source)):
        yield from ((text, Use("desk", name)) for text in texts)
