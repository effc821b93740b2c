"""A route for a profile, without keeping anything."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from api.access import ServicesIn
from api.language import language_of
from api.places import known_places
from api.schemas.planning import RouteIn, RouteOut

router = APIRouter(tags=["routes"])


@router.post("/routes", responses={200: {"model": RouteOut}})
async def plan_route(body: RouteIn, request: Request, services: ServicesIn) -> JSONResponse:
    """The route for a profile on a date; nothing is kept."""
    await known_places(request, services)
    on = body.on or services.settings.on()
    language = body.language or language_of(request)
    plan = partial(services.routes.plan, include=tuple(body.include), chosen=tuple(body.chosen))
    route = await run_in_threadpool(plan, body.profile, on, language)
    return JSONResponse(route, headers={"Content-Language": language})
