"""Lets a simulated person talk with the running system until nothing is asked any more."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from leerroute.domain.profile import FIELDS
from leerroute.domain.question import BARRIER_PREFIX
from tests.simulated.person import Interruption, Person
from tests.support.conversation import Conversation
from tests.support.system import RunningSystem

MOST_TURNS = 40  # a talk that is still asking after so many messages does not finish
NOTHING = {"nl": "nee, niks", "en": "no, nothing"}


@dataclass(frozen=True)
class Talked:
    """What came of a talk. `asked` are the questions in order; one that is put again at once counts once."""

    person: Person
    asked: tuple[str, ...]
    put_again: int  # questions that had to be put again after an answer
    turns: int
    missed: tuple[str, ...]  # responses that had to come after an interruption
    done: bool
    kept: dict[str, Any]
    transcript: str

    @property
    def questions(self) -> int:
        """How many were asked, the open question not counted."""
        return sum(1 for field in self.asked if field != "situation")


def talk_with(person: Person, system: RunningSystem) -> Talked:
    """The whole talk of one person."""
    with Conversation(system.base_url, system.database_url, person.language) as talk:
        played = _Playing(person, talk)
        played.until_the_end()
        return Talked(
            person=person,
            asked=tuple(played.asked),
            put_again=played.put_again,
            turns=played.turns,
            missed=tuple(played.missed),
            done=talk.turn["done"],
            kept=talk.kept(),
            transcript=talk.transcript,
        )


class _Playing:
    """The state of one talk that is going on."""

    def __init__(self, person: Person, talk: Conversation) -> None:
        self.person, self.talk = person, talk
        self.asked: list[str] = []
        self.missed: list[str] = []
        self.put_again = self.turns = self.answers = 0
        self._used: dict[str, int] = {}
        self._waiting = list(person.meanwhile)

    def until_the_end(self) -> None:
        while self.turns < MOST_TURNS and (field := self.talk.asked) is not None:
            if not self.asked or self.asked[-1] != field:
                self.asked.append(field)
            if self._waiting and self._waiting[0].after <= self.answers:
                self._interrupt(self._waiting.pop(0))
            else:
                self._answer(field)
            self._return()
        for last in self.person.at_the_end:
            self._interrupt(last)

    def _return(self) -> None:
        """Nothing is asked after a crisis or a stop, until the person goes on."""
        if self.talk.asked is None and not self.talk.turn["done"] and self.person.returns:
            self._say(self.person.returns)

    def _answer(self, field: str) -> None:
        self.answers += 1
        self._say(self._answer_to(field))
        self.put_again += self.talk.asked == field

    def _interrupt(self, interruption: Interruption) -> None:
        self._say(interruption.say)
        for name in interruption.utters:
            if name not in self.talk.uttered:
                self.missed.append(f"{interruption.say!r} is answered with {name}")

    def _say(self, words: str) -> None:
        self.turns += 1
        self.talk.say(words)

    def _answer_to(self, field: str) -> str:
        """Their own sentence, the next one when it is asked again, else what they would tap, typed."""
        if field == "situation" and field not in self.person.says:
            return self.person.opening
        own = self.person.says.get(field, ())
        if own:
            place = self._used[field] = self._used.get(field, -1) + 1
            return own[min(place, len(own) - 1)]
        return self._in_words_of_a_button(field) or self.person.otherwise

    def _in_words_of_a_button(self, field: str) -> str | None:
        truth, barriers = self.person.truth, self.person.truth.get("barriers")
        if field in truth and FIELDS[field].kind in ("integer", "text"):
            return str(truth[field])
        wanted: Any = truth.get(field)
        if field.startswith(BARRIER_PREFIX):
            if not isinstance(barriers, tuple):
                return None
            name = field.removeprefix(BARRIER_PREFIX)
            return self._button("barriers" if name in barriers else "barriersDenied", name)
        if isinstance(wanted, tuple):
            return self._button(field, wanted[0]) if wanted else NOTHING[self.person.language]
        return self._button(field, wanted) if wanted is not None else None

    def _button(self, field: str, value: object) -> str | None:
        for reply in self.talk.turn["question"]["quickReplies"]:
            _, brace, facts = reply["payload"].partition("{")
            said = json.loads(brace + facts) if brace else {}
            if field in said and said[field] in (value, [value]):
                return str(reply["title"])
        return None
