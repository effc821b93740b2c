"""The door on the real system: what only Rasa and the actions themselves can show."""

from __future__ import annotations

import httpx
import pytest
from sqlalchemy import create_engine, text

from tests.support.system import RunningSystem

TABLES = ("cases", "case_facts", "rasa_trackers")
ID_COLUMN = {"cases": "id", "case_facts": "case_id", "rasa_trackers": "sender_id"}


@pytest.fixture
def started(running_system: RunningSystem) -> dict[str, str]:
    body = {"consent": True, "language": "nl"}
    answer = httpx.post(f"{running_system.base_url}/api/v1/conversations", json=body, timeout=30, trust_env=False)
    assert answer.status_code == 201
    found: dict[str, str] = answer.json()
    return found


def test_the_system_is_ready(running_system: RunningSystem) -> None:
    ready = httpx.get(f"{running_system.base_url}/health/ready", trust_env=False)
    assert ready.json()["checks"] == {"database": True, "rasa": True, "actions": True}


def test_erasing_leaves_nothing_also_not_of_rasa(running_system: RunningSystem, started: dict[str, str]) -> None:
    engine = create_engine(running_system.database_url)

    def left() -> list[int]:
        with engine.connect() as connection:
            return [
                connection.execute(
                    text(f"SELECT count(*) FROM {table} WHERE {ID_COLUMN[table]} = :id"), {"id": started["id"]}
                ).scalar_one()
                for table in TABLES
            ]

    with httpx.Client(base_url=running_system.base_url, timeout=30, trust_env=False) as client:
        client.headers["Authorization"] = f"Bearer {started['token']}"
        path = f"/api/v1/conversations/{started['id']}"
        client.post(f"{path}/messages", json={"text": "ik ben 58 en ik heb schulden"})
        assert all(count > 0 for count in left())
        assert client.delete(path).status_code == 204
    assert left() == [0, 0, 0]
    engine.dispose()


@pytest.mark.parametrize(
    "strange", ["🙂🙂", "'; DROP TABLE cases; --", "/session_start", "<b>ik</b>", "x" * 2000, "\u202e"]
)
def test_a_strange_message_gets_a_kind_sentence(
    running_system: RunningSystem, started: dict[str, str], strange: str
) -> None:
    headers = {"Authorization": f"Bearer {started['token']}"}
    path = f"{running_system.base_url}/api/v1/conversations/{started['id']}/messages"
    answer = httpx.post(path, json={"text": strange}, headers=headers, timeout=30, trust_env=False)
    assert answer.status_code == 200
    assert all(message["text"] for message in answer.json()["messages"])
