"""What the pages of a measure work with, put together for one request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends
from starlette.exceptions import HTTPException

from api.access import ServicesIn
from api.editing.form_view import FormView
from api.services import Services
from leerroute.catalogue.content import Content
from leerroute.catalogue.edits import sha256
from leerroute.editing.documents import data_of
from leerroute.editing.drafts import Draft, Drafts
from leerroute.editing.publishing import Publishing

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Opened:
    """A measure as it is on the desk: the published text, and the draft when there is one."""

    id: str
    file: str
    live: str
    draft: Draft | None

    @property
    def text(self) -> str:
        """What is worked on."""
        return self.draft.text if self.draft else self.live

    @property
    def data(self) -> dict[str, Any]:
        """The same as plain data."""
        return data_of(self.text, self.file)

    @property
    def live_data(self) -> dict[str, Any]:
        """What is published, as plain data."""
        return data_of(self.live, self.file)

    @property
    def seen(self) -> str:
        """The mark of the draft, "" without one."""
        return self.draft.mark if self.draft else ""

    @property
    def based_on(self) -> str:
        """The published version that the work started from."""
        return self.draft.based_on if self.draft else sha256(self.live)

    @property
    def outdated(self) -> bool:
        """Whether another version was published since the draft was begun."""
        return self.based_on != sha256(self.live)

    @property
    def name(self) -> str:
        """The Dutch name, for headings."""
        name = self.live_data.get("name")
        return str(name.get("nl", self.id)) if isinstance(name, Mapping) else self.id


@dataclass(frozen=True)
class Desk:
    """Publishing, drafts, and the words of the pages."""

    services: Services
    publishing: Publishing
    drafts: Drafts
    view: FormView

    def open(self, measure: str) -> Opened:
        """The measure. Raises 404 when there is none."""
        file = f"measures/{measure}.yml"
        live = self.publishing.live_text(file) if _ID.fullmatch(measure) and len(measure) <= 80 else None
        if live is None:
            raise HTTPException(404)
        return Opened(measure, file, live, self.drafts.get(file))

    def check(self, opened: Opened, text: str) -> Content:
        """All content as it would be with this text. Raises ContentErrors."""
        return self.publishing.content_with({opened.file: text})

    def now(self) -> datetime:
        """The moment of the request."""
        return self.services.now()


def desk_of(services: ServicesIn) -> Desk:
    """A desk over the database of the app."""
    view = FormView(services.routes.wording("nl"), services.catalogue.catalogue().measures)
    return Desk(services, Publishing(services.engine), Drafts(services.engine), view)


DeskIn = Annotated[Desk, Depends(desk_of)]
