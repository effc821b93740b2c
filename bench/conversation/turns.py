"""The time of a turn must not grow with the length of a talk: turns around the 100th next to those around the 5th."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import quantiles

from rich.console import Console
from rich.progress import track

from tests.support.conversation import Conversation
from tests.support.system import RunningSystem

MOST_RATIO = 1.5
TALKS = 6
LAST_TURN = 102
EARLY, LATE = range(3, 8), range(98, 103)  # the 5th and the 100th with their neighbours: the same five messages
MESSAGES = (
    "ik ben 58 en zonder werk",
    "waarom vraag je dat?",
    "bestaat het STAP-budget nog?",
    "nee, ik ben 57",
    "kun je dat herhalen?",
)


@dataclass(frozen=True)
class TurnTimes:
    """95th percentiles in milliseconds, from one run."""

    early: float
    late: float
    turns: int

    @property
    def ratio(self) -> float:
        """How much longer a late turn takes."""
        return self.late / self.early

    def sentence(self) -> str:
        """For people."""
        return (
            f"Turn 5: p95 {self.early:.0f} ms; turn 100: p95 {self.late:.0f} ms; ratio {self.ratio:.2f} "
            f"(at most {MOST_RATIO}; {self.turns} turns measured at each place)"
        )


def measure_turns(system: RunningSystem, console: Console) -> TurnTimes:
    """Long talks of the same messages; the first talk only warms up."""
    _times_of_a_talk(system, most=10)
    talks = [_times_of_a_talk(system, LAST_TURN) for _ in track(range(TALKS), "Long talks", console=console)]
    early = [talk[n - 1] for talk in talks for n in EARLY]
    late = [talk[n - 1] for talk in talks for n in LATE]
    return TurnTimes(_p95(early), _p95(late), len(early))


def _times_of_a_talk(system: RunningSystem, most: int) -> list[float]:
    """Milliseconds of each turn."""
    times = []
    with Conversation(system.base_url, system.database_url) as talk:
        for message in islice(cycle(MESSAGES), most):
            begun = time.perf_counter()
            talk.client.post(f"/conversations/{talk.id}/messages", json={"text": message}).raise_for_status()
            times.append((time.perf_counter() - begun) * 1000)
    return times


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1]
