"""The files of a place: catalogue/local/<municipality code or region id>/desk.yml and texts.yml.

Its own measures (measures/<id>.yml) have the schema of every measure.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, RootModel

from leerroute.catalogue.schema.base import Content, Id, Line, Phone, Prose, Texts, WebAddress
from leerroute.catalogue.schema.measure import ContactContent, SourceContent


class LocalDeskContent(Content):
    """Where the people of a place can go."""

    name: Line
    url: WebAddress | None
    phone: Phone | None
    source: Prose
    checked_on: date


class LocalTextContent(Content):
    """What is said otherwise in this place; what is left out stays as it is nationally. It says where that was seen."""

    summary: Texts | None = None
    next_step: Texts | None = None
    check_yourself: Annotated[list[Texts], Field(default_factory=list, max_length=20)]
    contact: ContactContent | None = None
    source: SourceContent


class LocalTextsContent(RootModel[dict[Id, LocalTextContent]]):
    """texts.yml: by the id of a measure."""
