"""Numbers in digits and words, lengths of time and moments, read from the words of one sentence.

The words come from `data/lexicon/<language>/numbers.yml`; months, weeks and years from the same file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .tokens import folded

Spans = dict[int, list[tuple[int, object]]]
DAYS_A_MONTH = 30.44
DIGITS = re.compile(r"\d{1,9}([.,]\d{1,9})?")
HALF_YEAR = 6.0


@dataclass(frozen=True)
class NumberWords:
    """The number words and time words of one language, all folded."""

    numbers: Mapping[str, float]
    halves: frozenset[str]
    half_more: Mapping[str, float]
    units: Mapping[str, float]
    months: Mapping[str, int]
    since: frozenset[str]
    inside: frozenset[str]
    ago: frozenset[str]
    last: Mapping[str, tuple[str, ...]]
    joiners: frozenset[str]
    alone: frozenset[str] = frozenset()
    and_half: frozenset[str] = frozenset()
    since_after: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()

    @classmethod
    def of(cls, data: Mapping[str, object]) -> NumberWords:
        """Build the words of a language from its file."""
        unit_days = {
            "days": 1 / DAYS_A_MONTH,
            "weeks": 7 / DAYS_A_MONTH,
            "months": 1.0,
            "years": 12.0,
            "half-years": HALF_YEAR,
        }
        time = _table(data, "time")
        months = _table(data, "months")
        return cls(
            numbers=_all_numbers(data),
            halves=_folded_set(_items(data, "half")),
            half_more={folded(str(k)): float(v) for k, v in _table(data, "fractions").items()},  # type: ignore[arg-type]
            units={folded(w): months_each for key, months_each in unit_days.items() for w in _items(time, key)},
            months={folded(w): int(number) for number, words in months.items() for w in _as_list(words)},
            since=_folded_set(_items(data, "since")),
            inside=_folded_set(_items(data, "in")),
            ago=_folded_set(_items(data, "ago")),
            last={
                key: tuple(folded(w) for w in _items(_table(data, "last"), key))
                for key in ("year", "month", "week", "now")
            },
            alone=_folded_set(_items(data, "alone")),
            and_half=_folded_set(_items(data, "and-half")),
            since_after=_folded_set(_items(data, "since-after")),
            moments=_folded_set(_items(data, "moments")),
            joiners=_folded_set(_items(data, "and")) | {"a", "van"},
        )


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    table = data.get(key) or {}
    if not isinstance(table, Mapping):
        raise TypeError(f"numbers.yml: '{key}' must be a table")
    return table


def _as_list(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else str(value).split()


def _items(data: Mapping[str, object], key: str) -> list[str]:
    return _as_list(data.get(key) or [])


def _folded_set(words: list[str]) -> frozenset[str]:
    return frozenset(folded(w) for w in words)


def _all_numbers(data: Mapping[str, object]) -> dict[str, float]:
    """Every number word up to 99, written as one word: 'zevenenvijftig', 'fiftyeight'."""
    single = [(int(n), folded(w)) for n, words in _table(data, "numbers").items() for w in _as_list(words)]
    joins = ["", *(folded(w) for w in _items(data, "and"))]
    numbers = {word: float(n) for n, word in single}
    tens = [(n, w) for n, w in single if n in range(20, 100, 10)]
    ones = [(n, w) for n, w in single if 1 <= n <= 9]
    unit_first = data.get("order") == "unit-ten"
    for ten, ten_word in tens:
        for one, one_word in ones:
            for join in joins:
                parts = (one_word, join, ten_word) if unit_first else (ten_word, join, one_word)
                numbers.setdefault("".join(parts), float(ten + one))
    return numbers


def number_spans(words: list[str], known: NumberWords) -> Spans:
    """Numbers by the place where they begin; the longest first."""
    spans: Spans = {}
    for i, word in enumerate(words):
        found: list[tuple[int, object]] = []
        if DIGITS.fullmatch(word):
            found.append((i + 1, _digits(word)))
        else:
            for length in (3, 2, 1):
                number = known.numbers.get("".join(words[i : i + length])) if i + length <= len(words) else None
                if number is not None:
                    found.append((i + length, number))
                    break
        if found:
            spans[i] = found
    return spans


def _digits(word: str) -> float:
    head, _, tail = word.replace(",", ".").partition(".")
    return float(head + tail) if len(tail) == 3 else float(f"{head}.{tail or 0}")


def duration_spans(words: list[str], numbers: Spans, known: NumberWords) -> Spans:
    """Lengths of time in months: 'anderhalf jaar', '2 en een half jaar', '26 weken', '1 jaar en 3 maanden'."""
    single: dict[int, tuple[int, float]] = {}
    for i in range(len(words)):
        amount, after = _amount(words, i, numbers, known)
        if amount is not None and after < len(words) and words[after] in known.units:
            end = after + 1
            months = amount * known.units[words[after]]
            if end + 1 < len(words) and words[end] in known.joiners and words[end + 1] in known.halves:
                months, end = months + known.units[words[after]] / 2, end + 2  # "a year and a half", "year and half"
            single[i] = (end, months)
    spans: Spans = {}
    for i, (end, months) in single.items():
        follow = end + 1 if end < len(words) and words[end] in known.joiners else end
        if follow in single and months >= 12 > single[follow][1]:
            end, months = single[follow][0], months + single[follow][1]
        spans[i] = [(end, months)]
    return spans


def _amount(words: list[str], i: int, numbers: Spans, known: NumberWords) -> tuple[float | None, int]:
    if words[i] in known.half_more:
        return known.half_more[words[i]], i + 1
    if words[i] in known.halves:
        return 0.5, i + 1
    if i not in numbers:
        alone = known.units.get(words[i]) == HALF_YEAR or (i and words[i] in known.units and words[i - 1] in known.ago)
        counted = i and (i - 1 in numbers or words[i - 1] in known.halves or words[i - 1] in known.half_more)
        return (1.0, i) if alone or (words[i] in known.alone and not counted) else (None, i)
    after, value = numbers[i][0]
    if not isinstance(value, float):
        return None, i
    rest = words[after : after + 3]
    if rest[:1] and rest[0] in known.and_half:  # "bir buçuk yıl"
        return value + 0.5, after + 1
    if rest[:1] and rest[0] in known.halves:
        return (0.5, after + 1) if value == 1 else (value + 0.5, after + 1)
    for length in (2, 3):  # "twee en half", "twee en een half"
        if len(rest) >= length and rest[0] in known.joiners and rest[length - 1] in known.halves:
            return value + 0.5, after + length
    if rest[:1] and rest[0] in known.joiners | {"of"} and after + 1 in numbers and rest[0] == "of" and value == 1:
        return None, i
    return value, after


def whole_months(months: float) -> int:
    """Full months; 26 weeks count as 6."""
    return int(months + 0.1)


def since_spans(
    words: list[str], numbers: Spans, durations: Spans, known: NumberWords, today: date
) -> tuple[Spans, Spans]:
    """Months that passed: after a word like 'sinds' (first) and at a moment such as 'in maart', '2 maanden geleden'."""
    since: Spans = {}
    moments: Spans = {}
    for i, word in enumerate(words):
        if word in known.since:
            after = next((m for skip in (1, 2, 3) if (m := _moment(words, i + skip, numbers, known, today))), None)
            length = i + 2 if i + 1 < len(words) and words[i + 1] in known.ago else i + 1  # "desde hace dos meses"
            spans = [after] if after else durations.get(length)
            if spans:
                since[i] = list(spans)
            continue
        behind = _since_after(words, i, numbers, known, today) if known.since_after else None
        if behind:
            since[i] = [behind]
            continue
        start = i + 1 if word in known.inside else i
        dated = i in numbers and any(w in known.months for w in words[numbers[i][0][0] :][:1])  # "15 september"
        alone = start == i and word not in known.moments and not dated
        moment = _moment(words, start, numbers, known, today, only_last=alone)
        moment = moment or _moment(
            words, i, numbers, known, today, only_last=True
        )  # 'afgelopen mei', 'afgelopen maand'
        if moment:
            moments[i] = [moment]
    return since, {**moments, **_gone_by(words, durations, known)}


def _since_after(words: list[str], i: int, numbers: Spans, known: NumberWords, today: date) -> tuple[int, float] | None:
    """A moment with 'since' behind it: "mart ayından beri"."""
    found = _moment(words, i, numbers, known, today)
    if found is None:
        return None
    places = (end for end in (found[0], found[0] + 1) if end < len(words) and words[end] in known.since_after)
    return next(((end + 1, found[1]) for end in places), None)


def _gone_by(words: list[str], durations: Spans, known: NumberWords) -> Spans:
    """Lengths of time with 'geleden' behind or before them."""
    moments: Spans = {}
    for i, spans in durations.items():
        end, months = spans[0]
        if end < len(words) and words[end] in known.ago:
            moments[i] = [(end + 1, months)]
        if i and words[i - 1] in known.ago:
            moments[i - 1] = [(end, months)]
    return moments


def _moment(
    words: list[str], i: int, numbers: Spans, known: NumberWords, today: date, only_last: bool = False
) -> tuple[int, float] | None:
    """A month, perhaps with a day before and a year behind it, or 'last month', as months gone by."""
    for key, months in (("year", None), ("month", 1.0), ("week", 0.0), ("now", 0.0)):
        for last in known.last[key]:
            length = len(last.split())
            if " ".join(words[i : i + length]) != last:
                continue
            if months is not None:
                return i + length, months
            if i + length < len(words) and (month := known.months.get(words[i + length])):
                return i + length + 1, float(_months_since(today, today.year - 1, month))
    if only_last or i >= len(words):
        return None
    if i in numbers and numbers[i][0][0] < len(words) and words[numbers[i][0][0]] in known.months:
        i = numbers[i][0][0]  # "1 maart"
    month = known.months.get(words[i])
    if not month:
        return None
    year, end = _year(words, i + 1, numbers, known, today, month)
    months_gone = _months_since(today, year, month)
    return (end, float(months_gone)) if months_gone >= 0 else None


def _year(words: list[str], i: int, numbers: Spans, known: NumberWords, today: date, month: int) -> tuple[int, int]:
    if i in numbers and isinstance(number := numbers[i][0][1], float) and 1950 <= number <= today.year:
        return int(number), i + 1
    for last in known.last["year"]:
        if " ".join(words[i : i + len(last.split())]) == last:
            return today.year - 1, i + len(last.split())
    return (today.year if month <= today.month else today.year - 1), i


def _months_since(today: date, year: int, month: int) -> int:
    return (today.year - year) * 12 + today.month - month


def age_spans(numbers: Spans) -> dict[str, Spans]:
    """Ages of children at home, of grown ones, and before a birthday to come: 'dochter van 8', 'word in mei 55'."""
    ages: dict[str, Spans] = {"child-age": {}, "grown-age": {}, "coming-age": {}}
    for i, spans in numbers.items():
        years = spans[0][1]
        if isinstance(years, float) and 0 < years < 100:
            ages["child-age" if years < 18 else "grown-age"][i] = spans
            ages["coming-age"][i] = [(end, age - 1 if isinstance(age, float) else age) for end, age in spans]
    return ages


def staff_spans(numbers: Spans) -> dict[str, Spans]:
    """Head counts by the size of employer they make (CBS: small under 50, medium under 250)."""
    sizes: dict[str, Spans] = {"small-staff": {}, "medium-staff": {}, "large-staff": {}}
    for i, spans in numbers.items():
        count = spans[0][1]
        if isinstance(count, float) and count >= 2:
            sizes["small-staff" if count < 50 else "medium-staff" if count < 250 else "large-staff"][i] = spans
    return sizes
