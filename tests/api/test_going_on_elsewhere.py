"""A short code opens a talk on another device: once, for minutes, and nobody can guess it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import text

from api.take_along.qr import qr_path
from leerroute.cases import CaseCodes
from leerroute.cases.codes import ALPHABET, KEEP_FOR, LENGTH
from tests.api.conftest import Api, Conversation

PAGE = "https://www.voorbeeldstad.example/werk"


def code_of(talk: Conversation, **body: object) -> dict[str, object]:
    answer = talk.client.post(f"{talk.path}/codes", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, object] = answer.json()
    return made


def go_on(client: httpx.Client, code: object) -> httpx.Response:
    return client.post("/api/v1/continuations", json={"code": code})


def test_a_code_gives_the_other_device_a_token_of_its_own(client: httpx.Client, talk: Conversation) -> None:
    answer = go_on(client, code_of(talk)["code"])
    assert answer.status_code == 201
    other = answer.json()
    assert other["id"] == talk.id
    assert other["token"] != talk.token
    read = client.get(talk.path, headers={"Authorization": f"Bearer {other['token']}"})
    assert read.status_code == 200
    assert talk.client.get(talk.path).status_code == 200  # the first device goes on as well


def test_a_code_works_once(client: httpx.Client, talk: Conversation) -> None:
    code = code_of(talk)["code"]
    assert go_on(client, code).status_code == 201
    again = go_on(client, code)
    unknown = go_on(client, "2222-2222")
    assert (again.status_code, again.json()) == (404, unknown.json())


def test_a_new_code_ends_the_old_one(client: httpx.Client, talk: Conversation) -> None:
    old, new = code_of(talk)["code"], code_of(talk)["code"]
    assert go_on(client, old).status_code == 404
    assert go_on(client, new).status_code == 201


def test_a_code_stops_working_after_ten_minutes(api: Api, talk: Conversation) -> None:
    codes, now = CaseCodes(api.engine), datetime.now(UTC)
    assert timedelta() < KEEP_FOR <= timedelta(minutes=10)
    late, _ = codes.make(talk.id, now)
    assert codes.swap(late, now + KEEP_FOR) is None
    just, _ = codes.make(talk.id, now)
    assert codes.swap(just, now + KEEP_FOR - timedelta(seconds=1)) is not None


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code[:4]}{code[5:]} "]
)
def test_it_does_not_matter_how_the_code_is_typed(
    client: httpx.Client, talk: Conversation, typed: Callable[[str], str]
) -> None:
    assert go_on(client, typed(str(code_of(talk)["code"]))).status_code == 201


def test_neither_code_nor_token_is_in_a_table(api: Api, client: httpx.Client, talk: Conversation) -> None:
    used, waiting = code_of(talk)["code"], None
    token = go_on(client, used).json()["token"]
    waiting = str(code_of(talk)["code"])
    with api.engine.connect() as connection:
        rows = [
            str(row)
            for table in ("case_codes", "case_tokens")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    assert rows
    assert not any(secret in row for row in rows for secret in (token, waiting, waiting.replace("-", "")))


def test_erased_is_erased_on_every_device(api: Api, client: httpx.Client, talk: Conversation) -> None:
    token = go_on(client, code_of(talk)["code"]).json()["token"]
    waiting = code_of(talk)["code"]
    assert talk.client.delete(talk.path).status_code == 204
    assert client.get(talk.path, headers={"Authorization": f"Bearer {token}"}).status_code == 404
    assert go_on(client, waiting).status_code == 404
    with api.engine.connect() as connection:
        for table in ("case_codes", "case_tokens"):
            assert (
                connection.execute(text(f"SELECT count(*) FROM {table} WHERE case_id = :id"), {"id": talk.id}).scalar()
                == 0
            )


def test_guessing_is_slowed_down(start_api: Callable[..., Api]) -> None:
    api = start_api(rate_code="3/hour")
    with api.client() as client:
        assert [go_on(client, "2222-2222").status_code for _ in range(4)] == [404, 404, 404, 429]
    assert len(ALPHABET) ** LENGTH > 5e11


def test_the_qr_code_leads_to_the_page_with_the_code_in_the_fragment(talk: Conversation) -> None:
    made = code_of(talk, page=f"{PAGE}?naam=jan#ik")
    qr = made["qr"]
    assert isinstance(qr, dict)
    assert qr["address"] == f"{PAGE}#leerroute={made['code']}"
    assert (qr["size"], qr["path"]) == qr_path(str(qr["address"]))
    assert talk.id not in str(made)
    assert talk.token not in str(made)


def test_without_a_page_there_is_a_code_only(talk: Conversation) -> None:
    assert code_of(talk)["qr"] is None


@pytest.mark.parametrize(
    "page", ["javascript:alert(1)", "//x", "file:///etc/passwd", "https://", "https://a b", "http://[", 5]
)
def test_a_page_that_is_no_web_address_is_refused(talk: Conversation, page: object) -> None:
    answer = talk.client.post(f"{talk.path}/codes", json={"page": page})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "page"


def test_only_the_holder_of_the_token_gets_a_code(client: httpx.Client, talk: Conversation) -> None:
    for headers in ({}, {"Authorization": "Bearer x"}):
        for method, what in (("POST", "codes"), ("GET", "pdf"), ("GET", "calendar")):
            answer = client.request(
                method, f"{talk.path}/{what}", headers=headers, json={} if method == "POST" else None
            )
            assert answer.status_code == 404
