"""Every text for people, with where it stands: the catalogue, the assistant's responses and the widget."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
FOLDERS = ("barriers", "measures", "questions", "solutions", "target-groups")
FILES = ("indicators", "labels", "reasons")
FOR_THE_COACH = "rationale"  # not said to the person, so a group of its own
PLACEHOLDER = re.compile(r"\{[a-z_A-Z]+\}")
NOT_PROSE = re.compile(r"https?://\S+|\b[\w.-]+\.(?:nl|com|eu|org)\b|\b0[0-9][0-9 -]{6,}[0-9]\b")
SENTENCE_ENDS = re.compile(r"(?<=[.!?…])[”\"’]?\s+|\n+")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True)
class Text:
    """One text in both languages; `en` is None when it is missing."""

    group: str
    place: str
    nl: str
    en: str | None
    names: tuple[str, ...] = ()  # names that this text may use: those of the measure it belongs to


def prose(text: str) -> str:
    """Without placeholders, addresses and phone numbers."""
    return NOT_PROSE.sub("", PLACEHOLDER.sub("iets", text)).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line of its own counts as one."""
    return [part for part in SENTENCE_ENDS.split(prose(text)) if WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text, a compound with hyphens as one."""
    return WORD.findall(prose(text))


@cache
def all_texts() -> tuple[Text, ...]:
    """All of them."""
    return (*_catalogue(), *_responses(), *_widget(), *_pages())


def _catalogue() -> Iterator[Text]:
    folder = ROOT / "catalogue"
    paths = [path for name in FOLDERS for path in sorted((folder / name).glob("*.yml"))]
    for path in [*paths, *(folder / f"{name}.yml" for name in FILES)]:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        group = path.parent.name if path.parent != folder else path.stem
        for place, pair in _pairs(content, f"catalogue/{path.relative_to(folder)}"):
            ground = "coach" if place.endswith(FOR_THE_COACH) else group
            yield Text(ground, place, str(pair["nl"]), _other(pair.get("en")), _names(content))


def _names(content: Mapping[str, Any]) -> tuple[str, ...]:
    name = content.get("name")
    if not isinstance(name, dict) or "nl" not in name:
        return ()
    return (str(name["nl"]), *map(str, content.get("aliases", ())), str(content.get("provider") or ""))


def _pairs(node: object, place: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(node, dict):
        if "nl" in node:
            yield place, node
            return
        for key, value in node.items():
            yield from _pairs(value, f"{place}:{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _pairs(value, f"{place}.{number}")


def _other(value: object) -> str | None:
    return str(value) if value else None


def _responses() -> Iterator[Text]:
    for path in sorted((ROOT / "data/responses").glob("*.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, variants in content["responses"].items():
            spoken = {"en" if "condition" in variant else "nl": variant for variant in variants}
            dutch, english = spoken["nl"], spoken.get("en", {})
            place = f"data/responses/{path.name}:{name}"
            yield Text("responses", place, dutch["text"], english.get("text"))
            titles = [button["title"] for button in english.get("buttons", ())]
            for number, button in enumerate(dutch.get("buttons", ())):
                title = titles[number] if number < len(titles) else None
                yield Text("responses", f"{place}.{number}", button["title"], title)


def _widget() -> Iterator[Text]:
    folder = ROOT / "widget/src/texts"
    for dutch, english in (("nl.json", "en.json"), ("fields.nl.json", "fields.en.json")):
        nl, en = (json.loads((folder / name).read_text(encoding="utf-8")) for name in (dutch, english))
        other = dict(_leaves(en, ""))
        for place, text in _leaves(nl, ""):
            if place.endswith(".0") and ":points." in place:
                continue  # the name of a picture
            yield Text("widget", f"widget/src/texts/{dutch}{place}", text, _other(other.get(place)))


def _pages() -> Iterator[Text]:
    for group in ("take-along", "browse"):
        path = ROOT / f"api/texts/{group}.yml"
        for place, pair in _pairs(yaml.safe_load(path.read_text(encoding="utf-8")), f"api/texts/{path.name}"):
            yield Text(group, place, str(pair["nl"]), _other(pair.get("en")))


def _leaves(node: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield place, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, f"{place}:{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _leaves(value, f"{place}.{number}")
