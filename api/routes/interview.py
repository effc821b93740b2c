"""The next question, for portals with a form of their own."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from api.access import ServicesIn
from api.language import language_of
from api.places import known_places
from api.schemas.planning import InterviewIn, NextOut
from api.views import question_view
from leerroute.domain.question import Interview

router = APIRouter(tags=["routes"])


@router.post("/interview/next", responses={200: {"model": NextOut}})
async def next_question(body: InterviewIn, request: Request, services: ServicesIn) -> JSONResponse:
    """The question whose answer would change the route most, or null when nothing can change it any more."""
    await known_places(request, services)
    language = body.language or language_of(request)
    interview = Interview(body.profile, frozenset(body.denied_barriers), frozenset(body.skipped), body.asked)
    found = await run_in_threadpool(services.routes.next_question, interview, body.on or services.settings.on())
    question = question_view(found.question, services.routes.wording(language)) if found.question else None
    return JSONResponse(
        {"question": question, "atMostLeft": found.at_most_left}, headers={"Content-Language": language}
    )
