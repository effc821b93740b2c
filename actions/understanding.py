"""Runs on every message: takes in what it says, and tells the form whether it goes on."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import SlotSet

from actions.base import LANGUAGE, READY, Event, TalkAction, Voice
from actions.turn import Turn
from leerroute.service.talk import Heard
from leerroute.service.talk_facts import Change
from leerroute.service.wording import Wording

SAY_BACK_FROM = 2  # facts in one message: then we say back what we noted
SILENT = frozenset({"crisis"})


class TakeIn(TalkAction):
    """Facts are taken in whatever the intent. Without a slot the form refuses the turn, and a rule takes it up."""

    action = "action_validate_slot_mappings"

    def act(self, turn: Turn, voice: Voice) -> list[Event]:
        heard = self.talk.hear(turn.case_id, turn.said, self.on(turn))
        if not heard.again and turn.intent not in SILENT:
            self._say_back(heard, turn, voice)
        events: list[Event] = [SlotSet(LANGUAGE, turn.language)]
        if heard.goes_on or not turn.form_active:
            events.append(SlotSet(READY, True if heard.ready else None))
        return events

    def _say_back(self, heard: Heard, turn: Turn, voice: Voice) -> None:
        wording = self.wording(turn.language)
        taken = heard.taken
        if taken.clash is not None:
            voice.utter("utter_clash")
        if taken.changed or taken.dropped:
            lines = _lines("changed", taken.changed, wording) + _lines("dropped", _fields(taken.dropped), wording)
            voice.utter("utter_changed", changes="; ".join(lines))
        told = [change for change in taken.noted if change.field != "barriers"]
        if len(told) >= SAY_BACK_FROM and not turn.said.text.startswith("/"):
            voice.utter("utter_noted", facts="; ".join(_lines("noted", told, wording)))


def _fields(changes: Sequence[Change]) -> list[Change]:
    """A barrier that was taken back is not said back: its name is ours, not the person's."""
    return [change for change in changes if not change.field.startswith("barrier:")]


def _lines(kind: str, changes: Sequence[Change], wording: Wording) -> list[str]:
    return [
        wording.label("talk", kind).format(
            field=wording.field(change.field),
            before="" if change.before is None else wording.value(change.field, change.before),
            after="" if change.after is None else wording.value(change.field, change.after),
        )
        for change in changes
    ]
