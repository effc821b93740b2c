"""The real content in a folder of its own, loaded in SQLite and in PostgreSQL."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leerroute.catalogue.loader import CONTENT, load
from leerroute.database import make_engine, upgrade
from leerroute.editing.publishing import Publishing

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FEW_POSTCODES = 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content, with few postcodes."""
    copy = tmp_path / "catalogue"
    shutil.copytree(CONTENT, copy)
    postcodes = copy / "regions" / "pc4.csv"
    lines = postcodes.read_text(encoding="utf-8").splitlines()
    postcodes.write_text("\n".join(lines[:FEW_POSTCODES]) + "\n", encoding="utf-8")
    return copy


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    sqlite = f"sqlite:///{tmp_path / 'test.db'}"
    made = make_engine(sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url"))
    upgrade(made)
    yield made
    made.dispose()


@pytest.fixture
def publishing(engine: Engine, folder: Path) -> Publishing:
    """Publishing over the loaded content."""
    load(engine, folder)
    return Publishing(engine, folder)
