"""The form of every error, for the OpenAPI document."""

from __future__ import annotations

from api.schemas.base import Answer


class FaultOut(Answer):
    """What is wrong with one field."""

    field: str
    code: str
    message: str
    expected: str | None = None


class ProblemOut(Answer):
    """An error (RFC 9457). `detail` is a sentence that can be shown to a person."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FaultOut] | None = None
