"""How a public page is made: templates, and the words around the measures in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from leerroute.service.wording import Wording

HERE = Path(__file__).parent
TEXTS = HERE.parent / "texts" / "browse.yml"
ADDRESS = "/regelingen"
LANGUAGES = ("nl", "en")


@cache
def _texts() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    found: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    return found


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page_language(asked: str) -> str:
    """The language of the page: Dutch unless English is asked for."""
    return asked if asked in LANGUAGES else LANGUAGES[0]


def address(path: str, values: Mapping[str, object]) -> str:
    """An address with what was asked; what is empty, or Dutch, is left out."""
    given = {name: value for name, value in values.items() if value not in (None, "", "nl")}
    return f"{path}?{urlencode(given)}" if given else path


def page(template: str, wording: Wording, *, status: int = 200, other: str, **values: Any) -> HTMLResponse:
    """A page in the frame; `other` is the address of the same page in the other language."""

    def words(part: str, name: str, /, **filled: object) -> str:
        return wording.say(_texts()[part][name]).format(**filled)

    html = _templates().get_template(template).render(words=words, wording=wording, other=other, **values)
    headers = {"Cache-Control": "no-cache", "Content-Language": wording.language}
    return HTMLResponse(html, status, headers=headers)
