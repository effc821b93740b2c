"""The webhook against a real server on this machine: signed, tried again, and never a word of the person in a log."""

from __future__ import annotations

import base64
import json
import logging
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from leerroute.service.handing_over import ATTEMPTS, HandedOver, HandoverClient
from leerroute.service.handover_settings import Handover
from leerroute.service.settings import Settings
from tests.support.live_chat import SECRET, Desk, live_chat

OTHER_SECRET = "whsec_" + base64.b64encode(b"quite another secret of ours").decode()
SUMMARY = {"facts": [{"label": "werk", "valueLabel": "zonder werk"}], "note": "é"}


@pytest.fixture
def desk() -> Iterator[Desk]:
    with live_chat() as made:
        yield made


def sent_to(desk: Desk, clock: Callable[[], float] = time.time, **more: Any) -> HandedOver:
    to = Handover(name="de chat", url=desk.url, secret=SecretStr(SECRET), **more)
    return HandoverClient(clock=clock, sleep=lambda _: None).send(to, SUMMARY, "key-1")


def documented_receiver() -> Callable[[str, Mapping[str, str], bytes], Any]:
    """The code of the how-to page."""
    page = Path("docs/how-to/hand-over.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0]
    names: dict[str, Any] = {}
    exec(code, names)
    receive: Callable[[str, Mapping[str, str], bytes], Any] = names["receive"]
    return receive


def test_the_receiver_of_the_documentation_takes_what_is_sent_and_nothing_else(desk: Desk) -> None:
    assert sent_to(desk).arrived
    ((headers, body),) = desk.got
    receive = documented_receiver()
    assert receive(SECRET, headers, body) == SUMMARY
    assert headers["webhook-id"] == "key-1"
    assert json.loads(body)["type"] == "talk.handed-over"
    assert receive(SECRET, headers, body + b" ") is None
    assert receive(OTHER_SECRET, headers, body) is None
    assert receive(SECRET, {**headers, "webhook-id": "key-2"}, body) is None
    assert receive(SECRET, {}, body) is None


@pytest.mark.parametrize("minutes", [-6, 6])
def test_the_receiver_of_the_documentation_refuses_what_is_old_or_of_the_future(desk: Desk, minutes: int) -> None:
    assert sent_to(desk, clock=lambda: time.time() + 60 * minutes).arrived
    ((headers, body),) = desk.got
    assert documented_receiver()(SECRET, headers, body) is None


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_what_may_pass_is_tried_again_with_the_same_key(desk: Desk, status: int) -> None:
    desk.statuses = [status, status, 201]
    assert sent_to(desk).arrived
    assert len(desk.got) == 3
    assert {headers["webhook-id"] for headers, _ in desk.got} == {"key-1"}
    assert len({body for _, body in desk.got}) == 1
    receive = documented_receiver()
    assert all(receive(SECRET, headers, body) == SUMMARY for headers, body in desk.got)


def test_a_broken_line_is_tried_again(desk: Desk) -> None:
    desk.hang_up = 1
    assert sent_to(desk).arrived
    assert len(desk.got) == 2


def test_it_gives_up_in_the_end(desk: Desk) -> None:
    desk.statuses = [503]
    assert not sent_to(desk).arrived
    assert len(desk.got) == ATTEMPTS


@pytest.mark.parametrize("status", [301, 307, 400, 401, 404, 422])
def test_a_no_is_a_no_and_no_redirect_is_followed(desk: Desk, status: int) -> None:
    desk.statuses = [status]
    assert not sent_to(desk).arrived
    assert len(desk.got) == 1


def test_nobody_there_is_a_failure_and_no_exception() -> None:
    assert not sent_to(Desk(url="http://127.0.0.1:1/hook")).arrived


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        ({"chatUrl": "https://praat.example.nl/x"}, "https://praat.example.nl/x"),
        ({"chatUrl": "https://elsewhere.example/x"}, None),
        ({"chatUrl": "http://praat.example.nl/x"}, None),
        ({"chatUrl": "https://me@praat.example.nl/x"}, None),
        ({"chatUrl": "javascript:alert(1)"}, None),
        ({"chatUrl": 5}, None),
        (["https://praat.example.nl"], None),
    ],
)
def test_people_are_sent_to_a_host_of_the_municipality_only(desk: Desk, answer: Any, allowed: str | None) -> None:
    desk.answer = json.dumps(answer).encode()
    assert sent_to(desk, chat_hosts=("praat.example.nl",)) == HandedOver(arrived=True, chat_url=allowed)


def test_an_answer_that_is_no_json_still_arrived(desk: Desk) -> None:
    desk.answer = b"<html>ok"
    assert sent_to(desk) == HandedOver(arrived=True)


def test_logs_hold_no_words_address_or_secret(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    desk.statuses = [404]
    sent_to(desk)
    sent_to(Desk(url="http://127.0.0.1:1/hook"))
    assert len(caplog.records) == 2
    assert not any(word in caplog.text for word in ("zonder werk", "/hook", SECRET, "key-1"))


def test_only_https_and_a_secret_that_is_long_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    good = {"name": "de chat", "url": "https://chat.example.nl/x", "secret": SECRET}
    monkeypatch.setenv("LEERROUTE_HANDOVERS", json.dumps({"GM0363": good}))
    assert SECRET not in repr(Settings())
    assert Settings().handovers["GM0363"].secret.get_secret_value() == SECRET
    for wrong in (
        {"url": "http://chat.example.nl/x"},
        {"secret": "whsec_c2hvcnQ="},
        {"secret": "no base64 at all, but long enough"},
        {"name": ""},
        {"other": 1},
    ):
        monkeypatch.setenv("LEERROUTE_HANDOVERS", json.dumps({"GM0363": {**good, **wrong}}))
        with pytest.raises(ValidationError):
            Settings()
