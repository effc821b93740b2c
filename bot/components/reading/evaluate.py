"""Precision, recall and F1 on the annotated examples: `python -m bot.components.reading.evaluate`.

The phrases were written with these examples, so the figures guard against breaking things; they are no promise.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .examples import EXAMPLES, Example, examples, said
from .facts import Value
from .messages import MessageReader

TODAY = date(2026, 11, 23)
LOOSE = frozenset({"occupation", "wish"})
NEAR = frozenset({"monthsUnemployed"})
OUTSIDE = frozenset({"municipalityOptions", "measure", "crisis", "language"})
Pair = tuple[str, Value]


@dataclass
class Score:
    """Counts of right, wrong and missed facts."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    exact: int = 0
    messages: int = 0
    misread: list[tuple[str, list[Pair], list[Pair]]] = field(default_factory=list)

    def add(self, text: str, expected: Iterable[Pair], found: Iterable[Pair]) -> None:
        """Count one message."""
        left, extra = list(expected), []
        for pair in found:
            match = next((e for e in left if same(e, pair)), None)
            if match is None:
                extra.append(pair)
                self.wrong[pair[0]] += 1
            else:
                left.remove(match)
                self.right[pair[0]] += 1
        for name, _ in left:
            self.missed[name] += 1
        self.messages += 1
        self.exact += not left and not extra
        if left or extra:
            self.misread.append((text, left, extra))

    def figures(self, name: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1, over all fields or one."""
        counts = [sum(c.values()) if name is None else c[name] for c in (self.right, self.wrong, self.missed)]
        precision = counts[0] / max(1, counts[0] + counts[1])
        recall = counts[0] / max(1, counts[0] + counts[2])
        return precision, recall, 2 * counts[0] / max(1, 2 * counts[0] + counts[1] + counts[2])


def same(expected: Pair, found: Pair) -> bool:
    """Equal; literal texts when one holds the other, months give or take one."""
    if expected[0] != found[0]:
        return False
    if expected[0] in LOOSE:
        one, other = str(expected[1]).lower(), str(found[1]).lower()
        return one in other or other in one or bool(set(one.split()) & set(other.split()) - {"de", "in", "een", "met"})
    if expected[0] in NEAR and isinstance(expected[1], int) and isinstance(found[1], int):
        return abs(expected[1] - found[1]) <= 1
    return expected[1] == found[1]


def evaluate(
    reader: MessageReader, data: list[Example], language: str
) -> tuple[Score, list[tuple[str, str, str]], list[float]]:
    """Read every example; the score, the intents that were missed, and the time of each message in ms."""
    score, intents, times = Score(), [], []
    for example in data:
        started = time.perf_counter()
        reading = reader.read(example.text, TODAY, None, language)
        times.append((time.perf_counter() - started) * 1000)
        if example.intent != reading.intent:
            intents.append((example.text, example.intent, reading.intent))
        if example.intent == "inform" and not example.topic.startswith("requests"):
            found = {p for p in said(reading.profile()) if p[0] not in OUTSIDE}
            score.add(example.text, sorted(example.facts, key=str), sorted(found, key=str))
    return score, intents, sorted(times)


def report(score: Score, intents: list[tuple[str, str, str]], times: list[float], total: int, verbose: bool) -> str:
    """The table and the misreads, as text."""
    lines = [f"{'field':22}{'P':>7}{'R':>7}{'F1':>7}{'n':>6}"]
    for name in sorted(set(score.right) | set(score.wrong) | set(score.missed)):
        p, r, f = score.figures(name)
        lines.append(f"{name:22}{p:7.3f}{r:7.3f}{f:7.3f}{score.right[name] + score.missed[name]:6}")
    p, r, f = score.figures()
    lines.append(f"{'all':22}{p:7.3f}{r:7.3f}{f:7.3f}  exact {score.exact}/{score.messages}")
    lines.append(f"intents right {total - len(intents)}/{total}")
    lines.append(
        f"ms a message: p50 {times[len(times) // 2]:.1f}, p95 {times[int(len(times) * 0.95)]:.1f}, most {times[-1]:.1f}"
    )
    lines.append(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if verbose:
        lines += [f"\n{text}\n   missed {left}\n   wrong  {extra}" for text, left, extra in score.misread]
        lines += [f"{text!r}: {wanted}, read as {got}" for text, wanted, got in intents]
    return "\n".join(lines)


def main() -> None:
    """Evaluate and print."""
    options = argparse.ArgumentParser(description="Precision, recall and F1 on data/nlu.")
    options.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    options.add_argument("--language", default="nl")
    options.add_argument("--short", action="store_true", help="without the misreads")
    options.add_argument("--phrases-only", action="store_true", help="without the classifier of requests")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    data = [e for e in examples(chosen.folder) if not e.text.startswith("/")]
    score, intents, times = evaluate(MessageReader.of(meaning=not chosen.phrases_only), data, chosen.language)
    if chosen.json:
        print(json.dumps({"f1": score.figures()[2], "exact": score.exact, "messages": score.messages}))
    else:
        print(report(score, intents, times, len(data), not chosen.short))


if __name__ == "__main__":
    main()
