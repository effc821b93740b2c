"""Handing a talk over: what would be sent is shown first, and goes only when the person says so right after that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import uuid4

from leerroute.cases import Case, CaseRepository
from leerroute.service.handing_over import HandedOver, HandoverClient
from leerroute.service.handover_settings import Handover
from leerroute.service.talk import Talk
from leerroute.service.talk_memory import CONSENT_COUNTS, OFFERED, Memory
from leerroute.service.talk_words import FactWords

VERSION = 1


@dataclass(frozen=True, slots=True)
class Offer:
    """Whom it goes to and every line that is sent, in words."""

    name: str
    lines: tuple[str, ...]


class HandingOver:
    """The use cases of handing over. `desks` are the webhooks by municipality."""

    def __init__(
        self, talk: Talk, cases: CaseRepository, desks: Mapping[str, Handover], client: HandoverClient | None = None
    ) -> None:
        self._talk = talk
        self._cases = cases
        self._desks = desks
        self._client = client or HandoverClient()

    def desk(self, case: Case) -> Handover | None:
        """The live chat of the portal's municipality, else of where the person lives."""
        return self._desks.get(case.municipality or "") or self._desks.get(str(case.profile.get("municipality")))

    def offer(self, case_id: str, on: date, words: FactWords) -> Offer | None:
        """Show what would be sent; consent can be given in the next turn only. None without a live chat."""
        case = self._talk.case(case_id)
        desk = self.desk(case)
        if desk is None:
            return None
        summary = self.summary(case, on, words)
        memory = replace(
            Memory.of(case.memory),
            handover_offered=OFFERED,
            handover_key=str(uuid4()),
            handover_shown=_fingerprint(summary),
        )
        self._cases.update(case_id, memory=memory.as_data())
        return Offer(desk.name, _in_lines(summary))

    def was_just_offered(self, case_id: str) -> bool:
        """Whether the turn before this one showed what would be sent."""
        return Memory.of(self._talk.case(case_id).memory).handover_offered == CONSENT_COUNTS

    def hand_over(self, case_id: str, on: date, words: FactWords) -> HandedOver | None:
        """Send it, with consent of this turn. None, and nothing is sent, when it is not what was shown."""
        case = self._talk.case(case_id)
        memory, desk = Memory.of(case.memory), self.desk(case)
        summary = self.summary(case, on, words)
        if desk is None or memory.handover_key is None or memory.handover_offered != CONSENT_COUNTS:
            return None
        if memory.handover_shown != _fingerprint(summary):
            return None
        self._cases.update(case_id, memory=replace(memory, handover_offered=0).as_data())
        return self._client.send(desk, {**summary, "id": memory.handover_key}, memory.handover_key)

    def summary(self, case: Case, on: date, words: FactWords) -> dict[str, Any]:
        """Facts in words, what makes learning hard, and the route; never the person's own sentences."""
        route: Any = self._talk.route(case, on, words.wording.language)
        topics = words.wording.texts.barriers
        return {
            "version": VERSION,
            "municipality": case.municipality or case.profile.get("municipality"),
            "language": words.wording.language,
            "consent": {"given": True, "on": on.isoformat()},
            "facts": [
                {
                    "field": name,
                    "value": list(value) if isinstance(value, tuple) else value,
                    "label": words.wording.field(name),
                    "valueLabel": words.value(name, value),
                }
                for name, value in case.profile.items()
                if name != "barriers"
            ],
            "barriers": [
                {"id": found["id"], "name": words.wording.say(topics[found["id"]].name)} for found in route["barriers"]
            ],
            "route": [
                {"order": s["order"], "measure": s["measure"]["id"], "title": s["title"]} for s in route["steps"]
            ],
        }


def _fingerprint(summary: Mapping[str, Any]) -> str:
    return sha256(json.dumps(summary, sort_keys=True).encode()).hexdigest()


def _in_lines(summary: Mapping[str, Any]) -> tuple[str, ...]:
    """Everything of the summary that is about the person, as it is shown before it is sent."""
    return (
        *(f"{fact['label']}: {fact['valueLabel']}" for fact in summary["facts"]),
        *(barrier["name"] for barrier in summary["barriers"]),
        *(f"{step['order']}. {step['title']}" for step in summary["route"]),
    )
