"""What reading a message gives: facts with the words they came from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Union

GUESS = "guess"  # `<field>=<value>`: what a message may say; asked about, never noted
Value = Union[int, bool, str, "list[str]"]


@dataclass(frozen=True)
class Fact:
    """One field that the words give; `start` and `end` point into the message as it was written."""

    field: str
    value: Value
    start: int
    end: int
    confidence: float = 0.95
    source: str = "phrase"
    past: bool = False
    rank: int = 0

    def but(self, **changes: object) -> Fact:
        """The same fact with something changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def as_entity(self, message: str) -> dict[str, object]:
        """The form in which Rasa hands facts to the actions."""
        return {
            "entity": self.field,
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "confidence_entity": round(self.confidence, 3),
            "extractor": f"reading.{self.source}",
            "text": message[self.start : self.end],
        }


@dataclass(frozen=True)
class Reading:
    """All that a message says: the facts, what it asks for, and the language it is in."""

    facts: tuple[Fact, ...]
    intent: str
    confidence: float
    language: str
    ranking: tuple[tuple[str, float], ...] = ()

    def profile(self) -> dict[str, Value]:
        """The facts as profile fields; items of a list field come together."""
        fields: dict[str, Value] = {}
        for fact in self.facts:
            if fact.field == GUESS:
                continue
            if fact.field in LIST_FIELDS:
                items = fields.setdefault(fact.field, [])
                if isinstance(items, list) and fact.value not in items:
                    items.append(str(fact.value))
            else:
                fields[fact.field] = fact.value
        return fields


LIST_FIELDS = frozenset({"learningMoments", "barriers", "barriersDenied"})
