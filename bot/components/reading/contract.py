"""The fields of a profile and the values they take, from the contract's own schema file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from .facts import LIST_FIELDS, Value

REPOSITORY = Path(__file__).resolve().parents[3]
SCHEMA = REPOSITORY / "docs" / "contract" / "profile.schema.json"
EXTRA: Mapping[str, Mapping[str, object]] = {"municipalityOptions": {"type": "array"}}


@lru_cache(maxsize=1)
def profile_fields() -> Mapping[str, Mapping[str, object]]:
    """The schema of every field of a profile, as the contract gives it."""
    properties: Mapping[str, Mapping[str, object]] = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]
    return properties


@lru_cache(maxsize=1)
def fields() -> Mapping[str, Mapping[str, object]]:
    """The schema of every field, with that of what this reader adds to it."""
    properties = profile_fields()
    return {**properties, "barriersDenied": properties["barriers"], **EXTRA}


def fits(field: str, value: Value) -> bool:
    """Whether one value (of a list field: one item) keeps to the contract."""
    spec = fields().get(field)
    if spec is None:
        return False
    if field in LIST_FIELDS:
        items = spec["items"]
        return isinstance(items, Mapping) and value in items["enum"]
    if "enum" in spec:
        choices = spec["enum"]
        return isinstance(choices, list) and value in choices
    kind = spec.get("type")
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        least, most = spec.get("minimum", 0), spec.get("maximum", 10**6)
        in_range = (
            isinstance(least, int) and isinstance(most, int) and isinstance(value, int) and least <= value <= most
        )
        return in_range and not isinstance(value, bool)
    return isinstance(value, list) if kind == "array" else isinstance(value, str) and 0 < len(value) <= 120


def closed(field: str) -> bool:
    """Whether a field takes a few known values."""
    spec = fields().get(field, {})
    return "enum" in spec or spec.get("type") == "boolean" or field in ("barriers", "learningMoments")
