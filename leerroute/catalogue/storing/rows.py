"""Writing many rows at once, and reading them grouped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, RowMapping, insert, select

from leerroute.database import Base

Rows: TypeAlias = list[dict[str, Any]]
Grouped: TypeAlias = Mapping[Any, Sequence[RowMapping]]
BATCH = 1000


def write(connection: Connection, table: type[Base], rows: Rows) -> None:
    """Insert the rows; nothing happens when there are none."""
    for start in range(0, len(rows), BATCH):
        connection.execute(insert(table), rows[start : start + BATCH])


def read(connection: Connection, table: type[Base], *order: str) -> Sequence[RowMapping]:
    """All rows of a table in the order of the named columns."""
    columns = table.__table__.c
    return connection.execute(select(*columns).order_by(*(columns[name] for name in order))).mappings().all()


def grouped(rows: Iterable[RowMapping], *keys: str) -> Grouped:
    """The rows by the value of a column, or by the values of several; a key without rows has none."""
    found: defaultdict[Any, list[RowMapping]] = defaultdict(list)
    for row in rows:
        found[row[keys[0]] if len(keys) == 1 else tuple(row[key] for key in keys)].append(row)
    return found


def by_language(rows: Iterable[RowMapping]) -> dict[str, str]:
    """The texts of rows that differ in language only."""
    return {row["language"]: row["text"] for row in rows}


def text_rows(texts: Mapping[str, str] | None, **keys: Any) -> Rows:
    """A row per language."""
    return [{**keys, "language": language, "text": text} for language, text in (texts or {}).items()]


__all__ = ["Grouped", "Rows", "by_language", "grouped", "read", "text_rows", "write"]
