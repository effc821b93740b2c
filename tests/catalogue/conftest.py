"""The real content in a real database: SQLite and PostgreSQL, loaded once each; and a copy of the content to spoil."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, text

from leerroute.catalogue import CatalogueRepository
from leerroute.catalogue.content import Content, read_content
from leerroute.catalogue.loader import CONTENT, load
from leerroute.database import make_engine, upgrade

FEW_POSTCODES = 50
SAMPLE = Path(__file__).parent / "sample_measure.yml"


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database with the catalogue of the repository, which no test changes."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('catalogue') / 'leerroute.db'}"
    else:
        server = request.getfixturevalue("postgres_server")
        maker = create_engine(server, isolation_level="AUTOCOMMIT")
        with maker.connect() as connection:
            name = f"catalogue_{uuid4().hex}"
            connection.execute(text(f"CREATE DATABASE {name}"))
        maker.dispose()
        url = server.rsplit("/", 1)[0] + f"/{name}"
    made = make_engine(url)
    upgrade(made)
    load(made)
    yield made
    made.dispose()


@pytest.fixture(scope="session")
def repository(engine: Engine) -> CatalogueRepository:
    """The repository over the loaded catalogue."""
    return CatalogueRepository(engine)


@pytest.fixture(scope="session")
def content() -> Content:
    """The content as it stands in the files."""
    return read_content(CONTENT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content to change at will: few postcodes, and one measure that editors do not touch."""
    copy = tmp_path / "catalogue"
    shutil.copytree(CONTENT, copy)
    postcodes = copy / "regions" / "pc4.csv"
    lines = postcodes.read_text(encoding="utf-8").splitlines()
    postcodes.write_text("\n".join(lines[:FEW_POSTCODES]) + "\n", encoding="utf-8")
    shutil.copy(SAMPLE, copy / "measures" / "levenlanglerenkrediet.yml")
    return copy
