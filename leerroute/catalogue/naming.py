"""How names are compared: without case, accents, hyphens and other signs."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = re.compile(r"[\W_]+")
_ADDITION = re.compile(r"\s*\([^)]*\)\s*$")


def plain_key(text: str) -> str:
    """Lower-case words with one space between them: "'s-Hertogenbosch" gives "s hertogenbosch"."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(character for character in folded if not unicodedata.combining(character))
    return _SIGNS.sub(" ", letters).strip()


def joined_key(text: str) -> str:
    """The same without the spaces, so that "STAP-budget", "stap budget" and "stapbudget" are one name."""
    return plain_key(text).replace(" ", "")


def bare_key(text: str) -> str:
    """The key of an official name without its addition: "Bergen (NH.)" is asked for as "Bergen"."""
    return plain_key(_ADDITION.sub("", text))
