"""Small wrong versions of a measure: a golden case should notice each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from leerroute.domain.measure import AnyOf, Condition, Measure, Requirement, Version, Window

DAY = timedelta(days=1)


def _value_mutants(condition: Condition) -> Iterator[tuple[str, Condition]]:
    value = condition.value
    name = f"{condition.field} {condition.operator}"
    if isinstance(value, tuple) and len(value) > 1:
        for item in value:
            yield f"{name} without {item}", replace(condition, value=tuple(v for v in value if v != item))
    elif isinstance(value, bool):
        yield f"{name} turned round", replace(condition, value=not value)
    elif isinstance(value, int):
        for changed in (value - 1, value + 1):
            yield f"{name} {changed} for {value}", replace(condition, value=changed)


def _mutants_of(requirement: Requirement) -> Iterator[tuple[str, Requirement | None]]:
    """Each wrong version with what was done; None for the requirement left out."""
    if isinstance(requirement, Condition):
        yield f"{requirement.field} {requirement.operator} left out", None
        yield from _value_mutants(requirement)
        return
    kind = "any-of" if isinstance(requirement, AnyOf) else "all-of"
    yield f"{kind} left out", None
    for index, part in enumerate(requirement.parts):
        rest = requirement.parts[:index] + requirement.parts[index + 1 :]
        for done, mutant in _mutants_of(part):
            parts = rest if mutant is None else (*requirement.parts[:index], mutant, *requirement.parts[index + 1 :])
            yield f"{kind}: {done}", replace(requirement, parts=parts)


def _condition_mutants(measure: Measure) -> Iterator[tuple[str, Measure]]:
    for index, requirement in enumerate(measure.conditions):
        before, after = measure.conditions[:index], measure.conditions[index + 1 :]
        for done, mutant in _mutants_of(requirement):
            kept = () if mutant is None else (mutant,)
            yield f"condition {done}", replace(measure, conditions=(*before, *kept, *after))
    for index, refusal in enumerate(measure.not_when):
        rest = measure.not_when[:index] + measure.not_when[index + 1 :]
        yield f"not-when {refusal.field} left out", replace(measure, not_when=rest)


def _shifted(name: str, period: Version | Window) -> Iterator[tuple[str, Version | Window]]:
    for edge in ("first_day", "last_day"):
        day: date | None = getattr(period, edge)
        if day is not None:
            yield f"{name} {edge} a day earlier", replace(period, **{edge: day - DAY})  # type: ignore[arg-type]
            yield f"{name} {edge} a day later", replace(period, **{edge: day + DAY})  # type: ignore[arg-type]


def _date_mutants(measure: Measure) -> Iterator[tuple[str, Measure]]:
    for index, version in enumerate(measure.versions):
        wrong: list[tuple[str, Version | Window]] = list(_shifted(f"version {index + 1}", version))
        for number, window in enumerate(version.windows):
            for done, mutant in _shifted(f"version {index + 1} window {number + 1}", window):
                windows = (*version.windows[:number], mutant, *version.windows[number + 1 :])
                wrong.append((done, replace(version, windows=windows)))  # type: ignore[arg-type]
        for done, changed in wrong:
            versions = (*measure.versions[:index], changed, *measure.versions[index + 1 :])
            yield done, replace(measure, versions=versions)  # type: ignore[arg-type]


def mutants(measure: Measure) -> Iterator[tuple[str, Measure]]:
    """Every small wrong version of a measure, with what was done to it."""
    yield from _condition_mutants(measure)
    yield from _date_mutants(measure)
    yield "varies-locally turned round", replace(measure, varies_locally=not measure.varies_locally)
    if measure.applicants:
        yield "first applicant left out", replace(measure, applicants=measure.applicants[1:])
