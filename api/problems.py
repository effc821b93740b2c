"""Errors as application/problem+json (RFC 9457), with every fault at once and in the language of the caller."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.faults import Fault
from api.language import language_of
from api.problem_texts import fault_message, status_of, words
from leerroute.domain.measure import Language

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """Stops a request with one kind of problem; `faults` say what is wrong with which field."""

    def __init__(
        self,
        kind: str,
        faults: Sequence[Fault] = (),
        *,
        headers: Mapping[str, str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(kind)
        self.kind = kind
        self.faults = tuple(faults)
        self.headers = dict(headers or {})
        self.extra = dict(extra or {})


def problem_body(problem: Problem, language: Language) -> dict[str, Any]:
    """The JSON of a problem. With one fault its sentence is the detail, so that a client has one thing to show."""
    errors = [
        {"field": f.field, "code": f.code, "message": fault_message(f.code, language), "expected": f.expected}
        for f in problem.faults
    ]
    detail = words(problem.kind, "detail", language).format(count=len(errors))
    body: dict[str, Any] = {
        "type": f"urn:leerroute:problem:{problem.kind}",
        "title": words(problem.kind, "title", language),
        "status": status_of(problem.kind),
        "detail": errors[0]["message"] if len(errors) == 1 else detail,
    }
    if errors:
        body["errors"] = errors
    return body | problem.extra


def problem_response(problem: Problem, request: Request) -> Response:
    """The answer for a problem."""
    language = language_of(request)
    content = json.dumps(problem_body(problem, language), ensure_ascii=False, allow_nan=False)
    headers = {"Content-Language": language, **problem.headers}
    return Response(content.encode("utf-8", "replace"), status_of(problem.kind), headers=headers, media_type=MEDIA_TYPE)
