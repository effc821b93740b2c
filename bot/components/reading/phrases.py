"""The small language in which phrases are written, and how they are found in a sentence.

    heb [veel|wat] schulden    words; [..] may be left out; | separates choices
    (heb|krijg) een boete      one of these
    schuld*  *loos             beginning or ending of a word
    ik ben <number>            a reader (number, duration, job, place ...) or a named list of words
    ik .. werk  ... diploma    at most 3 (..) or 6 (...) words in between, within one clause
    werk & ploegendienst       both in one sentence, in any order
    ^nee  werkloos$            at the beginning or end of a clause

Small words without weight ("wel", "ook", "echt") may stand between two words of a phrase without being written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Union

from .tokens import folded

Capture = tuple[str, object, int, int]  # name of the reader, its value, first and last word
Captures = tuple[Capture, ...]
GAPS = {"..": 3, "...": 6}
SPLIT = re.compile(r"\.{2,3}|[()\[\]|&^$]|<[^<>]+>|[^\s()\[\]|&^$<>]+")


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says which and why."""


@dataclass(frozen=True)
class Words:
    """Any of these words; a star at either side stands for the rest of a word."""

    exact: frozenset[str]
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()

    def fits(self, word: str) -> bool:
        """Whether one word is meant."""
        return (
            word in self.exact
            or bool(self.prefixes and word.startswith(self.prefixes))
            or bool(self.suffixes and word.endswith(self.suffixes))
        )


@dataclass(frozen=True)
class Gap:
    """At most so many other words."""

    most: int


@dataclass(frozen=True)
class Edge:
    """The beginning or end of a clause."""

    beginning: bool


@dataclass(frozen=True)
class Reader:
    """A value read by code, e.g. a number or a place."""

    name: str


@dataclass(frozen=True)
class Choice:
    """One of several sequences, or none when it is optional."""

    options: tuple[tuple[Node, ...], ...]
    optional: bool

    def beginning(self, word: str) -> tuple[tuple[Node, ...], ...]:
        """The options that can begin with a word: a long list of choices is not walked one by one."""
        fixed, loose = self._by_first
        return fixed.get(word, ()) + loose

    @cached_property
    def _by_first(self) -> tuple[dict[str, tuple[Sequence, ...]], tuple[Sequence, ...]]:
        fixed: dict[str, tuple[Sequence, ...]] = {}
        loose: tuple[Sequence, ...] = ()
        for option in self.options:
            firsts = first_words(option)
            if _loose(firsts):
                loose += (option,)
            else:
                fixed.update({word: (*fixed.get(word, ()), option) for word in firsts})
        return fixed, loose


Node = Union[Words, Gap, Edge, Reader, Choice]
Sequence = tuple[Node, ...]


@dataclass(frozen=True)
class Phrase:
    """One phrase; more than one part means: all parts in one clause, in any order."""

    text: str
    parts: tuple[Sequence, ...]

    def can_begin(self, word: str) -> bool:
        """Whether the phrase can begin with a word; quick, to pass over most places."""
        return self._firsts is None or word in self._firsts

    @cached_property
    def _firsts(self) -> set[str] | None:
        firsts = first_words(self.parts[0])
        return None if _loose(firsts) else firsts


@dataclass
class Sentence:
    """What a phrase is matched against: words, the clauses they stand in, and the values read beforehand."""

    words: list[str]
    boundary: list[bool]
    clause: list[int]
    readings: dict[str, dict[int, list[tuple[int, object]]]] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()

    def at_edge(self, position: int, beginning: bool) -> bool:
        """Whether a clause begins (or ends) just before this position."""
        if beginning:
            return position == 0 or self.boundary[position - 1] or self._new_clause(position)
        return position == len(self.words) or self.boundary[position] or self._new_clause(position)

    def _new_clause(self, position: int) -> bool:
        return self.clause[position] != self.clause[position - 1]


def parse(text: str, lists: Mapping[str, list[str]]) -> Phrase:
    """Read a phrase; `lists` are the named lists of words that `<name>` may stand for."""
    pieces = SPLIT.findall(text)
    parts: list[Sequence] = []
    position = 0
    while position < len(pieces):
        options, position = _options(pieces, position, ("&",), lists, text)
        if len(options) != 1:
            raise PhraseError(f"'{text}': put choices between ( ) or [ ]")
        parts.append(options[0])
        position += 1
    if not parts or any(not part for part in parts):
        raise PhraseError(f"'{text}': an empty part")
    return Phrase(text, tuple(parts))


def _options(
    pieces: list[str], position: int, closing: tuple[str, ...], lists: Mapping[str, list[str]], text: str
) -> tuple[list[Sequence], int]:
    options: list[Sequence] = []
    nodes: list[Node] = []
    while position < len(pieces) and pieces[position] not in closing:
        piece = pieces[position]
        if piece == "|":
            options.append(tuple(nodes))
            nodes = []
        elif piece in "([":
            inner, position = _options(pieces, position + 1, (")" if piece == "(" else "]",), lists, text)
            nodes.append(_choice(inner, optional=piece == "["))
        elif piece in ")]":
            raise PhraseError(f"'{text}': '{piece}' without a beginning")
        else:
            nodes.extend(_nodes(piece, lists))
        position += 1
    if position >= len(pieces) and closing != ("&",):
        raise PhraseError(f"'{text}': '{closing[0]}' is missing")
    return [*options, tuple(nodes)], position


