"""One turn as Rasa hands it over: who, what was understood, in which language and on which date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from rasa_sdk import Tracker

from leerroute.domain.measure import Language
from leerroute.domain.profile import FIELDS
from leerroute.service.talk import Said
from leerroute.service.talk_facts import DENIED, PLACES, SaidFact

LANGUAGES = ("nl", "en")
PAYLOAD = "/"
FACTS = frozenset({*FIELDS, DENIED, PLACES})
GUESS = "guess"
MAX_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Turn:
    """What an action reads. `on` is None when the caller gave no date."""

    case_id: str
    intent: str
    said: Said
    entities: tuple[Mapping[str, Any], ...]
    language: Language
    on: date | None
    form_active: bool

    @classmethod
    def of(cls, tracker: Tracker) -> Turn:
        """Read Rasa's tracker; nothing of it is trusted to have the right form."""
        message: Mapping[str, Any] = tracker.latest_message or {}
        metadata: Mapping[str, Any] = message.get("metadata") or {}
        entities = tuple(entity for entity in message.get("entities") or () if isinstance(entity, dict))
        intent = str((message.get("intent") or {}).get("name") or "nlu_fallback")
        text = str(message.get("text") or "")
        asked = _language(_first(entities, "language")) if intent == "switch_language" else None
        known = _language(metadata.get("language")) or _language(tracker.get_slot("language")) or "nl"
        return cls(
            case_id=str(tracker.sender_id),
            intent=intent,
            said=Said(
                str(message.get("message_id") or ""), intent, text, _facts(text, entities), asked, _guesses(entities)
            ),
            entities=entities,
            language=asked or known,
            on=_date(metadata.get("today")),
            form_active=bool((tracker.active_loop or {}).get("name")),
        )

    @property
    def tapped(self) -> bool:
        """Whether this is a quick reply: its words are ours."""
        return self.said.text.startswith(PAYLOAD)

    def entity(self, name: str) -> str | None:
        """The first value of an entity, as text."""
        value = _first(self.entities, name)
        return None if value is None else str(value)


def _first(entities: Sequence[Mapping[str, Any]], name: str) -> object:
    return next((entity.get("value") for entity in entities if entity.get("entity") == name), None)


def _language(value: object) -> Language | None:
    return cast("Language", value) if value in LANGUAGES else None


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _facts(text: str, entities: Sequence[Mapping[str, Any]]) -> tuple[SaidFact, ...]:
    """A tap is no quote: its words are ours."""
    tapped = text.startswith(PAYLOAD)
    return tuple(
        SaidFact(
            str(entity["entity"]),
            entity.get("value"),
            "tap" if tapped else "quote",
            None if tapped else _quote(text, entity),
        )
        for entity in entities
        if entity.get("entity") in FACTS
    )


def _guesses(entities: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What the message may say: `<field>=<value>`, of a field that there is."""
    written = [str(entity.get("value")) for entity in entities if entity.get("entity") == GUESS]
    return tuple(guess for guess in written if guess.partition("=")[0] in FIELDS)


def _quote(text: str, entity: Mapping[str, Any]) -> str | None:
    start, end = entity.get("start"), entity.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        return None
    return text[start:end][:MAX_QUOTE]
