"""Where a person lives: places, municipalities, aliases and postcodes to the code of the municipality.

Source: catalogue/regions/*.csv (CBS; aliases.csv: former municipalities, Frisian, regional and everyday names).
A name or postcode in more than one municipality gives all their codes. The names are found by spaCy's EntityRuler.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc, Span
from symspellpy import SymSpell, Verbosity

from .contract import REPOSITORY
from .numbers import Spans
from .tokens import Token, folded, tokens_of

REGIONS = REPOSITORY / "catalogue" / "regions"
POSTCODE_WORDS = frozenset({"postcode", "pc", "postkode", "code", "wijk"})
UNKNOWN = "\u2022"
LEADS = frozenset({"in", "te", "wonen"})
SHORTEST = 5
LONG = 8
PROVINCE_BEHIND = re.compile(r" (\([^)]+\)|[A-Z]{1,3})$")
PROVINCES = {
    "Limburg": "limburg l lb",
    "Noord-Holland": "noordholland nh",
    "Zuid-Holland": "zuidholland zh",
    "Gelderland": "gelderland gld gl",
    "Overijssel": "overijssel ov o",
    "Noord-Brabant": "brabant noordbrabant nb",
    "Drenthe": "drenthe dr",
    "Fryslân": "friesland fryslan fr",
    "Groningen": "groningen gn gr",
    "Zeeland": "zeeland z",
    "Utrecht": "utrecht ut",
    "Flevoland": "flevoland fl",
}
PROVINCE_MARKS = {mark: province for province, marks in PROVINCES.items() for mark in marks.split()}


class Places:
    """Municipality codes by name and by postcode."""

    def __init__(
        self, folder: Path = REGIONS, aliases: dict[str, str] | None = None, words: frozenset[str] = frozenset()
    ) -> None:
        self._codes: dict[tuple[str, ...], list[str]] = {}
        self._named: list[tuple[str, str]] = []
        self._province: dict[str, str] = {}
        self._postcodes: dict[str, list[str]] = {}
        self._words = words
        for row in _rows(folder / "municipalities.csv"):
            self._province[row["code"]] = row["province"]
        for row in _rows(folder / "places.csv"):
            self._keep(row["place"], row["municipality_code"])
        for row in _rows(folder / "municipalities.csv"):
            if _key(row["name"]) not in self._codes:
                self._keep(row["name"], row["code"])
        for row in _rows(folder / "pc4.csv"):
            codes = self._postcodes.setdefault(row["pc4"], [])
            if row["municipality_code"] not in codes:
                codes.append(row["municipality_code"])
        for row in _rows(folder / "aliases.csv"):
            self._keep(row["alias"], row["municipality_code"])
        for alias, name in (aliases or {}).items():
            self._codes[_key(alias)] = self._codes.get(_key(name)) or self._codes[_key(alias)]
        self._keep_short_names()
        self._names = frozenset(word for key in self._codes for word in key)
        self._near = _near(self._codes)
        self._ruler = _ruler(self._codes)

    def _keep(self, name: str, code: str) -> None:
        self._named.append((name, code))
        codes = self._codes.setdefault(_key(name), [])
        if code not in codes:
            codes.append(code)

    def _keep_short_names(self) -> None:
        """'Bergen' for 'Bergen (NH)' and 'Bergen L' where no place is called just that (as Rijswijk is)."""
        short: dict[tuple[str, ...], list[str]] = {}
        for name, code in self._named:
            key = _key(PROVINCE_BEHIND.sub("", name))
            if key not in self._codes and code not in short.setdefault(key, []):
                short[key].append(code)
        self._codes.update(short)

    def names(self) -> frozenset[str]:
        """All words that occur in names of places."""
        return self._names

    def strings(self) -> StringStore:
        """Every string that spaCy keeps."""
        return self._ruler.vocab.strings

    def spans(self, tokens: list[Token], message: str) -> Spans:
        """Places by the word where they begin; a name that is also a plain word needs its capital letter."""
        words = [t.text for t in tokens]
        spans: Spans = {}
        for place in self._found(words):
            if not self._plain_word(tokens, place.start, place.end - place.start, message):
                codes = self._codes[tuple(words[place.start : place.end])]
                spans[place.start] = [self._narrowed(words, place.end, codes)]
        return spans

    def misspelled(
        self, tokens: list[Token], message: str, lives: frozenset[str], used: Callable[[str], bool]
    ) -> Spans:
        """Places with a letter or two wrong, only where the words say that somebody lives there: 'woon in Hengello'."""
        spans: Spans = {}
        for i in range(2, len(tokens)):
            written = folded(message[tokens[i].start : tokens[i].end])
            leads = tokens[i - 1].text in LEADS and any(t.text in lives for t in tokens[max(0, i - 5) : i])
            if leads and written.isalpha() and len(written) >= SHORTEST and not used(written):
                codes = self._nearest(written)
                if codes:
                    spans[i] = [(i + 1, codes)]
        return spans

    def _nearest(self, written: str) -> list[str]:
        """The municipalities of the one nearest name; none where two names are as near."""
        most = 1 if len(written) < LONG else 2
        near = self._near.lookup(written, Verbosity.CLOSEST, max_edit_distance=most)
        names = [n.term for n in near if n.term[0] == written[0] and (n.distance < 2 or len(n.term) >= LONG)]
        codes = {tuple(self._codes[(name,)]) for name in names}
        return list(codes.pop()) if len(codes) == 1 else []

    def _found(self, words: list[str]) -> tuple[Span, ...]:
        """The names in a row of words: the longest, none within another.

        Words in no name are covered first: spaCy keeps every word that it ever saw, and what people write is not kept.
        """
        return self._ruler(" ".join(word if word in self._names else UNKNOWN for word in words)).ents if words else ()

    def _plain_word(self, tokens: list[Token], i: int, length: int, message: str) -> bool:
        first = message[tokens[i].start]
        at_end = i + 1 == len(tokens) or tokens[i + 1].kind == "mark"
        return length == 1 and tokens[i].text in self._words and not first.isupper() and not at_end

    def _narrowed(self, words: list[str], after: int, codes: list[str]) -> tuple[int, object]:
        if len(codes) > 1:
            for skip in (0, 1, 2):
                near = words[after + skip : after + skip + 1]
                province = PROVINCE_MARKS.get(near[0]) if near and (len(near[0]) > 1 or skip <= 1) else None
                left = [c for c in codes if self._province.get(c) == province]
                if left and (skip == 0 or words[after] in ("in", "(", ",", "te")):
                    return after + skip + 1, left
        return after, codes

    def postcode_spans(self, tokens: list[Token], message: str) -> Spans:
        """Dutch postcodes: four digits with two letters, or the digits alone where a phrase asks for them.

        Digits that may be a year ('in 2015') are a postcode only behind a word that says so.
        """
        spans: Spans = {}
        for i, token in enumerate(tokens):
            codes = self._postcodes.get(token.text) if token.kind == "number" and len(token.text) == 4 else None
            if codes:
                letters = (
                    i + 1 < len(tokens)
                    and len(tokens[i + 1].text) == 2
                    and message[tokens[i + 1].start :][:2].isupper()
                )
                if letters or not 1930 <= int(token.text) <= 2035 or (i and tokens[i - 1].text in POSTCODE_WORDS):
                    spans[i] = [(i + 2 if letters else i + 1, codes)]
        return spans


def _ruler(names: Iterable[tuple[str, ...]]) -> Language:
    """A Dutch spaCy pipeline that knows only these names, over words that are cut already."""
    pipeline = spacy.blank("nl")
    pipeline.tokenizer = lambda words: Doc(pipeline.vocab, words=words.split())
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PLACE", "pattern": " ".join(name)} for name in names])
    return pipeline


def _near(names: Iterable[tuple[str, ...]]) -> SymSpell:
    """The names of one word, to find the nearest."""
    near = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
    for name in names:
        if len(name) == 1 and len(name[0]) >= SHORTEST:
            near.create_dictionary_entry(name[0], 10)
    return near


def _key(name: str) -> tuple[str, ...]:
    return tuple(t.text for t in tokens_of(name.replace("(", " ").replace(")", " ")) if t.kind != "mark")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
