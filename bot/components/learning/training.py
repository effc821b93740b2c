"""Teaches the network: all lessons, several times, in batches of messages of about the same length."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import tensorflow as tf
from bot.components.reading.contract import closed

from .examples import HOME, Lesson
from .labels import LITERAL, labels, targets
from .network import Network
from .noise import as_typed
from .packed import PADDING, Packed
from .pieces import Cutter, Pieces, traced
from .processor import has_bfloat16

Progress = Callable[[float], None]
"""Told the share that is done, 0 to 1."""


@dataclass(frozen=True)
class Course:
    """How is taught. Rates are those of the start; they rise during `warm_up` (share of all steps) and then fall."""

    rounds: int = 3
    batch: int = 24
    rate_of_body: float = 2e-4
    rate_of_head: float = 2e-3
    least_rate: float = 0.02
    warm_up: float = 0.06
    decay: float = 0.01
    most_change: float = 1.0
    drop: float = 0.1
    typed: float = 0.3
    """The share of Dutch messages that get slips of the finger, anew in each round."""
    seed: int = 0


class Batch(NamedTuple):
    """Messages side by side, padded to the longest."""

    pieces: np.ndarray
    present: np.ndarray
    said: np.ndarray
    counts: np.ndarray
    """[b, labels]: 0 for the open fields of a clause, about which nothing is annotated."""
    marked: np.ndarray
    marks_count: np.ndarray


def teach(packed: Packed, lessons: Sequence[Lesson], course: Course, progress: Progress) -> Network:
    """A network that has learnt the lessons. Takes minutes: some 0.01 s a lesson and round on two cores."""
    network, cutter = Network(packed, halves=has_bfloat16()), Cutter.of(packed)
    chance = random.Random(course.seed)  # noqa: S311  (typing slips, no secrets)
    tf.random.set_seed(course.seed)
    steps = course.rounds * -(-len(lessons) // course.batch)
    head, body = _optimizer(course, network.head), _optimizer(course, network.body)
    learn = _learning(network, course, head, body)
    done = 0
    for _ in range(course.rounds):
        for batch in _batches(cutter, lessons, course, chance):
            share = min(1.0, (done + 1) / (course.warm_up * steps)) * max(course.least_rate, 1 - done / steps)
            head.learning_rate.assign(course.rate_of_head * share)
            body.learning_rate.assign(course.rate_of_body * share)
            learn(packed.vectors(batch.pieces), *batch[1:])
            done += 1
            progress(done / steps)
    return network


def _optimizer(course: Course, variables: list[tf.Variable]) -> tf.keras.optimizers.Optimizer:
    optimizer = tf.keras.optimizers.experimental.AdamW(weight_decay=course.decay, clipnorm=course.most_change)
    optimizer.build(variables)
    return optimizer


def _learning(network: Network, course: Course, head: object, body: object) -> Callable[..., None]:
    """One step, made into a graph once for all lengths of messages."""
    split = len(network.head)

    def step(vectors, present, said, counts, marked, marks_count):  # type: ignore[no-untyped-def]
        with tf.GradientTape() as tape:
            read = network.read(vectors, present, course.drop)
            of_labels = tf.nn.sigmoid_cross_entropy_with_logits(said, read.scores) * counts
            of_marks = tf.nn.sigmoid_cross_entropy_with_logits(marked, read.marks) * (present * marks_count)[:, :, None]
            loss = tf.reduce_mean(
                tf.reduce_sum(of_labels, 1) + tf.reduce_sum(of_marks, (1, 2)) / tf.reduce_sum(present, 1)
            )
        found = tape.gradient(loss, network.head + network.body)
        head.apply_gradients(zip(found[:split], network.head))  # noqa: B905  (AutoGraph's zip knows no strict)
        body.apply_gradients(zip(found[split:], network.body))  # noqa: B905

    shapes = [(None, None, network.width), *[(None, None)] * 3, (None, None, len(LITERAL)), (None, 1)]
    return tf.function(step, input_signature=[tf.TensorSpec(shape, tf.float32) for shape in shapes])


def _batches(cutter: Cutter, lessons: Sequence[Lesson], course: Course, chance: random.Random) -> Iterator[Batch]:
    cut = [_cut(cutter, lesson, course, chance) for lesson in lessons]
    order = list(range(len(lessons)))
    chance.shuffle(order)
    groups = [
        near[k : k + course.batch]
        for i in range(0, len(order), course.batch * 20)
        for near in [sorted(order[i : i + course.batch * 20], key=lambda j: len(cut[j].ids))]
        for k in range(0, len(near), course.batch)
    ]
    chance.shuffle(groups)
    for group in groups:
        yield batch_of([cut[j] for j in group], [lessons[j] for j in group])


def _cut(cutter: Cutter, lesson: Lesson, course: Course, chance: random.Random) -> Pieces:
    message = traced(lesson.text)
    if lesson.language == HOME and chance.random() < course.typed:
        message = as_typed(message, chance)
    return cutter.cut_traced(message)


def batch_of(cut: Sequence[Pieces], lessons: Sequence[Lesson] = ()) -> Batch:
    """Messages side by side, with what they say when that is known."""
    count, length = len(cut), max(len(pieces.ids) for pieces in cut)
    pieces = np.full((count, length), PADDING, np.int32)
    present = np.zeros((count, length), np.float32)
    marked = np.zeros((count, length, len(LITERAL)), np.float32)
    for row, message in enumerate(cut):
        pieces[row, : len(message.ids)] = message.ids
        present[row, : len(message.ids)] = 1
    for row, lesson in enumerate(lessons):
        for column, field in enumerate(LITERAL):
            marked[row, :, column] = _marked(cut[row], lesson, field, length)
    said = np.stack([targets(lesson.facts) for lesson in lessons]) if lessons else np.zeros((count, 0), np.float32)
    counts = np.array(
        [[float(lesson.whole or closed(field)) for field, _ in labels()] for lesson in lessons], np.float32
    )
    whole = np.array([[float(lesson.whole)] for lesson in lessons], np.float32)
    return Batch(pieces, present, said, counts, marked, whole)


def _marked(cut: Pieces, lesson: Lesson, field: str, length: int) -> np.ndarray:
    """1 for the pieces that lie in the words of a literal field."""
    words = str(lesson.facts.get(field, ""))
    marks = np.zeros(length, np.float32)
    start = lesson.text.lower().find(words.lower()) if words else -1
    if start >= 0:
        end = start + len(words)
        marks[: len(cut.spans)] = [float(first < end and start < last) for first, last in cut.spans]
    return marks
