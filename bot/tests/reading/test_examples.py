"""The annotated examples stay read: a change may not cost what was won."""

from __future__ import annotations

from bot.components.reading.evaluate import evaluate
from bot.components.reading.examples import examples
from bot.components.reading.messages import MessageReader

LEAST_F1 = 0.95
LEAST_PRECISION = 0.96


def test_the_examples_of_situations_are_read_well(reader: MessageReader) -> None:
    data = [e for e in examples() if e.topic.startswith("situations") and "/en" not in e.topic]
    score, _, _ = evaluate(reader, data, "nl")
    precision, _, f1 = score.figures()
    assert f1 >= LEAST_F1, score.misread
    assert precision >= LEAST_PRECISION, score.misread
