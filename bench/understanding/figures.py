"""Figures over many messages, with 95 % intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bench.understanding.comparing import Outcome
from bench.understanding.testset import Fact

RESAMPLES = 2000
SEED = 20261123


@dataclass(frozen=True)
class Figure:
    """A share between 0 and 1 with its 95 % interval, or None when there is nothing to take a share of."""

    value: float | None
    low: float | None
    high: float | None


def counts(outcomes: Sequence[Outcome], name: str | None = None) -> np.ndarray:
    """A row a message: right, wrong, missed; over all fields or of one."""

    def number(facts: tuple[Fact, ...]) -> int:
        return sum(name is None or field == name for field, _ in facts)

    rows = [(number(o.right), number(o.wrong), number(o.missed)) for o in outcomes]
    return np.array(rows, dtype=float).reshape(-1, 3)


def precision(total: np.ndarray) -> np.ndarray:
    return _share(total[..., 0], total[..., 0] + total[..., 1])


def recall(total: np.ndarray) -> np.ndarray:
    return _share(total[..., 0], total[..., 0] + total[..., 2])


def f1(total: np.ndarray) -> np.ndarray:
    return _share(2 * total[..., 0], 2 * total[..., 0] + total[..., 1] + total[..., 2])


def figure(rows: np.ndarray, share: Callable[[np.ndarray], np.ndarray]) -> Figure:
    """The share over all messages, and its interval by drawing the messages again (percentile bootstrap)."""
    value = float(share(rows.sum(axis=0)))
    if np.isnan(value):
        return Figure(None, None, None)
    drawn = share(_draws(len(rows)) @ rows)
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return Figure(value, float(low), float(high))


def share_of_messages(flags: Sequence[bool]) -> Figure:
    """The share of the messages for which something holds."""
    if not flags:
        return Figure(None, None, None)
    rows = np.array([(float(flag), 1.0) for flag in flags])
    return figure(rows, lambda total: _share(total[..., 0], total[..., 1]))


def _draws(messages: int) -> np.ndarray:
    """How often each message is drawn in each resample."""
    generator = np.random.default_rng(SEED)
    return generator.multinomial(messages, np.full(messages, 1 / messages), size=RESAMPLES).astype(float)


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """NaN where there is no whole: no facts found, or none expected."""
    return np.divide(part, whole, out=np.full_like(np.asarray(whole, dtype=float), np.nan), where=np.asarray(whole) > 0)
