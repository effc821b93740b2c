"""Which measures can apply, asked of SQL so that the core judges only those.

The answer may hold too many (the core judges them), never too few: a measure is left out only when no profile with
these barriers, solutions, groups, municipality and sector could use it on the date.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, exists, false, or_, select

from leerroute.catalogue.tables.links import (
    MeasureBarrierRow,
    MeasureMunicipalityRow,
    MeasureSolutionRow,
    MeasureTargetGroupRow,
)
from leerroute.catalogue.tables.measures import MeasureRow, MeasureVersionRow
from leerroute.catalogue.tables.requirements import RequirementRow, RequirementValueRow

Test = ColumnElement[bool]
DERIVED = ("barriers", "targetGroups")


def candidates(
    connection: Connection,
    on: date,
    *,
    barriers: Collection[str] = (),
    solutions: Collection[str] = (),
    target_groups: Collection[str] = (),
    municipality: str | None = None,
    sector: str | None = None,
    in_force: bool = True,
) -> tuple[str, ...]:
    """Ids of the measures in force on the date, in the order of ids; with `in_force` False of any time.

    A route also explains what has ended or has not begun, so it asks for measures of any time.

    Without barriers, solutions and groups those tests are left out; with any of them a measure must be linked to
    one, or serve everyone. None for municipality or sector is unknown: nothing is left out for it.
    """
    tests = [_in_force(on)] if in_force else []
    if barriers or solutions or target_groups:
        tests.append(or_(_linked(barriers, solutions, target_groups), _serves_everyone()))
    if municipality is not None:
        tests.append(_exists_in(municipality))
        tests.append(~_contradicts("municipality", municipality))
    if sector is not None:
        tests.append(~_contradicts("sector", sector))
    return tuple(connection.execute(select(MeasureRow.id).where(*tests).order_by(MeasureRow.id)).scalars())


def _in_force(on: date) -> Test:
    begun = or_(MeasureVersionRow.first_day.is_(None), MeasureVersionRow.first_day <= on)
    not_over = or_(MeasureVersionRow.last_day.is_(None), MeasureVersionRow.last_day >= on)
    return exists().where(MeasureVersionRow.measure_id == MeasureRow.id, begun, not_over)


def _linked(barriers: Collection[str], solutions: Collection[str], target_groups: Collection[str]) -> Test:
    tests: list[Test] = [false()]
    for table, values in (
        (MeasureBarrierRow, barriers),
        (MeasureSolutionRow, solutions),
        (MeasureTargetGroupRow, target_groups),
    ):
        if values:
            tests.append(exists().where(table.measure_id == MeasureRow.id, table.value.in_(values)))
    return or_(*tests)


def _serves_everyone() -> Test:
    """Nothing in it asks for a barrier or a target group: it can be useful to people without them too."""
    asks = exists().where(
        RequirementRow.measure_id == MeasureRow.id,
        RequirementRow.role == "useful-when",
        RequirementRow.parent_id.is_(None),
        RequirementRow.field.in_(DERIVED),
    )
    return ~asks


def _exists_in(municipality: str) -> Test:
    listed = exists().where(MeasureMunicipalityRow.measure_id == MeasureRow.id)
    here = listed.where(MeasureMunicipalityRow.value == municipality)
    return or_(~listed, here)


def _contradicts(field: str, value: str) -> Test:
    """A condition that always counts (not a part of any-of or all-of) fails for this value of the field."""
    listed = exists().where(RequirementValueRow.requirement_id == RequirementRow.id, RequirementValueRow.value == value)
    fails = or_(
        and_(RequirementRow.operator == "one-of", ~listed),
        and_(RequirementRow.operator == "none-of", listed),
    )
    return exists().where(
        RequirementRow.measure_id == MeasureRow.id,
        RequirementRow.role.in_(("conditions", "useful-when")),
        RequirementRow.parent_id.is_(None),
        RequirementRow.field == field,
        fails,
    )
