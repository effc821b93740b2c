"""Somebody in danger: the right help at once, nothing else."""

from __future__ import annotations

from actions.base import Request, Voice
from actions.turn import Turn

KINDS = ("suicide", "violence")


class Crisis(Request):
    """113 or Veilig Thuis; both when it is not clear which."""

    action = "action_crisis"

    def answer(self, turn: Turn, voice: Voice) -> None:
        kind = turn.entity("crisis")
        voice.utter(f"utter_crisis_{kind}" if kind in KINDS else "utter_crisis")
