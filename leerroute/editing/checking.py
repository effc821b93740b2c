"""Sources of measures that were looked at long ago, and writing down that somebody looked at them today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from leerroute.domain.measure import Measure
from leerroute.domain.ranking import is_stale
from leerroute.editing.documents import Data

CHECKED = "checked-on"


@dataclass(frozen=True, slots=True)
class Check:
    """A measure with the last day on which its sources were looked at; `stale` when that is too long ago."""

    measure: Measure
    stale: bool


def checks(measures: Iterable[Measure], on: date, stale_after: timedelta) -> list[Check]:
    """All measures, those that were never looked at first, then those of the longest ago."""
    found = [
        Check(measure, measure.checked_on is None or is_stale(measure.checked_on, on, stale_after))
        for measure in measures
    ]
    return sorted(found, key=lambda check: (check.measure.checked_on or date.min, check.measure.id))


def checked(data: Data, on: date) -> Data:
    """The data of a content file in which every source was looked at on this day; all else stays."""
    sources = [{**source, CHECKED: on} for source in data.get("sources", [])]
    return {**data, **({CHECKED: on} if CHECKED in data else {}), "sources": sources}
