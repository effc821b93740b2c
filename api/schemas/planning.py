"""The bodies of the stateless calls: a route, and the next question."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from api.schemas.base import Answer, Body
from api.schemas.common import DayIn
from api.schemas.conversation import QuestionOut
from api.schemas.profile import ProfileIn
from leerroute.domain.measure import Language

BarrierId = Literal[
    "holds-on-to-certainty",
    "no-future-outlook",
    "negative-about-learning",
    "no-means",
    "multiple-problems",
    "time-pressure",
]
MeasureId = Annotated[str, Field(min_length=1, max_length=80)]
FieldName = Annotated[str, Field(min_length=1, max_length=60)]


class RouteIn(Body):
    """A profile, the date it is judged on (today by default), and what to add to the route."""

    profile: ProfileIn
    on: DayIn | None = None
    include: list[Literal["assessments"]] = Field(default=[], max_length=10)
    chosen: list[MeasureId] = Field(
        default=[], max_length=20, description="Measures the person prefers; each takes its step as long as it may"
    )
    language: Language | None = None


class InterviewIn(Body):
    """Where a form of your own stands. `skipped` names fields the person does not want to, or can't, answer."""

    profile: ProfileIn
    on: DayIn | None = None
    denied_barriers: list[BarrierId] = Field(default=[], max_length=20)
    skipped: list[FieldName] = Field(default=[], max_length=100)
    asked: int = Field(default=0, ge=0, le=1000, strict=True)
    language: Language | None = None


class RouteOut(Answer):
    """The route: ordered steps with their reasons. Every part is described in docs/how-to/integrate.md."""

    model_config = ConfigDict(extra="allow")
    on: date
    profile: dict[str, Any]
    target_groups: list[dict[str, Any]]
    barriers: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    not_possible: list[dict[str, Any]]
    totals: dict[str, Any]
    assessments: list[dict[str, Any]] | None = None


class NextOut(Answer):
    """The question that would change the route most, or null."""

    question: QuestionOut | None
    at_most_left: int
