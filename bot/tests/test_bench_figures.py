"""The figures of the bench of understanding; here, as they need numpy of Rasa's world."""

from bench.understanding import figures
from bench.understanding.comparing import compare
from bench.understanding.testset import TestMessage


def message(**facts: object) -> TestMessage:
    return TestMessage("plain", "Ik ben lasser.", facts, ())


def test_figures_over_two_messages() -> None:
    rows = figures.counts(
        [compare(message(age=58), [("age", 58)]), compare(message(age=30, debts=True), [("age", 31)])]
    )
    assert figures.figure(rows, figures.precision).value == 1 / 2
    assert figures.figure(rows, figures.recall).value == 1 / 3
    assert figures.figure(rows, figures.f1).value == 2 / 5


def test_the_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    outcomes = [compare(message(age=58), [("age", 58 + number % 3)]) for number in range(30)]
    first = figures.figure(figures.counts(outcomes), figures.f1)
    assert first == figures.figure(figures.counts(outcomes), figures.f1)
    assert 0 < (first.low or 0) < (first.value or 0) < (first.high or 0) < 1


def test_nothing_found_has_no_precision() -> None:
    rows = figures.counts([compare(message(age=58), [])])
    assert figures.figure(rows, figures.precision).value is None
    assert figures.figure(rows, figures.recall).value == 0
