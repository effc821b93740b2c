"""Numbers, lengths of time and places as possible values of a field: which of them it is, others decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from .contract import fits
from .facts import Fact, Value
from .numbers import whole_months

if TYPE_CHECKING:
    from .reader import Part

READINGS: Mapping[str, tuple[str, ...]] = {
    "age": ("birth", "number"),
    "hoursPerWeek": ("number",),
    "monthsUnemployed": ("since", "moment", "duration"),
    "learningHoursPerWeek": ("number",),
    "municipality": ("place", "postcode"),
}
"""The readings of a sentence that can give the value of a field."""


def readable(field: str, part: Part) -> Iterator[Fact]:
    """The possible values in one sentence, with where they stand."""
    for reading in READINGS[field]:
        for start, ends in part.sentence.readings.get(reading, {}).items():
            for end, value in ends:
                found = _value(reading, value)
                bare_year = reading == "birth" and end - start == 1 and part.tokens[start].kind != "date"
                if found is not None and not bare_year and fits(field, found):
                    yield Fact(field, found, part.tokens[start].start, part.tokens[end - 1].end)


def _value(reading: str, value: object) -> Value | None:
    if isinstance(value, list):
        return value[0] if len(value) == 1 else None
    if not isinstance(value, float):
        return None
    if reading in ("since", "moment", "duration"):
        return whole_months(value)
    return int(value) if value == int(value) else None
