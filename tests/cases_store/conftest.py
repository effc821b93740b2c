"""Every test of the repository runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leerroute.cases import CaseRepository
from leerroute.database import make_engine, upgrade


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database in its newest shape."""
    sqlite = f"sqlite:///{tmp_path / 'cases.db'}"
    url = sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    engine = make_engine(url)
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def cases(engine: Engine) -> CaseRepository:
    """The repository under test."""
    return CaseRepository(engine)
