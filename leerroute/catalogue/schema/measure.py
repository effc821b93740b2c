"""A measure file: catalogue/measures/<id>.yml."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from leerroute.catalogue.schema.base import Content, Id, Line, Phone, Prose, Rank, Texts, WebAddress
from leerroute.catalogue.schema.requirement import Requirements
from leerroute.domain.measure import Applicant, Confidence, LearningForm, Purpose

Kind = Literal[
    "guidance", "funding", "formal-learning", "non-formal-learning", "informal-learning", "recognition", "precondition"
]  # fmt: skip
Level = Literal["national", "region", "municipality", "sector", "employer"]
Ids = Annotated[list[Id], Field(max_length=100)]
Euro = Annotated[float, Field(ge=0, le=1_000_000)]


class WindowContent(Content):
    """A round in which can be applied; both days inside."""

    from_: date
    to: date
    label: Annotated[str, Field(max_length=200)] = ""


class AmountContent(Content):
    """Money in euro; null where no source supports a number."""

    minimum: Euro | None
    maximum: Euro | None
    text: Texts


class VersionContent(Content):
    """The measure as it holds from one day to another; null is open-ended."""

    from_: date | None
    to: date | None
    exact: bool
    windows: Annotated[list[WindowContent], Field(max_length=60)]
    amount: AmountContent | None


class RouteContent(Content):
    """Where it stands in a route."""

    purpose: Purpose
    useful_when: Requirements
    not_useful_when: Requirements = Field(default_factory=list)
    rank: Rank


class FlexibleContent(Content):
    """Whether time, place and start can be chosen; null is unknown or differs."""

    time: bool | None
    place: bool | None
    start: bool | None


class ContactContent(Content):
    """How the person gets there."""

    url: WebAddress | None
    url_verified: bool
    phone: Phone | None
    phone_verified: bool


class SourceContent(Content):
    """A claim, where it was seen (S) or that it is own knowledge (K), and how sure we are."""

    claim: Prose
    references: Annotated[list[Prose], Field(max_length=20)]
    mark: Literal["S", "K"]
    confidence: Confidence
    checked_on: date


class WeeklyHoursContent(Content):
    """Whole hours of learning a week."""

    least: Annotated[int, Field(ge=0, le=60, strict=True)]
    most: Annotated[int, Field(ge=1, le=60, strict=True)]


class MeasureContent(Content):
    """One scheme, service, course form or right. Every key is always there, but for `weekly-hours`."""

    id: Id
    name: Texts
    aliases: Annotated[list[Line], Field(max_length=40)]
    summary: Texts
    next_step: Texts
    kinds: Annotated[list[Kind], Field(min_length=1)]
    levels: Annotated[list[Level], Field(min_length=1)]
    provider: Line
    applicants: list[Applicant]
    costs_money: bool
    versions: Annotated[list[VersionContent], Field(min_length=1, max_length=40)]
    varies_locally: bool
    conditions: Requirements
    not_when: Requirements
    check_yourself: Annotated[list[Texts], Field(max_length=20)]
    permission_from: Literal["uwv", "municipality"] | None
    route: RouteContent
    flexible: FlexibleContent
    learning_form: LearningForm | None
    hours_per_week: Texts | None
    weekly_hours: WeeklyHoursContent | None = None
    duration: Texts | None
    barriers: Ids
    solutions: Ids
    target_groups: Ids
    replaced_by: Ids
    excludes: Ids
    contact: ContactContent
    recommendable: bool
    mentioned_in_article: bool
    checked_on: date
    confidence: Confidence
    sources: Annotated[list[SourceContent], Field(max_length=60)]
    municipalities: Annotated[
        list[Annotated[str, Field(pattern=r"^GM[0-9]{4}$")]], Field(default_factory=list, max_length=400)
    ]
