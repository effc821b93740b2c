"""Every version of a measure: who, when, why, what; and putting an old one back."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.editing.desk import Desk, DeskIn, Opened
from api.editing.frame import page
from api.editing.session import EditorIn, PublisherIn, SealedFormIn
from leerroute.catalogue.edits import Edit, sha256
from leerroute.catalogue.errors import ContentErrors
from leerroute.editing.differences import Difference, differences
from leerroute.editing.documents import data_of
from leerroute.editing.publishing import Change, NoReason, Outdated

router = APIRouter(prefix="/maatregelen/{measure}")


@dataclass(frozen=True)
class Shown:
    """A version with what it changed."""

    edit: Edit
    changes: tuple[Difference, ...]


@router.get("/geschiedenis")
def read(measure: str, request: Request, desk: DeskIn, _: EditorIn) -> Response:
    """All versions, newest first."""
    return _history_page(request, desk, desk.open(measure))


@router.get("/terug/{number}")
def ask_undo(measure: str, number: int, request: Request, desk: DeskIn, _: PublisherIn) -> Response:
    """What would change when this version comes back, and why."""
    return _undo_page(request, desk, desk.open(measure), number)


@router.post("/terug/{number}")
def undo(
    measure: str, number: int, request: Request, desk: DeskIn, editor: PublisherIn, form: SealedFormIn
) -> Response:
    """Publish the old version as a new one."""
    opened = desk.open(measure)
    text = _version(desk, opened, number).text
    change = Change(opened.file, text, form.text("geldt"), restores=number)
    return _publish(request, desk, opened, change, (editor.name, form.text("waarom")), number)


@router.post("/bestand")
def take_file(measure: str, request: Request, desk: DeskIn, editor: PublisherIn, form: SealedFormIn) -> Response:
    """In a conflict: the version of the files counts."""
    opened = desk.open(measure)
    in_files = desk.publishing.conflicts().get(opened.file)
    if in_files is None:
        return _history_page(request, desk, opened, status=409, fault="changed")
    change = Change(opened.file, in_files, form.text("geldt"))
    return _publish(request, desk, opened, change, (editor.name, form.text("waarom")), None)


@router.post("/houden")
def keep_edit(measure: str, request: Request, desk: DeskIn, editor: PublisherIn, form: SealedFormIn) -> Response:
    """In a conflict: the published version stays, knowing what the files say."""
    opened = desk.open(measure)
    change = Change(opened.file, opened.live, form.text("geldt"))
    return _publish(request, desk, opened, change, (editor.name, form.text("waarom")), None)


def _publish(
    request: Request, desk: Desk, opened: Opened, change: Change, signed: tuple[str, str], number: int | None
) -> Response:
    author, why = signed
    try:
        desk.publishing.publish([change], author, why, desk.now())
    except (NoReason, Outdated, ContentErrors) as error:
        fault = {NoReason: "reason", Outdated: "changed"}.get(type(error), "content")
        status = 409 if fault == "changed" else 422
        errors = error if isinstance(error, ContentErrors) else None
        if number is None:
            return _history_page(request, desk, opened, status=status, fault=fault, errors=errors)
        return _undo_page(request, desk, opened, number, status=status, fault=fault, errors=errors)
    return RedirectResponse(f"/beheer/maatregelen/{opened.id}/geschiedenis?klaar=gepubliceerd", 303)


def _version(desk: Desk, opened: Opened, number: int) -> Edit:
    for edit in desk.publishing.history(opened.file):
        if edit.number == number:
            return edit
    raise HTTPException(404)


def _undo_page(
    request: Request,
    desk: Desk,
    opened: Opened,
    number: int,
    *,
    status: int = 200,
    fault: str = "",
    errors: ContentErrors | None = None,
) -> Response:
    edit = _version(desk, opened, number)
    return page(
        request,
        "measure_undo.html",
        status=status,
        opened=opened,
        view=desk.view,
        edit=edit,
        changes=tuple(differences(opened.live_data, data_of(edit.text, opened.file))),
        live_mark=sha256(opened.live),
        fault=fault,
        faults=desk.view.faults(errors.errors, opened.file) if errors else [],
    )


def _history_page(
    request: Request,
    desk: Desk,
    opened: Opened,
    *,
    status: int = 200,
    fault: str = "",
    errors: ContentErrors | None = None,
) -> Response:
    history = desk.publishing.history(opened.file)
    data = [data_of(edit.text, opened.file) for edit in history]
    pairs = zip(history, data, [*data[1:], None], strict=True)
    in_files = desk.publishing.conflicts().get(opened.file)
    return page(
        request,
        "measure_history.html",
        status=status,
        opened=opened,
        view=desk.view,
        versions=[Shown(edit, tuple(differences(former, own)) if former else ()) for edit, own, former in pairs],
        conflict=None if in_files is None else tuple(differences(opened.live_data, data_of(in_files, opened.file))),
        live_mark=sha256(opened.live),
        done=request.query_params.get("klaar") == "gepubliceerd",
        fault=fault,
        faults=desk.view.faults(errors.errors, opened.file) if errors else [],
    )
