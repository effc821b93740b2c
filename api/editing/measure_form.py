"""Editing a measure: the form, or the whole file in its own notation. Saving makes a draft; nothing becomes public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.editing.desk import Desk, DeskIn, Opened
from api.editing.form_reading import read_measure
from api.editing.form_spec import parts
from api.editing.form_view import marked
from api.editing.frame import page
from api.editing.session import EditorIn, Form, FormIn
from leerroute.catalogue.edits import sha256
from leerroute.catalogue.errors import ContentError, ContentErrors
from leerroute.editing.differences import Difference, differences
from leerroute.editing.documents import data_of, with_data
from leerroute.editing.drafts import DraftChanged

router = APIRouter(prefix="/maatregelen/{measure}")


@dataclass(frozen=True)
class Clash:
    """Somebody else was first: who, what was done, when, and what is different from what was typed here."""

    who: str
    what: str
    when: datetime | None
    changes: tuple[Difference, ...]


@router.get("")
def edit(measure: str, request: Request, desk: DeskIn, _: EditorIn) -> Response:
    """The form, with the draft or else what is published."""
    opened = desk.open(measure)
    message = "saved" if opened.draft and request.query_params.get("bewaard") else ""
    return _form_page(request, desk, opened, opened.data, message=message)


@router.post("")
def save(measure: str, request: Request, desk: DeskIn, editor: EditorIn, form: FormIn) -> Response:
    """Keep a draft, when it is right and nobody was first; else the form again, with everything that was typed."""
    opened = desk.open(measure)
    typed = read_measure(form, opened.data)
    if not form.sealed:
        return _form_page(request, desk, opened, typed, status=400, message="again")
    try:
        text = with_data(opened.text, typed)
        faults = _faults(desk, opened, text)
    except ContentErrors as errors:
        faults = list(errors.errors)
    if faults:
        return _form_page(request, desk, opened, typed, status=422, faults=faults)
    clash = _keep(desk, opened, text, form, editor.name)
    if clash:
        again = desk.open(measure)
        return _form_page(request, desk, again, typed, status=409, clash=clash)
    return _saved(measure, form)


@router.get("/notatie")
def edit_whole(measure: str, request: Request, desk: DeskIn, _: EditorIn) -> Response:
    """The whole file as text: everything can be changed here."""
    opened = desk.open(measure)
    return _notation_page(request, desk, opened, opened.text)


@router.post("/notatie")
def save_whole(measure: str, request: Request, desk: DeskIn, editor: EditorIn, form: FormIn) -> Response:
    """The same as for the form."""
    opened = desk.open(measure)
    text = form.text("bestand").rstrip() + "\n"
    if not form.sealed:
        return _notation_page(request, desk, opened, text, status=400, message="again")
    if faults := _faults(desk, opened, text):
        return _notation_page(request, desk, opened, text, status=422, faults=faults)
    clash = _keep(desk, opened, text, form, editor.name)
    if clash:
        return _notation_page(request, desk, desk.open(measure), text, status=409, clash=clash)
    return _saved(measure, form)


def _saved(measure: str, form: Form) -> Response:
    after = "/voorbeeld" if form.text("daarna") == "voorbeeld" else "?bewaard=1"
    return RedirectResponse(f"/beheer/maatregelen/{measure}{after}", 303)


def _faults(desk: Desk, opened: Opened, text: str) -> list[ContentError]:
    try:
        desk.check(opened, text)
    except ContentErrors as errors:
        return list(errors.errors)
    return []


def _keep(desk: Desk, opened: Opened, text: str, form: Form, author: str) -> Clash | None:
    """Save the draft; or say who was first since this form was opened."""
    based_on = form.text("geldt")
    try:
        if not opened.draft and based_on != sha256(opened.live):
            return _published_meanwhile(desk, opened, text)
        desk.drafts.save(opened.file, text, based_on, form.text("gezien"), author, desk.now())
    except DraftChanged as changed:
        there = changed.now
        if there is None:
            return _published_meanwhile(desk, opened, text)
        made = tuple(differences(data_of(there.text, opened.file), data_of(text, opened.file)))
        return Clash(there.author, "bewaard", there.saved_at, made)
    return None


def _published_meanwhile(desk: Desk, opened: Opened, text: str) -> Clash:
    """The draft is gone: it was published, or thrown away."""
    last = next(iter(desk.publishing.history(opened.file)), None)
    live = desk.open(opened.id).live
    made = tuple(differences(data_of(live, opened.file), data_of(text, opened.file)))
    return Clash(last.author if last else "", "gepubliceerd of weggegooid", last.published_at if last else None, made)


def _form_page(
    request: Request,
    desk: Desk,
    opened: Opened,
    data: dict[str, Any],
    *,
    status: int = 200,
    faults: Iterable[ContentError] = (),
    clash: Clash | None = None,
    message: str = "",
) -> Response:
    shown = desk.view.faults(faults, opened.file)
    return page(
        request,
        "measure_form.html",
        status=status,
        parts=parts(),
        data=data,
        faults=shown,
        marked=marked(shown),
        **_about(desk, opened, clash, message),
    )


def _notation_page(
    request: Request,
    desk: Desk,
    opened: Opened,
    text: str,
    *,
    status: int = 200,
    faults: Iterable[ContentError] = (),
    clash: Clash | None = None,
    message: str = "",
) -> Response:
    shown = desk.view.faults(faults, opened.file)
    about = _about(desk, opened, clash, message)
    return page(request, "measure_notation.html", status=status, text=text, faults=shown, **about)


def _about(desk: Desk, opened: Opened, clash: Clash | None, message: str) -> dict[str, Any]:
    """What both forms show. After a clash the form carries the newest marks: saving again is then a choice."""
    return {
        "measure": opened.id,
        "name": opened.name,
        "draft": opened.draft,
        "seen": opened.seen,
        "based_on": opened.based_on,
        "conflict": opened.file in desk.publishing.conflicts(),
        "view": desk.view,
        "clash": clash,
        "message": message,
    }
