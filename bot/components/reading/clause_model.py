"""The classifier of clauses: how likely each (field, value) is said in a clause.

Two models, averaged: a small network on sentence embeddings, and logistic regressions on pieces of words. Late fusion,
since sparse counts and embeddings in one classifier spoil each other (docs/decisions/0026).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

from .clause_examples import ClauseExample
from .embeddings import embedded
from .evaluate import Pair

MOST_CHARACTERS = 200
Chances = NDArray[np.float64]


def plain(text: str) -> str:
    """A text as the models see it."""
    return text[:MOST_CHARACTERS].lower().strip(" .,!?;:-")


@dataclass
class ClauseModel:
    """Learnt once; the values in the order of the columns of the chances."""

    values: list[Pair]
    spread: float
    middle: NDArray[np.float32]
    network: MLPClassifier
    pieces: TfidfVectorizer
    weights: NDArray[np.float32]
    biases: NDArray[np.float32]

    @classmethod
    def learnt(
        cls, data: Sequence[ClauseExample], meanings: NDArray[np.float32] | None = None
    ) -> ClauseModel:
        """Learn from clauses; `meanings` when they were embedded before."""
        texts = [plain(e.text) for e in data]
        rows = embedded(texts) if meanings is None else meanings
        values = sorted({pair for e in data for pair in e.facts}, key=str)
        wanted = np.array([[value in e.facts for value in values] for e in data])
        middle = rows.mean(axis=0)
        spread = float((rows - middle).std())
        network = MLPClassifier((256,), alpha=3e-3, max_iter=60, learning_rate_init=2e-3, tol=0, random_state=1)
        network.fit((rows - middle) / spread, wanted)
        pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
        weights, biases = _regressions(pieces.fit_transform(texts), wanted)
        return cls(values, spread, middle, network, pieces, weights, biases)

    def chances(self, texts: Sequence[str], meanings: NDArray[np.float32] | None = None) -> Chances:
        """A row for each text, a column for each value."""
        known = [plain(t) for t in texts]
        rows = embedded(known) if meanings is None else meanings
        by_meaning = self.network.predict_proba((rows - self.middle) / self.spread)
        counted = self.pieces.transform(known) @ self.weights + self.biases
        by_pieces = 1 / (1 + np.exp(-counted))
        fused: Chances = np.sqrt(by_meaning * by_pieces)
        return fused


def _regressions(counted: csr_matrix, wanted: NDArray[np.bool_]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """One logistic regression a value, kept as one matrix."""
    models = [LogisticRegression(C=30, solver="liblinear").fit(counted, column) for column in wanted.T]
    weights = np.vstack([m.coef_[0] for m in models]).T.astype(np.float32)
    return weights, np.array([m.intercept_[0] for m in models], dtype=np.float32)
