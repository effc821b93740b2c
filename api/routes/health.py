"""Whether the API lives, and whether a talk can be held."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse

from api.access import ServicesIn
from api.problems import Problem
from api.schemas.base import Answer
from api.services import Services
from leerroute.catalogue.repository import CatalogueNotLoaded

router = APIRouter(tags=["health"])


class Health(Answer):
    """Alive."""

    status: str


class Readiness(Answer):
    """Each part a talk needs."""

    status: str
    checks: dict[str, bool]


@router.get("/health/live", responses={200: {"model": Health}})
async def live() -> JSONResponse:
    """The API answers; says nothing about the rest."""
    return JSONResponse({"status": "ok"})


@router.get("/health/ready", responses={200: {"model": Readiness}})
async def ready(services: ServicesIn) -> JSONResponse:
    """200 when database, catalogue, Rasa and actions answer; else 503 with what does not."""
    database, rasa, actions = await asyncio.gather(
        run_in_threadpool(_has_catalogue, services),
        services.assistant.rasa_answers(),
        services.assistant.actions_answer(),
    )
    checks = {"database": database, "rasa": rasa, "actions": actions}
    if not all(checks.values()):
        raise Problem("unavailable", headers={"Retry-After": "5"}, extra={"checks": checks})
    return JSONResponse({"status": "ok", "checks": checks})


def _has_catalogue(services: Services) -> bool:
    try:
        return bool(services.catalogue.revision())
    except (SQLAlchemyError, CatalogueNotLoaded):
        return False
