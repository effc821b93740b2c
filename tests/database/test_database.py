"""Engines and migrations on SQLite and PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, select, text
from sqlalchemy.exc import IntegrityError

import leerroute.cases.tables
import leerroute.catalogue.tables
import leerroute.catalogue.tables.edits
import leerroute.editing.tables
import leerroute.links.tables  # noqa: F401 — all fill the metadata
from leerroute.catalogue.tables.links import MeasureBarrierRow
from leerroute.database import Base, make_engine, reading, upgrade, writing
from leerroute.database.upgrading import is_current, migration_config

NOT_DECLARED = "measure_search"  # the search index differs per database and is made by the migration alone


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on an empty database."""
    sqlite = f"sqlite:///{tmp_path / 'folder' / 'test.db'}"
    made = make_engine(sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url"))
    yield made
    made.dispose()


def test_migrations_make_exactly_the_tables_of_the_code(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith(NOT_DECLARED)}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_upgrading_again_does_nothing(engine: Engine) -> None:
    upgrade(engine)
    with writing(engine) as connection:
        connection.execute(text("INSERT INTO barriers (id, source) VALUES ('kept', '')"))
    upgrade(engine)
    with reading(engine) as connection:
        assert is_current(connection)
        assert connection.execute(text("SELECT id FROM barriers")).scalars().all() == ["kept"]


def test_several_processes_may_upgrade_at_once(engine: Engine) -> None:
    url = engine.url
    with ThreadPoolExecutor(4) as pool:
        engines = [make_engine(url) for _ in range(4)]
        list(pool.map(upgrade, engines))
    for other in engines:
        other.dispose()
    with engine.connect() as connection:
        assert is_current(connection)


def test_migrations_can_be_taken_back(engine: Engine) -> None:
    upgrade(engine)
    with writing(engine) as connection:
        command.downgrade(migration_config(connection), "base")
    left = {name for name in inspect(engine).get_table_names() if not name.startswith("alembic")}
    assert left == set()


def test_a_migration_that_fails_leaves_nothing(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    real = command.upgrade

    def upgrade_and_fail(*arguments: object, **options: object) -> None:
        real(*arguments, **options)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    monkeypatch.setattr("leerroute.database.upgrading.command.upgrade", upgrade_and_fail)
    with pytest.raises(RuntimeError, match="power cut"):
        upgrade(engine)
    assert inspect(engine).get_table_names() == []


def test_a_link_to_nothing_is_refused(engine: Engine) -> None:
    upgrade(engine)
    row = {"measure_id": "none", "position": 0, "value": "none"}
    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(MeasureBarrierRow.__table__.insert(), row)


def test_a_failing_write_is_undone(engine: Engine) -> None:
    upgrade(engine)
    twice = text("INSERT INTO barriers (id, source) VALUES ('first', ''), ('second', ''), ('first', '')")
    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(twice)
    with reading(engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM barriers")).scalar_one() == 0


def test_a_reader_sees_one_moment(engine: Engine) -> None:
    upgrade(engine)
    count = text("SELECT count(*) FROM barriers")
    with reading(engine) as connection:
        before = connection.execute(count).scalar_one()
        with writing(engine) as writer:
            writer.execute(text("INSERT INTO barriers (id, source) VALUES ('new', '')"))
        assert connection.execute(count).scalar_one() == before
    with reading(engine) as connection:
        assert connection.execute(count).scalar_one() == before + 1


def test_writers_wait_for_each_other(engine: Engine) -> None:
    upgrade(engine)

    def add(number: int) -> None:
        with writing(engine) as connection:
            connection.execute(text("SELECT count(*) FROM barriers")).scalar_one()
            connection.execute(text("INSERT INTO barriers (id, source) VALUES (:id, '')"), {"id": f"b{number}"})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(40)))
    with reading(engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM barriers")).scalar_one() == 40


def test_sqlite_is_set_up_for_several_processes(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect() as connection:
        settings = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 10_000}
    assert sqlite3.sqlite_version_info >= (3, 34)  # FTS5 with trigrams


def test_a_plain_postgresql_address_gets_the_installed_driver() -> None:
    engine = make_engine("postgresql://somebody@localhost/leerroute")
    assert engine.url.drivername == "postgresql+psycopg"
    engine.dispose()


def test_an_in_memory_database_works() -> None:
    engine = make_engine("sqlite://")
    with engine.connect() as connection:
        assert connection.execute(select(1)).scalar_one() == 1
    engine.dispose()
