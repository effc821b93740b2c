"""The annotated examples of data/nlu, as texts with the facts they should give.

A fact is marked in the text as Rasa wants it; facts without words of their own stand under `metadata: also`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from .contract import REPOSITORY, fields
from .facts import LIST_FIELDS, Value

EXAMPLES = REPOSITORY / "data" / "nlu"
MARKED = re.compile(r"\[([^\[\]]+)\](\{[^{}]*\})")


@dataclass(frozen=True)
class Example:
    """A message, its intent and the facts it should give as (field, value)."""

    text: str
    intent: str
    facts: frozenset[tuple[str, Value]]
    topic: str


def examples(folder: Path = EXAMPLES) -> list[Example]:
    """All examples of a folder, in the order of the files."""
    return [example for path in sorted(folder.rglob("*.yml")) for example in _in_file(path)]


def _in_file(path: Path) -> Iterator[Example]:
    for block in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("nlu", []):
        listed = block.get("examples") or []
        if isinstance(listed, str):
            listed = [{"text": line[2:]} for line in listed.splitlines() if line.startswith("- ")]
        for item in listed:
            yield _example(item, str(block.get("intent")), f"{path.parent.name}/{path.stem}")


def _example(item: dict[str, object], intent: str, topic: str) -> Example:
    marked = str(item["text"]).strip()
    facts: set[tuple[str, Value]] = set()
    for _, annotation in MARKED.findall(marked):
        known = json.loads(annotation)
        facts.add((known["entity"], _typed(known["entity"], known["value"])))
    metadata = item.get("metadata")
    also = metadata.get("also", {}) if isinstance(metadata, dict) else {}
    for field, values in also.items():
        facts |= {(field, _typed(field, v)) for v in (values if isinstance(values, list) else [values])}
    return Example(MARKED.sub(r"\1", marked), intent, frozenset(facts), topic)


def _typed(field: str, value: object) -> Value:
    kind = fields().get(field, {}).get("type")
    if kind == "boolean":
        return str(value).lower() == "true"
    return int(str(value)) if kind == "integer" else str(value)


def said(profile: dict[str, Value]) -> set[tuple[str, Value]]:
    """A profile as (field, value) pairs; the items of lists apart."""
    pairs: set[tuple[str, Value]] = set()
    for field, value in profile.items():
        if field in LIST_FIELDS and isinstance(value, list):
            pairs |= {(field, item) for item in value}
        elif not isinstance(value, list):
            pairs.add((field, value))
    return pairs
