"""The form of a measure as data: its parts and fields, from texts/form.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from api.editing.frame import words
from leerroute.service.wording import Wording

Options = Mapping[str, str]
LABELLED = ("purposes", "applicants", "learning-forms")
TOPICS = ("barriers", "solutions", "target-groups")


@dataclass(frozen=True)
class Field:
    """One thing to fill in. A list has the fields of an item; a list `of` texts has a text as each item."""

    path: str
    kind: str
    label: str
    hint: str = ""
    options: Options | str = field(default_factory=dict)
    fields: tuple[Field, ...] = ()
    of: str = ""
    item: str = ""
    long: bool = False
    optional: bool = False
    other_languages: bool = False


@dataclass(frozen=True)
class Part:
    """Fields that belong together."""

    title: str
    fields: tuple[Field, ...]
    hint: str = ""


@cache
def parts() -> tuple[Part, ...]:
    """The form of a measure."""
    return tuple(
        Part(part["title"], tuple(_field(one) for one in part["fields"]), part.get("hint", ""))
        for part in words()["form"]["parts"]
    )


def fields() -> Iterator[Field]:
    """All fields of the form, without those of items."""
    for part in parts():
        yield from part.fields


def _field(content: Mapping[str, Any]) -> Field:
    given = {name.replace("-", "_"): value for name, value in content.items() if name != "fields"}
    return Field(**given, fields=tuple(_field(one) for one in content.get("fields", ())))


def options_by_name(wording: Wording) -> dict[str, Options]:
    """The lists of choices that the content itself names."""
    texts = wording.texts
    topics = {"barriers": texts.barriers, "solutions": texts.solutions, "target-groups": texts.target_groups}
    return {
        **{name: {code: wording.say(said) for code, said in texts.labels[name].items()} for name in LABELLED},
        **{name: {code: wording.say(topic.name) for code, topic in topics[name].items()} for name in TOPICS},
    }


def place_of(path: str) -> tuple[str, str]:
    """The words for a path in the content, and the id of the place in the form where it is typed.

    versions.0.amount.maximum is "Periode 1: Hoogste bedrag in euro"; what has no place of its own is at what holds it.
    """
    found = _walk(tuple(fields()), path.split("."))
    return (": ".join(found[0]), ".".join(found[1])) if found else (path, "")


def _walk(among: tuple[Field, ...], keys: list[str]) -> tuple[list[str], list[str]] | None:
    for one in among:
        own = one.path.split(".")
        if keys[: len(own)] != own:
            continue
        rest = keys[len(own) :]
        if one.kind == "list" and rest and rest[0].isdecimal():
            name, place = f"{one.item} {int(rest[0]) + 1}", [*own, rest[0]]
            below = _walk(one.fields, rest[1:]) if one.fields else ([], _language(one.of, rest[1:]))
            return ([name, *below[0]], [*place, *below[1]]) if below else ([name], place)
        if one.kind == "group" and (below := _walk(one.fields, rest)):
            return below[0], [*own, *below[1]]
        return [one.label, *_language_name(one.kind, rest)], [*own, *_language(one.kind, rest)]
    return None


def _language(kind: str, rest: list[str]) -> list[str]:
    if kind not in ("texts", "optional-texts"):
        return []
    return rest[:1] or ["nl"]


def _language_name(kind: str, rest: list[str]) -> list[str]:
    named = kind in ("texts", "optional-texts") and rest
    return [words()["form"]["languages"].get(rest[0], rest[0])] if named else []
