"""The route and its parts: what DESIGN calls route, without any text for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from leerroute.domain.measure import Amount, Applicant, Measure, Phase, Status
from leerroute.domain.profile import Profile, Value

Eligibility: TypeAlias = Literal["yes", "no", "unknown"]
Strength: TypeAlias = Literal["strong", "likely"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an outcome came out: the id of a text in catalogue/reasons.yml and what fills it."""

    code: str
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One measure judged for a profile on a date. Three-valued; `missing` only when unknown."""

    measure: Measure
    status: Status
    eligibility: Eligibility
    missing: tuple[str, ...]
    applicant: Applicant | None
    reasons: tuple[Reason, ...]
    changes_on: date | None = None  # ended: the first day without it; not-yet or closed: the day it (re)opens


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """A target group of the article this person belongs to, and the fields that say so."""

    id: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The field and value that give ground for a barrier; the quote is added where one is kept."""

    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class Barrier:
    """A barrier with its ground: strong = said, or several grounds; likely = follows from one fact."""

    id: str
    strength: Strength
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Barrier (None: the step serves everyone), solution and the fields that led to it."""

    barrier: str | None
    solution: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    order: int
    phase: Phase
    assessment: Assessment
    why: tuple[Why, ...]
    amount: Amount | None
    depends_on: tuple[int, ...] = ()
    alternatives: tuple[str, ...] = ()
    chosen_instead_of: str | None = None  # the person chose this measure; without that choice this one would stand here
    verified: bool = True


@dataclass(frozen=True, slots=True)
class NotPossible:
    """A measure one would expect here, why not, and what instead."""

    assessment: Assessment
    reason: Reason
    instead_of: tuple[str, ...]  # ids of measures to use in its place (`insteadOf` in the API)


@dataclass(frozen=True, slots=True)
class Route:
    """The ordered steps for a profile on a date, with their grounds and what is not possible."""

    on: date
    profile: Profile
    target_groups: tuple[TargetGroup, ...]
    barriers: tuple[Barrier, ...]
    steps: tuple[Step, ...]
    not_possible: tuple[NotPossible, ...]
    assessments: tuple[Assessment, ...] = ()
