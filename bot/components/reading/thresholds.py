"""From which chance on the second reader may write a fact, for each value; found by cross-validation, kept in a file.

`python -m bot.components.reading.thresholds` finds them again after a change in data/clauses (some minutes).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from sklearn.model_selection import KFold

from .clause_examples import CLAUSES, ClauseExample, clause_examples
from .clause_model import Chances, ClauseModel, plain
from .embeddings import embedded
from .evaluate import Pair

THRESHOLDS = CLAUSES / "thresholds.yml"
PRECISION = 0.9
LEAST_HITS = 5
LEAST = 0.5
NEVER = 1.1
HEAD = "# From which chance on a value may be written down; made by `python -m bot.components.reading.thresholds`.\n"


def judged(data: Sequence[ClauseExample], folds: int = 4) -> tuple[list[Pair], Chances, NDArray[np.bool_]]:
    """The chances that models give clauses they did not learn from, and what the clauses really say."""
    values = sorted({pair for e in data for pair in e.facts}, key=str)
    meanings = embedded([plain(e.text) for e in data])
    chances = np.zeros((len(data), len(values)))
    for learn, test in KFold(folds, shuffle=True, random_state=1).split(meanings):
        model = ClauseModel.learnt([data[i] for i in learn], meanings[learn])
        columns = [values.index(value) for value in model.values]
        chances[np.ix_(test, columns)] = model.chances([data[i].text for i in test], meanings[test])
    return values, chances, np.array([[value in e.facts for value in values] for e in data])


def threshold(chances: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """The least chance above which nine of ten are right; NEVER when too few are."""
    order = np.argsort(-chances)
    hits = np.cumsum(right[order])
    good = (hits / np.arange(1, len(hits) + 1) >= PRECISION) & (hits >= LEAST_HITS)
    return max(LEAST, round(float(chances[order][np.flatnonzero(good)[-1]]), 3)) if good.any() else NEVER


def kept(path: Path = THRESHOLDS) -> dict[Pair, float]:
    """The thresholds of the file; a value that is not in it is never written."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {(field, value): float(least) for field, by_value in data.items() for value, least in by_value.items()}


def main() -> None:
    """Find and keep the thresholds."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    values, chances, right = judged(clause_examples("nl"))
    found: dict[str, dict[object, float]] = {}
    written = hits = 0
    for column, (field, value) in enumerate(values):
        least = threshold(chances[:, column], right[:, column])
        above = chances[:, column] >= least
        written, hits = written + int(above.sum()), hits + int(right[above, column].sum())
        if least < 1:
            found.setdefault(field, {})[value] = least  # type: ignore[index]
    THRESHOLDS.write_text(HEAD + yaml.safe_dump(found, allow_unicode=True), encoding="utf-8")
    print(f"clauses never seen: precision {hits / max(1, written):.3f}, recall {hits / right.sum():.3f}")


if __name__ == "__main__":
    main()
