"""After the route: did it help?"""

from __future__ import annotations

from actions.base import Request, Voice
from actions.turn import Turn


class AfterRoute(Request):
    """An answer to the closing question."""

    action = "action_after_route"

    def answer(self, turn: Turn, voice: Voice) -> None:
        voice.utter("utter_helped" if turn.intent == "affirm" else "utter_not_helped")
