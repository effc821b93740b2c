"""In which language an answer is given: asked for in the address, of the talk, or of the browser."""

from __future__ import annotations

from typing import cast, get_args

from starlette.requests import Request

from leerroute.domain.measure import Language

DEFAULT: Language = "nl"


def language_of(request: Request) -> Language:
    """`language` in the query, else the language of the talk, else the best of Accept-Language."""
    asked = request.query_params.get("language", "")
    talk = getattr(request.state, "language", None) or ""
    for candidate in (asked, talk, *_accepted(request.headers.get("accept-language", ""))):
        if candidate in get_args(Language):
            return cast("Language", candidate)
    return DEFAULT


def _accepted(header: str) -> list[str]:
    """The primary languages of an Accept-Language header, best first; nonsense counts for nothing."""
    weighed = []
    for place, part in enumerate(header[:500].split(",")):
        tag, _, weight = part.strip().partition(";q=")
        try:
            quality = float(weight) if weight else 1.0
        except ValueError:
            quality = 0.0
        weighed.append((-quality, place, tag.strip().lower().split("-")[0]))
    return [tag for quality, _, tag in sorted(weighed) if quality < 0]
