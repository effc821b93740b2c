"""After the route: did it help?"""

from __future__ import annotations

from actions.base import Request, Voice
from actions.hand_over import answer_to_offer
from actions.turn import Turn


class AfterRoute(Request):
    """An answer to the closing question."""

    action = "action_after_route"

    def answer(self, turn: Turn, voice: Voice) -> None:
        if answer_to_offer(self, turn, voice):
            return
        voice.utter("utter_helped" if turn.intent == "affirm" else "utter_not_helped")
