"""Bring a database to the newest shape; safe to call at every start and by several processes at once."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from leerroute.database.engine import writing

MIGRATIONS = Path(__file__).parent / "migrations"
_UPGRADE_LOCK = 740_2026  # any number no other program locks on in this database


def migration_config(connection: Connection | None = None) -> Config:
    """Alembic's settings, without an ini file; env.py uses the given connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def is_current(connection: Connection) -> bool:
    """Whether nothing has to be done."""
    heads = ScriptDirectory.from_config(migration_config()).get_heads()
    return set(MigrationContext.configure(connection).get_current_heads()) == set(heads)


def upgrade(engine: Engine) -> None:
    """Run the migrations that are not done yet, all or nothing; others that want the same wait and find it done."""
    with engine.connect() as connection:
        if is_current(connection):
            return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        command.upgrade(migration_config(connection), "heads")
