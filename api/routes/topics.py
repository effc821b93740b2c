"""The skeleton of the product: barriers, solutions and target groups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import JSONResponse

from api.access import ServicesIn
from api.language import language_of
from api.schemas.catalogue import LanguageQuery, Topics
from api.views import topic_view
from leerroute.catalogue.reference import Topic
from leerroute.service.wording import Wording

router = APIRouter(tags=["reference"], responses={200: {"model": Topics}})
LanguageAsked = Annotated[LanguageQuery, Query()]


@router.get("/barriers")
def list_barriers(asked: LanguageAsked, request: Request, services: ServicesIn) -> JSONResponse:
    """What can stand in the way of learning."""
    wording = services.routes.wording(asked.language or language_of(request))
    return _answer(wording.texts.barriers, wording)


@router.get("/solutions")
def list_solutions(asked: LanguageAsked, request: Request, services: ServicesIn) -> JSONResponse:
    """What helps against it."""
    wording = services.routes.wording(asked.language or language_of(request))
    return _answer(wording.texts.solutions, wording)


@router.get("/target-groups")
def list_target_groups(asked: LanguageAsked, request: Request, services: ServicesIn) -> JSONResponse:
    """Whom learning schemes usually miss."""
    wording = services.routes.wording(asked.language or language_of(request))
    return _answer(wording.texts.target_groups, wording)


def _answer(topics: Mapping[str, Topic], wording: Wording) -> JSONResponse:
    items = [topic_view(topic, wording) for topic in topics.values()]
    return JSONResponse({"items": items}, headers={"Content-Language": wording.language})
