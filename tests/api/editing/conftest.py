"""The screens with an editor and a publisher, on a database of their own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from leerroute.catalogue.loader import load
from leerroute.database import make_engine, upgrade
from leerroute.editing.accounts import Accounts
from tests.api.conftest import Api
from tests.api.editing.forms import values_of

PASSWORD = "een lange zin als wachtwoord"
SEAL = re.compile(r'name="zegel" value="([0-9a-f]+)"')


@dataclass
class Screens:
    """A browser without script: it keeps cookies and sends forms with what the page put in them."""

    client: httpx.Client
    seal: str = ""

    def get(self, path: str) -> httpx.Response:
        return self._noted(self.client.get(path))

    def send(self, path: str, seal: str | None = None, **values: object) -> httpx.Response:
        data = {"zegel": self.seal if seal is None else seal, **values}
        return self._noted(self.client.post(path, data=data))

    def send_as(self, path: str, values: dict[str, object]) -> httpx.Response:
        return self._noted(self.client.post(path, data=values))

    def log_in(self, name: str, password: str = PASSWORD) -> httpx.Response:
        self.get("/beheer/inloggen")
        return self.send("/beheer/inloggen", naam=name, wachtwoord=password)

    def _noted(self, answer: httpx.Response) -> httpx.Response:
        if found := SEAL.search(answer.text):
            self.seal = found[1]
        return answer


def fill(url: str) -> None:
    """The catalogue, an editor and a publisher."""
    engine = make_engine(url)
    upgrade(engine)
    load(engine)
    accounts = Accounts(engine)
    accounts.add("sam", "editor", PASSWORD, datetime.now(UTC))
    accounts.add("noor", "publisher", PASSWORD, datetime.now(UTC))
    engine.dispose()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file to copy."""
    file = tmp_path_factory.mktemp("editing") / "filled.db"
    fill(f"sqlite:///{file}")
    return file


@pytest.fixture
def editing_url(filled: Path, tmp_path: Path) -> str:
    """A database for one test."""
    shutil.copy(filled, tmp_path / "editing.db")
    return f"sqlite:///{tmp_path / 'editing.db'}"


@pytest.fixture
def editing_api(start_api: Callable[..., Api], editing_url: str) -> Api:
    return start_api(database_url=editing_url, rate_login="100000/minute", editing_secret="s" * 32)


@pytest.fixture
def visit(editing_api: Api) -> Iterator[Callable[..., Screens]]:
    """Opens the screens as somebody, or as nobody."""
    clients: list[httpx.Client] = []

    def opened(name: str | None = None, api: Api = editing_api) -> Screens:
        client = httpx.Client(base_url=api.url, timeout=30, trust_env=False, follow_redirects=True)
        clients.append(client)
        screens = Screens(client)
        if name:
            assert screens.log_in(name).url.path == "/beheer/"
        return screens

    yield opened
    for client in clients:
        client.close()


@dataclass
class MeasurePages:
    """The pages of one measure, as somebody who is logged in uses them."""

    screens: Screens
    measure: str = "levenlanglerenkrediet"

    @property
    def path(self) -> str:
        return f"/beheer/maatregelen/{self.measure}"

    def opened(self, page: str = "") -> dict[str, list[str]]:
        """What the form of a page would send when nothing is typed."""
        return values_of(self.screens.get(f"{self.path}{page}").text, f"{self.path}{page}")

    def save(self, typed: dict[str, object], opened: dict[str, list[str]] | None = None) -> httpx.Response:
        """Type something in the form and save the draft."""
        values = {**(opened or self.opened()), **typed}
        return self.screens.send_as(self.path, {k: v for k, v in values.items() if v is not None})

    def publish(self, why: str = "omdat het zo is", **more: object) -> httpx.Response:
        looked = values_of(self.screens.get(f"{self.path}/voorbeeld").text, f"{self.path}/publiceren")
        return self.screens.send_as(f"{self.path}/publiceren", {**looked, "waarom": why, **more})

    def live(self) -> dict[str, object]:
        """What everybody sees."""
        answer = self.screens.client.get(f"/api/v1/measures/{self.measure}")
        found: dict[str, object] = answer.json()
        return found
