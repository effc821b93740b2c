"""Which texts may reach Rasa as a command: payloads of known intents with known entities, nothing else.

Rasa reads every text that starts with "/" as a command, so a person could otherwise fill any slot or trigger any
intent. The assistant's domain says what is known.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

SHAPE = re.compile(r"/(?P<intent>[a-z][a-z0-9_]*)(?P<entities>\{.*\})?", re.DOTALL)
PREFIX = "/"
MAX_VALUES = 30


@dataclass(frozen=True, slots=True)
class Payloads:
    """The intents and entities of the assistant."""

    intents: frozenset[str]
    entities: frozenset[str]

    @classmethod
    def of_domain(cls, file: Path) -> Payloads:
        """Read them from domain.yml, where an entry is a name or a name with options."""
        domain = yaml.safe_load(file.read_text(encoding="utf-8"))
        return cls(_names(domain.get("intents")), _names(domain.get("entities")))

    def text_for_rasa(self, text: str) -> str:
        """The payload as it is, or the text without the slashes that would make it a command."""
        payload = self._payload(text)
        return text.lstrip(PREFIX + " \n\t") if payload is None else payload

    def _payload(self, text: str) -> str | None:
        match = SHAPE.fullmatch(text)
        if match is None or match["intent"] not in self.intents:
            return None
        if match["entities"] is None:
            return text
        entities = _parsed(match["entities"])
        if entities is None or not self.entities.issuperset(entities) or not all(map(_is_plain, entities.values())):
            return None
        return f"{PREFIX}{match['intent']}{json.dumps(entities, ensure_ascii=False)}"


def _names(entries: list[str | dict[str, Any]] | None) -> frozenset[str]:
    return frozenset(entry if isinstance(entry, str) else next(iter(entry)) for entry in entries or ())


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        entities = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return entities if isinstance(entities, dict) else None


def _is_plain(value: object) -> bool:
    """A value or a short list of values; nothing nested, no number that is none."""
    if isinstance(value, list):
        return len(value) <= MAX_VALUES and all(not isinstance(item, list) and _is_plain(item) for item in value)
    if isinstance(value, float):
        return value == value and abs(value) != float("inf")  # NaN differs from itself
    return isinstance(value, str | int | bool)
