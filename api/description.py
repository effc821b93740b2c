"""The OpenAPI document: who to turn to, and which problems can come back."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.problems import MEDIA_TYPE
from api.schemas.problem import ProblemOut
from leerroute.service.settings import Settings

SUMMARY = "A talk that leads a person to the learning route that holds today, and the catalogue behind it."
CONTACT_NAME = "Leerroute API"
TAGS = [
    {"name": "conversations", "description": "A talk with a person. Needs consent; reached with its bearer token."},
    {"name": "routes", "description": "A route for a profile, without keeping anything."},
    {"name": "measures", "description": "The catalogue on a date."},
    {"name": "reference", "description": "Barriers, solutions, target groups, municipalities and regions."},
    {"name": "health", "description": "Whether the system lives, and whether a talk can be held."},
]


def describe(app: FastAPI, settings: Settings) -> None:
    """Give the app a document of its own, made once."""

    contact = {"name": CONTACT_NAME, "url": settings.contact_url, "email": settings.contact_email}

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app, contact)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def _document(app: FastAPI, contact: dict[str, str]) -> dict[str, Any]:
    schema = get_openapi(
        title=app.title,
        version=app.version,
        summary=SUMMARY,
        routes=app.routes,
        tags=TAGS,
        contact=contact,
        servers=[{"url": "/", "description": "this address"}],
    )
    parts = schema.setdefault("components", {}).setdefault("schemas", {})
    problem = ProblemOut.model_json_schema(ref_template="#/components/schemas/{model}")
    parts.update(problem.pop("$defs", {}))
    parts["Problem"] = problem
    for unused in ("HTTPValidationError", "ValidationError"):
        parts.pop(unused, None)
    for operations in schema["paths"].values():
        for operation in operations.values():
            _add_problems(operation)
    return schema


def _add_problems(operation: dict[str, Any]) -> None:
    """FastAPI says 422; ours are 400 and the rest, all of one form."""
    responses = operation["responses"]
    has_input = responses.pop("422", None) is not None
    answer = {"content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    if has_input:
        responses.setdefault("400", {"description": "The input is not right; every fault is told", **answer})
    if "requestBody" in operation:
        responses.setdefault("413", {"description": "The body is larger than 64 kB", **answer})
        responses.setdefault("415", {"description": "The body is not JSON", **answer})
    responses.setdefault("429", {"description": "Too many calls; see Retry-After", **answer})
    responses.setdefault("default", {"description": "Any other problem", **answer})
