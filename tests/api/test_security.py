"""Headers, origins, and nothing of a person in the logs."""

from __future__ import annotations

import logging
from collections.abc import Callable

import httpx
import pytest

from tests.api.conftest import PORTAL, Api, Conversation

PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}


def test_data_can_not_be_framed_sniffed_or_kept(client: httpx.Client, talk: Conversation) -> None:
    answers = [
        client.get("/api/v1/barriers"),
        client.get("/api/v1/nothing"),
        client.post("/api/v1/routes", content=b"{", headers={"Content-Type": "application/json"}),
        client.get("/health/live"),
        talk.client.get(talk.path),
        talk.say("hallo"),
        talk.client.delete(talk.path),
    ]
    for answer in answers:
        headers = answer.headers
        assert headers["cache-control"] == "no-store"
        assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["strict-transport-security"].startswith("max-age=31536000")
        assert headers["referrer-policy"] == "no-referrer"


def test_a_portal_that_is_allowed_may_read(client: httpx.Client) -> None:
    origin = {"Origin": PORTAL}
    preflight = client.options("/api/v1/conversations", headers={**origin, **PREFLIGHT})
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == PORTAL
    answer = client.get("/api/v1/barriers", headers=origin)
    assert answer.headers["access-control-allow-origin"] == PORTAL
    assert "Origin" in answer.headers["vary"]
    assert "Retry-After" in answer.headers["access-control-expose-headers"]
    refused = client.get("/api/v1/nothing", headers=origin)
    assert refused.headers["access-control-allow-origin"] == PORTAL  # so that the widget can show what is wrong


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", PORTAL + ".evil.example", PORTAL.replace("https", "http")]
)
def test_another_origin_gets_no_data(client: httpx.Client, origin: str) -> None:
    preflight = client.options("/api/v1/conversations", headers={"Origin": origin, **PREFLIGHT})
    assert preflight.status_code == 400
    assert "access-control-allow-origin" not in preflight.headers
    answer = client.get("/api/v1/barriers", headers={"Origin": origin})
    assert "access-control-allow-origin" not in answer.headers


def test_no_cookie_is_ever_set(client: httpx.Client, talk: Conversation) -> None:
    for answer in (client.get("/api/v1/barriers"), talk.say("hallo"), client.get("/")):
        assert "set-cookie" not in answer.headers
        assert "access-control-allow-credentials" not in answer.headers


def test_an_unexpected_error_is_a_problem_and_tells_nothing(
    start_api: Callable[..., Api], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("de schulden van An")

    monkeypatch.setattr("leerroute.service.routes.RouteService.plan", fails)
    api = start_api()
    with api.client() as client, caplog.at_level(logging.DEBUG):
        answer = client.post("/api/v1/routes", json={"profile": {"wish": "kok"}})
    assert answer.status_code == 500
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "schulden" not in answer.text
    (error,) = [record for record in caplog.records if record.name == "api.errors"]
    assert error.getMessage().startswith("RuntimeError at test_security.py")
    assert "schulden" not in caplog.text
    assert "kok" not in caplog.text


def test_nothing_a_person_says_and_no_token_is_in_the_logs(
    api: Api, new_talk: Callable[..., Conversation], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("httpcore").setLevel(logging.WARNING)  # the test's own client
        talk = new_talk()
        talk.say("ik heb schulden bij Zorgverzekeraar Zilver")
        talk.say('/inform{"housingProblem": true}')
        talk.say("x" * 3000)
        talk.client.patch(f"{talk.path}/profile", json={"wish": "bloemist", "age": 7})
        talk.client.get(f"/api/v1/municipalities?query=Zilverdorp&secret={talk.token}")
        talk.client.get(f"/api/v1/measures?query=Zilverdorp&secret={talk.token}")
        api.script.raw = b"not json"
        talk.say("mijn huis is koud")
    own = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))]
    logged = "\n".join(record.getMessage() for record in own)
    assert f"POST '{talk.path}/messages' 200" in logged
    for said in ("schulden", "Zilver", "housing", "xxxx", "bloemist", "koud", talk.token):
        assert said not in logged
