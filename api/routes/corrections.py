"""Correct what is known in a talk."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from api.access import OwnCase, ServicesIn
from api.language import language_of
from api.places import known_places
from api.schemas.conversation import Corrected
from api.schemas.profile import ChangesIn
from api.talking import standing, still_there

router = APIRouter(tags=["conversations"])


@router.patch("/conversations/{id}/profile", responses={200: {"model": Corrected}})
async def correct_profile(case: OwnCase, body: ChangesIn, request: Request, services: ServicesIn) -> JSONResponse:
    """Change facts, or make them unknown again with null; answers the new route and what changed in it."""
    services.limits.message_in(case.id)
    await known_places(request, services)
    language = language_of(request)
    async with services.turns.of(case.id):
        await run_in_threadpool(still_there, services, case.id)
        corrected = await run_in_threadpool(
            services.talk.correct, case.id, body, services.settings.on(), "form", language
        )
        return JSONResponse({**corrected, **await standing(services, case.id, language)})
