"""Training and test messages must differ: no test message, nor a near copy of one, stands in the training data."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz, process

MARKED = re.compile(r"\[([^\[\]]+)\](\{[^{}]*\}|\([^()]*\))")
MESSAGES = Path(__file__).resolve().parents[2] / "data" / "messages"
NEAR = 88.0
"""Similarity (0-100, by edits) from which two texts count as the same message."""


def training_texts(folder: Path) -> list[str]:
    """The sentences of all training examples, without their annotation."""
    return [MARKED.sub(r"\1", text) for text in marked_examples(folder)]


def learnt_texts(folder: Path = MESSAGES) -> list[str]:
    """The whole messages from which the reader learns."""
    files = sorted(folder.glob("*/*.yml"))
    return [item["text"] for path in files for item in yaml.safe_load(path.read_text(encoding="utf-8"))]


def marked_examples(folder: Path) -> list[str]:
    """The sentences of all training examples, as they are annotated."""
    return [text for path in sorted(folder.rglob("*.yml")) for text in _in_file(path)]


def _in_file(path: Path) -> Iterator[str]:
    for block in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("nlu", []):
        yield from (text.strip() for text in _texts(block.get("examples") or []))


def _texts(examples: str | list[dict[str, Any]]) -> Iterator[str]:
    if isinstance(examples, str):
        yield from (line[2:] for line in examples.splitlines() if line.startswith("- "))
    else:
        yield from (str(item["text"]) for item in examples)


def annotations(marked: str) -> list[tuple[str, dict[str, Any]]]:
    """The marked words of an example with what is said about them."""
    return [
        (words, json.loads(about) if about.startswith("{") else {"entity": about[1:-1]})
        for words, about in MARKED.findall(marked)
    ]


def normalised(text: str) -> str:
    """Letters and digits only, without capitals and accents: what is left is what the message says."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain))


def shared_messages(test: Iterable[str], training: Iterable[str]) -> list[tuple[str, str, float]]:
    """Test messages that (nearly) stand in the training data: test text, training text, similarity."""
    tests, trained = list(test), list(training)
    known = [normalised(text) for text in trained]
    found = []
    for text in tests:
        best = process.extractOne(normalised(text), known, scorer=fuzz.ratio, score_cutoff=NEAR)
        if best is not None:
            found.append((text, trained[best[2]], best[1]))
    return found


def near_copies(texts: list[str]) -> list[tuple[str, str, float]]:
    """Messages of one set that are nearly the same as an earlier one."""
    known: list[str] = []
    found = []
    for text in map(normalised, texts):
        best = process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=NEAR)
        if best is not None:
            found.append((text, best[0], best[1]))
        known.append(text)
    return found
