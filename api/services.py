"""What the routes work with, built once when the API starts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast

import httpx
from sqlalchemy import Engine
from starlette.requests import Request

from api.payloads import Payloads
from api.rasa import Assistant
from api.rate_limits import RateLimits
from api.turns import Repeats, Turns
from leerroute.cases import CaseCodes, CaseRepository
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine
from leerroute.service.routes import RouteService
from leerroute.service.settings import ROOT, Settings
from leerroute.service.talk import Talk

KEEP_ALIVE_SECONDS = 2.0  # shorter than Rasa's own, so that no line is used that it is just closing


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Services:
    """Everything a request may need."""

    settings: Settings
    engine: Engine
    catalogue: CatalogueRepository
    cases: CaseRepository
    codes: CaseCodes
    routes: RouteService
    talk: Talk
    assistant: Assistant
    payloads: Payloads
    limits: RateLimits
    turns: Turns = field(default_factory=Turns)
    repeats: Repeats = field(default_factory=Repeats)
    now: Callable[[], datetime] = _now


@asynccontextmanager
async def build_services(settings: Settings, limits: RateLimits) -> AsyncIterator[Services]:
    """Open the database and the way to Rasa, and close them in the end."""
    engine = make_engine(settings.database_url)
    catalogue = CatalogueRepository(engine, settings.stale_after)
    cases = CaseRepository(engine, settings.keep_cases_for)
    routes = RouteService(catalogue)
    pool = httpx.Limits(keepalive_expiry=KEEP_ALIVE_SECONDS)
    async with httpx.AsyncClient(trust_env=False, limits=pool) as client:
        yield Services(
            settings=settings,
            engine=engine,
            catalogue=catalogue,
            cases=cases,
            codes=CaseCodes(engine),
            routes=routes,
            talk=Talk(catalogue, cases, routes),
            assistant=Assistant(client, settings),
            payloads=Payloads.of_domain(ROOT / "domain.yml"),
            limits=limits,
        )
    engine.dispose()


def services_of(request: Request) -> Services:
    """The services of the app this request came to."""
    return cast("Services", request.app.state.services)
