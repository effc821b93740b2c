"""A talk's id is no secret, its token is: for everyone else the talk does not exist."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from tests.api.conftest import Api, Conversation

CALLS: tuple[tuple[str, str, dict[str, object] | None], ...] = (
    ("GET", "", None),
    ("DELETE", "", None),
    ("POST", "/messages", {"text": "hallo"}),
    ("PATCH", "/profile", {"age": 40}),
    ("PATCH", "", {"simpleWords": True}),
    ("POST", "/codes", {}),
    ("GET", "/pdf", None),
    ("GET", "/calendar", None),
    ("POST", "/messages", {"nonsense": True}),  # what is wrong with a body is told to the owner only
)


def call(client: httpx.Client, path: str, token: str | None, which: int) -> httpx.Response:
    method, under, body = CALLS[which]
    headers = {} if token is None else {"Authorization": f"Bearer {token}".encode("latin-1")}
    return client.request(method, path + under, json=body, headers=headers)


@pytest.mark.parametrize("which", range(len(CALLS)))
def test_an_id_that_is_not_yours_answers_like_one_that_does_not_exist(
    client: httpx.Client, new_talk: Callable[..., Conversation], which: int
) -> None:
    mine, other = new_talk(), new_talk()
    unknown = call(client, f"/api/v1/conversations/{uuid4()}", mine.token, which)
    assert unknown.status_code == 404
    for token in (None, other.token, "x", mine.token[:-1], "é", "a" * 5000):
        stolen = call(client, mine.path, token, which)
        assert stolen.status_code == 404
        assert stolen.json() == unknown.json()
    assert mine.client.get(mine.path).status_code == 200


@pytest.mark.parametrize("strange", ["1", "x%00y", "../cases", "%F0%9F%99%82", "'%20OR%20'1'='1", "a" * 3000])
def test_a_strange_id_is_not_found(client: httpx.Client, talk: Conversation, strange: str) -> None:
    answer = client.get(f"/api/v1/conversations/{strange}", headers={"Authorization": f"Bearer {talk.token}"})
    assert answer.status_code == 404


def test_another_way_to_log_in_does_not_work(client: httpx.Client, talk: Conversation) -> None:
    for header in (talk.token, f"Basic {talk.token}", "Bearer"):
        assert client.get(talk.path, headers={"Authorization": header}).status_code == 404
    assert client.get(f"{talk.path}?token={talk.token}").status_code == 404


def test_an_expired_talk_is_gone(api: Api, talk: Conversation) -> None:
    with api.engine.begin() as connection:
        past = datetime.now(UTC) - timedelta(seconds=1)
        connection.execute(
            text("UPDATE cases SET expires_at = :past WHERE id = :id"),
            {"past": past.strftime("%Y-%m-%d %H:%M:%S.%f"), "id": talk.id},
        )
    assert talk.client.get(talk.path).status_code == 404
    assert talk.say("hallo?").status_code == 404


def test_a_talk_that_is_used_is_kept_longer(api: Api, talk: Conversation) -> None:
    soon = datetime.now(UTC) + timedelta(days=1)
    with api.engine.begin() as connection:
        connection.execute(
            text("UPDATE cases SET expires_at = :soon WHERE id = :id"),
            {"soon": soon.strftime("%Y-%m-%d %H:%M:%S.%f"), "id": talk.id},
        )
    expires_at = datetime.fromisoformat(talk.client.get(talk.path).json()["expiresAt"])
    assert expires_at > soon + timedelta(days=28)


def test_the_token_is_in_no_table(api: Api, talk: Conversation) -> None:
    talk.say(f"mijn sleutel is {talk.token[:10]}")
    with api.engine.connect() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        for table in tables:
            for row in connection.execute(text(f'SELECT * FROM "{table}"')):
                assert talk.token not in str(row)
