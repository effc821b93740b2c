"""Why a question is asked, the same again, or in simpler words."""

from __future__ import annotations

from actions.base import Request, Voice
from actions.turn import Turn


class AskWhy(Request):
    """Each question has its reason in the content."""

    action = "action_ask_why"

    def answer(self, turn: Turn, voice: Voice) -> None:
        asked = self.talk.asked(self.talk.case(turn.case_id))
        if asked is None:
            voice.utter("utter_why_all")
        else:
            voice.utter("utter_why", why=self.wording(turn.language).say(asked.question.why))


class Repeat(Request):
    """The form puts its question again by itself."""

    action = "action_repeat"

    def answer(self, turn: Turn, voice: Voice) -> None:
        asked = self.talk.asked(self.talk.case(turn.case_id))
        voice.utter("utter_repeat" if asked else "utter_repeat_route")


class Simpler(Request):
    """What the question is for, and that tapping is enough."""

    action = "action_simpler"

    def answer(self, turn: Turn, voice: Voice) -> None:
        asked = self.talk.asked(self.talk.case(turn.case_id))
        if asked is None:
            voice.utter("utter_simpler_route")
        elif asked.question.answers:
            voice.utter("utter_simpler", why=self.wording(turn.language).say(asked.question.why))
        else:
            voice.utter("utter_simpler_type", why=self.wording(turn.language).say(asked.question.why))
