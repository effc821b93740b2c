"""The dated versions of measures, with their windows and amounts."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, RowMapping

from leerroute.catalogue.storing.rows import Grouped, Rows, by_language, grouped, read, text_rows, write
from leerroute.catalogue.tables.measures import AmountTextRow, MeasureVersionRow, WindowRow
from leerroute.domain.measure import Amount, Measure, Version, Window


def write_versions(connection: Connection, measures: Iterable[Measure]) -> None:
    """Insert the versions of all measures."""
    numbered = [
        (measure.key, number, version) for measure in measures for number, version in enumerate(measure.versions)
    ]
    write(connection, MeasureVersionRow, [_row(*version) for version in numbered])
    write(connection, WindowRow, [row for version in numbered for row in _window_rows(*version)])
    texts = [
        row
        for name, number, version in numbered
        if version.amount
        for row in text_rows(version.amount.text, measure_id=name, version=number)
    ]
    write(connection, AmountTextRow, texts)


def read_versions(connection: Connection) -> dict[str, tuple[Version, ...]]:
    """The versions by measure, in the order of the content."""
    windows = grouped(read(connection, WindowRow, "position"), "measure_id", "version")
    texts = grouped(read(connection, AmountTextRow), "measure_id", "version")
    versions = grouped(read(connection, MeasureVersionRow, "position"), "measure_id")
    return {name: tuple(_version(row, windows, texts) for row in rows) for name, rows in versions.items()}


def _row(name: str, number: int, version: Version) -> dict[str, object]:
    return {
        "measure_id": name,
        "position": number,
        "first_day": version.first_day,
        "last_day": version.last_day,
        "exact": version.exact,
        "has_amount": version.amount is not None,
        "minimum": version.amount.minimum if version.amount else None,
        "maximum": version.amount.maximum if version.amount else None,
    }


def _window_rows(name: str, number: int, version: Version) -> Rows:
    return [
        {
            "measure_id": name,
            "version": number,
            "position": position,
            "first_day": window.first_day,
            "last_day": window.last_day,
            "label": window.label,
        }
        for position, window in enumerate(version.windows)
    ]


def _version(row: RowMapping, windows: Grouped, texts: Grouped) -> Version:
    key = (row["measure_id"], row["position"])
    return Version(
        first_day=row["first_day"],
        last_day=row["last_day"],
        exact=row["exact"],
        windows=tuple(Window(w["first_day"], w["last_day"], w["label"]) for w in windows.get(key, ())),
        amount=Amount(row["minimum"], row["maximum"], by_language(texts.get(key, ()))) if row["has_amount"] else None,
    )
