"""Every kind of bad input gets a clear problem, all faults at once, in the caller's language; never a 500."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from tests.api.conftest import Api, Conversation

PROBLEM = "application/problem+json"


def problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith(PROBLEM)
    body: dict[str, Any] = answer.json()
    assert body["status"] == status
    assert body["type"].startswith("urn:leerroute:problem:")
    assert body["title"]
    assert body["detail"]
    return body


def faults(answer: httpx.Response) -> dict[str, str]:
    errors = problem(answer, 400)["errors"]
    assert all(set(error) == {"field", "code", "message", "expected"} and error["message"] for error in errors)
    return {error["field"]: error["code"] for error in errors}


@pytest.mark.parametrize(
    ("profile", "field", "code"),
    [
        ({"shoeSize": 43}, "profile.shoeSize", "unknown-field"),
        ({"age": "58"}, "profile.age", "wrong-type"),
        ({"age": 58.0}, "profile.age", "wrong-type"),
        ({"age": True}, "profile.age", "wrong-type"),
        ({"age": 13}, "profile.age", "out-of-range"),
        ({"age": 101}, "profile.age", "out-of-range"),
        ({"age": 10**400}, "profile.age", "out-of-range"),
        ({"age": -1}, "profile.age", "out-of-range"),
        ({"debts": "ja"}, "profile.debts", "wrong-type"),
        ({"work": "retired"}, "profile.work", "not-a-choice"),
        ({"work": ["employed"]}, "profile.work", "wrong-type"),
        ({"learningMoments": "evening"}, "profile.learningMoments", "wrong-type"),
        ({"learningMoments": ["evening", "evening"]}, "profile.learningMoments", "repeated"),
        ({"learningMoments": ["night"]}, "profile.learningMoments", "not-a-choice"),
        ({"barriers": [["no-means"]]}, "profile.barriers", "not-a-choice"),
        ({"learningMoments": [{"a": 1}]}, "profile.learningMoments", "not-a-choice"),
        ({"wish": "x" * 121}, "profile.wish", "too-long"),
        ({"municipality": "Amsterdam"}, "profile.municipality", "wrong-type"),
        ({"municipality": "GM9999"}, "profile.municipality", "unknown-municipality"),
        (None, "profile", "wrong-type"),
        ([], "profile", "wrong-type"),
        ("age=58", "profile", "wrong-type"),
    ],
)
def test_a_profile_that_breaks_the_contract(client: httpx.Client, profile: object, field: str, code: str) -> None:
    for path in ("/api/v1/routes", "/api/v1/interview/next"):
        assert faults(client.post(path, json={"profile": profile})) == {field: code}


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "profile", "missing"),
        ({"profile": {}, "on": "tomorrow"}, "on", "no-date"),
        ({"profile": {}, "on": "2026-02-30"}, "on", "no-date"),
        ({"profile": {}, "on": 1764000000}, "on", "no-date"),
        ({"profile": {}, "on": "2026-11-23T10:00:00Z"}, "on", "no-date"),
        ({"profile": {}, "on": "1026-11-23"}, "on", "out-of-range"),
        ({"profile": {}, "include": ["everything"]}, "include.0", "not-a-choice"),
        ({"profile": {}, "include": "assessments"}, "include", "wrong-type"),
        ({"profile": {}, "verbose": True}, "verbose", "unknown-field"),
        ({"profile": {}, "language": "fr"}, "language", "not-a-choice"),
        ([], "body", "wrong-type"),
        (None, "body", "missing"),
        ("text", "body", "wrong-type"),
    ],
)
def test_a_request_that_is_not_right(client: httpx.Client, body: object, field: str, code: str) -> None:
    assert faults(client.post("/api/v1/routes", json=body)) == {field: code}


def test_all_faults_are_told_at_once(client: httpx.Client) -> None:
    profile = {"age": 200, "work": "no", "hat": 1, "municipality": "GM9999", "debts": 1}
    answer = client.post("/api/v1/routes", json={"profile": profile, "on": "x", "extra": 1})
    assert faults(answer) == {
        "profile.age": "out-of-range",
        "profile.work": "not-a-choice",
        "profile.hat": "unknown-field",
        "profile.municipality": "unknown-municipality",
        "profile.debts": "wrong-type",
        "on": "no-date",
        "extra": "unknown-field",
    }
    assert "7" in answer.json()["detail"]


def test_a_fault_says_what_was_expected(client: httpx.Client) -> None:
    (error,) = client.post("/api/v1/routes", json={"profile": {"age": 7}}).json()["errors"]
    assert error["expected"] == "a whole number from 14 to 100"


@pytest.mark.parametrize(
    ("headers", "query", "language"),
    [
        ({}, "", "nl"),
        ({"Accept-Language": "en-GB,en;q=0.9,nl;q=0.8"}, "", "en"),
        ({"Accept-Language": "de,nl;q=0.3,en;q=0.7"}, "", "en"),
        ({"Accept-Language": "en;q=0,nl"}, "", "nl"),
        ({"Accept-Language": "tr;;q=x,,"}, "", "nl"),
        ({"Accept-Language": "nl"}, "?language=en", "en"),
    ],
)
def test_a_problem_is_told_in_the_language_of_the_caller(
    client: httpx.Client, headers: Mapping[str, str], query: str, language: str
) -> None:
    answer = client.post(f"/api/v1/routes{query}", json={"profile": {"age": 7}}, headers=headers)
    assert answer.headers["content-language"] == language
    titles = {"nl": "Dit klopt niet", "en": "This is not right"}
    assert problem(answer, 400)["title"] == titles[language]


@pytest.mark.parametrize(
    "body",
    [b"{", b'{"profile": {}', b"\xff\xfe", b"[" * 60_000, b"{'profile': {}}", b"\x00", b'{"profile": {"age": NaN}'],
)
def test_malformed_json(client: httpx.Client, body: bytes) -> None:
    answer = client.post("/api/v1/routes", content=body, headers={"Content-Type": "application/json"})
    problem(answer, 400)


@pytest.mark.parametrize("value", [b"NaN", b"Infinity", b"1e999", b"9" * 6_000])
def test_numbers_that_are_none(client: httpx.Client, value: bytes) -> None:
    body = b'{"profile": {"age": ' + value + b"}}"
    problem(client.post("/api/v1/routes", content=body, headers={"Content-Type": "application/json"}), 400)


@pytest.mark.parametrize("media_type", ["text/plain", "application/xml", "multipart/form-data; boundary=x", ""])
def test_another_media_type(client: httpx.Client, media_type: str) -> None:
    answer = client.post("/api/v1/routes", content=b'{"profile": {}}', headers={"Content-Type": media_type})
    problem(answer, 415)


def test_a_text_with_characters_that_can_not_be_stored(client: httpx.Client, talk: Conversation) -> None:
    body = b'{"profile": {"wish": "kok\\ud800\\u0000 worden"}}'
    answer = client.post("/api/v1/routes", content=body, headers={"Content-Type": "application/json"})
    assert answer.json()["profile"] == {"wish": "kok worden"}
    name = client.post(
        "/api/v1/routes", content=b'{"profile": {"\\ud800": 1}}', headers={"Content-Type": "application/json"}
    )
    problem(name, 400)
    strange = b'{"text": "ik \\ud800ben \\udfff58 \\u0000"}'
    message = talk.client.post(f"{talk.path}/messages", content=strange, headers={"Content-Type": "application/json"})
    assert message.status_code == 200


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "text-empty"),
        ("  \n\t ", "text-empty"),
        ("\u0000\u0007", "text-empty"),
        ("/", "text-empty"),
        ("x" * 2001, "text-too-long"),
    ],
)
def test_a_message_that_can_not_be_answered_gets_a_kind_sentence(
    api: Api, talk: Conversation, text: str, code: str
) -> None:
    talk.say('/inform{"age": 58}')
    heard = len(api.script.heard)
    answer = talk.say(text)
    assert faults(answer) == {"text": code}
    assert answer.json()["detail"] == answer.json()["errors"][0]["message"]
    assert len(api.script.heard) == heard
    assert talk.client.get(talk.path).json()["profile"] == {"age": 58}


@pytest.mark.parametrize("body", [{}, {"text": None}, {"text": 58}, {"text": ["a"]}, {"message": "hallo"}])
def test_a_message_without_a_text(talk: Conversation, body: dict[str, object]) -> None:
    assert "text" in faults(talk.client.post(f"{talk.path}/messages", json=body))


def test_a_message_of_100_kilobytes(api: Api, talk: Conversation) -> None:
    talk.say('/inform{"age": 58}')
    heard = len(api.script.heard)
    body = problem(talk.say("a" * 100_000), 413)
    assert "lang" in body["detail"]
    assert len(api.script.heard) == heard
    assert talk.client.get(talk.path).json()["profile"] == {"age": 58}


def test_a_large_body_without_a_length_is_refused_too(client: httpx.Client) -> None:
    parts = (b" " * 10_000 for _ in range(10))
    answer = client.post("/api/v1/routes", content=parts, headers={"Content-Type": "application/json"})
    problem(answer, 413)


@pytest.mark.parametrize(
    "text",
    [
        "🙂🙂🙂",
        "x" * 2000,
        "'; DROP TABLE cases; --",
        "<script>alert(1)</script>",
        "مرحبا",
        "\u202eomgekeerd",
        "{{7*7}}",
    ],
)
def test_strange_but_honest_messages_reach_the_assistant(api: Api, talk: Conversation, text: str) -> None:
    answer = talk.say(text)
    assert answer.status_code == 200
    assert api.script.heard[-1]["message"] == text
    assert talk.client.get(talk.path).status_code == 200


@pytest.mark.parametrize(
    ("body", "faulty"),
    [
        ({"language": "fr"}, {"language": "not-a-choice"}),
        ({"municipality": "Amsterdam"}, {"municipality": "wrong-type"}),
        ({"municipality": "GM9999"}, {"municipality": "unknown-municipality"}),
        ({"channel": "<script>"}, {"channel": "wrong-type"}),
        ({"channel": "x" * 41}, {"channel": "wrong-type"}),
        ({"name": "An"}, {"name": "unknown-field"}),
        (
            {"municipality": "GM9999", "language": "x"},
            {"language": "not-a-choice", "municipality": "unknown-municipality"},
        ),
    ],
)
def test_a_start_that_is_not_right(client: httpx.Client, body: dict[str, object], faulty: dict[str, str]) -> None:
    assert faults(client.post("/api/v1/conversations", json={"consent": True, **body})) == faulty


@pytest.mark.parametrize(
    ("changes", "faulty"),
    [
        (
            {"age": 7, "hat": None, "debts": "no"},
            {"age": "out-of-range", "hat": "unknown-field", "debts": "wrong-type"},
        ),
        ({"municipality": "GM9999"}, {"municipality": "unknown-municipality"}),
        ({}, {"body": "nothing-to-change"}),
    ],
)
def test_a_correction_that_is_not_right_changes_nothing(
    talk: Conversation, changes: dict[str, object], faulty: dict[str, str]
) -> None:
    talk.say('/inform{"age": 58}')
    assert faults(talk.client.patch(f"{talk.path}/profile", json=changes)) == faulty
    assert talk.client.get(talk.path).json()["profile"] == {"age": 58}


@pytest.mark.parametrize("field", ["age", "debts", "work", "learningMoments", "wish", "municipality", "barriers"])
def test_any_field_can_be_made_unknown_again(talk: Conversation, field: str) -> None:
    answer = talk.client.patch(f"{talk.path}/profile", json={field: None})
    assert answer.status_code == 200, answer.text
    assert answer.json()["route"]["profile"] == {}


@pytest.mark.parametrize(
    ("query", "faulty"),
    [
        ("on=x", {"on": "no-date"}),
        ("status=closed", {"status": "not-a-choice"}),
        ("barrier=laziness", {"barrier": "not-a-choice"}),
        ("solution=money", {"solution": "not-a-choice"}),
        ("targetGroup=rich", {"targetGroup": "not-a-choice"}),
        ("page=0", {"page": "out-of-range"}),
        ("page=x", {"page": "wrong-type"}),
        ("query=" + "x" * 101, {"query": "too-long"}),
        ("target-group=unemployed", {"target-group": "unknown-field"}),
        ("on=x&page=0", {"on": "no-date", "page": "out-of-range"}),
    ],
)
def test_a_query_that_is_not_right(client: httpx.Client, query: str, faulty: dict[str, str]) -> None:
    assert faults(client.get(f"/api/v1/measures?{query}")) == faulty


@pytest.mark.parametrize("path", ["/nothing", "/api/v1/nothing", "/api/v1/measures/nothing", "/api/v2/routes"])
def test_what_is_not_there(client: httpx.Client, path: str) -> None:
    problem(client.get(path), 404)


def test_a_method_that_does_not_work(client: httpx.Client) -> None:
    answer = client.put("/api/v1/routes", json={})
    problem(answer, 405)
    assert answer.headers["allow"] == "POST"


def test_a_problem_does_not_say_back_what_was_sent(client: httpx.Client) -> None:
    secret = "mijn-geheim-123"
    answer = client.post("/api/v1/routes", json={"profile": {"work": secret, "wish": secret * 20}, "on": secret})
    assert secret not in json.dumps(answer.json())
