"""The texts of problems, from api/texts/problems.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from leerroute.domain.measure import Language

FILE = Path(__file__).parent / "texts" / "problems.yml"


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return content


def status_of(kind: str) -> int:
    """The HTTP status that belongs to a kind of problem."""
    return int(_content()["kinds"][kind]["status"])


def kind_of(status: int) -> str:
    """The kind that belongs to a status; what we have no words for is an invalid input or an internal fault."""
    for kind, entry in _content()["kinds"].items():
        if entry["status"] == status:
            return str(kind)
    return "invalid-input" if status < 500 else "internal"


def words(kind: str, part: str, language: Language) -> str:
    """Title or detail of a kind."""
    return str(_content()["kinds"][kind][part][language])


def is_fault(code: str) -> bool:
    """Whether there is a message for this fault."""
    return code in _content()["faults"]


def fault_message(code: str, language: Language) -> str:
    """The sentence for one fault."""
    return str(_content()["faults"][code][language])
