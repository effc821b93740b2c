"""Too fast is refused with a kind sentence and the time to wait."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from tests.api.conftest import Api


def too_fast(answer: httpx.Response) -> bool:
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["type"] == "urn:leerroute:problem:too-many-requests"
    return answer.status_code == 429 and 1 <= int(answer.headers["retry-after"]) <= 3600


def start(client: httpx.Client) -> httpx.Response:
    return client.post("/api/v1/conversations", json={"consent": True, "language": "nl"})


def test_one_talk_can_not_keep_the_assistant_busy(start_api: Callable[..., Api]) -> None:
    api = start_api(rate_talk="3/minute")
    with api.client() as client:
        first, second = start(client).json(), start(client).json()

        def say(started: dict[str, str]) -> httpx.Response:
            headers = {"Authorization": f"Bearer {started['token']}"}
            path = f"/api/v1/conversations/{started['id']}/messages"
            return client.post(path, json={"text": "hallo"}, headers=headers)

        assert [say(first).status_code for _ in range(3)] == [200] * 3
        assert too_fast(say(first))
        assert say(second).status_code == 200


def test_one_address_can_not_start_talks_without_end(start_api: Callable[..., Api]) -> None:
    api = start_api(rate_start="2/hour")
    with api.client() as client:
        assert [start(client).status_code for _ in range(2)] == [201] * 2
        assert too_fast(start(client))
        assert client.get("/api/v1/barriers").status_code == 200


def test_one_address_can_not_call_without_end(start_api: Callable[..., Api]) -> None:
    api = start_api(rate_address="5/minute")
    with api.client() as client:
        assert [client.get("/api/v1/nothing").status_code for _ in range(5)] == [404] * 5
        assert too_fast(client.get("/api/v1/barriers"))
        assert client.get("/health/live").status_code == 200
