"""Plays the interview of the core with a persona: asks, answers with the truth, and keeps what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from leerroute.catalogue.content import Content, read_content
from leerroute.domain.barriers import find_barriers
from leerroute.domain.interview import next_question
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import BARRIERS, Profile, said_barriers
from leerroute.domain.question import BARRIER_PREFIX, Interview, NextQuestion
from leerroute.domain.route import Route
from tests.personas.persona import Persona, personas

TODAY = date(2026, 11, 23)
ENOUGH = 100  # a talk that is still going on after this many turns does not end

Answering = Callable[[Interview, str], Interview]


@dataclass(frozen=True)
class Turn:
    """One question with what was known when it was asked."""

    before: Interview
    asked: NextQuestion

    @property
    def field(self) -> str:
        """The field that is asked for."""
        assert self.asked.question is not None
        return self.asked.question.field


@dataclass(frozen=True)
class Played:
    """A whole interview."""

    turns: tuple[Turn, ...]
    end: Interview

    @property
    def fields(self) -> tuple[str, ...]:
        """What was asked, in order."""
        return tuple(turn.field for turn in self.turns)

    def route(self) -> Route:
        """The route of what the interview found out."""
        return plan_route(content().catalogue, self.end.profile, TODAY)


@cache
def content() -> Content:
    """The real content of the catalogue."""
    return read_content(Path(__file__).parents[2] / "catalogue")


def asked_next(interview: Interview) -> NextQuestion:
    """As the talk does it: a barrier that already follows from the facts is not asked for."""
    follows = {BARRIER_PREFIX + barrier.id for barrier in find_barriers(interview.profile)}
    if interview.denied_barriers.issuperset(BARRIERS):
        follows.add("barriers")
    known = replace(interview, skipped=interview.skipped | follows)
    return next_question(content().catalogue, content().questions, known, TODAY)


def play_from(start: Profile, answer: Answering) -> Played:
    """Ask until nothing is left to ask."""
    interview, turns = Interview(with_equals(start)), []
    while len(turns) < ENOUGH and (asked := asked_next(interview)).question is not None:
        turns.append(Turn(interview, asked))
        interview = replace(answer(interview, asked.question.field), asked=interview.asked + 1)
    return Played(tuple(turns), interview)


@cache
def played(name: str, *, silent: bool = False) -> Played:
    """The interview of one persona, played once for all tests; `silent` tells nothing before the first question."""
    persona = next(p for p in personas() if p.name == name)
    start = Profile() if silent else persona.said_first
    return play_from(start, lambda interview, field: answered(persona, interview, field))


def answered(persona: Persona, interview: Interview, field: str) -> Interview:
    """The interview after this person's answer: the truth, a refusal, or "I don't know"."""
    if field in persona.refuses:
        return _skipping(interview, field)
    if field.startswith(BARRIER_PREFIX):
        return _about_barrier(persona.known_barriers, interview, field)
    if field == "barriers" and persona.known_barriers is not None:
        named = (*said_barriers(interview.profile), *sorted(persona.known_barriers))
        return _knowing(interview, "barriers", tuple(dict.fromkeys(named)))
    if field not in persona.truth:
        return _skipping(interview, field)
    return _knowing(interview, field, persona.truth[field])


def _about_barrier(real: frozenset[str] | None, interview: Interview, field: str) -> Interview:
    barrier = field.removeprefix(BARRIER_PREFIX)
    if real is None:
        return _skipping(interview, field)
    if barrier in real:
        return _knowing(interview, "barriers", (*said_barriers(interview.profile), barrier))
    return replace(interview, denied_barriers=interview.denied_barriers | {barrier})


def _skipping(interview: Interview, field: str) -> Interview:
    return replace(interview, skipped=interview.skipped | {field})


def _knowing(interview: Interview, field: str, value: object) -> Interview:
    profile = interview.profile.having(field, value)  # type: ignore[arg-type]
    return replace(interview, profile=with_equals(profile))


def with_equals(profile: Profile) -> Profile:
    """By contract `learningBudget` none and the barrier no-means are one and the same."""
    said = said_barriers(profile)
    if profile.get("learningBudget") == "none" and "no-means" not in said:
        return profile.having("barriers", (*said, "no-means"))
    if "no-means" in said and "learningBudget" not in profile:
        return profile.having("learningBudget", "none")
    return profile
