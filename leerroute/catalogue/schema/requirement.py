"""Requirements: the closed vocabulary in which content says for whom something is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from leerroute.catalogue.schema.base import Content, Id, Line, expected
from leerroute.domain.measure import Operator

OPERATORS: tuple[Operator, ...] = ("one-of", "none-of", "at-least", "at-most", "below", "is")
GROUPS = ("any-of", "all-of")
MOST_PARTS = 60

Values = Annotated[list[Line], Field(min_length=1, max_length=MOST_PARTS)]
Limit = int | Line
_FORM = "{field, <operator>} with one operator of " + ", ".join(OPERATORS) + "; or one of any-of, all-of"


class RequirementContent(Content):
    """`{field, <operator>: <value>}`, or `{any-of: […]}`, or `{all-of: […]}`; each may have a reason."""

    field: Line | None = None
    one_of: Values | None = None
    none_of: Values | None = None
    at_least: Limit | None = None
    at_most: Limit | None = None
    below: Limit | None = None
    is_: bool | None = None
    any_of: Requirements | None = None
    all_of: Requirements | None = None
    reason: Id | None = None

    @model_validator(mode="after")
    def _one_form(self) -> RequirementContent:
        operators = self.operators()
        groups = [name for name in GROUPS if getattr(self, name.replace("-", "_")) is not None]
        one_condition = self.field is not None and len(operators) == 1 and not groups
        one_group = self.field is None and not operators and len(groups) == 1
        if not one_condition and not one_group:
            raise expected(_FORM)
        return self

    def operators(self) -> dict[Operator, int | bool | str | list[str]]:
        """The operators that are there, with their values."""
        values = {name: getattr(self, "is_" if name == "is" else name.replace("-", "_")) for name in OPERATORS}
        return {name: value for name, value in values.items() if value is not None}


Requirements = Annotated[list[RequirementContent], Field(max_length=MOST_PARTS)]
RequirementContent.model_rebuild()
