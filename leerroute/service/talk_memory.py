"""The small things a talk remembers beside its facts: what was asked how often, failures in a row, what was shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from leerroute.cases import Case
from leerroute.domain.profile import Value
from leerroute.service.talk_asking import ways_out_of
from leerroute.service.talk_facts import TakenIn

OFFERED, CONSENT_COUNTS = 2, 1
CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Memory:
    """Kept as JSON in the case."""

    heard: str | None = None  # id of the last message, so that it is taken in once
    goes_on: bool = False
    failures: int = 0
    digressions: int = 0  # turns in a row that did not answer
    fresh: bool = False  # the open question was put for the first time in this turn
    paused: bool = False
    at_most_left: int = 0
    asked: Mapping[str, int] = field(default_factory=dict)  # field -> how often it was put
    refused: tuple[str, ...] = ()  # fields of values that did not fit, in the last message
    clash: tuple[Mapping[str, Value], ...] = ()
    places: tuple[str, ...] = ()
    readings: tuple[Mapping[str, Value], ...] = ()  # what the last message may have meant
    own_field: str | None = None  # the field of a question of our own, about a clash or a place
    told_steps: tuple[tuple[str, str], ...] = ()  # (measure, title) of the route that was told last
    shown: int = 0
    handover_offered: int = 0  # turns that consent can still come in: OFFERED in the turn that shows what would be sent
    handover_key: str | None = None  # one hand-over has one key, however often it is sent
    handover_shown: str | None = None  # fingerprint of what was shown: only that may be sent
    chosen: tuple[str, ...] = ()  # measures the person chose over the first in rank, the latest last
    simple_words: bool = False  # the person wants every question explained, on each device

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Memory:
        """From the case; a key of an older version is left out."""
        known = {name: data[name] for name in cls.__dataclass_fields__ if name in data}
        for name in ("refused", "places", "chosen"):
            known[name] = tuple(known.get(name, ()))
        known["clash"] = ways_out_of(known.get("clash", ()))
        known["readings"] = ways_out_of(known.get("readings", ()))
        known["told_steps"] = tuple((str(m), str(t)) for m, t in known.get("told_steps", ()))
        return cls(**known)

    def as_data(self) -> dict[str, Any]:
        """Plain JSON data."""
        return asdict(self)

    @property
    def waits_for_consent(self) -> bool:
        """What would be sent was just shown, so the next message may say yes or no to that, and to nothing else."""
        return self.handover_offered == OFFERED

    def asking(self, name: str) -> Memory:
        """A question is put (again)."""
        times = self.asked.get(name, 0) + 1
        return replace(self, asked={**self.asked, name: times}, fresh=times == 1)


def listened_for(case: Case) -> str | None:
    """What a bare "58" or "yes" answers: the open question, or whether what was shown may be sent.

    Nothing behind 'Do you mean ...?': there 'no' denies the readings, not the question.
    """
    memory = Memory.of(case.memory)
    if memory.waits_for_consent:
        return CONSENT
    return None if memory.readings else case.open_question


def after(memory: Memory, message: str, taken: TakenIn, *, goes_on: bool) -> Memory:
    """A message was heard."""
    return replace(
        memory,
        heard=message,
        goes_on=goes_on,
        fresh=False,
        handover_offered=max(memory.handover_offered - 1, 0),
        digressions=0 if goes_on else memory.digressions + 1,
        refused=tuple(fault.field for fault in taken.refused),
        readings=(),
    )


def failures(memory: Memory, *, failed: bool) -> int:
    """Failures in a row. A request in between is no failure, and does not make up for one; going on does."""
    if failed:
        return memory.failures + 1
    return 0 if memory.goes_on else memory.failures


def about_own_question(memory: Memory, taken: TakenIn, *, answered: bool) -> Memory:
    """A question of our own comes up with a clash or an ambiguous place, and goes with any answer."""
    if taken.clash is not None:
        return replace(memory, clash=taken.clash.ways_out, places=(), own_field=taken.clash.field)
    if taken.places:
        return replace(memory, clash=(), places=taken.places, own_field="municipality")
    return replace(memory, clash=(), places=(), own_field=None) if answered else memory


def steps_of(route: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Measure and title of each step."""
    return tuple((step["measure"]["id"], step["title"]) for step in route["steps"])


def told(memory: Memory, route: Mapping[str, Any]) -> Memory:
    """The route was told from its first step on."""
    return replace(memory, told_steps=steps_of(route), shown=0)


def without_lost(memory: Memory, route: Mapping[str, Any]) -> tuple[Memory, tuple[str, ...]]:
    """A choice that does not fit any more is let go; and which ones these are."""
    steps = {measure for measure, _ in steps_of(route)}
    lost = tuple(measure for measure in memory.chosen if measure not in steps)
    return replace(memory, chosen=tuple(measure for measure in memory.chosen if measure in steps)), lost
