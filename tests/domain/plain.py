"""The plain way to judge a catalogue, one measure after another: what the index has to agree with."""

from __future__ import annotations

from math import fsum

from leerroute.domain.choosing import PLACES
from leerroute.domain.eligibility import all_hold, eligibility_of, fields_of, holds, requirements_of, status_on
from leerroute.domain.eligibility import unsettled_fields as unsettled
from leerroute.domain.interview import BEHIND_DERIVED, JOINT_VALUE
from leerroute.domain.judging import USABLE_STATUS
from leerroute.domain.measure import Catalogue, Measure, Purpose
from leerroute.domain.question import BARRIER_PREFIX
from leerroute.domain.ranking import PENALTY_UNKNOWN, Situation, certain_rank, person_shift


def is_useful(measure: Measure, situation: Situation) -> bool:
    if not measure.recommendable or measure.placement.purpose == "none":
        return False
    if any(holds(useless, situation.known, situation.limits) for useless in measure.placement.not_useful_when):
        return False
    return all_hold(measure.placement.useful_when, situation.known, situation.limits) is True


def ranking(catalogue: Catalogue, situation: Situation) -> dict[Purpose, list[str]]:
    """For each purpose the ids of what can be used, best first."""
    scored: dict[Purpose, list[tuple[int, str]]] = {}
    for measure in catalogue.measures.values():
        if not is_useful(measure, situation) or status_on(measure, situation.on)[0] not in USABLE_STATUS:
            continue
        eligibility = eligibility_of(measure, situation.known, situation.limits)
        if eligibility == "no":
            continue
        score = certain_rank(measure, situation.on, catalogue.stale_after) + person_shift(measure, situation)
        score += PENALTY_UNKNOWN if eligibility == "unknown" else 0
        scored.setdefault(measure.placement.purpose, []).append((score, measure.id))
    return {purpose: [name for _, name in sorted(found)] for purpose, found in scored.items()}


def _blocked(measure: Measure, situation: Situation) -> bool:
    status = status_on(measure, situation.on)[0]
    if not is_useful(measure, situation) or status == "not-yet":
        return False
    return status not in USABLE_STATUS or eligibility_of(measure, situation.known, situation.limits) == "no"


def _missed(measure: Measure, situation: Situation) -> bool:
    if not measure.mentioned_in_article or status_on(measure, situation.on)[0] != "ended":
        return False
    failing = all_hold(requirements_of(measure), situation.known, situation.limits) is False
    if measure.applicants[:1] != ("person",) or failing:
        return False
    return bool(situation.barrier_ids.intersection(measure.barriers)) or "funding" in measure.kinds


def not_possible(catalogue: Catalogue, situation: Situation, chosen: list[str]) -> list[str]:
    """The ids of what is named as not possible: refused, then blocked, then missed; at most four."""
    tests = (
        lambda m: any(holds(refusal, situation.known, situation.limits) for refusal in m.not_when),
        lambda m: _blocked(m, situation),
        lambda m: _missed(m, situation),
    )
    ordered = sorted(catalogue.measures.values(), key=lambda m: m.id)
    found = [m.id for test in tests for m in ordered if m.id not in chosen and test(m)]
    return list(dict.fromkeys(found))[:4]


def _open_fields(measure: Measure, situation: Situation, denied: frozenset[str]) -> set[str]:
    useful, needed = measure.placement.useful_when, requirements_of(measure)
    if all_hold((*useful, *needed), situation.known, situation.limits) is False:
        return set()
    if any(holds(useless, situation.known, situation.limits) for useless in measure.placement.not_useful_when):
        return set()
    fields: set[str] = set()
    for requirement in (*useful, *needed, *measure.not_when):
        for name in unsettled(requirement, situation.known, situation.limits):
            fields.update(BEHIND_DERIVED.get(name, (name,)))
    if any("barriers" in fields_of(requirement) for requirement in useful):
        fields.update(BARRIER_PREFIX + barrier for barrier in measure.barriers if barrier not in denied)
    return fields


def joint_values(catalogue: Catalogue, situation: Situation, denied: frozenset[str]) -> dict[str, float]:
    """For every open field the small values of all measures that it can still help in or out."""
    shares: dict[str, list[float]] = {}
    for measure in catalogue.measures.values():
        usable = status_on(measure, situation.on)[0] in USABLE_STATUS and measure.confidence != "low"
        if not (usable and measure.recommendable and measure.placement.purpose != "none"):
            continue
        fields = _open_fields(measure, situation, denied)
        for name in fields:
            share = PLACES[measure.placement.purpose].importance * JOINT_VALUE / len(fields)
            shares.setdefault(name, []).append(share)
    return {name: fsum(found) for name, found in shares.items()}
