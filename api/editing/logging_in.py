"""Logging in and out."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.access import ServicesIn
from api.editing.frame import SIGN_IN, page
from api.editing.session import COOKIE, EditorIn, Form, SealedFormIn, accounts_of, read_form, seal, set_cookie
from api.problems import Problem
from api.rate_limits import address_of

router = APIRouter()
BEFORE = "leerroute_inloggen"
_BEFORE_SECONDS = 3600


async def _login_form(request: Request) -> Form:
    return await read_form(request, BEFORE)


@router.get("/inloggen")
def ask(request: Request) -> Response:
    """The form, sealed with a cookie of its own so that nobody can log somebody else in."""
    return _form_page(request)


@router.post("/inloggen")
async def log_in(request: Request, services: ServicesIn, form: Annotated[Form, Depends(_login_form)]) -> Response:
    """Start a session, or say that name or password is wrong, without saying which."""
    if not form.sealed:
        return _form_page(request, fault="again", status=400, name=form.text("naam"))
    try:
        services.limits.login(address_of(request), form.text("naam"))
    except Problem as too_many:
        return _form_page(request, fault="too-many", status=429, name=form.text("naam"), headers=too_many.headers)
    name, password = form.text("naam"), form.text("wachtwoord")
    token = await run_in_threadpool(accounts_of(services).log_in, name, password, services.now())
    if token is None:
        return _form_page(request, fault="wrong", status=401, name=name)
    answer = RedirectResponse("/beheer/", 303)
    set_cookie(request, answer, COOKIE, token)
    answer.delete_cookie(BEFORE, path="/beheer")
    return answer


@router.post("/uitloggen")
def log_out(request: Request, services: ServicesIn, _: EditorIn, form: SealedFormIn) -> Response:  # noqa: ARG001
    """End the session, also for whoever copied the cookie."""
    accounts_of(services).log_out(request.cookies.get(COOKIE, ""))
    answer = RedirectResponse(SIGN_IN, 303)
    answer.delete_cookie(COOKIE, path="/beheer")
    return answer


def _form_page(
    request: Request, *, fault: str = "", status: int = 200, name: str = "", headers: dict[str, str] | None = None
) -> Response:
    if len(name) > 200:
        raise HTTPException(400)
    token = request.cookies.get(BEFORE) or secrets.token_urlsafe()
    request.state.seal = seal(request, token)
    answer = page(request, "login.html", status=status, fault=fault, name=name, headers=headers)
    set_cookie(request, answer, BEFORE, token, _BEFORE_SECONDS)
    return answer
