"""The real API on a real port, with a real database and catalogue, and a stand-in for Rasa (see stand_in.py)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import uvicorn
from sqlalchemy import Engine

from api.main import create_app
from leerroute.cases import CaseRepository
from leerroute.catalogue.loader import load
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine, upgrade
from leerroute.service.routes import RouteService
from leerroute.service.settings import Settings
from leerroute.service.talk import Talk
from tests.api.stand_in import ON, Script, StandIn

PORTAL = "https://www.voorbeeldstad.example"


@dataclass
class Api:
    """What a test needs to know about the API that runs."""

    url: str
    database_url: str
    engine: Engine
    rasa: StandIn
    actions: StandIn

    @property
    def script(self) -> Script:
        return self.rasa.script

    def client(self, **headers: str) -> httpx.Client:
        return httpx.Client(base_url=self.url, headers=headers, timeout=30, trust_env=False)


@dataclass
class Conversation:
    """A talk that was started."""

    id: str
    token: str
    client: httpx.Client
    started: dict[str, object]

    @property
    def path(self) -> str:
        return f"/api/v1/conversations/{self.id}"

    def say(self, text: str, **headers: str) -> httpx.Response:
        return self.client.post(f"{self.path}/messages", json={"text": text}, headers=headers)


def serve(settings: Settings) -> tuple[uvicorn.Server, threading.Thread, str]:
    """Start the API in a thread and wait until it listens."""
    config = uvicorn.Config(create_app(settings), host="127.0.0.1", port=0, log_config=None, access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.02)
        assert thread.is_alive(), "the API did not start"
    port = server.servers[0].sockets[0].getsockname()[1]
    return server, thread, f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database with the real catalogue."""
    url = f"sqlite:///{tmp_path_factory.mktemp('api') / 'leerroute.db'}"
    engine = make_engine(url)
    upgrade(engine)
    load(engine)
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def start_api(content: str) -> Iterator[Callable[..., Api]]:
    """Starts APIs with settings of their own, on the same database, and stops them all in the end."""
    running: list[tuple[uvicorn.Server, threading.Thread, Api]] = []

    def start(**chosen: object) -> Api:
        engine = make_engine(str(chosen.get("database_url", content)))
        catalogue = CatalogueRepository(engine)
        talk = Talk(catalogue, CaseRepository(engine), RouteService(catalogue))
        rasa, actions = StandIn(Script(talk=talk)), StandIn(Script())
        rasa.start()
        actions.start()
        settings = Settings.model_validate(
            {
                "database_url": content,
                "today": ON,
                "rasa_port": rasa.port,
                "actions_port": actions.port,
                "rasa_timeout": 5,
                "allowed_origins": PORTAL,
                "rate_talk": "100000/minute",
                "rate_start": "100000/minute",
                "rate_address": "100000/minute",
                **chosen,
            }
        )
        server, thread, url = serve(settings)
        api = Api(url, settings.database_url, engine, rasa, actions)
        running.append((server, thread, api))
        return api

    yield start
    for server, thread, api in running:
        server.should_exit = True
        thread.join()
        api.rasa.stop()
        api.actions.stop()
        api.engine.dispose()


@pytest.fixture(scope="session")
def shared_api(start_api: Callable[..., Api]) -> Api:
    return start_api()


@pytest.fixture
def api(shared_api: Api) -> Api:
    """One API for all tests; what the stand-in does is set back before each."""
    shared_api.script.reset()
    return shared_api


@pytest.fixture
def client(api: Api) -> Iterator[httpx.Client]:
    with api.client() as client:
        yield client


@pytest.fixture
def new_talk(api: Api) -> Iterator[Callable[..., Conversation]]:
    """Starts talks, each with a client that holds its token."""
    clients: list[httpx.Client] = []

    def start(**body: object) -> Conversation:
        client = api.client()
        clients.append(client)
        answer = client.post("/api/v1/conversations", json={"consent": True, "language": "nl", **body})
        assert answer.status_code == 201, answer.text
        started = answer.json()
        client.headers["Authorization"] = f"Bearer {started['token']}"
        return Conversation(started["id"], started["token"], client, started)

    yield start
    for client in clients:
        client.close()


@pytest.fixture
def talk(new_talk: Callable[..., Conversation]) -> Conversation:
    return new_talk()


@pytest.fixture
def root() -> Path:
    return Path(__file__).parents[2]
