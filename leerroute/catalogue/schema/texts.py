"""Files of texts and dated amounts: barriers, solutions, target groups, amounts, reasons, labels, everyday words."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, RootModel, StringConstraints

from leerroute.catalogue.schema.base import Content, Id, Line, Prose, Texts

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]
Labels = dict[Code, Texts]


class TopicContent(Content):
    """A barrier, solution or target group in words."""

    id: Id
    name: Texts
    explanation: Texts
    rationale: Texts
    source: Prose


class AmountValueContent(Content):
    """A value, from a day on."""

    from_: date
    value: Annotated[int, Field(ge=0, le=10_000_000)]


class DatedAmountContent(Content):
    """A legal amount or age that changes over time."""

    id: Id
    unit: Literal["months", "euro"]
    source: Prose
    checked_on: date
    mark: Literal["S", "K"]
    values: Annotated[list[AmountValueContent], Field(min_length=1, max_length=200)]


class ReasonsContent(RootModel[dict[Code, Texts]]):
    """Texts by reason code, with {placeholders}."""


class FieldLabelContent(Content):
    """The short name of a field and of its values."""

    name: Texts
    values: Labels


class LabelsContent(Content):
    """Short names of the words of the domain."""

    fields: dict[Code, FieldLabelContent]
    phases: Labels
    purposes: Labels
    statuses: Labels
    eligibility: Labels
    applicants: Labels
    learning_forms: Labels
    opening_hours: Labels = Field(default_factory=dict)
    quick_replies: Labels
    totals: Labels
    terms: Labels
    talk: Labels


class IndicatorsContent(RootModel[dict[Id, Texts]]):
    """Names of the regional indicators."""


class EverydayWordsContent(Content):
    """Names of measures that are ordinary words too, and the words near or among which they are meant as a name."""

    words: Annotated[list[Line], Field(max_length=200)]
    cues: Annotated[list[Line], Field(max_length=200)]
    fillers: Annotated[list[Line], Field(max_length=200)]


class SearchWordsContent(RootModel[dict[Id, Annotated[list[Line], Field(min_length=1, max_length=60)]]]):
    """By the id of a measure the words that people type for it."""
