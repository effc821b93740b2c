"""Runs on every message: takes in what it says, and tells the form whether it goes on."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.base import LANGUAGE, READY, Event, TalkAction, Voice
from actions.turn import Turn
from leerroute.domain.question import BARRIER_PREFIX
from leerroute.service.talk import Heard

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
        words, taken = self.words(turn.language), heard.taken
        if taken.clash is not None:
            voice.utter("utter_clash")
        changes = [change for change in (*taken.changed, *taken.dropped) if not change.field.startswith(BARRIER_PREFIX)]
        if changes:
            voice.utter("utter_changed", changes="; ".join(words.change(change) for change in changes))
        noted = [change for change in taken.noted if change.field != "barriers"]
        if noted and not turn.tapped and (heard.beside or len(noted) >= SAY_BACK_FROM):
            response = "utter_noted" if len(noted) >= SAY_BACK_FROM else "utter_noted_too"
            voice.utter(response, facts="; ".join(words.change(change) for change in noted))
