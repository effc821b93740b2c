"""Loads the phrases of a language from `data/lexicon/<language>/*.yml` and finds them quickly.

Every file is checked while it is loaded; an error names the file, the field and the phrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml

from .contract import REPOSITORY, fields, fits
from .facts import Value
from .numbers import NumberWords
from .phrases import Captures, Phrase, PhraseError, Sentence, ends, first_words, literals, parse, stems
from .plain_yaml import read_yaml
from .scope_words import ScopeWords

LEXICON = REPOSITORY / "data" / "lexicon"
SPECIAL = ("words", "scope", "numbers", "jobs", "workplaces", "employers", "spelling", "requests", "places", "fields")
NAMES_FROM = "nl"
BY_SECTOR = ("jobs", "workplaces", "employers")
ENTRY_KEYS = frozenset(
    {
        "value",
        "words",
        "say",
        "unless",
        "also",
        "denied",
        "rank",
        "with",
        "answer",
        "multiply",
        "least",
        "most",
        "confidence",
        "needs",
    }
)
EVERYWHERE = frozenset({"others", "kin", "past", "wished", "supposed", "feared", "untrue", "condition", "peer"})
Owner = TypeVar("Owner")


class LexiconError(ValueError):
    """A file of the lexicon that cannot be used: which file, which field and why."""


@dataclass(frozen=True)
class Entry:
    """One value of a field and the phrases that say it."""

    field: str
    value: Value | None
    reader: str | None
    words: str | None
    say: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]
    answer: tuple[Phrase, ...]
    also: frozenset[str]
    needs: frozenset[str]
    keeps_denied: bool
    denied: Value | None
    rank: int
    extra: tuple[tuple[str, Value], ...]
    multiply: bool
    least: int
    most: int
    confidence: float


@dataclass(frozen=True)
class Match(Generic[Owner]):
    """A phrase found in a sentence, from one word up to another."""

    owner: Owner
    start: int
    end: int
    captures: Captures
    denied_within: bool = False


@dataclass
class Index(Generic[Owner]):
    """Phrases by the words with which they can begin; `negators` deny when they stand in a gap of a phrase."""

    table: dict[str, list[tuple[Owner, Phrase, frozenset[str]]]] = field(default_factory=dict)
    negators: frozenset[str] = frozenset()

    def add(self, owner: Owner, phrases: Iterable[Phrase]) -> None:
        """Keep phrases under each word with which they can begin."""
        for phrase in phrases:
            denying = self.negators - frozenset().union(*(literals(part) for part in phrase.parts))
            for first in first_words(phrase.parts[0]):
                self.table.setdefault(first, []).append((owner, phrase, denying))

    def matches(self, sentence: Sentence) -> Iterator[Match[Owner]]:
        """Every phrase found, the longest from each beginning."""
        for i, word in enumerate(sentence.words):
            seen: set[int] = set()
            for key in self._keys(sentence, i, word):
                for owner, phrase, denying in self.table.get(key, ()):
                    if id(phrase) in seen:
                        continue
                    seen.add(id(phrase))
                    yield from _longest(owner, phrase, sentence, i, denying)

    @staticmethod
    def _keys(sentence: Sentence, i: int, word: str) -> Iterator[str]:
        yield word
        for length in range(1, len(word) + 1):
            yield f"{word[:length]}*"
        for name, spans in sentence.readings.items():
            if i in spans:
                yield f"<{name}>"
        yield "*"


def _longest(
    owner: Owner, phrase: Phrase, sentence: Sentence, i: int, denying: frozenset[str]
) -> Iterator[Match[Owner]]:
    best = max(ends(phrase.parts[0], sentence, i), key=lambda found: found[0], default=None)
    if best is None or best[0] == i:
        return
    start, end, captures = i, best[0], best[1]
    denied = not denying.isdisjoint(sentence.words[start:end])
    for part in phrase.parts[1:]:
        other = _anywhere(part, sentence)
        if other is None:
            return
        start, end, captures = min(start, other[0]), max(end, other[1]), captures + other[2]
    yield Match(owner, start, end, captures, denied)


def _anywhere(part: Any, sentence: Sentence) -> tuple[int, int, Captures] | None:
    for j in range(len(sentence.words)):
        best = max(ends(part, sentence, j), key=lambda found: found[0], default=None)
        if best is not None and best[0] > j:
            return j, best[0], best[1]
    return None


@dataclass
class Language:
    """Everything known about one language."""

    code: str
    scope: ScopeWords
    numbers: NumberWords
    places: dict[str, str]
    spelling: Mapping[str, str]
    lists: Mapping[str, list[str]]
    entries: Index[Entry] = field(default_factory=Index)
    answers: dict[str, Index[Entry]] = field(default_factory=dict)
    by_sector: dict[str, Index[str]] = field(default_factory=dict)
    fields: Index[str] = field(default_factory=Index)
    requests: Index[tuple[str, str]] = field(default_factory=Index)
    vocabulary: set[str] = field(default_factory=set)


def languages(folder: Path = LEXICON) -> list[str]:
    """The languages that have a folder with at least the words that scope clauses."""
    return sorted(p.name for p in folder.iterdir() if (p / "scope.yml").exists())


def load(code: str, folder: Path = LEXICON) -> Language:
    """Read and check all files of one language."""
    files = {path.stem: path for path in sorted((folder / code).glob("*.yml"))}
    special = {name: _yaml(files[name]) if name in files else {} for name in SPECIAL}
    if (names := folder / NAMES_FROM / "employers.yml").exists():
        special["employers"] |= _yaml(names)  # companies have one name in all languages
    lists = {name: [str(w) for w in words] for name, words in special["words"].items()}
    language = Language(
        code,
        ScopeWords.of(special["scope"], lists),
        NumberWords.of(special["numbers"]),
        places={str(k): str(v) for k, v in special["places"].items()},
        spelling={str(k): str(v) for k, v in special["spelling"].items()},
        lists=lists,
    )
    language.entries.negators = language.scope.inner_negators
    for name in BY_SECTOR:
        index = language.by_sector.setdefault(name, Index())
        for sector, phrases in special[name].items():
            index.add(str(sector), _phrases(phrases, lists, f"{name}.yml: {sector}", language.vocabulary))
    for phrases in special["fields"].values():
        language.fields.add("field", _phrases(phrases, lists, "fields.yml", language.vocabulary))
    for intent, phrases in special["requests"].items():
        name, _, detail = str(intent).partition(":")
        language.requests.add((name, detail), _phrases(phrases, lists, f"requests.yml: {intent}", language.vocabulary))
    for stem, path in files.items():
        if stem not in SPECIAL:
            _add_fields(language, path)
    language.vocabulary |= set(language.numbers.numbers) | set(language.numbers.months) | set(language.numbers.units)
    language.vocabulary |= language.scope.fillers | language.scope.negators | language.scope.self_verbs
    return language


def _yaml(path: Path) -> dict[str, Any]:
    try:
        data = read_yaml(path) or {}
    except yaml.YAMLError as error:
        raise LexiconError(f"{path}: {error}") from error
    if not isinstance(data, dict):
        raise LexiconError(f"{path}: expected fields with a list below each")
    return data


def _add_fields(language: Language, path: Path) -> None:
    for name, items in _yaml(path).items():
        if name not in fields():
            raise LexiconError(f"{path}: '{name}' is not a field of the contract")
        for item in items:
            entry = _entry(name, item, language, f"{path.parent.name}/{path.name}: {name}")
            language.entries.add(entry, entry.say)
            language.answers.setdefault(name, Index()).add(entry, entry.say + entry.answer)


def _entry(name: str, item: Any, language: Language, where: str) -> Entry:
    if not isinstance(item, dict) or set(item) - ENTRY_KEYS:
        raise LexiconError(f"{where}: an entry has 'value' and 'say'; not known: {set(item) - ENTRY_KEYS}")
    value: Any = item.get("value")
    words = item.get("words")
    reader = value[1:-1] if isinstance(value, str) and value.startswith("<") else None
    if (value is None and words is None) or (reader is None and words is None and not fits(name, value)):
        raise LexiconError(f"{where}: {value!r} is not a value of this field")
    also = frozenset(str(item.get("also") or "").replace(",", " ").split())
    if also - EVERYWHERE - {"anywhere", "denied"}:
        raise LexiconError(f"{where}: 'also' takes {sorted(EVERYWHERE)}, 'denied' or 'anywhere', not {sorted(also)}")
    return Entry(
        field=name, value=None if reader else value, reader=reader, words=words,
        say=_phrases(item.get("say"), language.lists, where, language.vocabulary),
        unless=_phrases(item.get("unless"), language.lists, where, language.vocabulary),
        answer=_phrases(item.get("answer"), language.lists, where, language.vocabulary),
        also=EVERYWHERE if "anywhere" in also else also - {"denied"},
        needs=frozenset(str(item.get("needs") or "").replace(",", " ").split()),
        keeps_denied="denied" in also, denied=item.get("denied"), rank=int(item.get("rank", 0)),
        extra=tuple((item.get("with") or {}).items()), multiply=bool(item.get("multiply")),
        least=int(item.get("least", 0)), most=int(item.get("most", 10**6)),
        confidence=float(item.get("confidence", 0.95)),
    )  # fmt: skip


def _phrases(items: Any, lists: Mapping[str, list[str]], where: str, vocabulary: set[str]) -> tuple[Phrase, ...]:
    phrases = []
    for item in items or ():
        try:
            phrase = parse(str(item), lists)
        except PhraseError as error:
            raise LexiconError(f"{where}: {error}") from error
        for part in phrase.parts:
            vocabulary |= literals(part) | {f"{stem}*" for stem in stems(part)}
        phrases.append(phrase)
    return tuple(phrases)
