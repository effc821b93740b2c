"""Talks: start, say something, read everything that is kept, erase."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Header, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from api.access import OwnCase, ServicesIn
from api.faults import Fault
from api.language import language_of
from api.places import known_places
from api.problems import Problem
from api.rate_limits import address_of
from api.schemas.conversation import Conversation, ConversationStart, MessageIn, Started, Turn, WishesIn, WishesOut
from api.services import Services
from api.talking import speak, standing, still_there
from api.views import fact_view
from leerroute.cases import Case
from leerroute.domain.measure import Language
from leerroute.service.talk_memory import Memory

START = "/start"
router = APIRouter(tags=["conversations"])
IdempotencyKey = Annotated[
    str | None,
    Header(max_length=80, description="Your own id of this message: sent again with it, it is not heard twice"),
]


@router.post("/conversations", status_code=201, responses={201: {"model": Started}})
async def start_conversation(body: ConversationStart, request: Request, services: ServicesIn) -> JSONResponse:
    """Start a talk, with consent."""
    services.limits.start_from(address_of(request))
    await known_places(request, services)
    language = body.language or language_of(request)
    case, token = await run_in_threadpool(
        services.cases.create, body.language, body.municipality, body.channel, services.now()
    )
    try:
        turn = await speak(services, case, START, language)
    except Problem:
        await run_in_threadpool(services.cases.delete, case.id)
        raise
    started = {"id": case.id, "token": token, "language": body.language, "expiresAt": case.expires_at.isoformat()}
    return JSONResponse({**started, **turn}, 201, headers={"Location": f"/api/v1/conversations/{case.id}"})


@router.post("/conversations/{id}/messages", responses={200: {"model": Turn}})
async def send_message(
    case: OwnCase, body: MessageIn, request: Request, services: ServicesIn, idempotency_key: IdempotencyKey = None
) -> JSONResponse:
    """Say something, in your own words or with the payload of a quick reply."""
    services.limits.message_in(case.id)
    text = services.payloads.text_for_rasa(body.text)
    if not text:
        raise Problem("invalid-input", [Fault("text", "text-empty")])
    async with services.turns.of(case.id):
        answer = services.repeats.answer(case.id, idempotency_key, text) if idempotency_key else None
        if answer is None:
            now = await run_in_threadpool(still_there, services, case.id)
            answer = await speak(services, now, text, language_of(request))
            if idempotency_key:
                services.repeats.keep(case.id, idempotency_key, text, answer)
    return JSONResponse(answer)


@router.get("/conversations/{id}", responses={200: {"model": Conversation}})
async def read_conversation(case: OwnCase, request: Request, services: ServicesIn) -> JSONResponse:
    """Everything that is kept of a talk: facts with their words, barriers, the route, and what is asked now."""
    language = language_of(request)
    kept = await run_in_threadpool(_kept, services, case, language)
    return JSONResponse({**kept, **await standing(services, case.id, language)})


@router.patch("/conversations/{id}", responses={200: {"model": WishesOut}})
async def change_wishes(case: OwnCase, body: WishesIn, services: ServicesIn) -> JSONResponse:
    """Ask for simple words, also on the next device: a client then shows each question with its `why`."""
    services.limits.message_in(case.id)

    def changed() -> None:
        kept = still_there(services, case.id)
        memory = replace(Memory.of(kept.memory), simple_words=body.simple_words)
        services.cases.update(case.id, memory=memory.as_data())

    async with services.turns.of(case.id):
        await run_in_threadpool(changed)
    return JSONResponse({"simpleWords": body.simple_words})


@router.delete("/conversations/{id}", status_code=204)
async def erase_conversation(case: OwnCase, services: ServicesIn) -> Response:
    """Erase a talk from every store."""
    async with services.turns.of(case.id):
        services.repeats.forget(case.id)
        await run_in_threadpool(services.cases.delete, case.id)
    return Response(status_code=204)


def _kept(services: Services, case: Case, language: Language) -> dict[str, Any]:
    wording = services.routes.wording(language)
    route = services.talk.route(case, services.settings.on(), language)
    return {
        "id": case.id,
        "language": case.language,
        "municipality": case.municipality,
        "channel": case.channel,
        "createdAt": case.created_at.isoformat(),
        "expiresAt": case.expires_at.isoformat(),
        "profile": case.profile.as_data(),
        "facts": [fact_view(fact, services.catalogue, wording) for fact in case.facts],
        "barriers": route["barriers"],
        "route": route if case.done else None,
        "simpleWords": Memory.of(case.memory).simple_words,
    }
