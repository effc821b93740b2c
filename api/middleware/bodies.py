"""Bodies are small and JSON; anything else is refused before it is read whole."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem, problem_response

MAX_BYTES = 64 * 1024
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
        body = await _read(Headers(scope=scope), receive)
        problem = _problem(body, Headers(scope=scope))
        if problem is not None:
            await problem_response(problem, Request(scope))(scope, receive, send)
            return
        await self._app(scope, _replay(body or b"", receive), send)


async def _read(headers: Headers, receive: Receive) -> bytes | None:
    """The whole body, or None when it is larger than allowed."""
    declared = headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > MAX_BYTES:
        return None
    body = b""
    while True:
        message = await receive()
        part: bytes = message.get("body", b"")
        body += part
        if len(body) > MAX_BYTES:
            return None
        if not message.get("more_body", False):
            return body


def _problem(body: bytes | None, headers: Headers) -> Problem | None:
    if body is None:
        return Problem("too-large", headers={"Connection": "close"})
    media_type = headers.get("content-type", "").split(";")[0].strip().lower()
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
