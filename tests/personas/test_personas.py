"""Every persona plays the interview of the core with the real content, and gets a route an adviser would give."""

from __future__ import annotations

import random
from statistics import median
from typing import Any

import pytest

from leerroute.domain.groups import target_groups
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import Profile
from leerroute.domain.question import BARRIER_PREFIX
from tests.personas.expecting import Expectation, expectations, steps_of
from tests.personas.persona import Persona, known_failures, personas
from tests.personas.playing import ENOUGH, TODAY, content, played

FEWEST_PERSONAS = 60
MOST_QUESTIONS = 14
MOST_QUESTIONS_MEDIAN = 8
HELD_WHEN_SILENT = 0.88  # what nobody would guess, such as a diploma from abroad, has to be told

every_persona = pytest.mark.parametrize("persona", personas(), ids=lambda persona: persona.name)


def judged(identifier: str, value: object) -> Any:
    """One case; when it is a known failure it must fail, and says so when it no longer does."""
    why = known_failures().get(identifier)
    return pytest.param(value, id=identifier, marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])


def every_expectation() -> list[Any]:
    return [judged(one.id, one) for persona in personas() for one in expectations(persona)]


def gentle_start(persona: Persona) -> str:
    return f"{persona.name}: first question is not sensitive"


@pytest.mark.parametrize("expected", every_expectation())
def test_the_route_is_what_an_adviser_would_give(expected: Expectation) -> None:
    route = played(expected.persona).route()
    assert expected.holds(route), (
        f"{expected.id} ({expected.because}); asked {list(played(expected.persona).fields)}; "
        f"steps {[(step.phase, step.assessment.measure.id) for step in route.steps]}"
    )


def test_every_known_failure_is_still_an_expectation() -> None:
    possible = {one.id for persona in personas() for one in expectations(persona)} | {*map(gentle_start, personas())}
    assert set(known_failures()) <= possible


def test_every_expected_measure_exists() -> None:
    named = set()
    for persona in personas():
        for key in ("must", "must-not", "offers", "not-possible"):
            named |= set(persona.expect.get(key, ()))
        named |= {name for choice in persona.expect.get("must-one-of", ()) for name in choice["of"]}
    assert named <= set(content().catalogue.measures)


def test_there_are_enough_personas_and_they_belong_to_all_target_groups() -> None:
    belongs = {group.id for persona in personas() for group in target_groups(persona.truth)}
    assert len(personas()) >= FEWEST_PERSONAS
    assert belongs == set(content().texts.target_groups)


@every_persona
def test_the_person_belongs_to_the_groups_that_are_written(persona: Persona) -> None:
    assert set(persona.expect.get("groups", ())) <= {group.id for group in target_groups(persona.truth)}


@every_persona
def test_the_interview_ends_within_the_most_questions(persona: Persona) -> None:
    assert len(played(persona.name).turns) <= min(MOST_QUESTIONS, ENOUGH - 1)


def test_half_of_the_people_get_at_most_eight_questions() -> None:
    assert median(len(played(persona.name).turns) for persona in personas()) <= MOST_QUESTIONS_MEDIAN


def test_who_tells_nothing_at_first_still_gets_nearly_the_same_advice() -> None:
    held, questions = [], []
    for persona in personas():
        silent = played(persona.name, silent=True)
        questions.append(len(silent.turns))
        held += [one.holds(silent.route()) for one in expectations(persona)]
    assert max(questions) <= MOST_QUESTIONS
    assert sum(held) / len(held) >= HELD_WHEN_SILENT


@every_persona
def test_nothing_that_is_known_is_asked(persona: Persona) -> None:
    for turn in played(persona.name).turns:
        assert turn.field not in turn.before.profile
        assert turn.field.removeprefix(BARRIER_PREFIX) not in turn.before.denied_barriers


@every_persona
def test_nothing_is_asked_twice_also_not_what_was_refused(persona: Persona) -> None:
    fields = played(persona.name).fields
    assert len(set(fields)) == len(fields)


@every_persona
def test_at_most_left_is_never_below_what_really_follows(persona: Persona) -> None:
    turns = played(persona.name).turns
    for number, turn in enumerate(turns):
        assert turn.asked.at_most_left >= len(turns) - number, f"before question {number + 1}"


@pytest.mark.parametrize("persona", [judged(gentle_start(persona), persona) for persona in personas()])
def test_the_first_question_is_never_a_sensitive_one(persona: Persona) -> None:
    turns = played(persona.name).turns
    assert not turns or not turns[0].asked.question.sensitive  # type: ignore[union-attr]


@every_persona
def test_the_order_of_answers_does_not_change_the_route(persona: Persona) -> None:
    profile, shuffler = played(persona.name).end.profile, random.Random(persona.name)
    route = plan_route(content().catalogue, profile, TODAY)
    for _ in range(3):
        order = list(profile)
        shuffler.shuffle(order)
        shuffled = {
            name: tuple(shuffler.sample(value, len(value))) if isinstance(value := profile[name], tuple) else value
            for name in order
        }
        again = plan_route(content().catalogue, Profile(shuffled), TODAY)
        assert steps_of(again) == steps_of(route)
        assert {b.id for b in again.barriers} == {b.id for b in route.barriers}
        assert [n.assessment.measure.id for n in again.not_possible] == [
            n.assessment.measure.id for n in route.not_possible
        ]


@every_persona
def test_problems_come_before_learning_and_permission_before_what_costs_money(persona: Persona) -> None:
    steps = played(persona.name).route().steps
    phases = [step.phase for step in steps]
    assert "first" not in phases[phases.count("first") :]
    placed = [step.assessment.measure.placement.purpose for step in steps]
    if "permission" in placed:
        paid = [n for n, step in enumerate(steps) if step.assessment.measure.costs_money and placed[n] == "learning"]
        assert all(n > placed.index("permission") for n in paid)


@every_persona
def test_no_step_is_ended_refused_or_not_verified(persona: Persona) -> None:
    for step in played(persona.name).route().steps:
        assert step.assessment.status in ("open", "varies-locally")
        assert step.assessment.eligibility != "no"
        assert step.assessment.measure.recommendable
        assert step.verified
