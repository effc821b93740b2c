"""The second reader: looks at clauses for what no phrase knows, with a classifier learnt from data/clauses.

It never speaks against the phrases: a field that they found is left alone. It looks only at clauses about the writer,
now, not denied, feared or asked; and writes a fact only above a chance at which nine of ten are right. What is likely
but not sure enough is a guess, about which the assistant may ask.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import joblib

from .clause_examples import CLAUSES, clause_examples
from .clause_model import ClauseModel
from .contract import REPOSITORY
from .evaluate import Pair
from .facts import LIST_FIELDS, Fact
from .reader import LanguageReader, Part
from .scope import Clause
from .thresholds import kept
from .tokens import CLAUSE_MARKS

logger = logging.getLogger(__name__)

MADE = REPOSITORY / "models"
LANGUAGES = frozenset({"nl"})
MOST_CLAUSES = 12
LEAST_WORDS = 2
WORTH_ASKING = 0.15
SURENESS = 0.6  # of a fact by meaning, next to 0.9 and more by phrase
ALSO = {
    **dict.fromkeys(("goal", "learnsBest", "learningMoments", "driver"), frozenset({"wished"})),
    **dict.fromkeys(("sector", "education", "diplomaAbroad"), frozenset({"past"})),
}
RARELY = 0.05


@dataclass(frozen=True)
class Guess:
    """A value that a clause may say, and how likely; `start` and `end` point into the message."""

    field: str
    value: str | bool
    start: int
    end: int
    chance: float


class SecondReader:
    """Facts and guesses of a message, clause by clause."""

    def __init__(self, model: ClauseModel, thresholds: dict[Pair, float], denied: frozenset[Pair]) -> None:
        self._model = model
        self._thresholds = thresholds
        self._denied = denied

    @classmethod
    def of(cls, negators: Iterable[str]) -> SecondReader:
        """Load what was learnt from the clauses as they are now; learn it when that is not there yet."""
        return cls(_learnt(), kept(), _said_with_a_denial(frozenset(negators)))

    def guesses(self, reader: LanguageReader, message: str, today: date) -> list[Guess]:
        """What the clauses of a message may say, the likeliest first."""
        chosen = [(part, c) for part in reader.parts(message, today) for c in part.clauses if _worth_reading(part, c)]
        chosen = chosen[:MOST_CLAUSES]
        spans = [_span(part, clause) for part, clause in chosen]
        if not spans:
            return []
        chances = self._model.chances([message[start:end] for start, end in spans])
        found: list[Guess] = []
        for (part, clause), span, row in zip(chosen, spans, chances, strict=True):
            likely = [(self._model.values[i], float(row[i])) for i in (row >= WORTH_ASKING).nonzero()[0]]
            found += [
                Guess(field, value, *span, chance)  # type: ignore[arg-type]
                for (field, value), chance in likely
                if self._counts(reader, part, clause, (field, value))
            ]
        return sorted(found, key=lambda g: -g.chance)

    def _counts(self, reader: LanguageReader, part: Part, clause: Clause, pair: Pair) -> bool:
        """Whether the scope lets the value through; a denial only where people use one to say it: 'geen tijd'."""
        if clause.scope.marks() - ALSO.get(pair[0], frozenset()):
            return False
        words = part.sentence.words[clause.start : clause.end]
        return pair in self._denied or not any(w in reader.language.scope.negators for w in words)

    def facts(self, guesses: Sequence[Guess], known: Sequence[Fact]) -> list[Fact]:
        """The guesses that are sure enough, in fields of which the phrases found nothing; one a field."""
        taken = {(f.field, f.value if f.field in LIST_FIELDS else None) for f in known}
        facts: list[Fact] = []
        for guess in guesses:
            key = (guess.field, guess.value if guess.field in LIST_FIELDS else None)
            if key in taken or guess.chance < self._thresholds.get((guess.field, guess.value), 2.0):
                continue
            taken.add(key)
            sure = round(SURENESS * guess.chance, 3)
            facts.append(Fact(guess.field, guess.value, guess.start, guess.end, sure, "meaning", rank=-1))
        return facts


def _worth_reading(part: Part, clause: Clause) -> bool:
    words = [w for w in part.sentence.words[clause.start : clause.end] if w not in CLAUSE_MARKS]
    return len(words) >= LEAST_WORDS


def _span(part: Part, clause: Clause) -> tuple[int, int]:
    """Where the words of a clause stand in the message, without marks at its ends."""
    inside = [i for i in range(clause.start, clause.end) if part.sentence.words[i] not in CLAUSE_MARKS]
    return part.tokens[inside[0]].start, part.tokens[inside[-1]].end


def _said_with_a_denial(negators: frozenset[str]) -> frozenset[Pair]:
    """The values that people also say with a word like 'geen' or 'niet'."""
    counts: dict[Pair, list[int]] = {}
    for example in clause_examples("nl"):
        denied = any(word in negators for word in example.text.lower().split())
        for pair in example.facts:
            counts.setdefault(pair, []).append(denied)
    return frozenset(pair for pair, seen in counts.items() if sum(seen) / len(seen) > RARELY)


def _learnt(folder: Path = MADE) -> ClauseModel:
    """The model of the present clauses, from its file where there is one."""
    path = folder / f"second-reader-{_state()}.joblib"
    if path.exists():
        loaded: ClauseModel = joblib.load(path)
        return loaded
    model = ClauseModel.learnt([e for code in sorted(LANGUAGES) for e in clause_examples(code)])
    _keep(model, path)
    return model


def _keep(model: ClauseModel, path: Path) -> None:
    """Write the file whole or not at all; where nothing may be written it is learnt again the next time."""
    try:
        path.parent.mkdir(exist_ok=True)
        aside = path.with_suffix(".part")
        joblib.dump(model, aside, compress=1)
        for old in path.parent.glob("second-reader-*.joblib"):
            old.unlink()
        aside.replace(path)
    except OSError as error:
        logger.warning("What was learnt from data/clauses could not be kept: %s", error)


def _state() -> str:
    """Changes with the clauses and with how they are learnt from."""
    made_of = hashlib.sha256((Path(__file__).parent / "clause_model.py").read_bytes())
    for code in sorted(LANGUAGES):
        for path in sorted((CLAUSES / code).glob("*.yml")):
            made_of.update(path.read_bytes())
    return made_of.hexdigest()[:12]
