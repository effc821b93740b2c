"""The catalogue as a list on a date: filtered in SQL, the status by the core."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import Connection, select

from leerroute.catalogue.tables.links import MeasureBarrierRow, MeasureSolutionRow, MeasureTargetGroupRow
from leerroute.domain.measure import Measure

LinkTable: TypeAlias = type[MeasureBarrierRow] | type[MeasureSolutionRow] | type[MeasureTargetGroupRow]

LINK_TABLES: dict[str, LinkTable] = {
    "barrier": MeasureBarrierRow,
    "solution": MeasureSolutionRow,
    "target_group": MeasureTargetGroupRow,
}


def linked(connection: Connection, wanted: Mapping[str, str | None]) -> set[str] | None:
    """Ids of the measures that have every link asked for; None when none is asked for."""
    found: set[str] | None = None
    for name, value in wanted.items():
        if value is None:
            continue
        table = LINK_TABLES[name]
        ids = set(connection.execute(select(table.measure_id).where(table.value == value)).scalars())
        found = ids if found is None else found & ids
    return found


def in_order(measures: Mapping[str, Measure], found: Sequence[str] | None, language: str) -> list[Measure]:
    """The measures in the order in which they were found, else by name."""
    if found is not None:
        return [measures[name] for name in found if name in measures]
    return sorted(measures.values(), key=lambda m: (m.name.get(language, m.name["nl"]).casefold(), m.id))
