"""From draft to public: the preview, publishing with a reason, throwing a draft away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.editing.desk import Desk, DeskIn, Opened
from api.editing.frame import page
from api.editing.session import EditorIn, PublisherIn, SealedFormIn
from leerroute.catalogue.edits import sha256
from leerroute.catalogue.errors import ContentErrors
from leerroute.editing.differences import differences
from leerroute.editing.drafts import DraftChanged
from leerroute.editing.preview import preview
from leerroute.editing.publishing import Change, NoReason, Outdated
from leerroute.editing.samples import golden_cases, people

router = APIRouter(prefix="/maatregelen/{measure}")
MOST_PEOPLE = 12


@router.get("/voorbeeld")
def look(measure: str, request: Request, desk: DeskIn, _: EditorIn) -> Response:
    """What the draft changes, on a date."""
    return _preview_page(request, desk, desk.open(measure))


@router.post("/publiceren")
def publish(measure: str, request: Request, desk: DeskIn, editor: PublisherIn, form: SealedFormIn) -> Response:
    """Make the draft public, when it is still the one that was looked at."""
    opened = desk.open(measure)
    if opened.draft is None or opened.seen != form.text("gezien") or opened.outdated:
        return _preview_page(request, desk, opened, status=409, fault="changed", why=form.text("waarom"))
    if form.text("gevallen") and not form.text("gevallen-gezien"):
        return _preview_page(request, desk, opened, status=422, fault="cases", why=form.text("waarom"))
    change = Change(opened.file, opened.draft.text, opened.based_on)
    try:
        desk.publishing.publish([change], editor.name, form.text("waarom"), desk.now())
    except NoReason:
        return _preview_page(request, desk, opened, status=422, fault="reason", why=form.text("waarom"))
    except Outdated:
        return _preview_page(request, desk, desk.open(measure), status=409, fault="changed", why=form.text("waarom"))
    except ContentErrors as errors:
        return _preview_page(request, desk, opened, status=422, errors=errors, why=form.text("waarom"))
    return RedirectResponse(f"/beheer/maatregelen/{measure}/geschiedenis?klaar=gepubliceerd", 303)


@router.post("/weggooien")
def discard(measure: str, request: Request, desk: DeskIn, _: EditorIn, form: SealedFormIn) -> Response:
    """Throw the draft away, when it is still the one that was looked at."""
    opened = desk.open(measure)
    try:
        desk.drafts.discard(opened.file, form.text("gezien"))
    except DraftChanged:
        return _preview_page(request, desk, desk.open(measure), status=409, fault="changed")
    return RedirectResponse(f"/beheer/maatregelen/{measure}", 303)


@router.post("/bijwerken")
def rebase(measure: str, request: Request, desk: DeskIn, editor: EditorIn, form: SealedFormIn) -> Response:
    """Keep the draft after somebody else published: from now on it replaces that version, knowingly."""
    opened = desk.open(measure)
    if opened.draft is None or sha256(opened.live) != form.text("geldt"):
        return _preview_page(request, desk, opened, status=409, fault="changed")
    try:
        desk.drafts.save(opened.file, opened.text, sha256(opened.live), form.text("gezien"), editor.name, desk.now())
    except DraftChanged:
        return _preview_page(request, desk, desk.open(measure), status=409, fault="changed")
    return RedirectResponse(f"/beheer/maatregelen/{measure}/voorbeeld", 303)


def _preview_page(
    request: Request,
    desk: Desk,
    opened: Opened,
    *,
    status: int = 200,
    fault: str = "",
    why: str = "",
    errors: ContentErrors | None = None,
) -> Response:
    on, wrong_day = _day(request, desk)
    seen = None
    try:
        live = desk.services.catalogue.catalogue()
        draft = replace(desk.check(opened, opened.text).catalogue, stale_after=live.stale_after)
        seen = preview(live, draft, opened.id, on, people(), golden_cases(opened.id))
    except ContentErrors as found:
        errors = errors or found
    effects = sorted(seen.effects, key=lambda effect: not effect.changes) if seen else []
    return page(
        request,
        "measure_preview.html",
        status=status,
        opened=opened,
        view=desk.view,
        on=on,
        wrong_day=wrong_day,
        seen=seen,
        effects=effects[: max(MOST_PEOPLE, sum(effect.changes for effect in effects))],
        changes=tuple(differences(opened.live_data, opened.data)),
        faults=desk.view.faults(errors.errors, opened.file) if errors else [],
        fault=fault,
        why=why,
        live_mark=sha256(opened.live),
        names=_names(desk),
    )


def _day(request: Request, desk: Desk) -> tuple[date, str]:
    typed = request.query_params.get("datum", "").strip()
    try:
        return (date.fromisoformat(typed) if typed else desk.services.settings.on()), ""
    except ValueError:
        return desk.services.settings.on(), typed[:40]


def _names(desk: Desk) -> dict[str, Any]:
    wording = desk.services.routes.wording("nl")
    return {
        "status": lambda code: wording.label("statuses", code) if code else "",
        "eligibility": lambda code: wording.label("eligibility", code),
        "field": wording.field,
    }
