"""Topics, reasons, labels, everyday words and dated amounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from leerroute.catalogue.reference import FieldLabel, Texts, Topic
from leerroute.catalogue.storing.rows import Rows, by_language, grouped, read, text_rows, write
from leerroute.catalogue.tables import texts as tables
from leerroute.database import Base
from leerroute.domain.measure import DatedAmount, Text

if TYPE_CHECKING:
    from leerroute.catalogue.content import CheckedAmount

TOPICS: Mapping[str, tuple[type[Base], type[Base]]] = {
    "barriers": (tables.BarrierRow, tables.BarrierTextRow),
    "solutions": (tables.SolutionRow, tables.SolutionTextRow),
    "target_groups": (tables.TargetGroupRow, tables.TargetGroupTextRow),
}
PARTS = ("name", "explanation", "rationale")


def write_texts(connection: Connection, texts: Texts) -> None:
    """Insert topics, reasons and labels."""
    for name, (table, text_table) in TOPICS.items():
        topics: Mapping[str, Topic] = getattr(texts, name)
        write(connection, table, [{"id": topic.id, "source": topic.source} for topic in topics.values()])
        write(connection, text_table, [row for topic in topics.values() for row in _topic_rows(topic)])
    reasons = [row for code, text in texts.reasons.items() for row in text_rows(text, code=code)]
    write(connection, tables.ReasonTextRow, reasons)
    write(connection, tables.LabelRow, _label_rows(texts))


def read_texts(connection: Connection) -> Texts:
    """All texts that do not belong to one measure or question."""
    reasons = grouped(read(connection, tables.ReasonTextRow, "code"), "code")
    fields, labels = _read_labels(connection)
    return Texts(
        reasons={code: by_language(rows) for code, rows in reasons.items()},
        fields=fields,
        labels=labels,
        **{name: _read_topics(connection, *pair) for name, pair in TOPICS.items()},
    )


def write_amounts(connection: Connection, amounts: Mapping[str, CheckedAmount]) -> None:
    """Insert the dated amounts."""
    rows: Rows = []
    values: Rows = []
    for checked in amounts.values():
        amount = checked.amount
        row = {"id": amount.id, "unit": amount.unit, "source": amount.source}
        rows.append({**row, "mark": checked.mark, "checked_on": checked.checked_on})
        values += [{"amount_id": amount.id, "holds_from": day, "value": value} for day, value in amount.values]
    write(connection, tables.DatedAmountRow, rows)
    write(connection, tables.DatedAmountValueRow, values)


def read_amounts(connection: Connection) -> dict[str, DatedAmount]:
    """The dated amounts by id, their values oldest first."""
    values = grouped(read(connection, tables.DatedAmountValueRow, "holds_from"), "amount_id")
    return {
        row["id"]: DatedAmount(
            id=row["id"],
            unit=row["unit"],
            values=tuple((value["holds_from"], value["value"]) for value in values.get(row["id"], ())),
            source=row["source"],
        )
        for row in read(connection, tables.DatedAmountRow, "id")
    }


def _topic_rows(topic: Topic) -> Rows:
    return [row for part in PARTS for row in text_rows(getattr(topic, part), topic=topic.id, part=part)]


def _read_topics(connection: Connection, table: type[Base], text_table: type[Base]) -> dict[str, Topic]:
    texts = grouped(read(connection, text_table), "topic", "part")
    found = {}
    for row in read(connection, table, "id"):
        name, explanation, rationale = (by_language(texts.get((row["id"], part), ())) for part in PARTS)
        found[row["id"]] = Topic(row["id"], name, explanation, rationale, row["source"])
    return found


def _label_rows(texts: Texts) -> Rows:
    rows: Rows = []
    for name, label in texts.fields.items():
        rows += text_rows(label.name, category="fields", name=name, value="")
        for value, text in label.values.items():
            rows += text_rows(text, category="fields", name=name, value=value)
    for category, words in texts.labels.items():
        for word, text in words.items():
            rows += text_rows(text, category=category, name=word, value="")
    return rows


def _read_labels(connection: Connection) -> tuple[dict[str, FieldLabel], dict[str, dict[str, Text]]]:
    rows = grouped(read(connection, tables.LabelRow, "category", "name", "value"), "category", "name", "value")
    fields: dict[str, FieldLabel] = {}
    labels: dict[str, dict[str, Text]] = {}
    values: dict[str, dict[str, Text]] = {}
    for (category, name, value), found in rows.items():
        text = by_language(found)
        if category != "fields":
            labels.setdefault(category, {})[name] = text
        elif value:
            values.setdefault(name, {})[value] = text
        else:
            fields[name] = FieldLabel(text, values.setdefault(name, {}))
    return fields, labels
