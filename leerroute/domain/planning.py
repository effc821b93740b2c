"""The route: ordered steps for a person on a date, each with its ground, and what is not possible and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from leerroute.domain.choosing import LEARNING, PLACES, Choice, choose
from leerroute.domain.eligibility import assess, supporting_fields, version_on
from leerroute.domain.measure import Catalogue, Measure, Purpose
from leerroute.domain.profile import Profile
from leerroute.domain.ranking import Situation
from leerroute.domain.refusals import not_possible
from leerroute.domain.route import Route, Step, Why


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
        chosen_instead_of=choice.instead_of,
        verified=choice.measure.confidence != "low",
    )


def plan_route(
    catalogue: Catalogue, profile: Profile, on: date, *, chosen: Sequence[str] = (), with_assessments: bool = False
) -> Route:
    """The route of a profile on a date; with every measure judged when `with_assessments`.

    `chosen` are the measures the person prefers, the latest last; each takes its step as long as it may.
    """
    situation = Situation.of(catalogue, profile, on)
    choices = choose(situation, chosen)
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
