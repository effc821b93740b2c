"""Municipality codes that look right but do not exist are told with the other faults of a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.faults import Fault
from api.problems import Problem
from api.services import Services
from leerroute.domain.profile import MUNICIPALITY_CODE

PLACES = ("municipality", "profile.municipality")


def _named(body: Any) -> dict[str, str]:
    """The well-formed codes in a body, by their place in it."""
    found: dict[str, str] = {}
    for place in PLACES:
        value = body
        for part in place.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if isinstance(value, str) and MUNICIPALITY_CODE.fullmatch(value):
            found[place] = value
    return found


async def unknown_places(services: Services, body: Any) -> tuple[Fault, ...]:
    """A fault for each code that no municipality has."""
    faults = []
    for place, code in _named(body).items():
        if await run_in_threadpool(services.catalogue.municipality, code) is None:
            faults.append(Fault(place, "unknown-municipality", "a CBS code, see /api/v1/municipalities"))
    return tuple(faults)


async def known_places(request: Request, services: Services) -> None:
    """Refuse a request that names a municipality that does not exist."""
    if faults := await unknown_places(services, await request.json()):
        raise Problem("invalid-input", faults)
