"""The clauses of data/clauses with what each says: they show gaps in the phrases, and are learnt from
(components.learning). Kept apart from data/nlu, which Rasa reads, and from the lexicon.

A file maps what is said to clauses, one a line: `"debts=true, housingProblem=true": |`. What one clause says besides
stands behind it: `ik heb drie kids => careTasks=children`. Under `nothing` stand clauses with nothing to read in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from .contract import REPOSITORY, fits
from .evaluate import Pair

CLAUSES = REPOSITORY / "data" / "clauses"
NOTHING = "nothing"
BESIDES = " => "


@dataclass(frozen=True)
class ClauseExample:
    """A clause and all that it says."""

    text: str
    facts: frozenset[Pair]


class ClauseError(Exception):
    """A file of data/clauses that can't be read; names file and line."""


def clause_examples(language: str, folder: Path = CLAUSES) -> list[ClauseExample]:
    """All clauses of a language, in the order of the files."""
    return [example for path in sorted((folder / language).glob("*.yml")) for example in _in_file(path)]


def _in_file(path: Path) -> Iterator[ClauseExample]:
    for said, lines in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        shared = frozenset() if said == NOTHING else _facts(said, path)
        for line in lines.strip().splitlines():
            text, _, besides = line.strip().partition(BESIDES)
            yield ClauseExample(text, shared | (_facts(besides, path) if besides else frozenset()))


def _facts(written: str, path: Path) -> frozenset[Pair]:
    """`debts=true, work=employed` as facts that keep to the contract."""
    pairs: set[Pair] = set()
    for part in written.split(","):
        field, _, value = part.strip().partition("=")
        typed: str | bool = {"true": True, "false": False}.get(value, value)
        if not fits(field, typed):
            raise ClauseError(
                f"{path}: {part.strip()!r} is not a field and value of docs/contract/profile.schema.json."
            )
        pairs.add((field, typed))
    return frozenset(pairs)
