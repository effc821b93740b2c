"""The annotated examples stay read: a change may not cost what was won."""

from __future__ import annotations

import pytest
from bot.components.reading.evaluate import evaluate
from bot.components.reading.examples import examples
from bot.components.reading.messages import MessageReader

LEAST_F1 = 0.95
LEAST_PRECISION = 0.96
WHOSE_AND_WHEN = ("situations/whose", "situations/when", "situations/denied", "situations/feared")
MOST_WRONG = 0.05
LEAST_FOUND = 0.7


def test_the_examples_of_situations_are_read_well(reader: MessageReader) -> None:
    data = [e for e in examples() if e.topic.startswith("situations") and e.topic not in WHOSE_AND_WHEN]
    score, _, _ = evaluate(reader, data, "nl")
    precision, _, f1 = score.figures()
    assert f1 >= LEAST_F1, score.misread
    assert precision >= LEAST_PRECISION, score.misread


@pytest.mark.parametrize("topic", WHOSE_AND_WHEN)
def test_few_messages_about_others_or_other_times_give_a_wrong_fact(reader: MessageReader, topic: str) -> None:
    data = [e for e in examples() if e.topic == topic]
    score, _, _ = evaluate(reader, data, "nl")
    wrong = [m for m in score.misread if m[2]]
    assert len(wrong) <= MOST_WRONG * score.messages + 1, wrong
    assert score.figures()[2] >= LEAST_FOUND, score.misread


@pytest.mark.parametrize(
    ("language", "least"),
    [("en", 0.85), ("de", 0.95), ("es", 0.95), ("pl", 0.95), ("tr", 0.95), ("uk", 0.95), ("ar", 0.95)],
)
def test_the_examples_of_other_languages_stay_read(reader: MessageReader, language: str, least: float) -> None:
    data = [e for e in examples() if e.topic == f"languages/{language}"]
    assert data
    score, _, _ = evaluate(reader, data, "nl")
    assert score.figures()[2] >= least, score.misread
