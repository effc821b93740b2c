"""Take the route along: as a PDF, in a calendar, or to another device with a code."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.access import OwnCase, ServicesIn
from api.language import language_of
from api.problems import Problem
from api.rate_limits import address_of
from api.schemas.take_along import CodeIn, CodeOut, ContinuationIn, Continued
from api.services import Services
from api.take_along.calendar import route_calendar
from api.take_along.pdf import route_pdf
from api.take_along.qr import qr_path
from leerroute.cases import Case
from leerroute.domain.measure import Language

router = APIRouter(tags=["conversations"])
FRAGMENT = "leerroute"
DASH_AFTER = 4


@router.get(
    "/conversations/{id}/pdf",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "The route, tagged for screen readers"}},
)
async def route_as_pdf(case: OwnCase, request: Request, services: ServicesIn) -> Response:
    """The route to print or to keep."""
    services.limits.message_in(case.id)
    language = language_of(request)

    def made() -> bytes:
        return route_pdf(_route(services, case, language), services.routes.wording(language))

    return _file(await run_in_threadpool(made), "application/pdf", "leerroute.pdf")


@router.get(
    "/conversations/{id}/calendar",
    response_class=Response,
    responses={200: {"content": {"text/calendar": {}}, "description": "The dates of the route"}},
)
async def route_as_calendar(case: OwnCase, request: Request, services: ServicesIn) -> Response:
    """When to begin, and until when things can be asked for."""
    services.limits.message_in(case.id)
    language = language_of(request)

    def made() -> bytes:
        return route_calendar(_route(services, case, language), case.id, language, services.now())

    return _file(await run_in_threadpool(made), "text/calendar; charset=utf-8", "leerroute.ics")


@router.post("/conversations/{id}/codes", status_code=201, responses={201: {"model": CodeOut}})
async def code_for_elsewhere(case: OwnCase, body: CodeIn, services: ServicesIn) -> JSONResponse:
    """A short code to go on with on another device: it works once, and for ten minutes. A new one replaces the old."""
    services.limits.message_in(case.id)
    code, expires_at = await run_in_threadpool(services.codes.make, case.id, services.now())
    shown = f"{code[:DASH_AFTER]}-{code[DASH_AFTER:]}"
    answer = {"code": shown, "expiresAt": expires_at.isoformat(), "qr": _qr(body.page, shown)}
    return JSONResponse(answer, 201)


@router.post("/continuations", status_code=201, responses={201: {"model": Continued}})
async def go_on_here(body: ContinuationIn, request: Request, services: ServicesIn) -> JSONResponse:
    """Swap a code for a token of your own. A code that is wrong, used or old gives one and the same 404."""
    services.limits.code_from(address_of(request))
    case, token = await run_in_threadpool(_opened, services, body.code)
    answer = {
        "id": case.id,
        "token": token,
        "language": case.language,
        "expiresAt": case.expires_at.isoformat(),
    }
    return JSONResponse(answer, 201, headers={"Location": f"/api/v1/conversations/{case.id}"})


def _opened(services: Services, code: str) -> tuple[Case, str]:
    now = services.now()
    swapped = services.codes.swap(code, now)
    case = services.cases.with_token(*swapped, now) if swapped else None
    if swapped is None or case is None:
        raise Problem("not-found")
    return case, swapped[1]


def _route(services: Services, case: Case, language: Language) -> dict[str, Any]:
    """The route of the talk; Problem when the talk has not come that far."""
    if not case.done:
        raise Problem("no-route")
    return dict(services.talk.route(case, services.settings.on(), language))


def _qr(page: str | None, code: str) -> dict[str, Any] | None:
    """The code is in the fragment: that part of an address is never sent to a server or written in its logs."""
    if page is None:
        return None
    address = f"{page}#{FRAGMENT}={code}"
    size, path = qr_path(address)
    return {"size": size, "path": path, "address": address}


def _file(content: bytes, media_type: str, name: str) -> Response:
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
