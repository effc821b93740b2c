"""A kept talk as the rest of the system sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias

from leerroute.domain.measure import Language
from leerroute.domain.profile import FIELDS, Profile, Value

Source: TypeAlias = Literal["quote", "tap", "coach", "form"]


@dataclass(frozen=True, slots=True)
class StoredFact:
    """One known thing and where it came from.

    A field with several values (`barriers`, `learningMoments`) has one fact per value, so that each keeps its own
    words; there `value` is that one value. `put_facts` splits a tuple.
    """

    field: str
    value: Value
    source: Source
    quote: str | None = None
    said_at: datetime | None = None  # None when put in: the repository's clock


@dataclass(frozen=True, slots=True)
class Case:
    """A talk or intake that is kept. `municipality` is that of the portal, not a fact about where someone lives."""

    id: str
    language: Language | None
    municipality: str | None
    channel: str
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    facts: tuple[StoredFact, ...] = ()
    denied_barriers: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()  # questions answered with "don't know" or "rather not say"
    open_question: str | None = None  # profile field, `barrier:<id>`, `situation`; None when nothing is asked
    asked: int = 0
    done: bool = False  # the route has been given
    memory: Mapping[str, Any] = field(default_factory=dict)  # small things of the talk: last utters, failures in a row

    @property
    def profile(self) -> Profile:
        """All facts as a profile; the last said counts, values of one field with several are put together."""
        single: dict[str, Value] = {f.field: f.value for f in self.facts if not is_list(f.field)}
        several: dict[str, dict[str, None]] = {}
        for fact in self.facts:
            if is_list(fact.field):
                several.setdefault(fact.field, {})[str(fact.value)] = None
        return Profile({**single, **{field_name: tuple(items) for field_name, items in several.items()}})

    def facts_of(self, field_name: str) -> tuple[StoredFact, ...]:
        """The facts of one field, oldest first."""
        return tuple(fact for fact in self.facts if fact.field == field_name)


def is_list(field_name: str) -> bool:
    """Whether a field takes several values."""
    spec = FIELDS.get(field_name)
    return spec is not None and spec.kind == "choices"
