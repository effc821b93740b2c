"""A question file: catalogue/questions/<field>.yml, barrier-<id>.yml or situation.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from leerroute.catalogue.schema.base import Content, Line, Rank, Texts
from leerroute.catalogue.schema.requirement import Requirements
from leerroute.domain.question import Input


class AnswerContent(Content):
    """A tappable answer; likelihood is a rough share of people."""

    value: bool | int | Line | list[Line]
    title: Texts
    likelihood: Annotated[float, Field(ge=0, le=1)]
    likelihood_then: Annotated[float, Field(ge=0, le=1)] | None = None


class QuestionContent(Content):
    """What is asked, and why."""

    field: Line
    text: Texts
    why: Texts
    input: Input
    sensitive: bool
    rank: Rank
    ask_when: Requirements
    likely_when: Requirements = Field(default_factory=list)
    answers: Annotated[list[AnswerContent], Field(max_length=40)]
