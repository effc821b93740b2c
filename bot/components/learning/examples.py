"""What is learnt from: whole messages (data/messages), loose clauses (data/clauses), and the examples of data/nlu.

data/messages/<language>/<kind>-<writer>-<number>.yml holds messages with all that their words give, written by
docs/how-to/annotate.md. They are the best to learn from; the others show values that are seldom said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml
from bot.components.reading.clause_examples import clause_examples
from bot.components.reading.contract import REPOSITORY, profile_fields
from bot.components.reading.examples import examples as nlu_examples
from bot.components.reading.facts import LIST_FIELDS

MESSAGES = REPOSITORY / "data" / "messages"
HOME = "nl"
SHORT = 2
FOLDS = 5
ONLY_READING = frozenset({"learned.py", "trained.py", "progress.py"})
"""Code that changes nothing in what is learnt."""


@dataclass(frozen=True)
class Lesson:
    """A text and all facts it gives. Of a clause only the closed fields are annotated: `whole` is false."""

    text: str
    facts: Mapping[str, object]
    source: str
    """The name of its file: `<kind>-<writer>-<number>` for a message."""
    language: str = HOME
    whole: bool = True

    @property
    def kind(self) -> str:
        """plain, typos, a2, …; the language when it is another than Dutch."""
        return self.source.split("-")[0] if self.language == HOME else self.language

    @property
    def fold(self) -> int:
        """A fixed number under FOLDS, to hold a part of the messages apart."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % FOLDS


def lessons() -> list[Lesson]:
    """All there is to learn from."""
    return [*messages(), *_clauses(), *_nlu()]


def fingerprint_of_lessons() -> str:
    """Changes when a lesson does, or the code that learns."""
    digest = hashlib.sha256()
    for lesson in lessons():
        digest.update(repr((lesson.text, sorted(lesson.facts.items(), key=str), lesson.whole)).encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        if file.name not in ONLY_READING:
            digest.update(file.read_bytes())
    return digest.hexdigest()


def messages(folder: Path = MESSAGES) -> list[Lesson]:
    """The annotated messages, in the order of the files."""
    return [
        Lesson(item["text"], item["facts"], path.stem, path.parent.name)
        for path in sorted(folder.glob("*/*.yml"))
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _clauses() -> Iterator[Lesson]:
    for clause in clause_examples(HOME):
        yield Lesson(clause.text, _profile(clause.facts), "clause", whole=False)


def _nlu() -> Iterator[Lesson]:
    """Situations with their facts, and requests, which give none; a word or two need their question."""
    for example in nlu_examples():
        folder, _, name = example.topic.partition("/")
        if example.text.startswith("/") or (example.intent != "inform" and len(example.text.split()) <= SHORT):
            continue
        if example.intent == "inform" or not example.facts:
            yield Lesson(example.text, _profile(example.facts), "nlu", name if folder == "languages" else HOME)


def _profile(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Facts one by one, as a profile."""
    profile: dict[str, object] = {}
    for field, value in sorted(pairs, key=str):
        if field in LIST_FIELDS:
            profile[field] = [*cast("list[object]", profile.get(field, [])), value]
        else:
            profile[field] = value
    return {field: value for field, value in profile.items() if field in profile_fields()}
