"""What a process keeps of the catalogue is refreshed when another process loads other content."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from leerroute.catalogue.loader import load
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine, upgrade
from leerroute.domain.profile import Profile
from leerroute.service.routes import RouteService

TODAY = date(2026, 11, 23)
DEBTS = Profile.of({"debts": True})
ASKING = """
import sys
from datetime import date
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine
from leerroute.domain.profile import Profile
from leerroute.service.routes import RouteService
service = RouteService(CatalogueRepository(make_engine(sys.argv[1])))
for _ in sys.stdin:
    route = service.route(Profile.of({"debts": True}), date(2026, 11, 23))
    print(route.steps[0].assessment.measure.id, flush=True)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'leerroute.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    made = make_engine(url)
    upgrade(made)
    yield made
    made.dispose()


def test_a_process_that_keeps_the_catalogue_sees_what_another_one_loads(url: str, engine: Engine, folder: Path) -> None:
    load(engine, folder)
    here = RouteService(CatalogueRepository(engine))
    asking = [sys.executable, "-c", ASKING, url]
    with subprocess.Popen(asking, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin
        assert other.stdout

        def first_steps() -> set[str]:
            other.stdin.write("\n")  # type: ignore[union-attr]
            other.stdin.flush()  # type: ignore[union-attr]
            told = other.stdout.readline().strip()  # type: ignore[union-attr]
            return {told, here.route(DEBTS, TODAY).steps[0].assessment.measure.id}

        assert first_steps() == {"geldfit"}
        path = folder / "measures" / "geldfit.yml"
        ended = path.read_text(encoding="utf-8").replace("    to: null", "    to: 2026-11-22", 1)
        path.write_text(ended, encoding="utf-8")
        loading = [sys.executable, "-m", "leerroute.catalogue", "load", "--content", str(folder), "--database", url]
        subprocess.run(loading, check=True, capture_output=True)
        (now,) = first_steps()
        assert now != "geldfit"
        other.stdin.close()


def test_an_index_is_kept_as_long_as_the_content(engine: Engine, folder: Path) -> None:
    load(engine, folder)
    repository = CatalogueRepository(engine)
    service = RouteService(repository)
    service.route(DEBTS, TODAY)
    index = repository.catalogue().kept["index"]
    service.route(DEBTS, TODAY)
    assert repository.catalogue().kept["index"] is index
    with engine.begin() as connection:
        connection.execute(text("UPDATE catalogue_revision SET revision = 'another'"))
    service.route(DEBTS, TODAY)
    assert repository.catalogue().kept["index"] is not index
