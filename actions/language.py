"""Another language: the talk goes on in it from this turn."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.base import LANGUAGE, Event, Request, Voice
from actions.turn import Turn


class SwitchLanguage(Request):
    """Dutch and English are spoken; other languages are understood."""

    action = "action_switch_language"

    def act(self, turn: Turn, voice: Voice) -> list[Event]:
        return [SlotSet(LANGUAGE, turn.language), *super().act(turn, voice)]

    def answer(self, turn: Turn, voice: Voice) -> None:
        voice.utter("utter_language_switched" if turn.said.language else "utter_languages")
