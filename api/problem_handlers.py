"""Every refusal of the app, also FastAPI's own, becomes a problem."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.faults import faults_of
from api.places import unknown_places
from api.problem_texts import kind_of
from api.problems import Problem, problem_response
from api.services import services_of


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

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        return problem_response(_of_http(error), request)
