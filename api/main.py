"""The app: `create_app(settings)` makes one, `app` is the one of the environment."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from api.browsing.pages import serve_browsing
from api.description import describe
from api.editing import serve_editing
from api.editing.secret import sealing_secret
from api.middleware.access_log import AccessLog
from api.middleware.bodies import Bodies
from api.middleware.headers import API_VERSION, OPENAPI_PATH, SecurityHeaders
from api.middleware.last_resort import LastResort
from api.problem_handlers import handle_problems
from api.rate_limits import AddressLimit, RateLimits
from api.routes import conversations, corrections, health, interview, measures, pages, places, route, take_along, topics
from api.services import build_services
from api.sweeping import sweep_forever
from leerroute.service.settings import Settings


def create_app(settings: Settings | None = None) -> FastAPI:
    """An app that opens nothing before it is started."""
    chosen = settings or Settings()
    limits = RateLimits(chosen)

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        logging.getLogger("uvicorn.access").disabled = True  # it writes query strings; AccessLog does not
        async with build_services(chosen, limits) as services:
            app.state.services = services
            app.state.editing_secret = sealing_secret(chosen)
            sweeping = asyncio.create_task(sweep_forever(services))
            yield
            sweeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await sweeping

    app = FastAPI(
        title="Leerroute",
        version=API_VERSION,
        openapi_url=OPENAPI_PATH,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    _include_routes(app)
    if chosen.editing:
        serve_editing(app)
    handle_problems(app)
    describe(app, chosen)
    _add_middleware(app, chosen, limits)
    return app


def _include_routes(app: FastAPI) -> None:
    for resource in (conversations, corrections, take_along, route, interview, measures, topics, places):
        app.include_router(resource.router, prefix="/api/v1")
    app.include_router(health.router)
    serve_browsing(app)
    pages.serve_pages(app)


def _add_middleware(app: FastAPI, settings: Settings, limits: RateLimits) -> None:
    """From the inside out: what is added last sees a request first."""
    app.add_middleware(Bodies)
    app.add_middleware(AddressLimit, limits=limits)
    app.add_middleware(LastResort)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=list(settings.allowed_origins),
        allow_methods=["GET", "POST", "PATCH", "DELETE"],
        allow_headers=["Accept-Language", "Authorization", "Content-Type", "Idempotency-Key"],
        expose_headers=["API-Version", "Content-Disposition", "Content-Language", "Link", "Retry-After"],
        max_age=600,
    )
    app.add_middleware(SecurityHeaders, allowed_origins=settings.allowed_origins)
    app.add_middleware(AccessLog)


app = create_app()
