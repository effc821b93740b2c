"""The bodies of going on elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from api.schemas.base import Answer, Body
from leerroute.domain.measure import Language

MAX_ADDRESS, MAX_CODE = 300, 40


def _page(address: str) -> str:
    """A web address without what may tell about a person: no name, no query, no fragment."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if host is None or parts.scheme not in ("http", "https") or not address.isprintable() or " " in address:
        raise PydanticCustomError("no-web-address", "no web address", {"expected": "https://…"})
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path or '/'}"


class CodeIn(Body):
    """`page` is the address of the page with the widget; the QR code leads there, with the code in the fragment."""

    page: Annotated[str, StringConstraints(max_length=MAX_ADDRESS), AfterValidator(_page)] | None = None


class QrOut(Answer):
    """A picture to draw: `path` in a square of `size` by `size`, dark on white."""

    size: int
    path: str
    address: str


class CodeOut(Answer):
    """Works once, until `expiresAt`."""

    code: str
    expires_at: datetime
    qr: QrOut | None


class ContinuationIn(Body):
    """The code as it was typed or scanned."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=MAX_CODE)] = Field(
        json_schema_extra={"example": "7KQF-3MXH"}
    )


class Continued(Answer):
    """A talk that goes on here, with a token of its own."""

    id: str
    token: str
    language: Language | None
    expires_at: datetime
