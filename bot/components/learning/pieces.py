"""Cuts a message into the pieces that the encoder knows; each piece knows where it stood in the message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Mapping

from bot.components.reading.tokens import without_noise
from tokenizers import Tokenizer

from .packed import END, START, Packed

MOST_PIECES = 160
"""About 110 words. What comes after them is read by the phrases only, so that the time of a message is bounded."""

Traced = list[tuple[str, int]]
"""Characters, each with its place in the message."""


@dataclass(frozen=True)
class Pieces:
    """The pieces of a message with their places; the first and the last stand for its start and end."""

    ids: list[int]
    spans: list[tuple[int, int]]


class Cutter:
    """Cuts messages into pieces."""

    def __init__(self, tokenizer: Tokenizer, replacements: Mapping[int, str]) -> None:
        self._tokenizer = tokenizer
        self._replacements = replacements

    @classmethod
    def of(cls, packed: Packed) -> Cutter:
        """The tokenizer of the encoder."""
        return cls(packed.tokenizer(), packed.replacements)

    def cut(self, message: str) -> Pieces:
        """The pieces of a message, without markup, links and codes."""
        return self.cut_traced(traced(message))

    def cut_traced(self, message: Traced) -> Pieces:
        """The pieces of characters that may have been changed, as they were where they came from."""
        kept = self._replaced(message)
        encoded = self._tokenizer.encode("".join(c for c, _ in kept))
        ids, spans = [START], [(0, 0)]
        for piece, (first, last) in list(zip(encoded.ids, encoded.offsets, strict=True))[: MOST_PIECES - 2]:
            ids.append(piece)
            spans.append((kept[first][1], kept[last - 1][1] + 1) if last > first else (0, 0))
        return Pieces([*ids, END], [*spans, (0, 0)])

    def _replaced(self, message: Traced) -> Traced:
        """As the tokenizer wants it: characters replaced, and no two spaces in a row."""
        kept: Traced = []
        for character, place in message:
            for instead in self._replacements.get(ord(character), character):
                if not (instead == " " and kept and kept[-1][0] == " "):
                    kept.append((instead, place))
        return kept


def traced(message: str) -> Traced:
    """The characters of a message with their places."""
    return [(character, place) for place, character in enumerate(without_noise(message))]


def word_around(message: str, start: int, end: int) -> tuple[int, int]:
    """The whole words that a span touches."""
    words = [m.span() for m in re.finditer(r"\w+(?:[-'’]\w+)*", message)]
    touched = [(first, last) for first, last in words if first < end and start < last]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)
