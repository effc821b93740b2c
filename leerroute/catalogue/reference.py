"""What the catalogue knows besides measures: texts, municipalities, regions, desks and indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from leerroute.domain.measure import Measure, Status, Text

AreaLevel: TypeAlias = Literal["country", "province", "region", "municipality"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A barrier, solution or target group in words: `explanation` is said to the person, `rationale` to a coach."""

    id: str
    name: Text
    explanation: Text
    rationale: Text
    source: str


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """The short name of a profile field and of its values (`true` and `false` for yes-no fields)."""

    name: Text
    values: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Texts:
    """Every text of the content that does not belong to one measure or question, by id and language.

    `labels` is by category: phases, purposes, statuses, eligibility, applicants, learning-forms, indicators, …
    """

    reasons: Mapping[str, Text]
    fields: Mapping[str, FieldLabel]
    labels: Mapping[str, Mapping[str, Text]]
    barriers: Mapping[str, Topic]
    solutions: Mapping[str, Topic]
    target_groups: Mapping[str, Topic]


@dataclass(frozen=True, slots=True)
class Region:
    """A labour-market region; ten of them lie in more than one province."""

    id: str
    name: str
    provinces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality by its CBS code, with the region it lies in."""

    code: str
    name: str
    province_code: str
    province: str
    region: Region


@dataclass(frozen=True, slots=True)
class Desk:
    """Where people of a region can go: always the national addresses, a desk of their own where there was evidence.

    `url` is None when no address is known that can be shown; `evidence` and `remark` are for editors and coaches.
    """

    region: Region
    werkcentrum_url: str
    leerwerkloket_url: str
    name: str | None = None
    url: str | None = None
    phone: str | None = None
    evidence: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LocalDesk:
    """The desk that a municipality or region names itself, with where that was seen and when it was checked."""

    name: str
    url: str | None
    phone: str | None
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure for one area; `value` None means: there is no figure, and that is what is said."""

    id: str
    level: AreaLevel
    area: str
    value: float | None
    unit: str
    period: str
    source: str
    provisional: bool = False

    @property
    def missing(self) -> bool:
        """Whether there is no figure for this area."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class ListedMeasure:
    """A measure in a list on the date that was asked for; `stale` when its sources were checked long before that."""

    measure: Measure
    status: Status
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list; `number` counts from 1."""

    items: tuple[ListedMeasure, ...]
    number: int
    size: int
    total: int
