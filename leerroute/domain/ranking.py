"""Which measures are useful to this person now, and which of them comes first for each purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from leerroute.domain.barriers import find_barriers
from leerroute.domain.eligibility import Limits, all_hold, eligibility_of, limits_on, status_on
from leerroute.domain.groups import target_groups
from leerroute.domain.measure import Catalogue, Measure, Purpose
from leerroute.domain.profile import Profile, Value
from leerroute.domain.route import Barrier, TargetGroup

STALE_AFTER = timedelta(days=180)
USABLE_STATUS = frozenset({"open", "varies-locally"})

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


@dataclass(frozen=True, slots=True)
class Situation:
    """A profile on a date with what follows from it; the derived fields count as known fields of useful-when."""

    profile: Profile
    on: date
    limits: Limits
    groups: tuple[TargetGroup, ...]
    barriers: tuple[Barrier, ...]
    known: Mapping[str, Value]

    @classmethod
    def of(cls, catalogue: Catalogue, profile: Profile, on: date) -> Situation:
        """Work out groups and barriers once for everything that is judged."""
        groups, barriers = target_groups(profile), find_barriers(profile)
        known: dict[str, Value] = dict(profile)
        if groups:
            known["targetGroups"] = tuple(g.id for g in groups)
        if barriers:
            known["barriers"] = tuple(b.id for b in barriers)
        return cls(profile, on, limits_on(catalogue.amounts, on), groups, barriers, known)

    @property
    def barrier_ids(self) -> frozenset[str]:
        """Ids of the barriers found."""
        return frozenset(b.id for b in self.barriers)

    @property
    def group_ids(self) -> frozenset[str]:
        """Ids of the target groups found."""
        return frozenset(g.id for g in self.groups)


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


def _certainty_shift(measure: Measure, eligibility: str, on: date) -> int:
    shift = PENALTY_UNKNOWN if eligibility == "unknown" else 0
    if measure.confidence == "low":
        shift += PENALTY_UNVERIFIED
    if measure.checked_on is not None and measure.checked_on + STALE_AFTER < on:
        shift += PENALTY_STALE
    return shift


def is_useful(measure: Measure, situation: Situation) -> bool:
    """Worth a place in this route: everything that makes it useful is known to hold, and it may be recommended."""
    if not measure.recommendable or measure.placement.purpose == "none":
        return False
    return all_hold(measure.placement.useful_when, situation.known, situation.limits) is True


def score(measure: Measure, situation: Situation, eligibility: str) -> int:
    """Lower comes first. The parts are constants of this module, so that an order can be explained."""
    return (
        measure.placement.rank
        + _barrier_shift(measure, situation.barrier_ids)
        + _preference_shift(measure, situation.known)
        + _certainty_shift(measure, eligibility, situation.on)
        - BONUS_GROUP * len(situation.group_ids.intersection(measure.target_groups))
    )


def ranked_by_purpose(catalogue: Catalogue, situation: Situation) -> dict[Purpose, list[Measure]]:
    """For each purpose the measures that are useful and can be used on the date, best first."""
    scored: dict[Purpose, list[tuple[int, str, Measure]]] = {}
    for measure in catalogue.measures.values():
        if not is_useful(measure, situation) or status_on(measure, situation.on)[0] not in USABLE_STATUS:
            continue
        eligibility = eligibility_of(measure, situation.known, situation.limits)
        if eligibility == "no":
            continue
        entry = (score(measure, situation, eligibility), measure.id, measure)
        scored.setdefault(measure.placement.purpose, []).append(entry)
    return {purpose: [m for _, _, m in sorted(found, key=lambda e: e[:2])] for purpose, found in scored.items()}
