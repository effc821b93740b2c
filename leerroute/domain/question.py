"""A question the interview can ask, and what is known about the talk so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from leerroute.domain.measure import Requirement, Text
from leerroute.domain.profile import Profile, Value

Input: TypeAlias = Literal["choice", "choices", "number", "place", "text"]
BARRIER_PREFIX = "barrier:"


@dataclass(frozen=True, slots=True)
class Answer:
    """A tappable answer; likelihood is a rough share of people (0..1) that weighs the value of asking.

    `likelihood_then` is the share among those for whom the question's `likely_when` is known to hold.
    """

    value: Value
    title: Text
    likelihood: float = 0.5
    likelihood_then: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """`field` is a profile field, `barrier:<id>`, or `situation` (the open question at the start)."""

    field: str
    text: Text
    why: Text
    answers: tuple[Answer, ...]
    input: Input = "choice"
    sensitive: bool = False
    ask_when: tuple[Requirement, ...] = ()
    rank: int = 50
    likely_when: tuple[Requirement, ...] = ()  # all must be known to hold


@dataclass(frozen=True, slots=True)
class Interview:
    """Where an interview stands: the profile, barriers that were denied, and fields that stay unanswered."""

    profile: Profile
    denied_barriers: frozenset[str] = frozenset()
    skipped: frozenset[str] = field(default_factory=frozenset)  # "don't know" and "rather not say"
    asked: int = 0


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """The question to ask, or None when nothing left can change the route; and an honest upper bound."""

    question: Question | None
    at_most_left: int
