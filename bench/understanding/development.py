"""Reads the development messages: `bot/.venv/bin/python -m bench.understanding.development [FOLDER]`.

They are written like the test messages, by somebody who did not look at the phrases. Unlike the test messages they
may be read and learned from. What counts is the figure at first contact: `--batch 3` measures the files that end in -3.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from bench.understanding import figures
from bench.understanding.comparing import Outcome, compare
from bench.understanding.report import misreads
from bench.understanding.testset import DEVELOPMENT, TestMessage, load_development, pairs_of
from bot.components.reading.messages import MessageReader

TODAY = date(2026, 11, 23)
BESIDE = frozenset({"municipalityOptions", "measure", "crisis", "language"})
"""What a reading also says, and no field of a profile is."""


def main() -> None:
    """Read, compare and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=DEVELOPMENT)
    options.add_argument("--batch", default="", help="only the files that end in this number")
    options.add_argument("--short", action="store_true", help="without the misreads")
    chosen = options.parse_args()
    reader = MessageReader.of(meaning=False)
    times: list[float] = []
    outcomes = [_outcome(reader, message, times) for message in load_development(chosen.folder, chosen.batch)]
    if not outcomes:
        sys.exit("no messages there")
    if not chosen.short:
        print(misreads(outcomes))
    print("\n".join(_table(outcomes)))
    print(f"ms a message: p50 {np.percentile(times, 50):.1f}, p95 {np.percentile(times, 95):.1f}")


def _outcome(reader: MessageReader, message: TestMessage, times: list[float]) -> Outcome:
    started = time.perf_counter()
    reading = reader.read(message.text, TODAY, None, "nl")
    times.append((time.perf_counter() - started) * 1000)
    return compare(message, [pair for pair in pairs_of(reading.profile()) if pair[0] not in BESIDE])


def _table(outcomes: Sequence[Outcome]) -> list[str]:
    groups = sorted({o.message.group for o in outcomes})
    names = sorted({name for o in outcomes for name, _ in (*o.right, *o.wrong, *o.missed)})
    lines = [_row(name, figures.counts(outcomes, name)) for name in names]
    for group in groups:
        within = [o for o in outcomes if o.message.group == group]
        wrong = sum(bool(o.wrong) for o in within) / len(within)
        lines.append(f"{_row(group, figures.counts(within))}   a wrong fact in {wrong:.1%} of {len(within)}")
    return [*lines, _row("all", figures.counts(outcomes))]


def _row(name: str, rows: np.ndarray) -> str:
    total = rows.sum(axis=0)
    shares = (figures.precision(total), figures.recall(total), figures.f1(total))
    facts = int(total[0] + total[2])
    return f"{name:22}" + "".join(f"{float(share):7.3f}" for share in shares) + f"{facts:6}"


if __name__ == "__main__":
    main()
