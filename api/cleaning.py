"""Text from outside: without characters that no one can see or store."""

from __future__ import annotations

import unicodedata

KEPT_CONTROLS = "\n\t"
INVISIBLE = frozenset({"Cc", "Cs", "Co", "Cn"})  # controls, lone surrogates, private and unassigned code points


def cleaned(text: str) -> str:
    """Without control characters and lone surrogates, line ends as one kind, no space around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in KEPT_CONTROLS or unicodedata.category(c) not in INVISIBLE).strip()
