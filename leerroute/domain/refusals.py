"""What one would expect in a route but is not possible: ended, closed or refused, and what to use in its place."""

from __future__ import annotations

from collections.abc import Sequence

from leerroute.domain.eligibility import assess, eligibility_of, is_pointless, status_on
from leerroute.domain.index import Bits
from leerroute.domain.judging import USABLE_STATUS
from leerroute.domain.measure import Catalogue, Measure
from leerroute.domain.ranking import Situation
from leerroute.domain.route import Assessment, NotPossible, Reason

MOST_NAMED = 4


def _blocked(situation: Situation) -> Bits:
    """They would be useful, but the person or the date does not fit."""
    day, verdict = situation.day, situation.verdict
    return verdict.useful & ~day.coming & (~day.usable | verdict.no)


def _missed(situation: Situation) -> Bits:
    """They have ended, people still hear of them, and they would have served what stands in this person's way."""
    index = situation.day.index
    served = index.pays
    for barrier in situation.barrier_ids:
        served |= index.by_barrier.get(barrier, 0)
    return situation.day.ended & index.remembered & served & ~situation.verdict.failing


def can_be_named(measure: Measure, situation: Situation) -> bool:
    """Whether it may be named in the place of another: what others apply for only where it is known to be open."""
    eligibility = eligibility_of(measure, situation.known, situation.limits)
    return eligibility == "yes" or (eligibility == "unknown" and measure.applicants[:1] == ("person",))


def _in_its_place(measure: Measure, catalogue: Catalogue, situation: Situation, chosen: Sequence[Measure]) -> list[str]:
    """Replacements that can be used on the date by this person; else the steps that serve the same barriers."""
    usable = []
    for name in measure.replaced_by:
        other = catalogue.measures.get(name)
        if other is None or status_on(other, situation.on)[0] not in USABLE_STATUS:
            continue
        pointless = is_pointless(other.placement, situation.known, situation.limits)
        if not pointless and can_be_named(other, situation):
            usable.append(name)
    if usable:
        return usable
    return [m.id for m in chosen if set(m.barriers).intersection(measure.barriers)][:2]


def _main_reason(assessment: Assessment) -> Reason:
    return assessment.reasons[0] if assessment.reasons else Reason(assessment.status)


def not_possible(catalogue: Catalogue, situation: Situation, chosen: Sequence[Measure]) -> tuple[NotPossible, ...]:
    """At most four: what we refuse first, then what is blocked, then what has ended."""
    sets = (situation.verdict.refused, _blocked(situation), _missed(situation))
    taken = {measure.id for measure in chosen}
    named: dict[str, Measure] = {}
    for bits in sets:
        for measure in situation.day.index.where(bits):
            if len(named) == MOST_NAMED:
                break
            if measure.id not in taken:
                named.setdefault(measure.id, measure)
    found = []
    for measure in named.values():
        assessment = assess(measure, situation.known, situation.on, situation.limits)
        instead = _in_its_place(measure, catalogue, situation, chosen)
        found.append(NotPossible(assessment, _main_reason(assessment), tuple(instead)))
    return tuple(found)
