"""What is learnt about a message: every value of the closed fields, and for an open field that it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Tuple

import numpy as np
from bot.components.reading.contract import closed, profile_fields
from bot.components.reading.facts import Value
from numpy.typing import NDArray

Label = Tuple[str, Value | None]
"""A field with its value; `None` for an open field: age, hours, months, place, job, wish."""

LITERAL = ("occupation", "wish")
"""The fields that are a piece of the message; their words are learnt too."""


@lru_cache(maxsize=1)
def labels() -> tuple[Label, ...]:
    """All labels, in the order of the contract."""
    return tuple(label for field, spec in profile_fields().items() for label in _labels_of(field, spec))


def _labels_of(field: str, spec: Mapping[str, object]) -> Iterator[Label]:
    if not closed(field):
        yield field, None
        return
    items = spec.get("items", spec)
    values = items.get("enum") if isinstance(items, Mapping) else None
    for value in values if isinstance(values, list) else (True, False):
        yield field, value


@lru_cache(maxsize=1)
def places_of_labels() -> Mapping[Label, int]:
    """The place of each label in a vector."""
    return {label: place for place, label in enumerate(labels())}


def labels_said(facts: Mapping[str, object]) -> list[Label]:
    """The labels that a profile has."""
    said: list[Label] = []
    for field, value in facts.items():
        if not closed(field):
            said.append((field, None))
        else:
            said.extend((field, item) for item in (value if isinstance(value, list) else [value]))
    return said


def targets(facts: Mapping[str, object]) -> NDArray[np.float32]:
    """1 for each label that a profile has, 0 for the others."""
    vector = np.zeros(len(labels()), np.float32)
    for label in labels_said(facts):
        vector[places_of_labels()[label]] = 1
    return vector
