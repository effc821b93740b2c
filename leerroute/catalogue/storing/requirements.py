"""Requirements of measures and questions as a tree of rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any, cast

from sqlalchemy import Connection, RowMapping

from leerroute.catalogue.storing.rows import Grouped, Rows, grouped, read, write
from leerroute.catalogue.tables.requirements import RequirementRow, RequirementValueRow
from leerroute.domain.measure import AllOf, AnyOf, Condition, Requirement

_EMPTY: dict[str, Any] = {"field": None, "number": None, "flag": None, "name": None}


class RequirementWriter:
    """Collects the trees of all owners, numbers the nodes, and writes them in one go."""

    def __init__(self) -> None:
        self._ids = count(1)
        self._nodes: Rows = []
        self._values: Rows = []

    def add(
        self,
        requirements: Sequence[Requirement],
        role: str,
        *,
        measure: str | None = None,
        question: str | None = None,
        parent: int | None = None,
    ) -> None:
        """The requirements of one role, with all below them."""
        for position, requirement in enumerate(requirements):
            number = next(self._ids)
            owner = {"measure_id": measure, "question": question, "role": role}
            place = {"id": number, "parent_id": parent, "position": position, "reason": requirement.reason}
            if isinstance(requirement, Condition):
                self._nodes.append({**owner, **place, **self._condition(requirement, number)})
            else:
                operator = "any-of" if isinstance(requirement, AnyOf) else "all-of"
                self._nodes.append({**owner, **place, **_EMPTY, "operator": operator})
                self.add(requirement.parts, role, measure=measure, question=question, parent=number)

    def write(self, connection: Connection) -> None:
        """Insert what was added; parents come before their parts."""
        write(connection, RequirementRow, self._nodes)
        write(connection, RequirementValueRow, self._values)

    def _condition(self, condition: Condition, number: int) -> dict[str, Any]:
        row = {**_EMPTY, "operator": condition.operator, "field": condition.field}
        match condition.value:
            case bool(flag):
                row["flag"] = flag
            case int(whole):
                row["number"] = whole
            case str(name):
                row["name"] = name
            case values:
                self._values += [
                    {"requirement_id": number, "position": position, "value": value}
                    for position, value in enumerate(values)
                ]
        return row


class RequirementReader:
    """All trees of the catalogue, read once."""

    def __init__(self, connection: Connection) -> None:
        rows = read(connection, RequirementRow, "position")
        self._values = grouped(read(connection, RequirementValueRow, "position"), "requirement_id")
        self._parts = grouped((row for row in rows if row["parent_id"] is not None), "parent_id")
        top = [row for row in rows if row["parent_id"] is None]
        self._of_measure = grouped(top, "measure_id", "role")
        self._of_question = grouped(top, "question", "role")

    def of_measure(self, measure: str, role: str) -> tuple[Requirement, ...]:
        """The requirements of a measure in one role."""
        return self._requirements(self._of_measure, (measure, role))

    def of_question(self, question: str, role: str) -> tuple[Requirement, ...]:
        """The requirements of a question in one role."""
        return self._requirements(self._of_question, (question, role))

    def _requirements(self, rows: Grouped, key: Any) -> tuple[Requirement, ...]:
        return tuple(self._requirement(row) for row in rows.get(key, ()))

    def _requirement(self, row: RowMapping) -> Requirement:
        match row["operator"]:
            case "any-of":
                return AnyOf(self._requirements(self._parts, row["id"]), row["reason"])
            case "all-of":
                return AllOf(self._requirements(self._parts, row["id"]), row["reason"])
        return Condition(row["field"], row["operator"], self._value(row), row["reason"])

    def _value(self, row: RowMapping) -> int | bool | str | tuple[str, ...]:
        for column in ("flag", "number", "name"):
            if row[column] is not None:
                return cast("int | bool | str", row[column])
        return tuple(value["value"] for value in self._values.get(row["id"], ()))
