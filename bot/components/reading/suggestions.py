"""What a learnt reader makes of a message; the phrases are weighed against it, and it adds what no phrase knew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from .facts import Value


@dataclass(frozen=True)
class Suggestion:
    """A field with its value, the chance that the message says so (0 to 1), and the words that are the ground.

    Of an open field the value is `None`, or for a job and a wish the words themselves.
    """

    field: str
    value: Value | None
    chance: float
    start: int
    end: int


class Learned(Protocol):
    """A reader that learnt from examples."""

    def suggestions(self, message: str) -> Sequence[Suggestion]:
        """Every field and value with its chance, the unlikely ones too."""
        ...
