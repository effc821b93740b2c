"""All measures judged at once for a person on a date; `eligibility` says the same of one measure, with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from leerroute.domain.eligibility import limits_on, status_on
from leerroute.domain.index import MOST_KEPT, Bits, CatalogueIndex, Outcome, index_of
from leerroute.domain.measure import Catalogue, Status
from leerroute.domain.profile import Value

USABLE_STATUS: frozenset[Status] = frozenset({"open", "varies-locally"})
MOST_DAYS = 4  # days kept with a catalogue; a talk needs one


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a person says this of the measures, as sets of bits over the index."""

    useful: Bits  # may be recommended, all of useful-when is known to hold and nothing of not-useful-when is
    settled: Bits  # something of useful-when or of the conditions is false: no answer brings it into the route
    no: Bits
    unknown: Bits
    refused: Bits  # the law allows it, we advise against it
    failing: Bits  # a condition is false
    open_fields: Mapping[str, Bits]


class Day:
    """A catalogue on a date: the status of each measure, and the outcomes that were asked for."""

    def __init__(self, catalogue: Catalogue, on: date) -> None:
        self.on = on
        self.stale_after = catalogue.stale_after
        self.index: CatalogueIndex = index_of(catalogue)
        self.limits = limits_on(catalogue.amounts, on)
        self.usable: Bits = 0
        self.ended: Bits = 0
        self.coming: Bits = 0
        self.offerable: Bits = 0  # what a step can be: usable, verified and recommendable
        for position, measure in enumerate(self.index.measures):
            status = status_on(measure, on)[0]
            bit = 1 << position
            self.offerable |= bit if status in USABLE_STATUS and measure.confidence != "low" else 0
            self.usable |= bit if status in USABLE_STATUS else 0
            self.ended |= bit if status == "ended" else 0
            self.coming |= bit if status == "not-yet" else 0
        self.offerable &= self.index.recommendable
        self._kept: tuple[dict[tuple[Value | None, ...], Outcome], ...] = tuple({} for _ in self.index.blocks)
        self.kept: dict[object, object] = {}

    def verdict(self, known: Mapping[str, Value]) -> Verdict:
        """Judge all measures for what is known."""
        total = Outcome()
        open_fields: dict[str, Bits] = {}
        for number in range(len(self._kept)):
            part = self._outcome(number, known)
            total.add(part)
            for name, bits in part.open_fields.items():
                open_fields[name] = open_fields.get(name, 0) | bits
        no = total.failing | total.refused
        return Verdict(
            useful=self.index.recommendable & ~total.not_useful,
            settled=total.pointless | total.failing,
            no=no,
            unknown=total.unsettled & ~no,
            refused=total.refused,
            failing=total.failing,
            open_fields=open_fields,
        )

    def _outcome(self, number: int, known: Mapping[str, Value]) -> Outcome:
        block, kept = self.index.blocks[number], self._kept[number]
        values = tuple(known.get(name) for name in block.fields)
        outcome = kept.get(values)
        if outcome is None:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            outcome = kept[values] = block.outcome(known, self.limits)
        return outcome


def day_of(catalogue: Catalogue, on: date) -> Day:
    """The catalogue on a date, kept for the last few dates that were asked for."""
    days: dict[date, Day] = catalogue.kept.setdefault("days", {})
    day = days.get(on)
    if day is None:
        while len(days) >= MOST_DAYS:
            days.pop(next(iter(days)), None)
        day = days[on] = Day(catalogue, on)
    return day
