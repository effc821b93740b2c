"""How a question is put to a person: its text, what can be tapped, and what a typed answer may mean."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from leerroute.domain.profile import BARRIERS, FIELDS, Value
from leerroute.domain.question import BARRIER_PREFIX, Answer, Question
from leerroute.service.talk_facts import DENIED, SaidFact
from leerroute.service.wording import Json, Wording

SITUATION = "situation"
SAME_WORDS = 86  # of 100: a typed answer that is as good as one of the tappable ones, typing errors included
WORDS_OF_A_BUTTON = 3  # a shorter one is an ordinary word too
ALSO, IS = "&", "="
YES_NO: Mapping[str, bool] = {"affirm": True, "deny": False}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands open: from the catalogue, or one of our own about what was just said."""

    question: Question
    ways_out: tuple[Mapping[str, Value], ...] = ()  # of a clash
    places: tuple[tuple[str, str], ...] = ()  # code and name of the municipalities that may be meant
    readings: tuple[Mapping[str, Value], ...] = ()  # of a message that was not understood for sure
    with_person: bool = False
    with_languages: bool = False


def facts_of_answer(question: Question, answer: Answer) -> dict[str, Value]:
    """What a tappable answer says, by profile field (or `barriersDenied`)."""
    if question.field == SITUATION:
        return dict(fact_written(part) for part in str(answer.value).split(ALSO))
    if question.field == "barriers" and not answer.value:
        return {DENIED: BARRIERS}  # "nothing makes it hard"
    if question.field.startswith(BARRIER_PREFIX):
        return {"barriers" if answer.value is True else DENIED: question.field.removeprefix(BARRIER_PREFIX)}
    return {question.field: answer.value}


def fact_written(part: str) -> tuple[str, Value]:
    """`work=employed` as a field and its value."""
    field, _, written = part.partition(IS)
    return field, written == "true" if FIELDS[field].kind == "boolean" else written


def payload(intent: str, facts: Mapping[str, Value] | None = None) -> str:
    """What a quick reply sends."""
    if not facts:
        return f"/{intent}"
    data = {name: list(value) if isinstance(value, tuple) else value for name, value in facts.items()}
    return f"/{intent}{json.dumps(data, ensure_ascii=False)}"


def present_question(asked: Asked, wording: Wording) -> dict[str, Json]:
    """The question as the API and the chat give it."""
    question = asked.question
    return {
        "field": question.field,
        "text": wording.label("talk", "do-you-mean") if asked.readings else wording.say(question.text),
        "quickReplies": [{"title": title, "payload": sent} for title, sent in _quick_replies(asked, wording)],
        "input": "choice" if asked.ways_out or asked.places or asked.readings else question.input,
        "sensitive": question.sensitive,
        "why": wording.say(question.why),
    }


def _quick_replies(asked: Asked, wording: Wording) -> list[tuple[str, str]]:
    def generic(label: str, intent: str, facts: Mapping[str, Value] | None = None) -> tuple[str, str]:
        return wording.label("quick-replies", label), payload(intent, facts)

    if asked.readings:
        return [*_answers(asked, wording), generic("something-else", "inform")]
    replies = _answers(asked, wording)
    if asked.question.field != SITUATION:
        replies.append(generic("dont-know", "dont_know"))
        if asked.question.sensitive:
            replies.append(generic("rather-not-say", "rather_not_say"))
        if not asked.ways_out:
            replies.append(generic("why", "ask_why"))
    if asked.with_languages:
        replies.append(generic("english", "switch_language", {"language": "en"}))
    if asked.with_person:
        replies.append(generic("person", "ask_person"))
    return replies


def _answers(asked: Asked, wording: Wording) -> list[tuple[str, str]]:
    question = asked.question
    if asked.ways_out:
        return [(_said(way, wording), payload("inform", way)) for way in asked.ways_out]
    if asked.readings:
        return [(_as_answer(reading, wording, question), payload("inform", reading)) for reading in asked.readings]
    if asked.places:
        return [(name, payload("inform", {"municipality": code})) for code, name in asked.places]
    return [
        (wording.say(answer.title), payload("inform", facts_of_answer(question, answer))) for answer in question.answers
    ]


def _as_answer(facts: Mapping[str, Value], wording: Wording, question: Question) -> str:
    """In the words of the tappable answer where there is one."""
    own = next((answer for answer in question.answers if facts_of_answer(question, answer) == facts), None)
    return _said(facts, wording) if own is None else wording.say(own.title)


def _said(facts: Mapping[str, Value], wording: Wording) -> str:
    return ", ".join(
        wording.value(name, value) if name == "work" else f"{wording.field(name)}: {wording.value(name, value)}"
        for name, value in facts.items()
    )


def answer_in_words(asked: Asked, text: str) -> tuple[SaidFact, ...]:
    """A typed text that is one of the tappable answers."""
    question = asked.question
    best = max(question.answers, key=lambda answer: _likeness(answer, text), default=None)
    if best is None or _likeness(best, text) < SAME_WORDS:
        return ()
    return tuple(
        SaidFact(name, item, "quote", text)
        for name, value in facts_of_answer(question, best).items()
        for item in (value if isinstance(value, tuple) else (value,))
    )


def as_tapped(asked: Asked | None, wording: Wording, text: str) -> str:
    """A typed text that is word for word a button of several words is that button: "Contact met mensen" asks nobody."""
    typed = _bare(text)
    if asked is None or len(typed.split()) < WORDS_OF_A_BUTTON:
        return text
    return next((sent for title, sent in _quick_replies(asked, wording) if _bare(title) == typed), text)


def _bare(text: str) -> str:
    return " ".join(text.strip(" .!?").casefold().split())


def plain_yes_or_no(asked: Asked, intent: str, text: str) -> tuple[SaidFact, ...]:
    """A yes or no to a yes-no field, when the reader took it for no more than that; "no" to what makes it hard."""
    if asked.question.field == "barriers" and intent == "deny":
        return tuple(SaidFact(DENIED, barrier, "quote", text) for barrier in BARRIERS)
    spec = FIELDS.get(asked.question.field)
    if intent not in YES_NO or spec is None or spec.kind != "boolean":
        return ()
    return (SaidFact(asked.question.field, YES_NO[intent], "quote", text),)


def _likeness(answer: Answer, text: str) -> float:
    return max(fuzz.ratio(title.casefold(), text.strip(" .!").casefold()) for title in answer.title.values())


def question_of(questions: Sequence[Question], field: str) -> Question | None:
    """The question of a field."""
    return next((question for question in questions if question.field == field), None)


def ways_out_of(data: Sequence[Mapping[str, Any]]) -> tuple[dict[str, Value], ...]:
    """The ways out of a clash as they were kept."""
    return tuple({n: tuple(v) if isinstance(v, list) else v for n, v in way.items()} for way in data)
