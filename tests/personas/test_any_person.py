"""Whoever talks, whatever they tell or refuse: the interview ends, and nothing is asked that is known or was asked."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerroute.domain.planning import plan_route
from leerroute.domain.profile import BARRIERS, FIELDS, Field, Profile
from leerroute.domain.question import BARRIER_PREFIX, Interview
from tests.personas.expecting import steps_of
from tests.personas.playing import TODAY, Played, content, play_from

MOST_QUESTIONS = 14
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def values_of(field: Field) -> st.SearchStrategy[object]:
    match field.kind:
        case "integer":
            return st.integers(field.minimum, field.maximum)
        case "boolean":
            return st.booleans()
        case "choice":
            return st.sampled_from(field.values)
        case "choices":
            return st.lists(st.sampled_from(field.values), unique=True).map(tuple)
        case "municipality":
            return st.sampled_from(["GM0363", "GM0599", "GM0014"])
        case _:
            return st.sampled_from(["lasser", "iets met dieren"])


anybody = st.fixed_dictionaries({}, optional={name: values_of(field) for name, field in FIELDS.items()}).map(Profile.of)


def play_at_random(start: Profile, seed: int) -> Played:
    """Answers by chance: a value that fits, a denial, "don't know", or a refusal."""
    chance = Random(seed)

    def answer(interview: Interview, field: str) -> Interview:
        if chance.random() < 0.25:
            return replace(interview, skipped=interview.skipped | {field})
        if field.startswith(BARRIER_PREFIX):
            barrier = field.removeprefix(BARRIER_PREFIX)
            said = interview.profile.get("barriers", ())
            if chance.random() < 0.5:
                return replace(interview, denied_barriers=interview.denied_barriers | {barrier})
            return replace(interview, profile=interview.profile.having("barriers", (*said, barrier)))  # type: ignore[misc]
        return replace(interview, profile=interview.profile.having(field, any_value(FIELDS[field], chance)))

    return play_from(start, answer)


def any_value(field: Field, chance: Random) -> int | bool | str | tuple[str, ...]:
    match field.kind:
        case "integer":
            return chance.randint(field.minimum or 0, field.maximum or 0)
        case "boolean":
            return chance.random() < 0.5
        case "choices":
            return tuple(value for value in field.values if chance.random() < 0.4)
        case "municipality":
            return "GM0363"
        case _:
            return chance.choice(field.values)


@few
@given(anybody, st.integers(0, 2**16))
def test_the_interview_ends_and_never_repeats_or_asks_what_is_known(start: Profile, seed: int) -> None:
    played = play_at_random(start, seed)
    assert len(played.turns) <= MOST_QUESTIONS
    assert len(set(played.fields)) == len(played.turns)
    for turn in played.turns:
        assert turn.field not in turn.before.profile
        assert turn.field not in turn.before.skipped
        barrier = turn.field.removeprefix(BARRIER_PREFIX)
        assert barrier not in turn.before.denied_barriers
        assert barrier not in BARRIERS or barrier not in turn.before.profile.get("barriers", ())  # type: ignore[operator]


@few
@given(anybody, st.integers(0, 2**16))
def test_at_most_left_is_an_upper_bound_for_whatever_is_answered(start: Profile, seed: int) -> None:
    turns = play_at_random(start, seed).turns
    assert all(turn.asked.at_most_left >= len(turns) - number for number, turn in enumerate(turns))


@settings(max_examples=60, deadline=None)
@given(anybody, st.randoms(use_true_random=False))
def test_the_order_in_which_facts_are_told_does_not_change_the_route(profile: Profile, chance: Random) -> None:
    names = list(profile)
    chance.shuffle(names)
    other = Profile({name: profile[name] for name in names})
    route, again = (plan_route(content().catalogue, told, TODAY) for told in (profile, other))
    assert steps_of(route) == steps_of(again)
    assert {barrier.id for barrier in route.barriers} == {barrier.id for barrier in again.barriers}


@settings(max_examples=100, deadline=None)
@given(anybody)
def test_no_route_holds_a_loan_for_debts_an_ended_scheme_or_a_step_that_is_refused(profile: Profile) -> None:
    route = plan_route(content().catalogue, profile, TODAY)
    for step in route.steps:
        assert step.assessment.status in ("open", "varies-locally")
        assert step.assessment.eligibility != "no"
        assert step.assessment.measure.recommendable
        assert step.verified
    if profile.get("debts") is True:
        assert "levenlanglerenkrediet" not in steps_of(route)
