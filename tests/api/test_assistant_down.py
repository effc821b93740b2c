"""When Rasa or the actions are away the chat says so, keeps what was known, and goes on when they are back."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from sqlalchemy import text

from tests.api.conftest import Api, Conversation
from tests.api.stand_in import StandIn


@pytest.fixture(params=["rasa", "actions"])
def part(request: pytest.FixtureRequest, api: Api) -> StandIn:
    found: StandIn = getattr(api, request.param)
    return found


def is_kind_refusal(answer: httpx.Response) -> bool:
    assert answer.status_code == 503, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert int(answer.headers["retry-after"]) > 0
    return "Wat je eerder zei, weet ik nog" in answer.json()["detail"]


def test_what_was_known_is_kept_and_the_talk_goes_on(part: StandIn, talk: Conversation) -> None:
    talk.say('/inform{"age": 58}')
    with part.away():
        assert is_kind_refusal(talk.say('/inform{"debts": true}'))
        assert talk.client.get(talk.path).json()["profile"] == {"age": 58}
        assert talk.client.patch(f"{talk.path}/profile", json={"work": "unemployed"}).status_code == 200
    assert talk.say('/inform{"debts": true}').status_code == 200
    assert talk.client.get(talk.path).json()["profile"] == {"age": 58, "work": "unemployed", "debts": True}


def test_the_sentence_is_in_the_language_of_the_talk(api: Api, new_talk: Callable[..., Conversation]) -> None:
    talk = new_talk(language="en")
    with api.rasa.away():
        assert "I still know what you told me" in talk.say("hello", **{"Accept-Language": "nl"}).json()["detail"]


def test_no_talk_starts_and_nothing_stays(part: StandIn, api: Api, client: httpx.Client) -> None:
    count = text("SELECT count(*) FROM cases")
    with api.engine.connect() as connection:
        before = connection.execute(count).scalar_one()
    with part.away():
        assert is_kind_refusal(client.post("/api/v1/conversations", json={"consent": True, "language": "nl"}))
    with api.engine.connect() as connection:
        assert connection.execute(count).scalar_one() == before


def test_a_message_is_not_half_heard_when_the_actions_are_away(api: Api, talk: Conversation) -> None:
    heard = len(api.script.heard)
    with api.actions.away():
        talk.say("ik ben 58")
    assert len(api.script.heard) == heard


@pytest.mark.parametrize("raw", [b"[]", b"", b"no json", b'{"detail": "no list"}', b"[{}]"])
def test_an_answer_that_is_none(api: Api, talk: Conversation, raw: bytes) -> None:
    api.script.raw = raw
    assert is_kind_refusal(talk.say("hallo"))


def test_an_error_of_rasa(api: Api, talk: Conversation) -> None:
    api.script.status = 500
    assert is_kind_refusal(talk.say("hallo"))


def test_a_slow_rasa(start_api: Callable[..., Api]) -> None:
    api = start_api(rasa_timeout=2)
    with api.client() as client:
        started = client.post("/api/v1/conversations", json={"consent": True, "language": "nl"}).json()
        client.headers["Authorization"] = f"Bearer {started['token']}"
        path = f"/api/v1/conversations/{started['id']}"
        api.script.seconds = 4
        assert is_kind_refusal(client.post(f"{path}/messages", json={"text": "hallo"}))
        api.script.seconds = 0
        assert client.get(path).status_code == 200


def test_ready_means_that_a_talk_can_be_held(part: StandIn, api: Api, client: httpx.Client) -> None:
    ready = client.get("/health/ready")
    assert ready.status_code == 200
    assert ready.json() == {"status": "ok", "checks": {"database": True, "rasa": True, "actions": True}}
    with part.away():
        answer = client.get("/health/ready")
        assert answer.status_code == 503
        name = "rasa" if part is api.rasa else "actions"
        assert answer.json()["checks"] == {"database": True, "rasa": True, "actions": True, name: False}
        assert client.get("/health/live").status_code == 200
        assert client.post("/api/v1/routes", json={"profile": {}}).status_code == 200
    assert client.get("/health/ready").status_code == 200


def test_without_a_catalogue_nothing_is_ready_and_nothing_breaks(
    start_api: Callable[..., Api], tmp_path_factory: pytest.TempPathFactory
) -> None:
    api = start_api(database_url=f"sqlite:///{tmp_path_factory.mktemp('empty') / 'empty.db'}")
    with api.client() as client:
        assert client.get("/health/ready").json()["checks"]["database"] is False
        assert client.get("/health/live").status_code == 200
        for answer in (client.post("/api/v1/routes", json={"profile": {}}), client.get("/api/v1/measures")):
            assert answer.status_code == 503
        assert client.post("/api/v1/conversations", json={"consent": True}).status_code == 503
