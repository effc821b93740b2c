"""Nothing goes to a municipality's live chat before the person saw it and said yes, in the very next message."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.support.conversation import Conversation
from tests.support.live_chat import Desk
from tests.support.system import RunningSystem


@pytest.fixture
def chat(chat_of_the_system: Desk) -> Desk:
    chat_of_the_system.got.clear()
    chat_of_the_system.statuses = [200]
    return chat_of_the_system


@pytest.fixture
def talk(running_system: RunningSystem) -> Iterator[Conversation]:
    """Somebody of Schiermonnikoog, in the middle of the questions, who saw what would be sent."""
    with Conversation(running_system.base_url, running_system.database_url) as talking:
        talking.say("ik ben 58, zonder werk en woon op Schiermonnikoog")
        talking.say("ik wil iemand spreken")
        assert "utter_hand_over_possible" in talking.uttered, talking.transcript
        talking.tap("Chat met een mens")
        assert "utter_hand_over_offer" in talking.uttered, talking.transcript
        assert talking.asked is None, "while consent is asked, nothing else is"
        yield talking


@pytest.mark.parametrize("words", ["ja", "ja, stuur dit door", '/hand_over{"consent": "yes"}'])
def test_after_a_yes_what_was_shown_is_sent(talk: Conversation, chat: Desk, words: str) -> None:
    shown = talk.turn["messages"][0]["text"]
    talk.say(words)
    assert "utter_hand_over_sent" in talk.uttered, talk.transcript
    ((_, body),) = chat.got
    sent = json.loads(body)["data"]
    assert {fact["field"]: fact["value"] for fact in sent["facts"]}.items() >= {"age": 58, "work": "unemployed"}.items()
    for fact in sent["facts"]:
        assert f"{fact['label']}: {fact['valueLabel']}" in shown
    assert "ik ben 58" not in body.decode()
    assert talk.asked is not None, "the questions go on"


@pytest.mark.parametrize("words", ["nee", "Nee, niet doorsturen", "liever niet", "/resume", "asdfgh", "laat maar"])
def test_after_anything_else_nothing_is_sent(talk: Conversation, chat: Desk, words: str) -> None:
    before = talk.kept()["profile"]
    talk.say(words)
    talk.say("ja")
    assert chat.got == [], talk.transcript
    assert before.items() <= talk.kept()["profile"].items()


@pytest.mark.parametrize("words", ["ja, maar niet mijn leeftijd", "ja, maar ik heb ook schulden", "/hand_over"])
def test_a_yes_with_a_but_sends_nothing(talk: Conversation, chat: Desk, words: str) -> None:
    talk.say(words)
    assert chat.got == [], talk.transcript


def test_a_yes_to_sending_answers_no_question(talk: Conversation, chat: Desk) -> None:
    before = talk.kept()["profile"]
    talk.say("ja")
    assert talk.kept()["profile"] == before


def test_what_cannot_be_sent_is_said(talk: Conversation, chat: Desk) -> None:
    chat.statuses = [400]
    talk.say("ja")
    assert "utter_hand_over_failed" in talk.uttered, talk.transcript


def test_elsewhere_there_is_no_chat(running_system: RunningSystem, chat: Desk) -> None:
    with Conversation(running_system.base_url, running_system.database_url) as talk:
        talk.say("ik ben 58, zonder werk en woon in Hengelo")
        talk.say("ik wil iemand spreken")
        assert "utter_hand_over_possible" not in talk.uttered
        talk.say("/hand_over")
        assert "utter_hand_over_none" in talk.uttered
        assert chat.got == []
