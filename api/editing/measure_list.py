"""All measures on a date, to look for the one to edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.access import ServicesIn
from api.editing.desk import DeskIn
from api.editing.frame import page
from api.editing.session import EditorIn
from leerroute.catalogue.listing import Filter
from leerroute.catalogue.repository import MOST_PER_PAGE
from leerroute.domain.measure import Status

router = APIRouter()
LONGEST_QUERY = 200


@dataclass(frozen=True)
class Asked:
    """What the list was asked for; what cannot be understood counts as not asked, and the page says so."""

    query: str
    status: Status | None
    on: date
    number: int
    wrong_day: str


@router.get("/")
def read(request: Request, services: ServicesIn, desk: DeskIn, _: EditorIn) -> Response:
    """A page of the list."""
    asked = _asked(request, services.settings.on())
    found = services.catalogue.list_measures(
        asked.on, Filter(asked.status), query=asked.query or None, page=asked.number, size=MOST_PER_PAGE
    )
    labels = services.routes.wording("nl")
    return page(
        request,
        "list.html",
        asked=asked,
        found=found,
        statuses=[(status, labels.label("statuses", status)) for status in get_args(Status)],
        status_names={status: labels.label("statuses", status) for status in get_args(Status)},
        drafts=set(desk.drafts.all()),
        conflicts=set(desk.publishing.conflicts()),
        pages=(found.total - 1) // found.size + 1,
    )


def _asked(request: Request, today: date) -> Asked:
    given = request.query_params
    on, wrong = today, ""
    if typed := given.get("datum", "").strip():
        try:
            on = date.fromisoformat(typed)
        except ValueError:
            wrong = typed[:40]
    status = given.get("status", "")
    number = given.get("pagina", "1")
    return Asked(
        query=given.get("zoek", "").strip()[:LONGEST_QUERY],
        status=cast("Status", status) if status in get_args(Status) else None,
        on=on,
        number=int(number) if number.isdecimal() and len(number) < 4 else 1,
        wrong_day=wrong,
    )
