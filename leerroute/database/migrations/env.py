"""Alembic's environment: works on the connection that `leerroute.database.upgrade` hands over."""

from __future__ import annotations

from alembic import context

from leerroute.database.base import Base

connection = context.config.attributes.get("connection")
if connection is None:
    raise RuntimeError("migrations run through leerroute.database.upgrade(engine)")

context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
