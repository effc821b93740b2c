"""The words of one language that decide whose a clause is, when it holds and how sure it is.

They stand in `data/lexicon/<language>/scope.yml`; what each list is for: `docs/how-to/teach-a-sentence.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from .phrases import Phrase, parse
from .tokens import folded


@dataclass(frozen=True)
class ScopeWords:
    """The words of one language that decide about clauses."""

    fillers: frozenset[str]
    joins: frozenset[str]
    self_words: frozenset[str]
    self_verbs: frozenset[str]
    either_verbs: frozenset[str]
    verbs: frozenset[str]
    subordinators: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    leads: frozenset[str]
    persons: tuple[Phrase, ...]
    other_pronouns: frozenset[str]
    kin_pronouns: frozenset[str]
    ties: frozenset[str]
    relatives: frozenset[str]
    additions: frozenset[str]
    own_words: frozenset[str]
    conditions: frozenset[str]
    condition_subjects: frozenset[str]
    consequences: frozenset[str]
    reports: frozenset[str]
    negators: frozenset[str]
    negators_after: frozenset[str]
    inner_negators: frozenset[str]
    denied_after: tuple[Phrase, ...]
    peers: frozenset[str]
    before_persons: frozenset[str]
    transparent: frozenset[str]
    self_endings: frozenset[str]
    name_endings: frozenset[str]
    closing_endings: frozenset[str]
    binders: frozenset[str]
    prefixes: tuple[tuple[str, ...], ...]
    past: tuple[Phrase, ...]
    now: tuple[Phrase, ...]
    wished: tuple[Phrase, ...]
    supposed: tuple[Phrase, ...]
    opening: tuple[Phrase, ...]
    fearing: tuple[Phrase, ...]
    untrue: tuple[Phrase, ...]
    echo_opposite: tuple[Phrase, ...]
    echo_same: tuple[Phrase, ...]
    echo_settled: tuple[Phrase, ...]
    echo_untrue: tuple[Phrase, ...]
    reach: int = 4

    @classmethod
    def of(cls, data: Mapping[str, list[str]], lists: Mapping[str, list[str]]) -> ScopeWords:
        """Build from the language's file; a missing list is an empty one."""
        made: dict[str, Any] = {}
        for known in fields(cls):
            items = [str(item) for item in data.get(known.name) or ()]
            if known.name == "prefixes":
                made[known.name] = tuple(tuple(folded(item).split()) for item in items)
            elif known.type == "frozenset[str]":
                made[known.name] = frozenset(folded(item) for item in items)
            elif known.type == "tuple[Phrase, ...]":
                made[known.name] = tuple(parse(item, lists) for item in items)
        return cls(**made)
