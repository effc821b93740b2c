"""The sources of all measures: broken links first, then those of longest ago; and noting that somebody looked today."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.editing.desk import Desk, DeskIn
from api.editing.frame import page
from api.editing.session import EditorIn, PublisherIn, SealedFormIn
from leerroute.catalogue.edits import sha256
from leerroute.catalogue.errors import ContentErrors
from leerroute.database import reading
from leerroute.editing.checking import Check, checked, checks
from leerroute.editing.documents import with_data
from leerroute.editing.publishing import Change, NoReason, Outdated
from leerroute.links.troubles import troubles

router = APIRouter(prefix="/bronnen")
ALL = "alle"


@router.get("")
def read(request: Request, desk: DeskIn, _: EditorIn) -> Response:
    """What must be looked at again; with `toon=alle` everything."""
    return _list_page(request, desk)


@router.post("/{measure}")
def note(measure: str, request: Request, desk: DeskIn, editor: PublisherIn, form: SealedFormIn) -> Response:
    """Publish the measure with today as the day of all its sources."""
    opened = desk.open(measure)
    today = desk.services.settings.on()
    text = with_data(opened.live, checked(opened.live_data, today))
    try:
        change = Change(opened.file, text, form.text("geldt"))
        desk.publishing.publish([change], editor.name, form.text("waarom"), desk.now())
    except (NoReason, Outdated, ContentErrors) as error:
        fault = {NoReason: "reason", Outdated: "changed"}.get(type(error), "content")
        return _list_page(request, desk, status=409 if fault == "changed" else 422, fault=fault)
    return RedirectResponse(f"/beheer/bronnen?klaar={opened.id}", 303)


def _file(check: Check) -> str:
    return f"measures/{check.measure.id}.yml"


def _list_page(request: Request, desk: Desk, *, status: int = 200, fault: str = "") -> Response:
    services = desk.services
    today, everything = services.settings.on(), request.query_params.get("toon") == ALL
    measures = services.catalogue.catalogue().measures
    found = checks(measures.values(), today, services.settings.stale_after)
    with reading(services.engine) as connection:
        links = troubles(connection)
    found.sort(key=lambda check: not links.broken(check.measure.id))  # the rest stays in its order
    shown = [check for check in found if everything or check.stale or check.measure.id in links.of_measures]
    done = measures.get(request.query_params.get("klaar", ""))
    return page(
        request,
        "sources.html",
        status=status,
        checks=shown,
        links=links,
        marks={file: sha256(text) for file, text in desk.publishing.live_texts(map(_file, shown)).items()},
        drafts=set(desk.drafts.all()),
        stale=sum(check.stale for check in found),
        days=services.settings.stale_after_days,
        everything=everything,
        done=done,
        fault=fault,
    )
