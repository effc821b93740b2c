"""What stands in the way of learning: the six barriers of the article, each with its ground.

Three follow from facts (docs/contract/judging-a-measure.md); all six can be said in words or answered to an
indirect question, and then stand in the profile's own field `barriers`.
"""

from __future__ import annotations

from collections.abc import Mapping

from leerroute.domain.profile import BARRIERS, Value, said_barriers
from leerroute.domain.route import Barrier, Evidence

PROBLEM_FIELDS = ("debts", "housingProblem", "healthLimits")
PROBLEMS_THAT_MAKE_MULTIPLE = 2


def _evidence_from_facts(known: Mapping[str, Value]) -> dict[str, tuple[Evidence, ...]]:
    found: dict[str, tuple[Evidence, ...]] = {}
    if known.get("learningBudget") == "none":
        found["no-means"] = (Evidence("learningBudget", "none"),)
    if known.get("learningHoursPerWeek") == 0:
        found["time-pressure"] = (Evidence("learningHoursPerWeek", 0),)
    problems = tuple(Evidence(name, True) for name in PROBLEM_FIELDS if known.get(name) is True)
    if len(problems) >= PROBLEMS_THAT_MAKE_MULTIPLE:
        found["multiple-problems"] = problems
    return found


def find_barriers(known: Mapping[str, Value]) -> tuple[Barrier, ...]:
    """The barriers there is ground for, in the order of the article; strong when the person said it."""
    said = said_barriers(known)
    derived = _evidence_from_facts(known)
    found = []
    for barrier in BARRIERS:
        evidence = derived.get(barrier, ())
        if barrier in said:
            evidence = (Evidence("barriers", barrier), *evidence)
        if evidence:
            found.append(Barrier(barrier, "strong" if barrier in said else "likely", evidence))
    return tuple(found)
