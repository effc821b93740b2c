"""What a good careers adviser would want of a persona's route, as single expectations that can each fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leerroute.domain.route import Route
from tests.personas.persona import Persona


@dataclass(frozen=True)
class Expectation:
    """One sentence about a route, why an adviser would say so, and how to see whether it holds."""

    persona: str
    what: str
    because: str
    holds: Callable[[Route], bool]

    @property
    def id(self) -> str:
        """As it stands in known-failures.yml."""
        return f"{self.persona}: {self.what}"


def steps_of(route: Route) -> list[str]:
    """The ids of the measures that are steps, in order."""
    return [step.assessment.measure.id for step in route.steps]


def offered_in(route: Route) -> set[str]:
    """The ids of all measures that are a step or an alternative to one."""
    return set(steps_of(route)) | {name for step in route.steps for name in step.alternatives}


def expectations(persona: Persona) -> list[Expectation]:
    """Everything that must hold for one persona."""
    expect, found = persona.expect, []

    def add(what: str, because: str, holds: Callable[[Route], bool]) -> None:
        found.append(Expectation(persona.name, what, because, holds))

    for step, because in expect.get("must", {}).items():
        add(f"has {step}", because, lambda route, step=step: step in steps_of(route))
    for choice in expect.get("must-one-of", ()):
        names = choice["of"]
        what = "has " + " or ".join(names)
        add(what, choice["because"], lambda route, names=names: bool(set(names) & set(steps_of(route))))
    for step, because in expect.get("must-not", {}).items():
        add(f"has no {step}", because, lambda route, step=step: step not in steps_of(route))
    for step, because in expect.get("offers", {}).items():
        add(f"offers {step}", because, lambda route, step=step: step in offered_in(route))
    if expect.get("first-phase", "any") != "any":
        phase = expect["first-phase"]
        add(f"begins with {phase}", "problems before the rest", lambda route: route.steps[0].phase == phase)
    for barrier in expect.get("barriers", ()):
        add(f"finds {barrier}", persona.about, lambda route, b=barrier: b in {found.id for found in route.barriers})
    for name, because in expect.get("not-possible", {}).items():
        add(
            f"says why not {name}",
            because,
            lambda route, n=name: n in {no.assessment.measure.id for no in route.not_possible},
        )
    return found
