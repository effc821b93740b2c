"""Cuts a message into words that still know where they stood in the text.

A word has two faces: `text` as patterns see it (lower case, no accents, spelling repaired) and `start`/`end` in the
message as it was written. Noise (markup, links, long codes, control characters) is blanked out first, with the length
kept, so that no place in the text shifts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MOST_CHARACTERS = 2000
MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
LETTER = rf"(?:[^\W\d_][{MARKS}]*)"
TOKEN = re.compile(
    rf"(?P<initials>(?<!\w)(?:[^\W\d_]\.){{2,}})|(?P<date>\d{{1,2}}(?P<sep>[.\-/])\d{{1,2}}(?P=sep)\d{{2,4}}(?!\d))"
    rf"|(?P<number>\d+(?:[.,]\d+)?)"
    rf"|(?P<word>{LETTER}+(?:['’ʼ`´]{LETTER}+)*)|(?P<mark>\S)"
)
NOISE = (
    re.compile(r"<[^<>]{0,200}>"),
    re.compile(r"https?://\S{1,300}|www\.\S{1,300}|\S{1,64}@\S{1,64}\.\w{2,10}"),
    re.compile(r"(?<!\w)(?=[A-Za-z0-9+/=_]*\d)(?=[A-Za-z0-9+/=_]*[A-Z])[A-Za-z0-9+/=_]{20,}"),
    re.compile(r"(?<!\w)[A-Za-z0-9+/=_]{41,}"),
)
SENTENCE_MARKS = frozenset(".!?;\n…؟۔•|¿¡")
CLAUSE_MARKS = frozenset(',:()[]{}"“”„«»،؛–—=>→')
SILENT_MARKS = frozenset("-'’‘`´*_~#/+\\")
FOLDED = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "æ": "ae", "ة": "ه", "ى": "ي", "ـ": "", "ґ": "г"}
)


@dataclass(frozen=True)
class Token:
    """A word, number or mark."""

    text: str
    start: int
    end: int
    kind: str
    repaired: bool = False


@lru_cache(maxsize=20000)
def folded(text: str) -> str:
    """Lower case, without accents and apostrophes: how words are compared in every language."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ`´.")
    return "".join(kept).translate(FOLDED)


def without_noise(message: str) -> str:
    """The first part of a message with markup, links, codes and control characters blanked, length kept."""
    text = message[:MOST_CHARACTERS]
    text = "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else " " for c in text)
    for noise in NOISE:
        text = noise.sub(lambda found: " " * len(found.group()), text)
    return text


def tokens_of(message: str) -> list[Token]:
    """All words, numbers and marks of a message in order; line ends count as marks."""
    text = without_noise(message).replace("\n", "\x0b")
    tokens: list[Token] = []
    for found in re.finditer(rf"\x0b|{TOKEN.pattern}", text):
        raw = found.group()
        kind = "mark" if raw == "\x0b" else str(found.lastgroup)
        shown = "\n" if raw == "\x0b" else raw if kind in ("mark", "number", "date") else folded(raw)
        if kind == "initials":
            kind = "word"
        if (shown and shown not in SILENT_MARKS) or _dash_between_spaces(text, found):
            tokens.append(Token("–" if raw == "-" else shown, found.start(), found.end(), kind))
    return tokens


def _dash_between_spaces(text: str, found: re.Match[str]) -> bool:
    before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    return found.group() == "-" and before.isspace() and after.isspace()


def sentences_of(tokens: list[Token]) -> list[tuple[list[Token], bool]]:
    """Sentences (runs between full stops, question marks, line ends, pictures), each with whether it asks."""
    sentences: list[tuple[list[Token], bool]] = []
    words: list[Token] = []
    for token in tokens:
        if token.kind == "mark" and (token.text in SENTENCE_MARKS or unicodedata.category(token.text[0]) == "So"):
            sentences.append((words, token.text in "?؟"))
            words = []
        else:
            words.append(token)
    return [sentence for sentence in [*sentences, (words, False)] if sentence[0]]
