"""Reading a turn from what Rasa hands over."""

from datetime import date
from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.turn import Turn
from leerroute.service.talk_facts import SaidFact


def turn(text: str, intent: str = "inform", entities: Any = (), metadata: Any = None, language: str = "nl") -> Turn:
    message = {"text": text, "intent": {"name": intent}, "entities": list(entities), "metadata": metadata}
    loop = {"name": "intake_form"}
    return Turn.of(
        Tracker("case-1", {"language": language}, {**message, "message_id": "m1"}, [], False, None, loop, None)
    )


def test_a_fact_keeps_the_words_it_was_said_in() -> None:
    read = turn("ik ben 58 jaar", entities=[{"entity": "age", "value": 58, "start": 7, "end": 9}])
    assert read.said.facts == (SaidFact("age", 58, "quote", "58"),)
    assert not read.tapped


def test_a_tap_has_no_quote() -> None:
    read = turn('/inform{"age": 58}', entities=[{"entity": "age", "value": 58, "start": 7, "end": 18}])
    assert read.said.facts == (SaidFact("age", 58, "tap", None),)
    assert read.tapped


@pytest.mark.parametrize(("start", "end"), [(None, None), (5, 2), (-1, 3), (0, 999), ("0", "2")])
def test_a_place_outside_the_text_gives_no_quote(start: object, end: object) -> None:
    read = turn("ik ben 58", entities=[{"entity": "age", "value": 58, "start": start, "end": end}])
    assert read.said.facts[0].quote is None


def test_entities_that_are_no_fact_are_left_out() -> None:
    read = turn("wat is slim", "ask_measure", [{"entity": "measure", "value": "slim"}, {"entity": "crisis"}])
    assert read.said.facts == ()
    assert read.entity("measure") == "slim"


def test_language_and_date_come_from_the_api() -> None:
    read = turn("hello", metadata={"language": "en", "today": "2026-11-23"})
    assert read.language == "en"
    assert read.on == date(2026, 11, 23)


@pytest.mark.parametrize("metadata", [None, {}, {"language": "xx", "today": "soon"}, {"language": 3, "today": None}])
def test_without_them_the_language_of_the_talk_holds_and_the_date_is_open(metadata: object) -> None:
    read = turn("hallo", metadata=metadata, language="en")
    assert read.language == "en"
    assert read.on is None


def test_another_language_that_is_asked_for_holds_at_once() -> None:
    asked = [{"entity": "language", "value": "en"}]
    read = turn("in English please", "switch_language", asked, {"language": "nl"})
    assert read.language == "en"
    assert read.said.language == "en"
    assert turn("I speak English", "inform", asked, {"language": "nl"}).language == "nl"


def test_a_message_without_an_intent_was_not_understood() -> None:
    tracker = Tracker("case-1", {}, {}, [], False, None, {}, None)
    assert Turn.of(tracker).intent == "nlu_fallback"
