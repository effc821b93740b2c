"""What is wrong with a measure: ids that do not exist, dates that do not fit, names that clash."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from leerroute.catalogue.errors import ContentError
from leerroute.catalogue.naming import joined_key
from leerroute.catalogue.requirement_checks import RequirementCheck, Vocabulary
from leerroute.domain.measure import Measure, Version

SHORTEST_ALIAS = 3
Named: TypeAlias = Mapping[str, frozenset[str]]


def measure_faults(measure: Measure, file: str, named: Named, vocabulary: Vocabulary) -> Iterator[ContentError]:
    """Every fault of one measure; `named` holds the ids that exist, by folder."""
    links: tuple[tuple[str, Collection[str], Collection[str]], ...] = (
        ("barriers", measure.barriers, named["barriers"]),
        ("solutions", measure.solutions, named["solutions"]),
        ("target-groups", measure.target_groups, named["target-groups"]),
        ("replaced-by", measure.replaced_by, named["measures"] - {measure.id}),
        ("excludes", measure.excludes, named["measures"] - {measure.id}),
        ("municipalities", measure.municipalities, vocabulary.municipalities),
    )
    for key, ids, known in links:
        for position, name in enumerate(ids):
            if name not in known:
                yield ContentError(file, f"{key}.{position}", name, f"an id that exists ({key})")
        if len(set(ids)) != len(ids):
            yield ContentError(file, key, list(ids), "each id once")
    plain = RequirementCheck(vocabulary, file, derived=False)
    yield from plain.faults(measure.conditions, "conditions")
    refusals = RequirementCheck(vocabulary, file, derived=False, only_conditions=True)
    yield from refusals.faults(measure.not_when, "not-when")
    useful = RequirementCheck(vocabulary, file, derived=True)
    yield from useful.faults(measure.placement.useful_when, "route.useful-when")
    yield from useful.faults(measure.placement.not_useful_when, "route.not-useful-when")
    yield from _version_faults(measure, file)
    hours = measure.weekly_hours
    if hours and hours.least > hours.most:
        yield ContentError(file, "weekly-hours.most", hours.most, f"at least {hours.least}")


def _version_faults(measure: Measure, file: str) -> Iterator[ContentError]:
    for position, version in enumerate(measure.versions):
        yield from _period_faults(version, file, f"versions.{position}")
    ordered = sorted(measure.versions, key=lambda version: version.first_day or date.min)
    for former, later in pairwise(ordered):
        if former.last_day is None or (later.first_day or date.min) <= former.last_day:
            yield ContentError(file, "versions", str(later.first_day), "versions that do not overlap")


def _period_faults(version: Version, file: str, place: str) -> Iterator[ContentError]:
    first, last = version.first_day or date.min, version.last_day or date.max
    if first > last:
        yield ContentError(file, f"{place}.to", str(last), f"a day on or after {first}")
    for position, window in enumerate(version.windows):
        where = f"{place}.windows.{position}"
        if window.first_day > window.last_day:
            yield ContentError(file, f"{where}.to", str(window.last_day), f"a day on or after {window.first_day}")
        elif window.first_day < first or window.last_day > last:
            found = f"{window.first_day} to {window.last_day}"
            yield ContentError(file, where, found, "a window inside its version")
    amount = version.amount
    if amount and amount.minimum is not None and amount.maximum is not None and amount.minimum > amount.maximum:
        yield ContentError(file, f"{place}.amount.maximum", amount.maximum, f"at least {amount.minimum}")


def alias_faults(
    measures: Mapping[str, Measure], checked: Mapping[str, Measure], folder: str
) -> Iterator[ContentError]:
    """Names of the checked measures that another one of the measures has already."""
    others = {name: measure for name, measure in measures.items() if name not in checked}
    owners = {joined_key(alias): measure.id for measure in others.values() for alias in measure.aliases}
    owners |= {joined_key(name): measure.id for measure in measures.values() for name in measure.name.values()}
    owners |= {joined_key(name): name for name in measures}
    for measure in checked.values():
        file = f"{folder}/{measure.id}.yml"
        for position, alias in enumerate(measure.aliases):
            key = joined_key(alias)
            if len(key) < SHORTEST_ALIAS:
                yield ContentError(file, f"aliases.{position}", alias, f"at least {SHORTEST_ALIAS} letters")
            owner = owners.setdefault(key, measure.id)
            if owner != measure.id:
                yield ContentError(file, f"aliases.{position}", alias, f"a name that {owner} does not have")
