"""What one would expect in a route but is not possible: ended, closed or refused, and what to use in its place."""

from __future__ import annotations

from collections.abc import Sequence

from leerroute.domain.eligibility import all_hold, assess, eligibility_of, holds, status_on
from leerroute.domain.measure import Catalogue, Measure
from leerroute.domain.ranking import USABLE_STATUS, Situation, is_useful
from leerroute.domain.route import Assessment, NotPossible, Reason

MOST_NAMED = 4
MONEY_KINDS = frozenset({"funding"})


def _is_refused(measure: Measure, situation: Situation) -> bool:
    """We advise against it though the law allows it, e.g. a loan to someone with debts."""
    return any(holds(refusal, situation.known, situation.limits) for refusal in measure.not_when)


def _is_blocked(measure: Measure, situation: Situation) -> bool:
    """It would be useful, but the person or the date does not fit."""
    if not is_useful(measure, situation):
        return False
    status = status_on(measure, situation.on)[0]
    if status == "not-yet":
        return False
    return status not in USABLE_STATUS or eligibility_of(measure, situation.known, situation.limits) == "no"


def _is_missed(measure: Measure, situation: Situation) -> bool:
    """It has ended, people still hear of it, and it would have served what stands in this person's way."""
    if not measure.mentioned_in_article or status_on(measure, situation.on)[0] != "ended":
        return False
    if (
        measure.applicants[:1] != ("person",)
        or all_hold(measure.conditions, situation.known, situation.limits) is False
    ):
        return False
    served = situation.barrier_ids.intersection(measure.barriers)
    return bool(served) or bool(MONEY_KINDS.intersection(measure.kinds))


def _in_its_place(measure: Measure, catalogue: Catalogue, situation: Situation, chosen: Sequence[Measure]) -> list[str]:
    """Replacements that can be used on the date by this person; else the steps that serve the same barriers."""
    usable = []
    for name in measure.replaced_by:
        other = catalogue.measures.get(name)
        if other is None or status_on(other, situation.on)[0] not in USABLE_STATUS:
            continue
        pointless = all_hold(other.placement.useful_when, situation.known, situation.limits) is False
        if not pointless and eligibility_of(other, situation.known, situation.limits) != "no":
            usable.append(name)
    if usable:
        return usable
    return [m.id for m in chosen if set(m.barriers).intersection(measure.barriers)][:2]


def _main_reason(assessment: Assessment) -> Reason:
    return assessment.reasons[0] if assessment.reasons else Reason(assessment.status)


def not_possible(catalogue: Catalogue, situation: Situation, chosen: Sequence[Measure]) -> tuple[NotPossible, ...]:
    """At most four: what we refuse first, then what is blocked, then what has ended."""
    tests = (_is_refused, _is_blocked, _is_missed)
    named: dict[str, Measure] = {}
    taken = {measure.id for measure in chosen}
    for test in tests:
        for measure in catalogue.measures.values():
            if measure.id not in taken and test(measure, situation):
                named.setdefault(measure.id, measure)
    found = []
    for measure in list(named.values())[:MOST_NAMED]:
        assessment = assess(measure, situation.known, situation.on, situation.limits)
        instead = _in_its_place(measure, catalogue, situation, chosen)
        found.append(NotPossible(assessment, _main_reason(assessment), tuple(instead)))
    return tuple(found)
