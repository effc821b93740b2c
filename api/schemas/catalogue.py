"""The bodies and queries of the catalogue and of the reference lists."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field

from api.cleaning import cleaned
from api.schemas.base import Answer, Body
from api.schemas.common import DayIn
from api.schemas.planning import BarrierId
from leerroute.catalogue.repository import MOST_PER_PAGE, PAGE_SIZE
from leerroute.domain.measure import Language, LearningForm, Status

Words = Annotated[str, AfterValidator(cleaned), Field(max_length=100)]
MunicipalityCode = Annotated[str, Field(pattern=r"^GM[0-9]{4}$")]
Id = Annotated[str, Field(min_length=1, max_length=60)]


class LanguageQuery(Body):
    """In which language; without it Accept-Language decides."""

    language: Language | None = None


class MeasureQuery(LanguageQuery):
    """Which measures, on which day."""

    on: DayIn | None = None
    status: Status | None = None
    barrier: BarrierId | None = None
    solution: Id | None = None
    target_group: Id | None = None
    learning_form: LearningForm | None = None
    municipality: MunicipalityCode | None = None
    query: Words | None = None
    page: int = Field(default=1, ge=1, le=10_000)
    page_size: int = Field(default=PAGE_SIZE, ge=1, le=MOST_PER_PAGE)


class OneMeasureQuery(LanguageQuery):
    """On which day, and where: places can have a version of their own."""

    on: DayIn | None = None
    municipality: MunicipalityCode | None = None


class MunicipalityQuery(LanguageQuery):
    """A name, a village, an alias or a postcode, or the beginning of it."""

    query: Words = ""


class NamedOut(Answer):
    """An id with its name."""

    id: str
    name: str


class MeasureOut(Answer):
    """A measure in short. `stale`: its sources were checked longer ago than LEERROUTE_STALE_AFTER_DAYS."""

    id: str
    name: str
    summary: str
    status: Status
    kinds: list[str]
    levels: list[str]
    provider: str
    applicants: list[str]
    learning_form: LearningForm | None
    barriers: list[str]
    solutions: list[str]
    target_groups: list[str]
    url: str | None
    place: str | None
    checked_on: date | None
    stale: bool
    verified: bool


class MeasurePage(Answer):
    """One page of the catalogue."""

    on: date
    items: list[MeasureOut]
    page: int
    page_size: int
    total: int


class MeasureDetail(MeasureOut):
    """A measure with everything that is known of it."""

    model_config = ConfigDict(extra="allow")
    on: date
    versions: list[dict[str, Any]]
    sources: list[dict[str, Any]]


class TopicOut(NamedOut):
    """A barrier, solution or target group; `explanation` is for the person, `rationale` for a coach."""

    explanation: str
    rationale: str
    source: str


class Topics(Answer):
    """All of one kind."""

    items: list[TopicOut]


class MunicipalityOut(Answer):
    """A municipality by its CBS code."""

    code: str
    name: str
    province: str
    region: NamedOut


class Municipalities(Answer):
    """What was found, best first."""

    items: list[MunicipalityOut]


class RegionOut(NamedOut):
    """A labour-market region."""

    provinces: list[str]


class Regions(Answer):
    """All labour-market regions."""

    items: list[RegionOut]


class IndicatorOut(NamedOut):
    """A figure; `value` null with `missing` true means that there is no figure for this area."""

    level: str
    area: str
    value: float | None
    missing: bool
    unit: str
    period: str
    source: str
    provisional: bool


class Indicators(Answer):
    """The figures of a region."""

    region: RegionOut
    items: list[IndicatorOut]
