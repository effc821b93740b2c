"""The words of the widget: whole in both languages, plain, and the same as those of the catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from leerroute.domain.profile import FIELDS
from tests.browser.stand_in import ROOT

TEXTS = ROOT / "widget" / "src" / "texts"
LONGEST_SENTENCE = 15


def texts(name: str) -> Any:
    return json.loads((TEXTS / f"{name}.json").read_text())


def leaves(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text with its place."""
    if isinstance(value, str):
        yield place, value
    else:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, f"{place}.{key}")


@pytest.mark.parametrize("name", ["", "fields."])
def test_both_languages_have_the_same_texts(name: str) -> None:
    dutch, english = (dict(leaves(texts(f"{name}{language}" if name else language))) for language in ("nl", "en"))
    assert dutch.keys() == english.keys()
    for place, text in dutch.items():
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", english[place])), place


def test_every_field_and_value_of_a_profile_has_words() -> None:
    known = texts("fields.nl")
    assert set(FIELDS) <= set(known)
    for field in FIELDS.values():
        if field.kind in ("choice", "choices"):
            assert set(known[field.name][1]) == set(field.values), field.name


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["barriers", "solutions"])
def test_barriers_and_solutions_are_called_as_in_the_catalogue(kind: str, language: str) -> None:
    content = [yaml.safe_load(file.read_text()) for file in (ROOT / "catalogue" / kind).glob("*.yml")]
    assert texts(f"fields.{language}")[kind][1] == {one["id"]: one["name"][language] for one in content}


def test_dutch_sentences_are_short() -> None:
    for place, text in leaves(texts("nl")):
        for sentence in re.split(r"[.!?:…]\s*", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, f"{place}: {sentence}"


def test_no_text_is_left_over() -> None:
    """Every text is used somewhere in the source."""
    source = "\n".join(file.read_text() for file in (ROOT / "widget" / "src").rglob("*.ts"))
    chosen_by_value = {"phases", "applicants", "flexibles", "forms", "units", "sizes", "themes", "source", "changed"}
    unused = [
        place
        for place, _ in leaves(texts("nl"))
        if not chosen_by_value & set(place.split("."))
        and not re.search(rf"\b{[part for part in place.split('.') if not part.isdigit()][-1]}\b", source)
    ]
    assert unused == []
