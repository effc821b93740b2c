"""Puts the question that the engine chose; starts and restarts the talk."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from typing_extensions import override

from actions.base import READY, Event, TalkAction, Voice
from actions.turn import Turn
from leerroute.service.talk_asking import present_question
from leerroute.service.talk_memory import Memory

AGAIN = 2  # so many ways there are to put a question again


class AskQuestion(TalkAction):
    """Asks what stands open. Says nothing when nothing does, or when the person paused."""

    action = "action_ask_route_ready"

    def act(self, turn: Turn, voice: Voice) -> list[Event]:
        case = self.talk.case(turn.case_id)
        asked = self.talk.asked(case)
        if asked is None:
            return []
        memory = Memory.of(case.memory)
        shown = present_question(asked, self.wording(turn.language))
        text, replies = str(shown["text"]), shown["quickReplies"]
        if not memory.fresh and not asked.readings:
            kind = "again" if memory.failures else "back"
            lead = self.wording(turn.language).label("talk", f"{kind}-{memory.digressions % AGAIN}")
            text = f"{lead} {text}"
        voice.say(text, replies, {"question": asked.question.field})  # type: ignore[arg-type]
        return []


class StartTalk(TalkAction):
    """Says what this is: a computer programme, not a person."""

    action = "action_start"

    @override
    def act(self, turn: Turn, voice: Voice) -> list[Event]:
        voice.utter("utter_welcome")
        return [SlotSet(READY, None)]


class Restart(TalkAction):
    """Begins again; the facts were forgotten when the request was heard."""

    action = "action_restart"

    @override
    def act(self, turn: Turn, voice: Voice) -> list[Event]:
        voice.utter("utter_restarted")
        return [SlotSet(READY, None)]
