"""Another way in a talk: what else a step can be, choosing it, and taking that back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, TypeAlias

from leerroute.cases import Case, CaseRepository
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.domain.measure import Text
from leerroute.domain.profile import municipality_of
from leerroute.service.talk import Talk
from leerroute.service.talk_memory import Memory, steps_of
from leerroute.service.talk_route import changes_between
from leerroute.service.wording import Json

Outcome: TypeAlias = Literal["chosen", "already", "impossible", "unknown"]
Step: TypeAlias = Mapping[str, Any]
STEP_NUMBER = re.compile(r"\b[1-9]\b")


@dataclass(frozen=True, slots=True)
class Way:
    """What came of a choice: the step as it is now, and how the rest of the route changed with it."""

    outcome: Outcome
    measure: str = ""
    name: Text = field(default_factory=dict)
    step: Step = field(default_factory=dict)
    changed: Mapping[str, Json] = field(default_factory=dict)


class Choosing:
    """The use cases of choosing. The core decides what may stand in a route; the choice is kept in the talk."""

    def __init__(self, talk: Talk, cases: CaseRepository, catalogue: CatalogueRepository) -> None:
        self._talk = talk
        self._cases = cases
        self._catalogue = catalogue

    def steps_with_others(self, case_id: str, named: str, on: date, language: str) -> list[Step]:
        """The step that is meant (by its measure, its name or its number), else every step that can be another."""
        case = self._talk.case(case_id)
        steps: Any = self._talk.route(case, on, language)["steps"]
        known = {step["measure"]["id"] for step in steps}
        number = STEP_NUMBER.search(named)
        meant = (
            named if named in known else self._catalogue.find_named(named, municipality_of(case.profile), expected=True)
        )
        if meant in known:
            steps = [step for step in steps if step["measure"]["id"] == meant]
        elif number is not None:
            steps = [step for step in steps if step["order"] == int(number.group())]
        return [step for step in steps if step["alternatives"]]

    def choose(self, case_id: str, named: str, on: date, language: str) -> Way:
        """Take the measure that is named, by id or in a sentence, into the route when the core allows it."""
        case = self._talk.case(case_id)
        here = municipality_of(case.profile)
        measures = self._catalogue.catalogue(here).measures
        wanted = named if named in measures else self._catalogue.find_named(named, here, expected=True)
        if wanted is None:
            return Way("unknown")
        before = self._talk.route(case, on, language)
        if wanted in {measure for measure, _ in steps_of(before)}:
            return Way("already", wanted, measures[wanted].name)
        chosen = (*(name for name in Memory.of(case.memory).chosen if name != wanted), wanted)
        after = self._talk.route(_choosing(case, chosen), on, language)
        step = _step_of(after, wanted)
        if step is None:
            return Way("impossible", wanted, measures[wanted].name)
        return self._keep(case, chosen, before, after, step)

    def undo(self, case_id: str, on: date, language: str) -> Way:
        """Take back the latest choice."""
        case = self._talk.case(case_id)
        chosen = Memory.of(case.memory).chosen
        if not chosen:
            return Way("unknown")
        before = self._talk.route(case, on, language)
        after = self._talk.route(_choosing(case, chosen[:-1]), on, language)
        known = {measure for measure, _ in steps_of(before)}
        back: Any = next((step for step in _steps(after) if step["measure"]["id"] not in known), {})
        return self._keep(case, chosen[:-1], before, after, back)

    def _keep(
        self, case: Case, chosen: tuple[str, ...], before: Mapping[str, Any], after: Mapping[str, Any], step: Step
    ) -> Way:
        """What the person hears of the route is that of now; how many steps were shown stays."""
        in_force = tuple(name for name in chosen if (found := _step_of(after, name)) and found["chosenInsteadOf"])
        memory = replace(Memory.of(case.memory), chosen=in_force)
        if memory.told_steps:
            memory = replace(memory, told_steps=steps_of(after))
        self._cases.update(case.id, memory=memory.as_data())
        measure = step["measure"]["id"] if step else ""
        return Way("chosen", measure, step=step, changed=changes_between(steps_of(before), after))


def _choosing(case: Case, chosen: tuple[str, ...]) -> Case:
    return replace(case, memory=replace(Memory.of(case.memory), chosen=chosen).as_data())


def _steps(route: Mapping[str, Any]) -> list[Step]:
    steps: list[Step] = route["steps"]
    return steps


def _step_of(route: Mapping[str, Any], measure: str) -> Step | None:
    return next((step for step in _steps(route) if step["measure"]["id"] == measure), None)
