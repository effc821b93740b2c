"""The measure that somebody names in a sentence of their own, with small slips of the pen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from leerroute.catalogue.naming import bare_key, joined_key, plain_key
from leerroute.domain.measure import Measure

MOST_WORDS = 60
SHORTEST_WITH_SLIP = 6
SHORTEST_APART = 5  # "I do" is not the name "IDO"
LONG = 10  # from this length on two slips may be


@dataclass(frozen=True, slots=True)
class Everyday:
    """Names that are ordinary words too (`words`); they count near a cue, in capitals, or among fillers only."""

    words: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some words in a row of the sentence."""

    spoken: str
    joined: str
    first: int
    last: int


class NameFinder:
    """Finds names of measures; made once for a catalogue."""

    def __init__(self, measures: Mapping[str, Measure], everyday: Everyday) -> None:
        self._everyday = everyday
        self._names: dict[str, str] = {}
        self._spoken: set[str] = set()
        self._most_words = 1
        for measure in measures.values():
            self._add(measure.aliases, measure.id)
        for measure in measures.values():
            self._add([measure.id, *measure.name.values(), *map(bare_key, measure.name.values())], measure.id)
        self._with_slips = [n for n in self._names if len(n) >= SHORTEST_WITH_SLIP and n not in everyday.words]

    def find(self, sentence: str, *, expected: bool = False) -> str | None:
        """The id of the measure that is named, the longest name first; None when none is.

        `expected`: the sentence is about a measure anyway, so a name that is an ordinary word counts too.
        """
        spoken = sentence.split()
        words = [(key, shown) for shown in spoken for key in plain_key(shown).split()][:MOST_WORDS]
        keys = [key for key, _ in words]
        capitals = [len(shown) > 1 and shown.isupper() for _, shown in words]
        pieces = sorted(self._pieces(keys), key=lambda piece: -len(piece.joined))
        for piece in pieces:
            if piece.joined in self._names and (expected or self._is_meant(piece, keys, capitals)):
                return self._names[piece.joined]
        return self._with_slip(pieces)

    def _add(self, names: Collection[str], measure_id: str) -> None:
        for name in names:
            self._names.setdefault(joined_key(name), measure_id)
            self._spoken.add(plain_key(name))
            self._most_words = max(self._most_words, len(plain_key(name).split()))

    def _pieces(self, keys: list[str]) -> Iterator[_Piece]:
        longest = min(self._most_words + 1, len(keys))  # one more: a name may be written apart
        for length in range(1, longest + 1):
            for first in range(len(keys) - length + 1):
                last = first + length
                yield _Piece(" ".join(keys[first:last]), "".join(keys[first:last]), first, last)

    def _is_meant(self, piece: _Piece, keys: list[str], capitals: list[bool]) -> bool:
        if len(piece.joined) < SHORTEST_APART and piece.spoken not in self._spoken:
            return False
        if piece.joined not in self._everyday.words:
            return True
        if any(capitals[piece.first : piece.last]) and not all(capitals):
            return True
        if self._everyday.cues.intersection(keys[max(0, piece.first - 1) : piece.last + 1]):
            return True
        others = [*keys[: piece.first], *keys[piece.last :]]
        return all(word in self._everyday.fillers for word in others)

    def _with_slip(self, pieces: list[_Piece]) -> str | None:
        """The nearest name, when it is near enough for its length."""
        best: tuple[int, int, str] | None = None
        for piece in pieces:
            if len(piece.joined) < SHORTEST_WITH_SLIP:
                continue
            most = 2 if len(piece.joined) >= LONG else 1
            found = process.extractOne(piece.joined, self._with_slips, scorer=OSA.distance, score_cutoff=most)
            if found is not None and found[0][0] == piece.joined[0]:
                slips = int(found[1])
                entry = (slips, -len(found[0]), self._names[found[0]])
                best = entry if best is None else min(best, entry)
        return best[2] if best else None
