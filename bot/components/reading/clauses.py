"""What the phrases read of the clauses in data/clauses: `python -m bot.components.reading.clauses`, worst value first.

The clauses were written to try a classifier (docs/decisions/0041). No phrase was made for them, so they show gaps.
"""

from __future__ import annotations

import argparse
from collections import defaultdict

from .clause_examples import clause_examples
from .evaluate import OUTSIDE, TODAY, Pair, Score
from .examples import said
from .messages import MessageReader

SHOWN = 3


def main() -> None:
    """Print recall for each value with some clauses that were missed."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    reader, score = MessageReader.of(codes=["nl"], meaning=False), Score()
    counts: dict[Pair, list[int]] = defaultdict(lambda: [0, 0])
    missed: dict[Pair, list[str]] = defaultdict(list)
    for example in clause_examples("nl"):
        found = {p for p in said(reader.read(example.text, TODAY).profile()) if p[0] not in OUTSIDE}
        score.add(example.text, example.facts, sorted(found, key=str))
        for pair in example.facts:
            counts[pair][pair in found] += 1
            missed[pair] += [example.text] if pair not in found else []
    for pair, (lost, read) in sorted(counts.items(), key=lambda item: -item[1][0]):
        print(f"{pair[0]}={pair[1]}: {read} of {lost + read}; missed: {'; '.join(missed[pair][:SHOWN]) or '-'}")
    p, r, f = score.figures()
    print(f"all: precision {p:.3f}, recall {r:.3f}, F1 {f:.3f}")


if __name__ == "__main__":
    main()
