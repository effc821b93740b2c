"""How well unseen messages are read, without looking at the test set: `python -m bench.understanding.development`.

A fifth of data/messages (a fold) is held apart; all else is learnt, which takes minutes; then the fifth is read, by the
phrases alone and by phrases and learning together. Its misreads may be read, unlike those of the test set.
`--writer d` counts only the messages of one writer: the phrases were mended by those of writer e.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from tqdm import tqdm

from bench.understanding import figures
from bench.understanding.comparing import Outcome, compare
from bench.understanding.places import WORK
from bench.understanding.report import misreads
from bench.understanding.testset import TestMessage, pairs_of
from bot.components.learning.examples import Lesson, lessons, messages
from bot.components.learning.learned import LearnedReader
from bot.components.learning.teaching import learn
from bot.components.learning.training import Course
from bot.components.reading.facts import GUESS
from bot.components.reading.messages import MessageReader

TODAY = date(2026, 11, 28)
BESIDE = frozenset({"municipalityOptions", "measure", "crisis", "language", "barriersDenied", GUESS})
"""What a reading also says, and no field of a profile is."""


def main() -> None:
    """Learn, read, compare and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--fold", type=int, default=0, help="which fifth is held apart (0 to 4)")
    options.add_argument("--rounds", type=int, default=Course.rounds, help="how often each lesson is learnt")
    options.add_argument("--kept", action="store_true", help="read with what was learnt the last time")
    options.add_argument("--writer", default="", help="count only the messages of this writer")
    options.add_argument("--misreads", action="store_true", help="also print what was misread")
    chosen = options.parse_args()
    folder = WORK / f"without-fold-{chosen.fold}"
    learned = LearnedReader.load(folder) if chosen.kept else _learn(folder, chosen.fold, chosen.rounds)
    held = [m for m in messages() if m.fold == chosen.fold and f"-{chosen.writer}" in m.source]
    if not held:
        sys.exit("no messages there")
    for name, reader in (("phrases alone", None), ("phrases and learning", learned)):
        times: list[float] = []
        outcomes = [
            _outcome(whole, lesson, times)
            for whole in [MessageReader.of(meaning=False, learned=reader)]
            for lesson in held
        ]
        print(f"\n{name}\n" + "\n".join(_table(outcomes)))
        print(f"ms a message: p50 {np.percentile(times, 50):.1f}, p95 {np.percentile(times, 95):.1f}")
        if chosen.misreads and reader is not None:
            print(misreads(outcomes))


def _learn(folder: Path, fold: int, rounds: int) -> LearnedReader:
    folder.mkdir(parents=True, exist_ok=True)
    held = {message.text for message in messages() if message.fold == fold}
    chosen = [lesson for lesson in lessons() if lesson.text not in held]
    with tqdm(total=100, desc=f"Learning {len(chosen)} lessons", unit="%") as bar:
        return learn(folder, chosen, Course(rounds=rounds), lambda share: bar.update(int(share * 100) - bar.n))


def _outcome(reader: MessageReader, lesson: Lesson, times: list[float]) -> Outcome:
    message = TestMessage(lesson.kind, lesson.text, dict(lesson.facts), ())
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
