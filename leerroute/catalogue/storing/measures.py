"""Measures with their texts, names, links and sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, cast

from sqlalchemy import Connection, RowMapping

from leerroute.catalogue.naming import joined_key
from leerroute.catalogue.storing.requirements import RequirementReader, RequirementWriter
from leerroute.catalogue.storing.rows import Grouped, Rows, by_language, grouped, read, text_rows, write
from leerroute.catalogue.storing.versions import read_versions, write_versions
from leerroute.catalogue.tables import links
from leerroute.catalogue.tables.measures import (
    MeasureAliasRow,
    MeasureRow,
    MeasureTextRow,
    SourceReferenceRow,
    SourceRow,
)
from leerroute.database import Base
from leerroute.domain.measure import Condition, Contact, Flexible, Measure, Placement, Source, Text, WeeklyHours

LINKS: Mapping[str, type[Base]] = {
    "barriers": links.MeasureBarrierRow,
    "solutions": links.MeasureSolutionRow,
    "target_groups": links.MeasureTargetGroupRow,
    "replaced_by": links.MeasureReplacementRow,
    "excludes": links.MeasureExclusionRow,
    "municipalities": links.MeasureMunicipalityRow,
}
TO_MEASURES = frozenset({"replaced_by", "excludes"})
TAGS = ("kinds", "levels", "applicants")
SAME_COLUMNS = (
    "provider", "varies_locally", "permission_from", "learning_form", "costs_money", "recommendable",
    "mentioned_in_article", "checked_on", "confidence",
)  # fmt: skip


def write_measures(connection: Connection, measures: Collection[Measure], requirements: RequirementWriter) -> None:
    """Insert the measures; their requirements are handed to the writer of requirements."""
    write(connection, MeasureRow, [_row(measure) for measure in measures])
    write(connection, MeasureTextRow, _flat(_text_rows, measures))
    write(connection, MeasureAliasRow, _flat(_alias_rows, measures))
    write(connection, links.MeasureTagRow, _flat(_tag_rows, measures))
    keys = frozenset(measure.key for measure in measures)
    for name, table in LINKS.items():
        write(
            connection,
            table,
            [row for measure in measures for row in _listed(measure.key, _linked(measure, name, keys))],
        )
    write_versions(connection, measures)
    write(connection, SourceRow, _flat(_source_rows, measures))
    write(connection, SourceReferenceRow, _flat(_reference_rows, measures))
    for measure in measures:
        requirements.add(measure.conditions, "conditions", measure=measure.key)
        requirements.add(measure.not_when, "not-when", measure=measure.key)
        requirements.add(measure.placement.useful_when, "useful-when", measure=measure.key)
        requirements.add(measure.placement.not_useful_when, "not-useful-when", measure=measure.key)


def read_measures(connection: Connection, requirements: RequirementReader) -> dict[str, Measure]:
    """All measures by key, national and local, in the order of their keys."""
    reader = _MeasureReader(connection, requirements)
    return {row["id"]: reader.measure(row) for row in read(connection, MeasureRow, "id")}


def _linked(measure: Measure, name: str, keys: Collection[str]) -> list[str]:
    """What it is linked to; a measure of its own place goes before the national one, that before another place's."""
    values: tuple[str, ...] = getattr(measure, name)
    if name not in TO_MEASURES or measure.place is None:
        return list(values)
    return [_key_for(value, measure.place, keys) for value in values]


def _key_for(name: str, place: str, keys: Collection[str]) -> str:
    own = f"{place}/{name}"
    if own in keys or name in keys:
        return own if own in keys else name
    return min(key for key in keys if split_key(key)[1] == name)


def _weekly_hours(row: RowMapping) -> WeeklyHours | None:
    return None if row["least_hours"] is None else WeeklyHours(row["least_hours"], row["most_hours"])


def split_key(key: str) -> tuple[str | None, str]:
    """The place and the id of a key."""
    place, _, name = key.rpartition("/")
    return place or None, name


def _flat(rows_of: Callable[[Measure], Rows], measures: Iterable[Measure]) -> Rows:
    return [row for measure in measures for row in rows_of(measure)]


def _listed(measure_id: str, values: Iterable[str], **keys: str) -> Rows:
    return [
        {"measure_id": measure_id, **keys, "position": position, "value": value}
        for position, value in enumerate(values)
    ]


def _row(measure: Measure) -> dict[str, Any]:
    flexible, contact, hours = measure.flexible, measure.contact, measure.weekly_hours
    return {
        "id": measure.key,
        **{name: getattr(measure, name) for name in SAME_COLUMNS},
        "purpose": measure.placement.purpose,
        "rank": measure.placement.rank,
        "least_hours": hours.least if hours else None,
        "most_hours": hours.most if hours else None,
        "flexible_time": flexible.time,
        "flexible_place": flexible.place,
        "flexible_start": flexible.start,
        "url": contact.url,
        "url_verified": contact.url_verified,
        "phone": contact.phone,
        "phone_verified": contact.phone_verified,
    }


