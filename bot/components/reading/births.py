"""Ages from dates of birth: '12-03-1968', 'uit 1968', '12 maart 1968'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from .numbers import Spans

YOUNGEST, OLDEST = 14, 100
WRITTEN = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2,4})")


def birth_spans(words: list[str], numbers: Spans, months: Mapping[str, int], today: date) -> Spans:
    """Ages by the word where a date or year of birth begins."""
    spans: Spans = {}
    for i, word in enumerate(words):
        found = _written(word, i, today) or _spelled(words, i, numbers, months, today)
        if found and YOUNGEST <= found[1] <= OLDEST:
            spans[i] = [(found[0], float(found[1]))]
    return spans


def _written(word: str, i: int, today: date) -> tuple[int, int] | None:
    parts = WRITTEN.fullmatch(word)
    if not parts:
        return None
    day, month, year = (int(p) for p in parts.groups())
    return i + 1, _age(_full_year(year, today), month, day, today)


def _spelled(
    words: list[str], i: int, numbers: Spans, months: Mapping[str, int], today: date
) -> tuple[int, int] | None:
    taken: list[int] = []
    at = i
    while at < len(words) and len(taken) < 3:
        if at in numbers and isinstance(number := numbers[at][0][1], float):
            taken.append(int(number))
            at = numbers[at][0][0]
        elif words[at] in months:
            taken.append(months[words[at]])
            at += 1
        else:
            break
        if taken[-1] > 1900:
            break
    year = _full_year(taken[-1], today) if taken else 0
    if not 1900 < year <= today.year - YOUNGEST or (
        len(taken) < 3 and taken[-1] < 1900 and not words[i][:1].isdecimal()
    ):
        return None
    if taken[-1] < 100 and len(taken) == 1 and not (20 <= taken[-1] <= 99):
        return None
    day, month = (taken[0], taken[1]) if len(taken) == 3 else (1, taken[0] if len(taken) == 2 else 1)
    return at, _age(year, month, day, today)


def _full_year(year: int, today: date) -> int:
    if year >= 100:
        return year
    return 1900 + year if 1900 + year >= today.year - OLDEST and year > today.year % 100 - YOUNGEST else 2000 + year


def _age(year: int, month: int, day: int, today: date) -> int:
    return today.year - year - ((today.month, today.day) < (month, day))
