"""How a page is made: templates, the words of the screens, and what every page needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from babel.dates import format_date, format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

HERE = Path(__file__).parent
SIGN_IN = "/beheer/inloggen"
_DUTCH_TIME = ZoneInfo("Europe/Amsterdam")


def _day(day: date | None) -> str:
    return format_date(day, "d MMMM y", locale="nl") if day else ""


def _moment(moment: datetime) -> str:
    return format_datetime(moment.astimezone(_DUTCH_TIME), "d MMMM y 'om' HH:mm", locale="nl")


@cache
def words() -> Mapping[str, Any]:
    """The words that are not part of one page, from texts/*.yml; by file name."""
    folder = HERE / "texts"
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yml"))}


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": _day, "moment": _moment}
    made.globals["words"] = words()
    return made


def page(
    request: Request, template: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **values: Any
) -> HTMLResponse:
    """A page in the frame. `here` is the path that the menu marks as the current one."""
    html = (
        _templates()
        .get_template(template)
        .render(
            editor=getattr(request.state, "editor", None),
            seal=getattr(request.state, "seal", ""),
            here=request.url.path,
            **values,
        )
    )
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store", **(headers or {})})
