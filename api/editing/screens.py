"""The app of the screens, with errors as pages instead of JSON."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from api.editing import help_page, logging_in, measure_form, measure_history, measure_list, measure_publish, source_list
from api.editing.frame import SIGN_IN, page
from api.editing.session import NotAllowed, NotLoggedIn
from api.problems import Problem

STATIC = Path(__file__).parent / "static"


def serve_editing(app: FastAPI) -> None:
    """Mount the screens; they share the services of the app."""
    screens = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    screens.state = app.state
    for part in (logging_in, measure_list, measure_form, measure_publish, measure_history, source_list, help_page):
        screens.include_router(part.router)
    screens.mount("/vorm", StaticFiles(directory=STATIC))
    _handle_errors(screens)
    app.add_api_route("/beheer", lambda: RedirectResponse("/beheer/", 308), include_in_schema=False)
    app.mount("/beheer", screens)


def _handle_errors(screens: FastAPI) -> None:
    @screens.exception_handler(NotLoggedIn)
    async def log_in_first(request: Request, _: NotLoggedIn) -> Response:
        """Who only looks is sent to the login; who sends a form is told how not to lose what was typed."""
        if request.method in ("GET", "HEAD"):
            return RedirectResponse(SIGN_IN, 303)
        return page(request, "ended.html", status=401)

    @screens.exception_handler(NotAllowed)
    async def not_allowed(request: Request, _: NotAllowed) -> Response:
        return page(request, "fault.html", status=403, kind="not-allowed")

    @screens.exception_handler(Problem)
    async def problem(request: Request, error: Problem) -> Response:
        kind = "too-many" if error.kind == "too-many-requests" else "not-found"
        status = 429 if kind == "too-many" else 404
        return page(request, "fault.html", status=status, kind=kind, headers=error.headers)

    @screens.exception_handler(RequestValidationError)
    async def unreadable(request: Request, _: RequestValidationError) -> Response:
        return page(request, "fault.html", status=400, kind="unreadable")

    @screens.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        kind = "not-found" if error.status_code in (404, 405) else "unreadable"
        return page(request, "fault.html", status=error.status_code, kind=kind)

    @screens.exception_handler(Exception)
    async def broken(request: Request, _: Exception) -> Response:
        return page(request, "fault.html", status=500, kind="broken")
