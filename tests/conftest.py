"""Fixtures that every test may use: a real PostgreSQL, and the whole system running."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from tests.support.live_chat import Desk, live_chat
from tests.support.postgres import postgres_cluster
from tests.support.system import RunningSystem, run_system


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """One private PostgreSQL for the whole run. It lives outside pytest's own folders, which only root may enter."""
    folder = Path(tempfile.mkdtemp(prefix="leerroute-postgres-"))
    try:
        with postgres_cluster(folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of an empty database of its own for one test."""
    name = f"test_{uuid4().hex}"
    server = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgres_server.rsplit("/", 1)[0] + f"/{name}"
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(scope="session")
def chat_of_the_system() -> Iterator[Desk]:
    """The live chat of one municipality; the running system knows it."""
    with live_chat() as desk:
        yield desk


@pytest.fixture(scope="session")
def running_system(tmp_path_factory: pytest.TempPathFactory, chat_of_the_system: Desk) -> Iterator[RunningSystem]:
    """API, Rasa, actions and SQL as `make up` runs them, on 23 November 2026. Started once for the whole run."""
    with run_system(tmp_path_factory.mktemp("system"), LEERROUTE_HANDOVERS=chat_of_the_system.setting) as system:
        yield system


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for the running system is marked: `make test` runs those together, and the rest side by side.

    Two tests of one name would be run once side by side, so that is refused.
    """
    if twice := [name for name, times in Counter(item.nodeid for item in items).items() if times > 1]:
        raise pytest.UsageError(f"tests of the same name: {', '.join(twice)}")
    for item in items:
        if "running_system" in getattr(item, "fixturenames", ()):
            item.add_marker("system")
