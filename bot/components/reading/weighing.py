"""Weighs the phrases against what was learnt: what makes no sense here is dropped, and what no phrase knew is added.

A phrase is strong ground for a fact, but not blind: the learnt reader sees the whole message, so it knows a husband, a
former time or a joke by other words than a list can hold. See docs/decisions/0043.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from .contract import closed, fits, profile_fields
from .facts import LIST_FIELDS, Fact
from .suggestions import Suggestion

OF_A_PHRASE = 3.0
"""What a phrase adds to the log odds of its fact: alone it is believed until the learnt odds are under 1 to 20."""
CERTAIN = 0.99
"""The confidence from which a phrase is not weighed: `confidence: 1` in its entry of the lexicon."""
BELIEVED = 0.7
"""The chance from which a suggestion is a fact without any phrase."""
POSSIBLE = 0.25
"""The chance from which it may be asked about, when nothing else was understood."""
LEARNT = "learnt"  # the source of a fact that no phrase gave
MOST = 30.0
NEAR = 12
"""Characters between a number and its ground, at most."""

Numbers = Mapping[str, Sequence[Fact]]
"""What could be the value of an open field, wherever it stands in the message."""


def weighed(said: Sequence[Fact], suggestions: Sequence[Suggestion], numbers: Numbers) -> list[Fact]:
    """The facts that phrases and learning give together; phrases keep their words as the quote."""
    odds = {(s.field, s.value if closed(s.field) else None): _log_odds(s.chance) for s in suggestions}
    phrases = [fact for fact in said if _weight(fact, odds) > 0]
    best = _best_values(phrases, suggestions, odds)
    kept = [fact for fact in phrases if fact.field not in best or best[fact.field] == fact.value]
    return [*kept, *_added(kept, suggestions, best, numbers)]


def likely(suggestions: Iterable[Suggestion]) -> list[Fact]:
    """What a message may say, the likeliest first: never noted, but it may be asked about."""
    possible = sorted((s for s in suggestions if s.value is not None and s.chance > POSSIBLE), key=lambda s: -s.chance)
    return [fact for s in possible if closed(s.field) and (fact := _fact(s, {})) is not None]


def _log_odds(chance: float) -> float:
    return max(-MOST, min(MOST, math.log(max(chance, 1e-13)) - math.log(max(1 - chance, 1e-13))))


def _weight(fact: Fact, odds: Mapping[tuple[str, object], float]) -> float:
    key = (fact.field, fact.value if closed(fact.field) and not isinstance(fact.value, list) else None)
    return MOST if fact.confidence >= CERTAIN else odds.get(key, 0.0) + OF_A_PHRASE


def _best_values(
    phrases: Iterable[Fact], suggestions: Iterable[Suggestion], odds: Mapping[tuple[str, object], float]
) -> dict[str, object]:
    """Of the closed fields with one value: the value with most ground, when phrases and learning differ."""
    weights: dict[str, dict[object, float]] = {}
    for fact in phrases:
        if closed(fact.field) and fact.field not in LIST_FIELDS and fact.field in profile_fields():
            weights.setdefault(fact.field, {})[fact.value] = _weight(fact, odds)
    for s in suggestions:
        if closed(s.field) and s.field not in LIST_FIELDS and _log_odds(s.chance) > 0:
            weights.setdefault(s.field, {}).setdefault(s.value, _log_odds(s.chance))
    return {field: max(values, key=lambda value: values[value]) for field, values in weights.items()}


def _added(
    kept: Iterable[Fact], suggestions: Iterable[Suggestion], best: Mapping[str, object], numbers: Numbers
) -> list[Fact]:
    """Facts that no phrase gave."""
    said = {(fact.field, fact.value if fact.field in LIST_FIELDS else None) for fact in kept}
    likely = [s for s in suggestions if s.chance > BELIEVED]
    return [
        fact
        for s in likely
        if (s.field, s.value if s.field in LIST_FIELDS else None) not in said
        and best.get(s.field, s.value) == s.value
        and (fact := _fact(s, numbers)) is not None
    ]


def _fact(s: Suggestion, numbers: Numbers) -> Fact | None:
    """A suggestion as a fact; of an open field only when its value can be read."""
    if s.value is None:
        near = [fact for fact in numbers.get(s.field, ()) if _distance(fact, s) <= NEAR]
        return min(near, key=lambda fact: _distance(fact, s)).but(confidence=s.chance, source=LEARNT) if near else None
    return Fact(s.field, s.value, s.start, s.end, s.chance, LEARNT) if fits(s.field, s.value) else None


def _distance(fact: Fact, s: Suggestion) -> int:
    return max(fact.start - s.end, s.start - fact.end, 0)