def _text_rows(measure: Measure) -> Rows:
    parts: list[tuple[str, int, Text | None]] = [
        ("name", 0, measure.name),
        ("summary", 0, measure.summary),
        ("next-step", 0, measure.next_step),
        ("hours-per-week", 0, measure.hours_per_week),
        ("duration", 0, measure.duration),
        *(("check-yourself", position, text) for position, text in enumerate(measure.check_yourself)),
    ]
    return [
        row
        for part, position, texts in parts
        for row in text_rows(texts, measure_id=measure.key, part=part, position=position)
    ]


def _alias_rows(measure: Measure) -> Rows:
    return [
        {"measure_id": measure.key, "position": position, "alias": alias, "name_key": joined_key(alias)}
        for position, alias in enumerate(measure.aliases)
    ]


def _tag_rows(measure: Measure) -> Rows:
    return [row for name in TAGS for row in _listed(measure.key, getattr(measure, name), list_name=name)]


def _source_rows(measure: Measure) -> Rows:
    names = ("claim", "mark", "confidence", "checked_on")
    return [
        {"measure_id": measure.key, "position": position, **{name: getattr(source, name) for name in names}}
        for position, source in enumerate(measure.sources)
    ]


def _reference_rows(measure: Measure) -> Rows:
    return [
        {"measure_id": measure.key, "source": number, "position": position, "reference": reference}
        for number, source in enumerate(measure.sources)
        for position, reference in enumerate(source.references)
    ]


class _MeasureReader:
    """Everything that belongs to measures, read table by table and put together by measure."""

    def __init__(self, connection: Connection, requirements: RequirementReader) -> None:
        self._requirements = requirements
        texts = read(connection, MeasureTextRow, "measure_id", "part", "position")
        self._texts = grouped(texts, "measure_id", "part", "position")
        self._aliases = grouped(read(connection, MeasureAliasRow, "position"), "measure_id")
        self._tags = grouped(read(connection, links.MeasureTagRow, "position"), "measure_id", "list_name")
        self._links = {name: grouped(read(connection, t, "position"), "measure_id") for name, t in LINKS.items()}
        self._versions = read_versions(connection)
        self._sources = grouped(read(connection, SourceRow, "position"), "measure_id")
        self._references = grouped(read(connection, SourceReferenceRow, "position"), "measure_id", "source")

    def measure(self, row: RowMapping) -> Measure:
        name = row["id"]
        place, own_id = split_key(name)
        return Measure(
            id=own_id,
            place=place,
            **{column: row[column] for column in SAME_COLUMNS},
            **{part: cast("Any", _linked_ids(part, rows, name)) for part, rows in self._links.items()},
            **{part: cast("Any", _values(self._tags, (name, part))) for part in TAGS},
            name=self._text(name, "name") or {},
            summary=self._text(name, "summary") or {},
            next_step=self._text(name, "next-step") or {},
            hours_per_week=self._text(name, "hours-per-week"),
            weekly_hours=_weekly_hours(row),
            duration=self._text(name, "duration"),
            check_yourself=self._check_yourself(name),
            aliases=tuple(alias["alias"] for alias in self._aliases.get(name, ())),
            versions=self._versions.get(name, ()),
            conditions=self._requirements.of_measure(name, "conditions"),
            not_when=cast("tuple[Condition, ...]", self._requirements.of_measure(name, "not-when")),
            placement=self._placement(row),
            flexible=Flexible(row["flexible_time"], row["flexible_place"], row["flexible_start"]),
            contact=Contact(row["url"], row["url_verified"], row["phone"], row["phone_verified"]),
            sources=tuple(self._source(source) for source in self._sources.get(name, ())),
        )

    def _text(self, name: str, part: str, position: int = 0) -> Text | None:
        return by_language(self._texts.get((name, part, position), ())) or None

    def _check_yourself(self, name: str) -> tuple[Text, ...]:
        found: list[Text] = []
        while text := self._text(name, "check-yourself", len(found)):
            found.append(text)
        return tuple(found)

    def _placement(self, row: RowMapping) -> Placement:
        useful_when = self._requirements.of_measure(row["id"], "useful-when")
        not_useful_when = self._requirements.of_measure(row["id"], "not-useful-when")
        return Placement(row["purpose"], useful_when, row["rank"], not_useful_when)

    def _source(self, row: RowMapping) -> Source:
        references = self._references.get((row["measure_id"], row["position"]), ())
        return Source(
            claim=row["claim"],
            references=tuple(reference["reference"] for reference in references),
            mark=row["mark"],
            confidence=row["confidence"],
            checked_on=row["checked_on"],
        )


def _values(rows: Grouped, key: object) -> tuple[str, ...]:
    return tuple(row["value"] for row in rows.get(key, ()))


def _linked_ids(part: str, rows: Grouped, key: object) -> tuple[str, ...]:
    values = _values(rows, key)
    return tuple(split_key(value)[1] for value in values) if part in TO_MEASURES else values
