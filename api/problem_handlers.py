"""Every refusal of the app, also FastAPI's own, becomes a problem."""

from __future__ import annotations

import logging

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.faults import faults_of
from api.middleware.last_resort import place_of
from api.places import unknown_places
from api.problem_texts import kind_of
from api.problems import Problem, problem_response
from api.services import services_of
from leerroute.cases import UnknownCase
from leerroute.catalogue.repository import CatalogueNotLoaded

logger = logging.getLogger("api.errors")


def _of_validation(error: RequestValidationError) -> Problem:
    if any(e["type"] == "json_invalid" for e in error.errors()):
        return Problem("malformed-json")
    return Problem("invalid-input", faults_of(error.errors()))


def _of_http(error: HTTPException) -> Problem:
    # FastAPI says 400 without more for a body it can't parse, e.g. one that nests too deeply
    kind = "malformed-json" if error.status_code == 400 else kind_of(error.status_code)
    return Problem(kind, headers=error.headers)


def handle_problems(app: FastAPI) -> None:
    """Register the handlers."""

    @app.exception_handler(Problem)
    async def own(request: Request, error: Problem) -> Response:
        return problem_response(error, request)

    @app.exception_handler(RequestValidationError)
    async def validation(request: Request, error: RequestValidationError) -> Response:
        problem = _of_validation(error)
        if problem.faults:
            unknown = await unknown_places(services_of(request), error.body)
            problem.faults = (*problem.faults, *unknown)
        return problem_response(problem, request)

    @app.exception_handler(CatalogueNotLoaded)
    @app.exception_handler(OperationalError)
    async def no_database(request: Request, error: Exception) -> Response:
        logger.error("%s at %s", type(error).__qualname__, place_of(error))
        return problem_response(Problem("unavailable", headers={"Retry-After": "5"}), request)

    @app.exception_handler(UnknownCase)
    async def erased_meanwhile(request: Request, _: UnknownCase) -> Response:
        return problem_response(Problem("not-found"), request)

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        return problem_response(_of_http(error), request)
