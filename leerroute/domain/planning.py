"""The route: ordered steps for a person on a date, each with its ground, and what is not possible and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from leerroute.domain.eligibility import assess, supporting_fields, version_on
from leerroute.domain.measure import Catalogue, Measure, Phase, Purpose
from leerroute.domain.profile import Profile
from leerroute.domain.ranking import Situation, ranked_by_purpose
from leerroute.domain.refusals import not_possible
from leerroute.domain.route import Route, Step, Why

MAX_ALTERNATIVES = 3
MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a purpose in every route: phase, number of steps, solution, and how much it matters."""

    phase: Phase
    most: int
    solution: str
    importance: float  # how much a step matters: weighs questions, and decides what is left out of a long route


# In the order of the route: problems before learning, orientation before choice, permission before paid learning,
# funding after the step that it pays. Source: docs/contract/judging-a-measure.md, "order".
PLACES: Mapping[Purpose, Place] = {
    "debt-help": Place("first", 1, "solve-other-problems-first", 3.5),
    "problem-help": Place("first", 1, "solve-other-problems-first", 2.0),
    "health-help": Place("first", 1, "solve-other-problems-first", 2.0),
    "care-help": Place("first", 1, "solve-other-problems-first", 1.5),
    "guidance": Place("orient", 2, "independent-guidance", 2.0),
    "orientation": Place("orient", 1, "independent-guidance", 0.5),
    "recognition": Place("recognise", 1, "recognise-competences", 1.0),
    "permission": Place("fund", 1, "funding", 2.0),
    "basic-skills": Place("learn", 1, "attractive-tailored-learning", 2.0),
    "learning": Place("learn", 1, "attractive-tailored-learning", 2.5),
    "funding": Place("fund", 1, "funding", 1.0),
    "costs": Place("fund", 1, "funding", 0.7),
    "rights": Place("fund", 1, "flexible-offer", 0.6),
    "work": Place("work", 1, "attractive-tailored-learning", 0.9),
}
LEARNING: tuple[Purpose, ...] = ("basic-skills", "learning")
ONLY_WITH_LEARNING: frozenset[Purpose] = frozenset({"permission", "funding", "costs"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure chosen for a place, with the other measures that could take it."""

    purpose: Purpose
    measure: Measure
    alternatives: tuple[str, ...]


def _choices_for(purpose: Purpose, ranked: Sequence[Measure]) -> list[Choice]:
    firm = [m for m in ranked if m.confidence != "low"]
    chosen = firm[: PLACES[purpose].most]
    taken = {m.id for m in chosen}
    others = [m.id for m in ranked if m.id not in taken]
    return [Choice(purpose, m, tuple(others[:MAX_ALTERNATIVES]) if m is chosen[-1] else ()) for m in chosen]


def choose(catalogue: Catalogue, situation: Situation) -> list[Choice]:
    """The measures of the route in order; a paid purpose only when there is something to pay for."""
    ranked = ranked_by_purpose(catalogue, situation)
    learns = any(m.confidence != "low" for purpose in LEARNING for m in ranked.get(purpose, ()))
    purposes = [p for p in PLACES if p in ranked and (learns or p not in ONLY_WITH_LEARNING)]
    choices = [choice for purpose in purposes for choice in _choices_for(purpose, ranked[purpose])]
    return _short_enough(_without_exclusions(choices))


def _short_enough(choices: list[Choice]) -> list[Choice]:
    """A route that can be overseen: the steps that matter least are left out, the later of equals first."""
    by_weight = sorted(range(len(choices)), key=lambda n: (-PLACES[choices[n].purpose].importance, n))
    kept = set(by_weight[:MOST_STEPS])
    return [choice for n, choice in enumerate(choices) if n in kept]


def _without_exclusions(choices: list[Choice]) -> list[Choice]:
    """Of two measures that exclude each other the one that comes first in the route stays."""
    kept: list[Choice] = []
    for choice in choices:
        excluded = any(
            other.measure.id in choice.measure.excludes or choice.measure.id in other.measure.excludes for other in kept
        )
        if not excluded:
            kept.append(choice)
    return kept


def _solution(choice: Choice, barrier: str | None) -> str:
    preferred = PLACES[choice.purpose].solution
    if barrier == "time-pressure" and "flexible-offer" in choice.measure.solutions:
        return "flexible-offer"
    if preferred in choice.measure.solutions or not choice.measure.solutions:
        return preferred
    return choice.measure.solutions[0]


def _grounds(measure: Measure, situation: Situation) -> tuple[str, ...]:
    """The person's own fields that made the measure useful; derived ones are traced back to the fields behind them."""
    behind = {
        "targetGroups": [f for g in situation.groups if g.id in measure.target_groups for f in g.because],
        "barriers": [e.field for b in situation.barriers if b.id in measure.barriers for e in b.evidence],
    }
    known, limits = situation.known, situation.limits
    supporting = [supporting_fields(r, known, limits) for r in measure.placement.useful_when]
    named = sorted(frozenset().union(*supporting))
    fields = [field for name in named for field in behind.get(name, [name])]
    return tuple(dict.fromkeys(f for f in fields if f in situation.profile))


def _why(choice: Choice, situation: Situation) -> tuple[Why, ...]:
    grounds = _grounds(choice.measure, situation)
    found = [
        Why(b.id, _solution(choice, b.id), tuple(dict.fromkeys([*(e.field for e in b.evidence), *grounds])))
        for b in situation.barriers
        if b.id in choice.measure.barriers
    ]
    return tuple(found) or (Why(None, _solution(choice, None), grounds),)


def _depends_on(index: int, choices: Sequence[Choice]) -> tuple[int, ...]:
    """Learning waits for permission; money waits for the learning it pays. Numbers are orders of steps, from 1."""
    purpose = choices[index].purpose
    waits_for: tuple[Purpose, ...] = ()
    if purpose == "learning":
        waits_for = ("permission",)
    elif purpose in ("funding", "costs"):
        waits_for = LEARNING
    return tuple(n + 1 for n, choice in enumerate(choices[:index]) if choice.purpose in waits_for)


def _step(index: int, choices: Sequence[Choice], situation: Situation) -> Step:
    choice = choices[index]
    version = version_on(choice.measure, situation.on)
    return Step(
        order=index + 1,
        phase=PLACES[choice.purpose].phase,
        assessment=assess(choice.measure, situation.known, situation.on, situation.limits),
        why=_why(choice, situation),
        amount=version.amount if version else None,
        depends_on=_depends_on(index, choices),
        alternatives=choice.alternatives,
        verified=choice.measure.confidence != "low",
    )


def plan_route(catalogue: Catalogue, profile: Profile, on: date, *, with_assessments: bool = False) -> Route:
    """The route of a profile on a date; with every measure judged when `with_assessments`."""
    situation = Situation.of(catalogue, profile, on)
    choices = choose(catalogue, situation)
    judged = tuple(
        assess(m, situation.known, on, situation.limits) for m in catalogue.measures.values() if with_assessments
    )
    return Route(
        on=on,
        profile=profile,
        target_groups=situation.groups,
        barriers=situation.barriers,
        steps=tuple(_step(index, choices, situation) for index in range(len(choices))),
        not_possible=not_possible(catalogue, situation, [c.measure for c in choices]),
        assessments=judged,
    )
