"""What moves a measure up or down for this person; `ordering` puts all of them in order."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from leerroute.domain.barriers import find_barriers
from leerroute.domain.eligibility import Limits
from leerroute.domain.groups import target_groups
from leerroute.domain.judging import Day, Verdict, day_of
from leerroute.domain.measure import Catalogue, Measure
from leerroute.domain.profile import Profile, Value
from leerroute.domain.route import Barrier, TargetGroup

# Lower comes first. The content's own rank (10..90) decides; these shift it for the person.
BONUS_BARRIER = 10
BONUS_GROUP = 3
BONUS_FLEXIBLE = 6
BONUS_DRIVER = 10
BONUS_LEARNS_BEST = 10
PENALTY_FORMAL_FOR_RESISTANCE = 40
PENALTY_COSTS_WITHOUT_MEANS = 25
PENALTY_STALE = 15
PENALTY_UNKNOWN = 5
PENALTY_UNVERIFIED = 100

# The drivers of the article shape which form of learning is proposed.
FORMS_BY_DRIVER: Mapping[str, frozenset[str]] = {
    "personal-growth": frozenset({"formal", "non-formal"}),
    "volunteering": frozenset({"informal"}),
    "keep-up-with-my-field": frozenset({"informal", "non-formal"}),
    "more-income": frozenset({"formal"}),
    "contact-with-people": frozenset({"informal", "non-formal"}),
}
FORMS_BY_LEARNS_BEST: Mapping[str, frozenset[str]] = {
    "by-doing": frozenset({"informal"}),
    "in-class": frozenset({"formal", "non-formal"}),
    "alone-online": frozenset(),
}


@dataclass(frozen=True)
class Situation:
    """A profile on a date with what follows from it; the derived fields count as known fields of useful-when."""

    profile: Profile
    on: date
    limits: Limits
    groups: tuple[TargetGroup, ...]
    barriers: tuple[Barrier, ...]
    known: Mapping[str, Value]
    day: Day = field(compare=False, repr=False)

    @classmethod
    def of(cls, catalogue: Catalogue, profile: Profile, on: date) -> Situation:
        """Work out groups and barriers once for everything that is judged."""
        groups, barriers = target_groups(profile), find_barriers(profile)
        known: dict[str, Value] = dict(profile)
        if groups:
            known["targetGroups"] = tuple(g.id for g in groups)
        if barriers:
            known["barriers"] = tuple(b.id for b in barriers)
        day = day_of(catalogue, on)
        return cls(profile, on, day.limits, groups, barriers, known, day)

    @cached_property
    def barrier_ids(self) -> frozenset[str]:
        """Ids of the barriers found."""
        return frozenset(b.id for b in self.barriers)

    @cached_property
    def group_ids(self) -> frozenset[str]:
        """Ids of the target groups found."""
        return frozenset(g.id for g in self.groups)

    @cached_property
    def verdict(self) -> Verdict:
        """All measures of the catalogue judged."""
        return self.day.verdict(self.known)


def _flexible_points(measure: Measure) -> int:
    flexible = measure.flexible
    return sum(1 for part in (flexible.time, flexible.place, flexible.start) if part)


def _barrier_shift(measure: Measure, barriers: frozenset[str]) -> int:
    shift = -BONUS_BARRIER * len(barriers.intersection(measure.barriers))
    if "time-pressure" in barriers:
        shift -= BONUS_FLEXIBLE * _flexible_points(measure)
    if "negative-about-learning" in barriers and measure.learning_form == "formal":
        shift += PENALTY_FORMAL_FOR_RESISTANCE
    if "no-means" in barriers and measure.costs_money:
        shift += PENALTY_COSTS_WITHOUT_MEANS
    return shift


def _preference_shift(measure: Measure, known: Mapping[str, Value]) -> int:
    shift = 0
    if measure.learning_form in FORMS_BY_DRIVER.get(str(known.get("driver")), ()):
        shift -= BONUS_DRIVER
    learns_best = str(known.get("learnsBest"))
    if measure.learning_form in FORMS_BY_LEARNS_BEST.get(learns_best, ()):
        shift -= BONUS_LEARNS_BEST
    if learns_best == "alone-online" and measure.flexible.place:
        shift -= BONUS_LEARNS_BEST
    return shift


def person_shift(measure: Measure, situation: Situation) -> int:
    """What the person's barriers, groups and preferences do to a rank. It reads no more than `taste` and `kind_of`."""
    return (
        _barrier_shift(measure, situation.barrier_ids)
        + _preference_shift(measure, situation.known)
        - BONUS_GROUP * len(situation.group_ids.intersection(measure.target_groups))
    )


def taste(situation: Situation) -> Hashable:
    """All of a person that `person_shift` reads."""
    known = situation.known
    return situation.barrier_ids, situation.group_ids, known.get("driver"), known.get("learnsBest")


def kind_of(measure: Measure) -> Hashable:
    """All of a measure that `person_shift` reads."""
    return (
        frozenset(measure.barriers),
        frozenset(measure.target_groups),
        measure.learning_form,
        measure.flexible,
        measure.costs_money,
    )


def is_stale(checked_on: date | None, on: date, stale_after: timedelta) -> bool:
    """Whether a check is too long ago to rely on."""
    return checked_on is not None and checked_on + stale_after < on


def certain_rank(measure: Measure, on: date, stale_after: timedelta) -> int:
    """The rank in the content, shifted by how sure and how fresh it is; the same for everyone."""
    unverified = PENALTY_UNVERIFIED if measure.confidence == "low" else 0
    stale = PENALTY_STALE if is_stale(measure.checked_on, on, stale_after) else 0
    return measure.placement.rank + unverified + stale
