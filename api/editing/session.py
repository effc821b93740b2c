"""Who is logged in, and whether a form really came from our own page."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.access import ServicesIn
from api.services import Services
from leerroute.editing.accounts import Accounts, Editor

COOKIE = "leerroute_beheer"
MOST_FIELDS = 5000
SEAL = "zegel"


class NotLoggedIn(Exception):
    """There is no session (any more)."""


class NotAllowed(Exception):
    """This role may not do this."""


@dataclass(frozen=True)
class Form:
    """A form that was sent. `sealed` is false when it was not made for this session: then nothing may be done."""

    values: dict[str, list[str]] = field(default_factory=dict)
    sealed: bool = False

    def text(self, name: str) -> str:
        """The value of a field, with line ends as we write them."""
        return self.values.get(name, [""])[-1].replace("\r\n", "\n")

    def many(self, name: str) -> list[str]:
        """All values of a field with this name."""
        return self.values.get(name, [])


def accounts_of(services: Services) -> Accounts:
    """The accounts, with the settings of this place."""
    return Accounts(services.engine, timedelta(minutes=services.settings.editing_idle_minutes))


def seal(request: Request, token: str) -> str:
    """What a form must bring back: only who has the secret can make it for this cookie."""
    secret: bytes = request.app.state.editing_secret
    return hmac.new(secret, f"form:{token}".encode(), hashlib.sha256).hexdigest()


def set_cookie(request: Request, response: Response, name: str, value: str, seconds: int | None = None) -> None:
    """A cookie that scripts cannot read and other sites cannot send; over HTTPS only where there is HTTPS."""
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path="/beheer",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


async def _editor(request: Request, services: ServicesIn) -> Editor:
    token = request.cookies.get(COOKIE, "")
    found = await run_in_threadpool(accounts_of(services).editor, token, services.now()) if token else None
    if found is None:
        raise NotLoggedIn
    request.state.editor = found
    request.state.seal = seal(request, token)
    return found


def _publisher(editor: Annotated[Editor, Depends(_editor)]) -> Editor:
    if not editor.may_publish:
        raise NotAllowed
    return editor


EditorIn = Annotated[Editor, Depends(_editor)]
"""Somebody who is logged in; anybody else is sent to the login."""
PublisherIn = Annotated[Editor, Depends(_publisher)]
"""Somebody who may publish; an editor is told that this is not allowed."""


def _reader(cookie: str) -> Callable[[Request], object]:
    async def read(request: Request) -> Form:
        return await read_form(request, cookie)

    return read


async def read_form(request: Request, cookie: str = COOKIE) -> Form:
    """The form of the body, with whether its seal fits the cookie."""
    body = await request.body()
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise HTTPException(400) from None
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    token = request.cookies.get(cookie, "")
    sealed = bool(token) and hmac.compare_digest(values.get(SEAL, [""])[-1].encode(), seal(request, token).encode())
    own_site = request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    return Form(values, sealed and own_site)


FormIn = Annotated[Form, Depends(_reader(COOKIE))]
"""The form that was sent, for a page that itself decides what to do when the seal is wrong."""


def _sealed(form: FormIn) -> Form:
    if not form.sealed:
        raise HTTPException(400)
    return form


SealedFormIn = Annotated[Form, Depends(_sealed)]
"""A form that came from our own page in this session."""
