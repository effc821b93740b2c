"""Only payloads of the assistant's own intents and entities reach Rasa as a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.payloads import Payloads
from tests.api.conftest import Api, Conversation

PAYLOADS = Payloads(frozenset({"inform", "restart", "ask_why"}), frozenset({"age", "learningMoments", "barriers"}))


@pytest.mark.parametrize(
    "text",
    [
        "/restart",
        '/inform{"age": 58}',
        '/inform{"learningMoments": ["evening", "weekend"]}',
        '/inform{"age": 58, "barriers": "no-means"}',
        "gewoon een zin",
        "ja/nee",
    ],
)
def test_what_passes(text: str) -> None:
    assert PAYLOADS.text_for_rasa(text) == text


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("/session_start", "session_start"),
        ("/back", "back"),
        ("//restart", "restart"),
        ("/ /restart", "restart"),
        ("/restart@0.5", "restart@0.5"),
        ("/inform{", "inform{"),
        ('/inform{"age": }', 'inform{"age": }'),
        ('/inform{"requested_slot": "x"}', 'inform{"requested_slot": "x"}'),
        ('/inform{"age": {"$ne": 1}}', 'inform{"age": {"$ne": 1}}'),
        ('/inform{"age": [[1]]}', 'inform{"age": [[1]]}'),
        ('/inform{"age": NaN}', 'inform{"age": NaN}'),
        ('/inform{"age": null}', 'inform{"age": null}'),
        ('/inform["age"]', 'inform["age"]'),
        ("/inform" + '{"age":' * 400, "inform" + '{"age":' * 400),
        ("/ik ben 58", "ik ben 58"),
        ("///", ""),
    ],
)
def test_what_is_only_text(text: str, sent: str) -> None:
    assert PAYLOADS.text_for_rasa(text) == sent


def test_a_repeated_key_counts_once() -> None:
    assert PAYLOADS.text_for_rasa('/inform{"age": 1, "age": 58}') == '/inform{"age": 58}'


def test_the_assistant_says_what_is_known(root: Path) -> None:
    payloads = Payloads.of_domain(root / "domain.yml")
    assert {"start", "inform", "dont_know", "ask_why", "show_route"} <= payloads.intents
    assert {"age", "barriers", "barriersDenied", "measure"} <= payloads.entities
    assert "session_start" not in payloads.intents


def test_a_command_that_is_not_known_reaches_rasa_as_text(api: Api, talk: Conversation) -> None:
    talk.say("/session_start")
    assert api.script.heard[-1]["message"] == "session_start"


def test_every_quick_reply_of_a_question_may_be_sent(talk: Conversation) -> None:
    question = talk.started["question"]
    assert isinstance(question, dict)
    assert question["quickReplies"]
    for reply in question["quickReplies"]:
        assert Payloads.of_domain(Path("domain.yml").resolve()).text_for_rasa(reply["payload"]).startswith("/")
