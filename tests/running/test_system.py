"""The running system keeps to itself: nothing of a person in the logs, no door but the API, Rasa's HTTP API off."""

from pathlib import Path

import httpx
import pytest

from tests.support.system import RunningSystem

WORD = "xqzvkwoord"
"""A word no log would have by itself."""


@pytest.fixture(scope="module")
def talked(running_system: RunningSystem) -> RunningSystem:
    """A short talk, with a fact, a word of the person, a payload and things that are not understood."""
    with httpx.Client(base_url=running_system.base_url, timeout=30) as client:
        started = client.post("/api/v1/conversations", json={"consent": True, "language": "nl"})
        assert started.status_code == 201
        talk = started.json()
        path = f"/api/v1/conversations/{talk['id']}/messages"
        bearer = {"Authorization": f"Bearer {talk['token']}"}
        for text in (f"ik ben 58 en werkloos {WORD}", f'/inform{{"age": "{WORD}"}}', f"/{WORD} {{", f"{WORD} " * 50):
            client.post(path, json={"text": text}, headers=bearer)
    return running_system


def test_nothing_a_person_said_is_in_the_logs(talked: RunningSystem) -> None:
    logs = sorted(talked.logs.glob("*.log"))
    assert {"rasa.log", "actions.log", "api.log"} <= {log.name for log in logs}
    for log in logs:
        assert WORD not in log.read_text(errors="replace"), log


@pytest.mark.parametrize(
    "path", ["/status", "/domain", "/model/parse", "/conversations/x/tracker", "/conversations/x/messages"]
)
def test_the_http_api_of_rasa_is_off(running_system: RunningSystem, path: str) -> None:
    url = running_system.rasa_url + path
    assert httpx.get(url).status_code == 404
    assert httpx.post(url, json={"text": "hoi", "sender": "user"}).status_code == 404


def test_all_three_listen_on_this_machine_only(running_system: RunningSystem) -> None:
    ours = {
        httpx.URL(url).port for url in (running_system.base_url, running_system.rasa_url, running_system.actions_url)
    }
    listening = [(address, port) for address, port in listeners() if port in ours]
    assert {port for _, port in listening} == ours
    assert {address for address, _ in listening} == {"127.0.0.1"}


def listeners() -> list[tuple[str, int]]:
    """What listens on this machine, from the kernel's own tables (IPv4 and IPv6)."""
    found = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            _, local, _, state, *_ = line.split()
            if state == "0A":
                address, port = local.split(":")
                found.append(("127.0.0.1" if address == "0100007F" else address, int(port, 16)))
    return found


def test_it_says_that_a_talk_can_be_held(running_system: RunningSystem) -> None:
    assert httpx.get(f"{running_system.base_url}/health/ready").status_code == 200
