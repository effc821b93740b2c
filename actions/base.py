"""What every action shares: its name, the services it calls, and a voice."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from typing_extensions import override

from actions.turn import Turn
from leerroute.domain.measure import Language
from leerroute.service.talk import Talk
from leerroute.service.talk_services import TalkServices
from leerroute.service.talk_words import FactWords
from leerroute.service.wording import Wording

Event = Any
READY = "route_ready"
LANGUAGE = "language"


class Voice:
    """Says things: a response of data/responses by its name, or a text that the service made from the content."""

    def __init__(self, dispatcher: CollectingDispatcher) -> None:
        self._dispatcher = dispatcher

    def utter(self, response: str, **filled: str) -> None:
        """A response, with what fills it."""
        self._dispatcher.utter_message(response=response, **filled)

    def say(
        self,
        text: str,
        quick_replies: Sequence[Mapping[str, str]] = (),
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """A text of the content; `data` goes with it for the widget."""
        self._dispatcher.utter_message(text=text, buttons=[dict(reply) for reply in quick_replies])
        if data:
            self._dispatcher.utter_message(json_message=dict(data))


class TalkAction(Action, ABC):  # type: ignore[misc]  # rasa_sdk has no types
    """An action of the talk. Runs beside the event loop: the services wait for the database."""

    action: ClassVar[str]

    def __init__(self, services: TalkServices) -> None:
        self.services = services

    def name(self) -> str:
        """As in domain.yml."""
        return self.action

    @property
    def talk(self) -> Talk:
        """The use cases of a talk."""
        return self.services.talk

    @override
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]) -> list[Event]:
        """Called by Rasa."""
        return await asyncio.to_thread(self.act, Turn.of(tracker), Voice(dispatcher))

    @abstractmethod
    def act(self, turn: Turn, voice: Voice) -> list[Event]:
        """Read, call, utter; gives the slots to set."""

    def on(self, turn: Turn) -> date:
        """The date of the turn: given by the API, else that of this machine."""
        return turn.on or self.services.settings.on()

    def wording(self, language: Language) -> Wording:
        """The words of the content."""
        return self.services.routes.wording(language)

    def words(self, language: Language) -> FactWords:
        """Facts in words."""
        return FactWords(self.wording(language), self.services.catalogue)


class Request(TalkAction):
    """An answer to a request halfway. When nothing is left to ask, the form may close and the route follows."""

    def act(self, turn: Turn, voice: Voice) -> list[Event]:
        """Answer, then tell the form whether it is ready."""
        self.answer(turn, voice)
        if not turn.form_active:
            return []
        return [SlotSet(READY, True)] if self.talk.case(turn.case_id).open_question is None else []

    @abstractmethod
    def answer(self, turn: Turn, voice: Voice) -> None:
        """Say what was asked for."""
