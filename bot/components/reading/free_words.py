"""Words that no list knows, where a phrase says that there is a job or a free text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .numbers import Spans
from .phrases import Sentence
from .tokens import folded

REST = 5
PARTICIPLE = re.compile(r"(ge|be|ver|ont)\w+(d|t|en)")


def nouns(sentence: Sentence, others: Iterable[str]) -> Spans:
    """Words that may name a job that no list knows, where a phrase says that a job stands there ('als <noun>')."""
    barred = frozenset(folded(word) for word in others)
    return {
        i: [(i + 1, None)]
        for i, word in enumerate(sentence.words if barred else ())
        if len(word) >= 4 and word.isalpha() and word not in barred and not PARTICIPLE.fullmatch(word)
    }


def rest(sentence: Sentence, i: int) -> list[int]:
    """Where a free text that begins at a word can end: within its clause, after a few words at most."""
    ends = []
    for j in range(i, min(len(sentence.words), i + REST)):
        if sentence.boundary[j] or sentence.clause[j] != sentence.clause[i]:
            break
        ends.append(j + 1)
    return ends
