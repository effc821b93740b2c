"""The address Rasa calls: it tells nothing of what a person said when something goes wrong."""

import logging
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx
import pytest
import pytest_asyncio
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from typing_extensions import override

from actions.server import create_app

SECRET = "ik heb schulden bij mijn broer"


class Greets(Action):
    def name(self) -> str:
        return "action_greets"

    @override
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]) -> list[Any]:
        dispatcher.utter_message(response="utter_greet")
        return []


class Breaks(Action):
    def name(self) -> str:
        return "action_breaks"

    @override
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]) -> list[Any]:
        raise ValueError(tracker.latest_message["text"])


@pytest_asyncio.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app([Greets(), Breaks()]))
    async with httpx.AsyncClient(transport=transport, base_url="http://actions") as made:
        yield made


def call(action: str) -> dict[str, Any]:
    tracker = {"sender_id": "case", "slots": {}, "latest_message": {"text": SECRET}, "events": [], "active_loop": {}}
    return {"next_action": action, "sender_id": "case", "tracker": tracker, "domain": {}}


async def test_it_answers_that_it_lives(client: httpx.AsyncClient) -> None:
    assert (await client.get("/health")).json() == {"status": "ok"}


async def test_an_action_is_run(client: httpx.AsyncClient) -> None:
    answer = await client.post("/webhook", json=call("action_greets"))
    assert answer.status_code == 200
    assert answer.json()["responses"][0]["response"] == "utter_greet"


async def test_an_action_that_breaks_tells_its_place_and_not_the_words(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="actions"):
        answer = await client.post("/webhook", json=call("action_breaks"))
    assert answer.status_code == 500
    assert SECRET not in answer.text
    assert "ValueError" in caplog.text
    assert "test_server.py" in caplog.text
    assert SECRET not in caplog.text


async def test_an_unknown_action_is_told(client: httpx.AsyncClient) -> None:
    assert (await client.post("/webhook", json=call("action_unknown"))).status_code == 404


async def test_a_broken_call_is_told_without_its_body(client: httpx.AsyncClient) -> None:
    answer = await client.post(
        "/webhook", content=f'{{"text": "{SECRET}"', headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 500
    assert SECRET not in answer.text
