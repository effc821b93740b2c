"""A measure of the catalogue as the core sees it: dated, with conditions over the profile.

Content (catalogue/measures/<id>.yml) and SQL tables are translated into these types by leerroute.catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

Language: TypeAlias = Literal["nl", "en"]
Text: TypeAlias = Mapping[str, str]  # by language; Dutch ("nl") is always there
Status: TypeAlias = Literal["open", "window-closed", "not-yet", "ended", "varies-locally"]
Applicant: TypeAlias = Literal["person", "employer", "municipality", "school", "partnership"]
Phase: TypeAlias = Literal["first", "orient", "recognise", "learn", "fund", "work"]
LearningForm: TypeAlias = Literal["formal", "non-formal", "informal"]
Purpose: TypeAlias = Literal[
    "debt-help", "problem-help", "health-help", "care-help", "guidance", "orientation", "recognition",
    "basic-skills", "permission", "learning", "funding", "costs", "rights", "work", "none",
]  # fmt: skip
Operator: TypeAlias = Literal["one-of", "none-of", "at-least", "at-most", "below", "is"]
Confidence: TypeAlias = Literal["high", "medium", "low"]

STALE_AFTER = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Condition:
    """One test on one profile field.

    `one-of` / `none-of` take values, `at-least` / `at-most` / `below` a whole number (education: a level), or the
    name of a dated amount (`aow-age`, in months); `is` takes true or false. For a field with several values
    (careTasks excepted) `one-of` holds when any of them is listed.
    """

    field: str
    operator: Operator
    value: int | bool | str | tuple[str, ...]
    reason: str | None = None  # id of a text in catalogue/reasons.yml; without it the general text of the operator


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one of its parts holds."""

    parts: tuple[Requirement, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when all of its parts hold."""

    parts: tuple[Requirement, ...]
    reason: str | None = None


Requirement: TypeAlias = Condition | AnyOf | AllOf


@dataclass(frozen=True, slots=True)
class Window:
    """A round in which can be applied; first and last day both inside."""

    first_day: date
    last_day: date
    label: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in euro; None where no source supports a number. The text says what it means."""

    minimum: float | None
    maximum: float | None
    text: Text


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Whole hours of learning a week that a measure takes, from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Version:
    """The measure as it holds from the first to the last day; None is open-ended."""

    first_day: date | None
    last_day: date | None
    exact: bool = True
    windows: tuple[Window, ...] = ()
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from; mark S = seen in a source, K = own knowledge, shown as not verified."""

    claim: str
    references: tuple[str, ...]  # addresses, or a description where only a secondary text was seen
    mark: Literal["S", "K"]
    confidence: Confidence
    checked_on: date


@dataclass(frozen=True, slots=True)
class Contact:
    """How the person gets there; a part that is None is not known."""

    url: str | None = None
    url_verified: bool = False
    phone: str | None = None
    phone_verified: bool = False


@dataclass(frozen=True, slots=True)
class Flexible:
    """Whether time, place and start can be chosen; None = differs or unknown."""

    time: bool | None = None
    place: bool | None = None
    start: bool | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the measure stands in a route: its purpose there, when it is useful, and how it ranks (low first).

    All of `useful_when` must be known to hold; nothing of `not_useful_when` may be known to hold.
    """

    purpose: Purpose
    useful_when: tuple[Requirement, ...] = ()
    rank: int = 50
    not_useful_when: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A scheme, service, course form or right. Ids are those of the catalogue."""

    id: str
    name: Text
    summary: Text
    next_step: Text
    applicants: tuple[Applicant, ...]
    versions: tuple[Version, ...]
    placement: Placement
    aliases: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    provider: str = ""
    varies_locally: bool = False
    conditions: tuple[Requirement, ...] = ()
    not_when: tuple[Condition, ...] = ()
    check_yourself: tuple[Text, ...] = ()
    permission_from: str | None = None
    flexible: Flexible = field(default_factory=Flexible)
    learning_form: LearningForm | None = None
    hours_per_week: Text | None = None
    weekly_hours: WeeklyHours | None = None  # the same as numbers, where a source gives them
    duration: Text | None = None
    costs_money: bool = False
    barriers: tuple[str, ...] = ()
    solutions: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    contact: Contact = field(default_factory=Contact)
    sources: tuple[Source, ...] = ()
    checked_on: date | None = None
    confidence: Confidence = "high"
    recommendable: bool = True
    mentioned_in_article: bool = False
    municipalities: tuple[str, ...] = ()  # empty: everywhere
    place: str | None = None  # the municipality or region whose own version this is; None is the national one

    @property
    def key(self) -> str:
        """What tells it from the version of another place: `GM0363/taalhuis`; the id of a national one."""
        return f"{self.place}/{self.id}" if self.place else self.id


@dataclass(frozen=True, slots=True)
class DatedAmount:
    """A legal amount or age that changes over time, e.g. aow-age in months."""

    id: str
    unit: str
    values: tuple[tuple[date, int], ...]  # (holds from, value), oldest first
    source: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the core judges: measures by id, dated amounts by id.

    What was checked longer ago than `stale_after` sinks in the ranking and is marked. `kept` holds what was worked out
    from the measures, for as long as the catalogue lives (`index`, `judging`).
    """

    measures: Mapping[str, Measure]
    amounts: Mapping[str, DatedAmount]
    stale_after: timedelta = STALE_AFTER
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
