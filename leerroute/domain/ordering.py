"""For each purpose the measures that a person can use, best first, worked out no further than is asked for."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, cast

from leerroute.domain.index import Bits
from leerroute.domain.judging import Day
from leerroute.domain.measure import Measure, Purpose
from leerroute.domain.ranking import PENALTY_UNKNOWN, Situation, certain_rank, kind_of, person_shift, taste

MOST_KEPT = 500_000  # orders kept, times measures: bounds the memory of a large catalogue
LEAST_KEPT = 200
Levels: TypeAlias = tuple[tuple[int, Bits, Bits], ...]  # score, measures if eligible, measures if that is not known


@dataclass(frozen=True, slots=True)
class Kind:
    """Measures that differ in nothing that a score reads, but for the rank: one of them, and all by rank."""

    example: Measure
    by_rank: dict[int, Bits]


def _kinds(day: Day) -> dict[Purpose, tuple[Kind, ...]]:
    """The measures that can be used on the day, by purpose and kind; the same for everyone, so made once a day."""
    kept = day.kept.get("kinds")
    if kept is None:
        found: dict[Purpose, dict[Hashable, Kind]] = {}
        for position, measure in enumerate(day.index.measures):
            bit = 1 << position
            if bit & day.usable & day.index.recommendable:
                kinds = found.setdefault(measure.placement.purpose, {})
                by_rank = kinds.setdefault(kind_of(measure), Kind(measure, {})).by_rank
                rank = certain_rank(measure, day.on, day.stale_after)
                by_rank[rank] = by_rank.get(rank, 0) | bit
        kept = day.kept["kinds"] = {purpose: tuple(kinds.values()) for purpose, kinds in found.items()}
    return cast("dict[Purpose, tuple[Kind, ...]]", kept)


def _levels(kinds: Iterable[Kind], situation: Situation) -> Levels:
    sure: dict[int, Bits] = {}
    for kind in kinds:
        shift = person_shift(kind.example, situation)
        for rank, bits in kind.by_rank.items():
            sure[rank + shift] = sure.get(rank + shift, 0) | bits
    scores = sorted({*sure, *(score + PENALTY_UNKNOWN for score in sure)})
    return tuple((score, sure.get(score, 0), sure.get(score - PENALTY_UNKNOWN, 0)) for score in scores)


def _levels_for(purpose: Purpose, situation: Situation) -> Levels:
    """The order of the measures of a purpose for people of this taste, kept with the day."""
    day = situation.day
    kept = cast("dict[Hashable, Levels]", day.kept.setdefault("levels", {}))
    key = (purpose, taste(situation))
    found = kept.get(key)
    if found is None:
        if len(kept) >= max(LEAST_KEPT, MOST_KEPT // (len(day.index.measures) + 1)):
            kept.clear()
        found = kept[key] = _levels(_kinds(day).get(purpose, ()), situation)
    return found


@dataclass(frozen=True, slots=True)
class Ranked:
    """The useful and usable measures of one purpose, best first; those with one score by id."""

    situation: Situation
    purpose: Purpose
    eligible: Bits
    unknown: Bits

    def __iter__(self) -> Iterator[Measure]:
        left = self.eligible | self.unknown
        for _, if_eligible, if_unknown in _levels_for(self.purpose, self.situation):
            here = if_eligible & self.eligible | if_unknown & self.unknown
            if here:
                yield from self.situation.day.index.where(here)
                left ^= here
                if not left:
                    return


def ranked_by_purpose(situation: Situation) -> dict[Purpose, Ranked]:
    """For each purpose the measures that are useful and can be used on the date, best first; none is left out."""
    index, verdict = situation.day.index, situation.verdict
    possible = verdict.useful & situation.day.usable & ~verdict.no
    unknown = possible & verdict.unknown
    found: dict[Purpose, Ranked] = {}
    for purpose, of_purpose in index.by_purpose.items():
        if here := possible & of_purpose:
            found[purpose] = Ranked(situation, purpose, here & ~unknown, here & unknown)
    return found
