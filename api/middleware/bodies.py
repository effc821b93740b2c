"""Bodies are small and JSON, or a form of the editors; anything else is refused before it is read whole."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem, problem_response

MAX_BYTES = 64 * 1024
FORMS = "/beheer/"
LARGE_FORMS = "/beheer/maatregelen/"
MAX_FORM_BYTES = 4 * 1024 * 1024  # so that a text that is far too long is refused by name, with nothing typed lost
WITH_BODY = frozenset({"POST", "PATCH", "PUT"})


class Bodies:
    """Reads a body up to the limit and hands it on in one piece."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse with 413 or 415, or go on."""
        if scope["type"] != "http" or scope["method"] not in WITH_BODY:
            await self._app(scope, receive, send)
            return
        body = await _read(Headers(scope=scope), receive, _most(scope["path"]))
        problem = _problem(body, Headers(scope=scope), scope["path"])
        if problem is not None:
            await problem_response(problem, Request(scope))(scope, receive, send)
            return
        await self._app(scope, _replay(body or b"", receive), send)


def _most(path: str) -> int:
    return MAX_FORM_BYTES if path.startswith(LARGE_FORMS) else MAX_BYTES


async def _read(headers: Headers, receive: Receive, most: int) -> bytes | None:
    """The whole body, or None when it is larger than allowed."""
    declared = headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > most:
        return None
    body = b""
    while True:
        message = await receive()
        part: bytes = message.get("body", b"")
        body += part
        if len(body) > most:
            return None
        if not message.get("more_body", False):
            return body


def _problem(body: bytes | None, headers: Headers, path: str) -> Problem | None:
    if body is None:
        return Problem("too-large", headers={"Connection": "close"})
    media_type = headers.get("content-type", "").split(";")[0].strip().lower()
    if path.startswith(FORMS):
        fits = media_type == "application/x-www-form-urlencoded"
        return Problem("unsupported-media-type") if body and not fits else None
    is_json = media_type == "application/json" or (
        media_type.startswith("application/") and media_type.endswith("+json")
    )
    return Problem("unsupported-media-type") if body and not is_json else None


def _replay(body: bytes, receive: Receive) -> Receive:
    pending = [body]

    async def replay() -> Message:
        if pending:
            return {"type": "http.request", "body": pending.pop(), "more_body": False}
        return await receive()

    return replay
