"""What a message may have meant that was not understood for sure: two or three readings to tap. Pure.

A reading comes from a hedge ('misschien raak ik mijn baan kwijt'), or from a word that an answer of the open question
has too. Nobody is told a guess about debts, health or housing: only what was asked about, or is not delicate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from leerroute.domain.profile import FIELDS, Value
from leerroute.domain.question import BARRIER_PREFIX, Question
from leerroute.service.talk_asking import SITUATION, Asked, fact_written, facts_of_answer
from leerroute.service.talk_facts import SaidFact

Reading = Mapping[str, Value]

MOST = 3
LEAST_LETTERS = 4
SAME_WORD = 84  # of 100
DELICATE = frozenset({"literacy", "barriers", "barriersDenied", "wish", "occupation", "careTasks"})
YES = "affirm"


def readings_of(asked: Asked | None, text: str, guesses: Iterable[str], questions: Sequence[Question]) -> list[Reading]:
    """At most three readings, those of the message's own words first; none when a question of our own stands open."""
    if asked is None or asked.ways_out or asked.places:
        return []
    delicate = DELICATE | {question.field for question in questions if question.sensitive}
    guessed = [dict([fact_written(guess)]) for guess in guesses]
    allowed = [reading for reading in guessed if asked.question.field in reading or not delicate & reading.keys()]
    found: list[Reading] = []
    for reading in (*allowed, *_answers_with_a_word_of(asked.question, text)):
        if reading not in found:
            found.append(reading)
    return found[:MOST]


def yes_to_the_only_one(asked: Asked | None, intent: str, text: str) -> tuple[SaidFact, ...]:
    """'Ja' to a single reading says it; to several it says nothing."""
    if asked is None or intent != YES or len(asked.readings) != 1:
        return ()
    return tuple(SaidFact(name, value, "quote", text) for name, value in asked.readings[0].items())


def _answers_with_a_word_of(question: Question, text: str) -> list[Reading]:
    """Answers that share a word with the message; none when all do, or where they are sentences or only yes and no."""
    spec = FIELDS.get(question.field)
    if (
        question.field in (SITUATION, "barriers")
        or question.field.startswith(BARRIER_PREFIX)
        or (spec is not None and spec.kind == "boolean")
    ):
        return []
    words = _words(text)
    near = [a for a in question.answers if any(_alike(w, t) for t in a.title.values() for w in words)]
    if len(near) > MOST or (near and len(near) == len(question.answers)):
        return []
    return [facts_of_answer(question, answer) for answer in near]


def _alike(word: str, title: str) -> bool:
    return any(fuzz.ratio(word, other) >= SAME_WORD for other in _words(title))


def _words(text: str) -> list[str]:
    return [w for w in text.casefold().replace(",", " ").strip(" .!?").split() if len(w) >= LEAST_LETTERS]
