"""The route as a PDF: tagged for screen readers (PDF/UA-1), in the language of the talk.

Typst sets it. The route travels as data and is never read as markup, so what a person said stays text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import typst

from api.take_along.words import Texts, texts_of
from leerroute.service.wording import Wording

TEMPLATE = Path(__file__).parent / "route.typ"
FONT_PACKAGE = "font_source_sans_pro"
STANDARD: Literal["ua-1"] = "ua-1"
# The letters that the fonts hold: Latin, Cyrillic, Arabic and signs. PDF/UA allows no other.
LATIN = r"\n -~\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201e\u2026\u20ac"
CYRILLIC = r"\u0400-\u045f\u0490\u0491"
ARABIC = r"\u060c\u061f\u0621-\u063a\u0641-\u064a\u0660-\u0669"
NOT_SHOWN = re.compile(f"[^{LATIN}{CYRILLIC}{ARABIC}]")


def route_pdf(route: Mapping[str, Any], wording: Wording) -> bytes:
    """The route as the bytes of a PDF."""
    shown = _Shown(route, wording, texts_of("pdf", wording.language)).everything()
    return typst.compile(
        str(TEMPLATE),
        format="pdf",
        pdf_standards=[STANDARD],
        font_paths=[_fonts()],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_printable(shown))},
    )


@cache
def _fonts() -> str:
    found = find_spec(FONT_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(FONT_PACKAGE)
    return str(Path(found.submodule_search_locations[0]) / "files")


def _printable(node: Any) -> Any:
    """The same without the signs that no font has (an emoji): one of those would cost the person the whole PDF."""
    if isinstance(node, str):
        return NOT_SHOWN.sub("", node)
    if isinstance(node, Mapping):
        return {name: _printable(value) for name, value in node.items()}
    return [_printable(one) for one in node] if isinstance(node, list) else node


class _Shown:
    """The route as the template needs it: only words, addresses and numbers."""

    def __init__(self, route: Mapping[str, Any], wording: Wording, texts: Texts) -> None:
        self._route = route
        self._wording = wording
        self._texts = texts
        self._phases = {phase["id"]: phase["name"] for phase in route["phases"]}

    def everything(self) -> dict[str, Any]:
        """All that stands in the PDF."""
        return {
            "language": self._wording.language,
            "texts": self._texts,
            "madeOn": self._texts["made-on"].format(date=self._day(self._route["on"])),
            "steps": [self._step(step, before) for step, before in self._with_the_step_before()],
            "totals": self._route["totals"]["text"],
            "notPossible": [self._not_possible(entry) for entry in self._route["notPossible"]],
        }

    def _with_the_step_before(self) -> list[tuple[Mapping[str, Any], Mapping[str, Any] | None]]:
        steps = self._route["steps"]
        return list(zip(steps, [None, *steps], strict=False))

    def _step(self, step: Mapping[str, Any], before: Mapping[str, Any] | None) -> dict[str, Any]:
        new_phase = before is None or before["phase"] != step["phase"]
        contact = step["contact"] or {}
        return {
            "phase": self._phases.get(step["phase"], "") if new_phase else "",
            "number": self._texts["step"].format(n=step["order"]),
            "title": step["title"],
            "text": step["text"],
            "today": before is None,
            "why": self._why(step),
            "rows": [[name, value] for name, value in self._rows(step) if value],
            "desk": contact.get("name") or "",
            "phone": contact.get("phone") or "",
            "site": _site(contact.get("url") or step["measure"]["url"]),
            "notes": self._notes(step),
        }

    def _why(self, step: Mapping[str, Any]) -> list[str]:
        """The person's own words, else what the step is for."""
        quotes = dict.fromkeys(quote for why in step["why"] for quote in why["quotes"] if _printable(quote).strip())
        said = [self._texts["your-words"].format(quote=quote) for quote in quotes]
        solutions = dict.fromkeys(why["solution"] for why in step["why"])
        known = [topic for name in solutions if (topic := self._wording.texts.solutions.get(name))]
        return [*said, *(self._wording.say(topic.explanation) for topic in known)]

    def _rows(self, step: Mapping[str, Any]) -> list[tuple[str, str]]:
        texts, amount, applicant = self._texts, step["amount"] or {}, step["applicant"]
        return [
            (texts["cost"], amount.get("text") or ""),
            (texts["hours"], step["hoursPerWeek"] or ""),
            (texts["duration"], step["duration"] or ""),
            (texts["applicant"], self._wording.label("applicants", applicant) if applicant else ""),
            (texts["window"], self._windows(step)),
            (texts["last-day"], self._day(step["dates"]["lastDay"])),
            (texts["after"], self._wording.listed(texts["step"].format(n=n) for n in step["dependsOn"])),
        ]

    def _windows(self, step: Mapping[str, Any]) -> str:
        between = self._texts["from-until"]
        return "; ".join(
            between.format(first=self._day(window["firstDay"]), last=self._day(window["lastDay"]))
            for window in step["dates"]["windows"]
        )

    def _notes(self, step: Mapping[str, Any]) -> list[str]:
        missing = self._wording.listed(self._wording.field(name) for name in step["missing"])
        find_out = self._texts["find-out"].format(fields=missing) if missing else ""
        not_verified = "" if step["verified"] else self._texts["not-verified"]
        return [note for note in (find_out, *step["checkYourself"], not_verified) if note]

    def _not_possible(self, entry: Mapping[str, Any]) -> dict[str, str]:
        names = [measure["name"] for measure in entry["insteadOfMeasures"]]
        instead = self._texts["instead"].format(names=self._wording.listed(names)) if names else ""
        return {"name": entry["measure"]["name"], "reason": entry["reason"], "instead": instead}

    def _day(self, iso: str | None) -> str:
        return self._wording.day(date.fromisoformat(iso)) if iso else ""


def _site(url: str | None) -> dict[str, str] | None:
    """A web address and the short form people can read; nothing else becomes a link."""
    parts = urlsplit(url or "")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return {"url": url or "", "name": (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")}
