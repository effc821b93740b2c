"""Filling a database with a catalogue of a size, and timing what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import median, quantiles
from time import perf_counter
from typing import TypeVar

from sqlalchemy import Engine

from leerroute.catalogue.loader import store
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine, upgrade, writing
from leerroute.service.routes import RouteService
from tests.personas.persona import personas
from tests.personas.playing import TODAY, content, played
from tests.support.large import varied

Given = TypeVar("Given")
TURNS = 60
LIMITS: Mapping[tuple[str, int], float] = {  # milliseconds, p50
    ("route", 100): 10,
    ("route", 10_000): 25,
    ("next question", 10_000): 100,
}


@dataclass(frozen=True)
class Times:
    """How long one act took, in milliseconds."""

    times: tuple[float, ...]

    @property
    def middle(self) -> float:
        """p50."""
        return median(self.times)

    @property
    def slow(self) -> float:
        """p95."""
        return quantiles(self.times, n=20)[-1]


@dataclass(frozen=True)
class Measured:
    """The acts with a catalogue of one size."""

    size: int
    reading: float  # milliseconds to read all of it from SQL after it changed, with the first route
    acts: Mapping[str, Times]


def measure(size: int, url: str) -> Measured:
    """Fill a database, and ask it what the API asks."""
    engine = make_engine(url)
    try:
        _fill(engine, size)
        return _measured(size, RouteService(CatalogueRepository(engine)))
    finally:
        engine.dispose()


def _fill(engine: Engine, size: int) -> None:
    upgrade(engine)
    real = content()
    measures = varied(list(real.measures.values()), size, TODAY)
    with writing(engine) as connection:
        store(connection, replace(real, measures=measures), f"bench-{size}")


def _measured(size: int, service: RouteService) -> Measured:
    people = [persona.truth for persona in personas()]
    turns = [turn.before for persona in personas() for turn in played(persona.name).turns]
    spread = turns[:: max(1, len(turns) // TURNS)]
    begun = perf_counter()
    service.route(people[0], TODAY)
    reading = (perf_counter() - begun) * 1000
    return Measured(
        size,
        reading,
        {
            "route": _timed(lambda profile: service.route(profile, TODAY), people),
            "route as JSON": _timed(lambda profile: service.plan(profile, TODAY), people),
            "next question": _timed(lambda before: service.next_question(before, TODAY), spread),
        },
    )


def _timed(act: Callable[[Given], object], given: Iterable[Given]) -> Times:
    times = []
    for one in given:
        begun = perf_counter()
        act(one)
        times.append((perf_counter() - begun) * 1000)
    return Times(tuple(times))


def broken_limits(found: Iterable[Measured]) -> list[str]:
    """The limits that are broken."""
    return [
        f"{act}, {one.size:,} measures: p50 {times.middle:.1f} ms is above {LIMITS[act, one.size]:g} ms"
        for one in found
        for act, times in one.acts.items()
        if (act, one.size) in LIMITS and times.middle > LIMITS[act, one.size]
    ]
