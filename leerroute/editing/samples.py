"""Golden cases and invented people, read at run time so that an editor sees what a change does to them.

They are the very files of the tests (tests/cases, tests/personas): one set of examples, for developers and editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from leerroute.catalogue.loader import CONTENT
from leerroute.domain.eligibility import assess, limits_on
from leerroute.domain.measure import DatedAmount, Measure
from leerroute.domain.profile import Profile

EXAMPLES = CONTENT.parent / "tests"
JUDGED = ("status", "eligibility", "missing", "applicant")
Outcome = dict[str, Any]


@dataclass(frozen=True)
class GoldenCase:
    """A sentence about one measure on a date for a profile, with what must come out."""

    name: str
    on: date
    profile: Profile
    expected: Outcome


@dataclass(frozen=True)
class Person:
    """An invented person: what is told about them, and everything that is known."""

    name: str
    about: str
    profile: Profile


def golden_cases(measure: str, folder: Path = EXAMPLES) -> tuple[GoldenCase, ...]:
    """The golden cases of a measure; none when there is no file for it."""
    path = folder / "cases" / f"{measure}.yml"
    if not path.is_file():
        return ()
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        GoldenCase(
            case["name"],
            case["on"],
            Profile.of(case.get("profile") or {}),
            {name: _sorted(case[name]) for name in JUDGED if name in case},
        )
        for case in content["cases"]
    )


@cache
def people(folder: Path = EXAMPLES) -> tuple[Person, ...]:
    """The invented people, by name."""
    personas = folder / "personas"
    if not (personas / "people").is_dir():
        return ()
    ordinary = yaml.safe_load((personas / "ordinary.yml").read_text(encoding="utf-8"))
    return tuple(_person(path, ordinary) for path in sorted((personas / "people").glob("*.yml")))


def outcome(measure: Measure, profile: Profile, on: date, amounts: Mapping[str, DatedAmount]) -> Outcome:
    """How the measure is judged, in the words of a golden case."""
    judged = assess(measure, profile, on, limits_on(amounts, on))
    return {name: _sorted(getattr(judged, name)) for name in JUDGED}


def _person(path: Path, ordinary: Mapping[str, Any]) -> Person:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Person(path.stem, content["about"], Profile.of({**ordinary, **content["truth"]}))


def _sorted(value: Any) -> Any:
    return sorted(value) if isinstance(value, list | tuple | set | frozenset) else value
