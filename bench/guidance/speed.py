"""How long the core takes for a route and for the next question, with the real catalogue and with a hundred of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from statistics import median, quantiles
from time import perf_counter

from rich.table import Table

from leerroute.domain.interview import next_question
from leerroute.domain.measure import Catalogue
from leerroute.domain.planning import plan_route
from tests.personas.persona import personas
from tests.personas.playing import TODAY, Turn, content, played

COPIES = 100
ROUTE_LIMIT = 10.0  # milliseconds, p50, real catalogue
QUESTION_LIMIT = 30.0
SAMPLE_OF_COPIES = 12  # so many with the large catalogue, which is slow


@dataclass(frozen=True)
class Speed:
    """Times in milliseconds of one act with one catalogue."""

    act: str
    measures: int
    times: tuple[float, ...]

    @property
    def middle(self) -> float:
        """p50."""
        return median(self.times)

    @property
    def slow(self) -> float:
        """p95."""
        return quantiles(self.times, n=20)[-1]


def copied(catalogue: Catalogue, copies: int) -> Catalogue:
    """The same measures many times, each copy with an id of its own and ranked after the first."""
    measures = dict(catalogue.measures)
    for copy in range(1, copies):
        for measure in catalogue.measures.values():
            name = f"{measure.id}-{copy}"
            measures[name] = replace(measure, id=name)
    return Catalogue(measures, catalogue.amounts)


def measure_speed() -> list[Speed]:
    """Routes of all personas and every turn of their interviews; a part of them with the large catalogue."""
    real = content().catalogue
    large = copied(real, COPIES)
    turns = [turn for persona in personas() for turn in played(persona.name).turns]
    spread = turns[:: max(1, len(turns) // SAMPLE_OF_COPIES)]
    return [
        Speed("route", len(real.measures), _routes(real, None)),
        Speed("next question", len(real.measures), _questions(real, turns)),
        Speed("route", len(large.measures), _routes(large, SAMPLE_OF_COPIES)),
        Speed("next question", len(large.measures), _questions(large, spread)),
    ]


def _routes(catalogue: Catalogue, most: int | None) -> tuple[float, ...]:
    acts: Iterator[Callable[[], object]] = (
        lambda profile=persona.truth: plan_route(catalogue, profile, TODAY)  # type: ignore[misc]
        for persona in personas()
    )
    return _timed(islice(acts, most))


def _questions(catalogue: Catalogue, turns: Sequence[Turn]) -> tuple[float, ...]:
    questions = content().questions
    return _timed(
        lambda before=turn.before: next_question(catalogue, questions, before, TODAY)  # type: ignore[misc]
        for turn in turns
    )


def _timed(acts: Iterable[Callable[[], object]]) -> tuple[float, ...]:
    times = []
    for act in acts:
        begun = perf_counter()
        act()
        times.append((perf_counter() - begun) * 1000)
    return tuple(times)


def speed_table(speeds: Sequence[Speed]) -> Table:
    """One row an act and catalogue, with how much longer it takes than with the real catalogue."""
    table = Table(title="Speed of the core", title_justify="left")
    for heading in ("act", "measures", "times", "p50 ms", "p95 ms", "times the real catalogue"):
        table.add_column(heading)
    first: dict[str, float] = {}
    for speed in speeds:
        ratio = speed.middle / first.setdefault(speed.act, speed.middle)
        table.add_row(
            speed.act,
            f"{speed.measures:,}",
            str(len(speed.times)),
            f"{speed.middle:.2f}",
            f"{speed.slow:.2f}",
            f"{ratio:.1f}",
        )
    return table


def broken_limits(speeds: Sequence[Speed]) -> list[str]:
    """The limits of the real catalogue that are broken."""
    limits = {"route": ROUTE_LIMIT, "next question": QUESTION_LIMIT}
    real = min(speed.measures for speed in speeds)
    return [
        f"{speed.act}: p50 {speed.middle:.1f} ms is above {limits[speed.act]:g} ms"
        for speed in speeds
        if speed.measures == real and speed.middle > limits[speed.act]
    ]
