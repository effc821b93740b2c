"""A large catalogue that is not simply a copy: measures that differ in rank, links, dates, conditions and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from leerroute.domain.measure import AnyOf, Condition, Measure, Version
from leerroute.domain.profile import BARRIERS, SECTORS

MUNICIPALITIES = ("GM0014", "GM0363", "GM0599", "GM0772", "GM0344", "GM0153", "GM0193", "GM0855")


def varied(measures: Sequence[Measure], size: int, on: date, seed: int = 1) -> dict[str, Measure]:
    """`size` measures: the given ones first, then variations on them."""
    random = Random(seed)
    found = {measure.id: measure for measure in measures[:size]}
    while len(found) < size:
        example = measures[len(found) % len(measures)]
        name = f"{example.id}-{len(found)}"
        found[name] = _variation(replace(example, id=name, aliases=(), replaced_by=(), excludes=()), on, random)
    return dict(sorted(found.items()))


def _variation(measure: Measure, on: date, random: Random) -> Measure:
    placement = measure.placement
    return replace(
        measure,
        placement=replace(placement, rank=placement.rank + random.randint(0, 30)),
        barriers=tuple(sorted({*measure.barriers, *random.sample(BARRIERS, random.randint(0, 2))})),
        conditions=(*measure.conditions, *_extra_conditions(random)),
        versions=_versions(measure, on, random),
        checked_on=on - timedelta(days=random.randint(0, 300)),
        municipalities=tuple(sorted(random.sample(MUNICIPALITIES, 2))) if random.random() < 0.3 else (),
    )


def _extra_conditions(random: Random) -> tuple[Condition | AnyOf, ...]:
    age = Condition("age", "at-least", random.randint(16, 60))
    sector = Condition("sector", "one-of", tuple(sorted(random.sample(SECTORS, 3))))
    hours = AnyOf((Condition("hoursPerWeek", "below", random.randint(12, 36)), Condition("debts", "is", False)))
    return tuple(condition for condition in (age, sector, hours) if random.random() < 0.15)


def _versions(measure: Measure, on: date, random: Random) -> tuple[Version, ...]:
    if random.random() < 0.8:
        return measure.versions
    first = on + timedelta(days=random.randint(-900, 200))
    return (Version(first, first + timedelta(days=random.randint(100, 1200))),)
