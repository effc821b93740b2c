"""The test messages with their annotation, written by docs/how-to/annotate.md and independent of the training data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

MESSAGES = Path(__file__).parent / "messages"
DUTCH = ("plain", "typos", "a2", "long", "negation-and-others", "numbers")
OTHER_LANGUAGES = ("en", "de", "tr", "pl", "ar", "uk", "es")
GROUPS = (*DUTCH, *OTHER_LANGUAGES)
LIST_FIELDS = frozenset({"barriers", "learningMoments"})

Fact = tuple[str, Any]


@dataclass(frozen=True)
class TestMessage:
    """A message, the facts its words give, and the fields that a careless reader would fill wrongly."""

    __test__ = False  # its name starts with Test, and pytest would collect it

    group: str
    text: str
    facts: dict[str, Any]
    tempting: tuple[str, ...]

    @property
    def pairs(self) -> frozenset[Fact]:
        """The facts as (field, value); the items of a list each apart."""
        return frozenset(pairs_of(self.facts))


def pairs_of(facts: dict[str, Any]) -> list[Fact]:
    """A profile as (field, value) pairs."""
    return [(name, item) for name, value in facts.items() for item in (value if isinstance(value, list) else [value])]


def load_messages(folder: Path = MESSAGES) -> list[TestMessage]:
    """All messages, in the order of the groups and of the files."""
    return [
        TestMessage(group, item["text"], item["facts"], tuple(item.get("not", ())))
        for group in GROUPS
        for item in yaml.safe_load((folder / f"{group}.yml").read_text(encoding="utf-8"))
    ]


def fingerprint_of_messages(folder: Path = MESSAGES) -> str:
    """A short name for the state of the test set, kept with each result."""
    digest = hashlib.sha256()
    for group in GROUPS:
        digest.update((folder / f"{group}.yml").read_bytes())
    return digest.hexdigest()[:16]
