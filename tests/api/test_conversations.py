"""A talk from start to erasure, as a portal sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from tests.api.conftest import Api, Conversation

TABLES = ("cases", "case_facts", "rasa_trackers")
ID_COLUMN = {"cases": "id", "case_facts": "case_id", "rasa_trackers": "sender_id"}


def left_of(api: Api, case_id: str) -> list[int]:
    with api.engine.connect() as connection:
        return [
            connection.execute(
                text(f"SELECT count(*) FROM {table} WHERE {ID_COLUMN[table]} = :id"), {"id": case_id}
            ).scalar_one()
            for table in TABLES
        ]


def test_a_talk_starts_with_consent(api: Api, client: httpx.Client) -> None:
    answer = client.post("/api/v1/conversations", json={"consent": True, "language": "nl", "channel": "widget"})
    started = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/conversations/{started['id']}"
    assert len(started["token"]) == 43
    assert started["messages"][0]["text"]
    assert started["question"]["field"] == "situation"
    assert started["progress"]["answered"] == 0
    assert started["done"] is False
    kept_for = datetime.fromisoformat(started["expiresAt"]) - datetime.now().astimezone()
    assert timedelta(days=29, hours=23) < kept_for <= timedelta(days=30)
    assert api.script.heard[0] == {
        "sender": started["id"],
        "message": "/start",
        "metadata": {"question": None, "language": "nl", "today": "2026-11-23"},
    }


@pytest.mark.parametrize("body", [{}, {"consent": False}, {"consent": None}, {"consent": "true"}, {"consent": 1}])
def test_without_consent_nothing_is_kept(api: Api, client: httpx.Client, body: dict[str, object]) -> None:
    with api.engine.connect() as connection:
        before = connection.execute(text("SELECT count(*) FROM cases")).scalar_one()
    answer = client.post("/api/v1/conversations", json=body)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["consent"]
    assert not api.script.heard
    with api.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM cases")).scalar_one() == before


def test_without_a_language_the_browser_decides_for_now_and_nothing_is_fixed(api: Api, client: httpx.Client) -> None:
    answer = client.post("/api/v1/conversations", json={"consent": True}, headers={"Accept-Language": "en-GB,nl;q=0.5"})
    assert answer.json()["language"] is None
    assert api.script.heard[0]["metadata"]["language"] == "en"


def test_a_message_goes_to_rasa_with_what_is_asked(api: Api, talk: Conversation) -> None:
    answer = talk.say("  Ik ben 58 en zit\u0000 zonder werk\u0007 ")
    assert answer.status_code == 200
    heard = api.script.heard[-1]
    assert heard["message"] == "Ik ben 58 en zit zonder werk"
    assert heard["metadata"] == {"question": "situation", "language": "nl", "today": "2026-11-23"}
    turn = answer.json()
    assert turn["messages"] == [
        {"text": "Goed dat je er bent.", "quickReplies": [{"title": "58", "payload": '/inform{"age": 58}'}]}
    ]
    assert set(turn) == {"messages", "question", "progress", "done"}


def test_data_of_a_message_comes_with_its_text(api: Api, talk: Conversation) -> None:
    api.script.said = [
        {"recipient_id": talk.id, "text": "Hier is je route.", "buttons": []},
        {"recipient_id": talk.id, "custom": {"route": True, "text": "not this one"}},
        {"recipient_id": talk.id, "text": "Helpt dit?"},
    ]
    assert talk.say("laat zien").json()["messages"] == [
        {"text": "Hier is je route.", "quickReplies": [], "route": True},
        {"text": "Helpt dit?", "quickReplies": []},
    ]


def test_an_answer_is_kept_and_can_be_read_back(talk: Conversation) -> None:
    talk.say('/inform{"age": 58, "work": "unemployed", "learningMoments": ["evening", "weekend"]}')
    kept = talk.client.get(talk.path).json()
    assert kept["profile"] == {"age": 58, "work": "unemployed", "learningMoments": ["evening", "weekend"]}
    by_field = {(fact["field"], fact["value"]): fact for fact in kept["facts"]}
    assert by_field["age", 58]["source"] == "tap"
    assert by_field["age", 58]["label"] == "leeftijd"
    assert by_field["work", "unemployed"]["valueLabel"] == "zonder werk"
    assert ("learningMoments", "weekend") in by_field
    assert kept["language"] == "nl"
    assert kept["question"]["field"]
    assert kept["done"] is False
    assert kept["route"] is None
    assert isinstance(kept["barriers"], list)


def test_the_route_is_there_once_it_was_given(talk: Conversation) -> None:
    talk.say('/inform{"age": 58, "work": "unemployed", "debts": true}')
    answer = talk.say("/show_route")
    assert answer.json()["done"] is True
    kept = talk.client.get(talk.path).json()
    assert kept["route"]["on"] == "2026-11-23"
    assert [step["order"] for step in kept["route"]["steps"]] == list(range(1, len(kept["route"]["steps"]) + 1))
    assert kept["route"]["barriers"] == kept["barriers"]


def test_the_municipality_of_the_portal_is_no_fact(new_talk: Callable[..., Conversation]) -> None:
    talk = new_talk(municipality="GM0363")
    kept = talk.client.get(talk.path).json()
    assert kept["municipality"] == "GM0363"
    assert kept["profile"] == {}
    assert kept["facts"] == []


def test_a_correction_gives_the_new_route_and_what_changed(talk: Conversation) -> None:
    talk.say('/inform{"age": 58, "work": "unemployed"}')
    answer = talk.client.patch(f"{talk.path}/profile", json={"debts": True, "age": None})
    assert answer.status_code == 200
    corrected = answer.json()
    assert corrected["route"]["profile"] == {"work": "unemployed", "debts": True}
    assert "geldfit" in [step["measure"] for step in corrected["changed"]["new"]]
    kept = talk.client.get(talk.path).json()
    assert kept["profile"] == {"work": "unemployed", "debts": True}
    assert {fact["source"] for fact in kept["facts"]} == {"tap", "form"}


def test_a_correction_may_be_a_merge_patch(talk: Conversation) -> None:
    answer = talk.client.patch(
        f"{talk.path}/profile", content=b'{"age": 40}', headers={"Content-Type": "application/merge-patch+json"}
    )
    assert answer.status_code == 200
    assert answer.json()["route"]["profile"] == {"age": 40}


def test_erasing_leaves_nothing_in_any_table(api: Api, talk: Conversation) -> None:
    talk.say('/inform{"age": 58}', **{"Idempotency-Key": "once"})
    with api.engine.begin() as connection:  # as Rasa's tracker store does
        connection.execute(
            text("INSERT INTO rasa_trackers (sender_id, body, updated_at) VALUES (:id, '{}', '2026-11-23')"),
            {"id": talk.id},
        )
    assert left_of(api, talk.id) == [1, 1, 1]
    answer = talk.client.delete(talk.path)
    assert (answer.status_code, answer.content) == (204, b"")
    assert left_of(api, talk.id) == [0, 0, 0]
    assert talk.client.get(talk.path).status_code == 404
    assert talk.client.delete(talk.path).status_code == 404
    assert talk.say("ben je er nog?", **{"Idempotency-Key": "once"}).status_code == 404


def test_a_message_that_is_sent_again_is_not_heard_twice(api: Api, talk: Conversation) -> None:
    key = {"Idempotency-Key": uuid4().hex}
    first = talk.say('/inform{"age": 58}', **key)
    heard = len(api.script.heard)
    again = talk.say('/inform{"age": 58}', **key)
    assert again.json() == first.json()
    assert len(api.script.heard) == heard
    assert talk.say("iets anders", **key).status_code == 409
    assert talk.say('/inform{"age": 58}', **{"Idempotency-Key": uuid4().hex}).status_code == 200
    assert len(api.script.heard) == heard + 1


def test_simple_words_are_remembered_for_the_next_device(talk: Conversation) -> None:
    assert talk.client.get(talk.path).json()["simpleWords"] is False
    assert talk.client.patch(talk.path, json={"simpleWords": True}).json() == {"simpleWords": True}
    talk.say("ik ben 58")
    assert talk.client.get(talk.path).json()["simpleWords"] is True
    assert talk.client.patch(talk.path, json={"simpleWords": "ja"}).status_code == 400


def test_a_question_says_why_it_is_asked(talk: Conversation) -> None:
    question = talk.started["question"]
    assert isinstance(question, dict)
    assert question["why"]