def _choice(options: list[Sequence], optional: bool) -> Node:
    words = [option[0] for option in options if len(option) == 1 and isinstance(option[0], Words)]
    if len(words) == len(options):
        merged = Words(
            frozenset().union(*(w.exact for w in words)),
            sum((w.prefixes for w in words), ()),
            sum((w.suffixes for w in words), ()),
        )
        return Choice(((merged,),), True) if optional else merged
    return Choice(tuple(options), optional)


def _nodes(piece: str, lists: Mapping[str, list[str]]) -> list[Node]:
    if piece in GAPS:
        return [Gap(GAPS[piece])]
    if piece in "^$":
        return [Edge(piece == "^")]
    if piece.startswith("<"):
        name = piece[1:-1]
        if name not in lists:
            return [Reader(name)]
        return [_choice([parse(item, lists).parts[0] for item in lists[name]], optional=False)]
    return [_word(part) for part in re.findall(r"\*?\d+|\*?[^\W\d_][^\d\-/]*|\*", piece)] or [_word(piece)]


def _word(piece: str) -> Words:
    bare = folded(piece.strip("*"))
    if piece.startswith("*") and bare:
        return Words(frozenset(), (), (bare,))
    if piece.endswith("*"):
        return Words(frozenset(), (bare,))
    return Words(frozenset({bare}))


def first_words(sequence: Sequence) -> set[str]:
    """With what a sequence can begin: words, beginnings ('schuld*'), readers ('<number>') or anything at all ('*')."""
    firsts: set[str] = set()
    for node in sequence:
        if isinstance(node, Edge):
            continue
        if isinstance(node, Words):
            anything = {"*"} if node.suffixes or "" in node.prefixes else set()
            return firsts | node.exact | {f"{prefix}*" for prefix in node.prefixes} | anything
        if isinstance(node, Reader):
            return firsts | {f"<{node.name}>"}
        if isinstance(node, Gap):
            return firsts | {"*"}
        for option in node.options:
            firsts |= first_words(option)
        if not node.optional:
            return firsts
    return firsts | {"*"}


def _loose(firsts: set[str]) -> bool:
    """Whether more than whole words are among the beginnings."""
    return any(first.endswith("*") or first.startswith("<") for first in firsts)


def literals(sequence: Sequence) -> set[str]:
    """All whole words a sequence knows; the spelling repair knows them too."""
    words: set[str] = set()
    for node in sequence:
        if isinstance(node, Words):
            words |= node.exact | {prefix for prefix in node.prefixes if len(prefix) > 4}
        elif isinstance(node, Choice):
            for option in node.options:
                words |= literals(option)
    return words


def stems(sequence: Sequence) -> set[str]:
    """All beginnings of words ('schuld*') a sequence knows, but not the short ones."""
    found: set[str] = set()
    for node in sequence:
        if isinstance(node, Words):
            found |= {prefix for prefix in node.prefixes if len(prefix) > 3}
        elif isinstance(node, Choice):
            for option in node.options:
                found |= stems(option)
    return found


def ends(sequence: Sequence, sentence: Sentence, position: int) -> Iterator[tuple[int, Captures]]:
    """Every place where the sequence can end when it begins at `position`, with the values it took up."""
    yield from _walk(sequence, 0, sentence, position, (), False)


def _walk(
    sequence: Sequence, index: int, sentence: Sentence, position: int, taken: Captures, inside: bool
) -> Iterator[tuple[int, Captures]]:
    if index == len(sequence):
        yield position, taken
        return
    for after, more in _step(sequence[index], sentence, position, inside):
        yield from _walk(sequence, index + 1, sentence, after, taken + more, inside or after > position)
    filled = inside and position < len(sentence.words) and sentence.words[position] in sentence.fillers
    if filled and not isinstance(sequence[index], (Gap, Edge)):
        yield from _walk(sequence, index, sentence, position + 1, taken, inside)


def _step(node: Node, sentence: Sentence, position: int, inside: bool) -> Iterator[tuple[int, Captures]]:
    if isinstance(node, Words):
        if position < len(sentence.words) and node.fits(sentence.words[position]):
            yield position + 1, ()
    elif isinstance(node, Reader):
        for after, value in sentence.readings.get(node.name, {}).get(position, ()):
            yield after, ((node.name, value, position, after),)
    elif isinstance(node, Edge):
        if sentence.at_edge(position, node.beginning):
            yield position, ()
    elif isinstance(node, Gap):
        yield from ((after, ()) for after in _gap(node, sentence, position))
    else:
        if node.optional:
            yield position, ()
        word = sentence.words[position] if position < len(sentence.words) else ""
        for option in node.beginning(word):
            yield from _walk(option, 0, sentence, position, (), inside)


def _gap(node: Gap, sentence: Sentence, position: int) -> Iterator[int]:
    for after in range(position, min(position + node.most, len(sentence.words)) + 1):
        yield after
        if after < len(sentence.words) and sentence.boundary[after]:
            return
