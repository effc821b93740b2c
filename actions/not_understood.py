"""A message in which nothing was found: one kind sentence, another one each time, and after two a person."""

from __future__ import annotations

from actions.base import Request, Voice
from actions.hand_over import answer_to_offer
from actions.turn import Turn
from leerroute.service.talk_memory import Memory

WAYS = 3
SOMETHING_ELSE = "/inform"
TYPED = ("number", "place")
OPEN = "situation"


class NotUnderstood(Request):
    """Never the same sentence twice in a row; after two failures tapping and a person."""

    action = "action_not_understood"

    def answer(self, turn: Turn, voice: Voice) -> None:
        if answer_to_offer(self, turn, voice):
            return
        case = self.talk.case(turn.case_id)
        memory = Memory.of(case.memory)
        asked = self.talk.asked(case)
        if memory.refused:
            voice.utter(f"utter_does_not_fit_{memory.failures % 2}")
        elif asked is not None and asked.readings:
            voice.utter("utter_not_sure")
        elif turn.said.text == SOMETHING_ELSE:
            voice.utter(f"utter_something_else_{memory.failures % 2}")
        elif asked is None:
            voice.utter(f"utter_not_understood_after_{memory.failures % 2}")
        elif asked.question.input in TYPED and memory.failures == 1:
            voice.utter(f"utter_not_understood_{asked.question.input}")
        elif asked.question.field != OPEN and memory.failures == 1:
            voice.utter("utter_not_understood_choice")
        else:
            voice.utter(f"utter_not_understood_{(memory.failures - 1) % WAYS}")
