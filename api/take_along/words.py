"""The texts around the route in what a person takes along, from api/texts/take-along.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parents[1] / "texts" / "take-along.yml"
Texts = dict[str, str]


@cache
def _content() -> dict[str, dict[str, dict[str, str]]]:
    content: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return content


def texts_of(part: str, language: str) -> Texts:
    """All texts of a part (`pdf`, `calendar`) in one language."""
    return {name: text[language] for name, text in _content()[part].items()}
