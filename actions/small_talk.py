"""Hello, thanks, and angry words."""

from __future__ import annotations

from actions.base import Request, Voice
from actions.turn import Turn
from leerroute.service.talk_memory import Memory


class SmallTalk(Request):
    """One short answer of the same name as the intent."""

    action = "action_small_talk"

    def answer(self, turn: Turn, voice: Voice) -> None:
        again = turn.intent == "insult" and Memory.of(self.talk.case(turn.case_id).memory).digressions > 1
        voice.utter("utter_insult_again" if again else f"utter_{turn.intent}")
