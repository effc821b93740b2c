"""Hello, thanks, and angry words."""

from __future__ import annotations

from actions.base import Request, Voice
from actions.turn import Turn


class SmallTalk(Request):
    """One short answer of the same name as the intent."""

    action = "action_small_talk"

    def answer(self, turn: Turn, voice: Voice) -> None:
        voice.utter(f"utter_{turn.intent}")
