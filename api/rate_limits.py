"""How fast one address or one talk may go. Counted in this process's memory."""

from __future__ import annotations

import math
import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import Problem, problem_response
from leerroute.service.settings import Settings

COUNTED = ("/api/", "/beheer/")


class RateLimits:
    """The limits of the settings."""

    def __init__(self, settings: Settings) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._address = parse(settings.rate_address)
        self._start = parse(settings.rate_start)
        self._talk = parse(settings.rate_talk)
        self._login = parse(settings.rate_login)
        self._code = parse(settings.rate_code)

    def call_from(self, address: str) -> None:
        """Count any call; raises Problem when there are too many."""
        self._count(self._address, "address", address)

    def start_from(self, address: str) -> None:
        """Count a new talk."""
        self._count(self._start, "start", address)

    def message_in(self, case_id: str) -> None:
        """Count a message or correction in a talk."""
        self._count(self._talk, "talk", case_id)

    def login(self, address: str, name: str) -> None:
        """Count a try to log in, for the address and for the name."""
        self._count(self._login, "login-address", address)
        self._count(self._login, "login-name", name.strip().casefold()[:80])

    def code_from(self, address: str) -> None:
        """Count a try to open a talk with a code, right or wrong: so that nobody can guess one."""
        self._count(self._code, "code", address)

    def _count(self, limit: RateLimitItem, name: str, key: str) -> None:
        if self._limiter.hit(limit, name, key):
            return
        reset, _ = self._limiter.get_window_stats(limit, name, key)
        wait = max(1, math.ceil(reset - time.time()))
        raise Problem("too-many-requests", headers={"Retry-After": str(wait)})


def address_of(request: Request) -> str:
    """The caller's address; behind a proxy the server puts the forwarded one here (uvicorn --forwarded-allow-ips)."""
    return request.client.host if request.client else "unknown"


class AddressLimit:
    """Counts every call of the API, also those that fail."""

    def __init__(self, app: ASGIApp, limits: RateLimits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse with 429, or go on."""
        if scope["type"] == "http" and scope["path"].startswith(COUNTED):
            request = Request(scope)
            try:
                self._limits.call_from(address_of(request))
            except Problem as problem:
                await problem_response(problem, request)(scope, receive, send)
                return
        await self._app(scope, receive, send)
