"""Judging all measures at once comes to the same as judging one after another, also on a kept day."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerroute.catalogue.content import read_content
from leerroute.catalogue.loader import CONTENT
from leerroute.domain.interview import Survey, _joint_values
from leerroute.domain.measure import Catalogue
from leerroute.domain.ordering import ranked_by_purpose
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import BARRIERS, FIELDS, Profile
from leerroute.domain.question import Interview
from leerroute.domain.ranking import Situation
from tests.domain import plain
from tests.support.large import MUNICIPALITIES, varied

TODAY = date(2026, 11, 23)


@cache
def catalogue_of(size: int) -> Catalogue:
    whole = read_content(CONTENT).catalogue
    return Catalogue(varied(list(whole.measures.values()), size, TODAY), whole.amounts)


def field_values(name: str) -> st.SearchStrategy[Any]:
    spec = FIELDS[name]
    match spec.kind:
        case "integer":
            return st.integers(spec.minimum, spec.maximum)
        case "boolean":
            return st.booleans()
        case "choice":
            return st.sampled_from(spec.values)
        case "choices":
            return st.lists(st.sampled_from(spec.values), unique=True)
        case "municipality":
            return st.sampled_from(MUNICIPALITIES)
    return st.just("bakker")


profiles = st.fixed_dictionaries({}, optional={name: field_values(name) for name in FIELDS}).map(Profile.of)
days = st.one_of(st.just(TODAY), st.dates(date(2021, 1, 1), date(2031, 1, 1)))


@pytest.mark.parametrize("size", [100, 700])
@settings(max_examples=60, deadline=None)
@given(profile=profiles, on=days)
def test_the_order_is_the_plain_order(size: int, profile: Profile, on: date) -> None:
    catalogue = catalogue_of(size)
    situation = Situation.of(catalogue, profile, on)
    found = {purpose: [m.id for m in ranked] for purpose, ranked in ranked_by_purpose(situation).items()}
    assert found == plain.ranking(catalogue, situation)


@pytest.mark.parametrize("size", [100, 700])
@settings(max_examples=40, deadline=None)
@given(profile=profiles, on=days)
def test_what_is_not_possible_is_the_same(size: int, profile: Profile, on: date) -> None:
    catalogue = catalogue_of(size)
    route = plan_route(catalogue, profile, on)
    steps = [step.assessment.measure.id for step in route.steps]
    named = [entry.assessment.measure.id for entry in route.not_possible]
    assert named == plain.not_possible(catalogue, Situation.of(catalogue, profile, on), steps)


@pytest.mark.parametrize("size", [100, 700])
@settings(max_examples=40, deadline=None)
@given(profile=profiles, on=days, denied=st.frozensets(st.sampled_from(BARRIERS)))
def test_open_fields_weigh_the_same(size: int, profile: Profile, on: date, denied: frozenset[str]) -> None:
    catalogue = catalogue_of(size)
    found = _joint_values(Survey(catalogue, Interview(profile, denied), on))
    assert found == pytest.approx(plain.joint_values(catalogue, Situation.of(catalogue, profile, on), denied))


def test_only_a_few_days_are_kept() -> None:
    catalogue = catalogue_of(100)
    for year in range(2021, 2031):
        Situation.of(catalogue, Profile(), date(year, 1, 1))
    assert len(catalogue.kept["days"]) <= 4
