"""What no one expected: a problem for the caller; for us the kind and place of the error, never its contents."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem, problem_response

logger = logging.getLogger("api.errors")


class LastResort:
    """An error's message may hold what a person said (a value, an SQL parameter), so it is not logged."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 500 when the app fails before it answers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def noting(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:  # noqa: BLE001 - this is the one place that answers for everything
            logger.error("%s at %s", type(error).__qualname__, place_of(error))
            if not started:
                await problem_response(Problem("internal"), Request(scope))(scope, receive, send)


def place_of(error: BaseException) -> str:
    """File, line and function of the innermost frames, without the source line or the message."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames)) or "unknown"
