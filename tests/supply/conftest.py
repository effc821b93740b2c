"""A database with the real catalogue, for imports; and where the samples are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete

from leerroute.catalogue import CatalogueRepository
from leerroute.catalogue.loader import load
from leerroute.catalogue.tables.offers import CourseOfferRow, SupplyImportRow
from leerroute.database import make_engine, upgrade, writing
from leerroute.supply.__main__ import PlaceFinder
from leerroute.supply.records import Import

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database with the catalogue, made once."""
    url = f"sqlite:///{tmp_path_factory.mktemp('supply') / 'leerroute.db'}"
    engine = make_engine(url)
    upgrade(engine)
    load(engine)
    yield url
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database with the catalogue and no courses."""
    if request.param == "postgresql":
        url = str(request.getfixturevalue("postgres_url"))
        made = make_engine(url)
        upgrade(made)
        load(made)
    else:
        url = str(request.getfixturevalue("loaded"))
        made = make_engine(url)
    yield url
    with writing(made) as connection:
        connection.execute(delete(CourseOfferRow))
        connection.execute(delete(SupplyImportRow))
    made.dispose()


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    """The same, connected."""
    made = make_engine(database)
    yield made
    made.dispose()


@pytest.fixture
def given(engine: Engine) -> Import:
    """A source whose places are looked up in the catalogue."""
    return Import("voorbeeld", PlaceFinder(CatalogueRepository(engine)))
