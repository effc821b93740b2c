"""The learnt reader: reads with what was learnt into a folder (`teaching.learn`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from bot.components.reading.facts import Value
from bot.components.reading.suggestions import Suggestion
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions

from .labels import LITERAL, labels
from .packed import Packed
from .pieces import Cutter, Pieces, word_around

KEPT = "network.onnx"
OUTPUTS = ("scores", "grounds", "marks")
"""Of the network: log odds of each label; the share of each piece in it; log odds that a piece is of a job, a wish."""
ONLY_ERRORS = 3
PART_OF_GROUND = 0.1
"""A piece next to the strongest belongs to the quote from this share of it."""
MARKED = 0.0
"""Log odds from which a piece belongs to the words of a job or a wish."""


class LearnedReader:
    """Suggests what a message says. Some milliseconds a message; safe to share between threads."""

    def __init__(self, packed: Packed, session: InferenceSession) -> None:
        self._packed = packed
        tokenizer = packed.tokenizer()
        tokenizer.model._resize_cache(0)  # it would keep every message in memory, and what people write is not kept
        self._cutter = Cutter(tokenizer, packed.replacements)
        self._session = session

    @classmethod
    def load(cls, folder: Path) -> LearnedReader:
        """What was learnt into the folder."""
        return cls(Packed(), session_of(folder / KEPT))

    def suggestions(self, message: str) -> Sequence[Suggestion]:
        """Every label with its chance and ground."""
        cut = self._cutter.cut(message)
        if len(cut.ids) <= 2:
            return ()
        vectors = self._packed.vectors(np.array([cut.ids], np.int32))
        scores, grounds, marks = (found[0] for found in self._session.run(OUTPUTS, {"vectors": vectors}))
        chances = 1 / (1 + np.exp(-scores.astype(np.float64)))
        return [
            self._suggestion(message, cut, label, float(chances[i]), grounds[:, i], marks)
            for i, label in enumerate(labels())
        ]

    @staticmethod
    def _suggestion(
        message: str,
        cut: Pieces,
        label: tuple[str, Value | None],
        chance: float,
        grounds: NDArray[np.float32],
        marks: NDArray[np.float32],
    ) -> Suggestion:
        field, value = label
        if field in LITERAL and (span := _marked(message, cut, marks[:, LITERAL.index(field)])):
            return Suggestion(field, message[span[0] : span[1]], chance, *span)
        return Suggestion(field, value, chance, *_ground(message, cut, grounds))


def session_of(file: Path) -> InferenceSession:
    """A network that was kept, ready to read on one core."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = ONLY_ERRORS
    return InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def _ground(message: str, cut: Pieces, grounds: NDArray[np.float32]) -> tuple[int, int]:
    """The words around the strongest piece that count too."""
    inner = grounds[1:-1]
    best = int(np.argmax(inner)) + 1
    first = last = best
    while first > 1 and grounds[first - 1] >= PART_OF_GROUND * grounds[best]:
        first -= 1
    while last < len(cut.ids) - 2 and grounds[last + 1] >= PART_OF_GROUND * grounds[best]:
        last += 1
    return word_around(message, cut.spans[first][0], cut.spans[last][1])


def _marked(message: str, cut: Pieces, marks: NDArray[np.float32]) -> tuple[int, int] | None:
    """The run of marked pieces that are surest together; none when no piece is marked."""
    runs: list[list[int]] = []
    for place in range(1, len(cut.ids) - 1):
        if marks[place] <= MARKED:
            continue
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    if not runs:
        return None
    best = max(runs, key=lambda run: sum(float(marks[place]) for place in run))
    return word_around(message, cut.spans[best[0]][0], cut.spans[best[-1]][1])
