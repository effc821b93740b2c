"""The golden cases: tests/cases/<measure>.yml, each a sentence about one measure on one date for one profile."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from leerroute.catalogue.content import read_content
from leerroute.domain.eligibility import assess, limits_on
from leerroute.domain.measure import Catalogue
from leerroute.domain.profile import Profile

CASES = Path(__file__).parent
CONTENT = CASES.parents[1] / "catalogue"
JUDGED = ("status", "eligibility", "missing", "applicant")


@cache
def catalogue() -> Catalogue:
    return read_content(CONTENT).catalogue


def every_case() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yml")):
        content = yaml.safe_load(path.read_text())
        assert content["measure"] == path.stem, f"{path.name}: measure is {content['measure']}"
        found += [pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}") for case in content["cases"]]
    return found


@pytest.mark.parametrize(("measure", "case"), every_case())
def test_case(measure: str, case: dict[str, Any]) -> None:
    on: date = case["on"]
    profile = Profile.of(case.get("profile") or {})
    judged = assess(catalogue().measures[measure], profile, on, limits_on(catalogue().amounts, on))
    outcome = {name: getattr(judged, name) for name in JUDGED if name in case}
    outcome.update({"missing": sorted(judged.missing)} if "missing" in case else {})
    expected = {name: case[name] for name in JUDGED if name in case}
    expected.update({"missing": sorted(case["missing"])} if "missing" in case else {})
    assert outcome == expected


def test_every_measure_has_at_least_two_cases() -> None:
    counted = {path.stem: len(yaml.safe_load(path.read_text())["cases"]) for path in CASES.glob("*.yml")}
    assert {name: counted.get(name, 0) for name in catalogue().measures if counted.get(name, 0) < 2} == {}
