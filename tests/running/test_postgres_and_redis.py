"""The same processes with PostgreSQL and Redis, as docker-compose.yml describes them, hold a talk too."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine, text

from tests.support.redis import redis_server
from tests.support.system import RunningSystem, run_system

pytestmark = pytest.mark.system


@pytest.fixture
def system(tmp_path: Path, postgres_url: str) -> Iterator[RunningSystem]:
    with redis_server(tmp_path) as redis:
        settings = {"LEERROUTE_DATABASE_URL": postgres_url, "LEERROUTE_REDIS_URL": redis}
        with run_system(tmp_path, **settings) as running:
            yield running


def rows_left(url: str) -> list[int]:
    engine = create_engine(url)
    with engine.connect() as connection:
        tables = ("cases", "case_facts", "rasa_trackers")
        counts = [connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables]
    engine.dispose()
    return counts


def test_a_talk_is_held_kept_and_erased(system: RunningSystem, postgres_url: str) -> None:
    with httpx.Client(base_url=f"{system.base_url}/api/v1", timeout=30) as client:
        talk = client.post("/conversations", json={"consent": True, "language": "nl"}).json()
        client.headers["Authorization"] = f"Bearer {talk['token']}"
        path = f"/conversations/{talk['id']}"
        answer = client.post(f"{path}/messages", json={"text": '/inform{"work": "unemployed"}'})
        assert answer.status_code == 200
        assert answer.json()["question"] is not None
        assert client.get(path).json()["profile"] == {"work": "unemployed"}
        assert all(count > 0 for count in rows_left(postgres_url))
        assert client.delete(path).status_code == 204
    assert rows_left(postgres_url) == [0, 0, 0]
