"""SQL narrows what the core judges, and never leaves out what could stand in the route."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerroute.catalogue import CatalogueRepository
from leerroute.domain.barriers import find_barriers
from leerroute.domain.groups import target_groups
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import FIELDS, Field, Profile

TODAY = date(2026, 11, 23)


def values_of(spec: Field, municipalities: list[str]) -> st.SearchStrategy[object]:
    """Any value of a field."""
    match spec.kind:
        case "integer":
            return st.integers(spec.minimum, spec.maximum)
        case "boolean":
            return st.booleans()
        case "choice":
            return st.sampled_from(spec.values)
        case "choices":
            return st.lists(st.sampled_from(spec.values), unique=True, min_size=1, max_size=3)
        case "municipality":
            return st.sampled_from(municipalities)
    return st.just("lasser")


PROFILES = st.fixed_dictionaries(
    {}, optional={name: values_of(spec, ["GM0363", "GM0014"]) for name, spec in FIELDS.items()}
)
DAYS = st.dates(date(2022, 1, 1), date(2028, 1, 1))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=PROFILES, on=DAYS)
def test_the_route_is_that_of_the_whole_catalogue(
    repository: CatalogueRepository, data: dict[str, object], on: date
) -> None:
    profile = Profile.of(data)
    asked: dict[str, Any] = {
        "barriers": [b.id for b in find_barriers(profile)],
        "target_groups": [g.id for g in target_groups(profile)],
        "municipality": data.get("municipality"),
        "sector": data.get("sector"),
    }
    whole = plan_route(repository.catalogue(), profile, on)
    of_any_time = repository.catalogue_for(repository.candidates(on, **asked, in_force=False))
    assert plan_route(of_any_time, profile, on) == whole
    narrow = plan_route(repository.catalogue_for(repository.candidates(on, **asked)), profile, on)
    assert [step.assessment.measure.id for step in narrow.steps] == [step.assessment.measure.id for step in whole.steps]


def test_what_has_ended_is_left_out_unless_asked_for(repository: CatalogueRepository) -> None:
    assert "stap-budget" not in repository.candidates(TODAY)
    assert "stap-budget" in repository.candidates(TODAY, in_force=False)


@pytest.mark.parametrize(
    ("on", "there"),
    [
        (date(2022, 2, 28), False),
        (date(2022, 3, 1), True),
        (date(2023, 12, 31), True),
        (date(2024, 1, 1), False),
    ],
)
def test_first_and_last_day_are_inside(repository: CatalogueRepository, on: date, there: bool) -> None:
    assert ("stap-budget" in repository.candidates(on)) is there


def test_a_sector_scheme_is_left_out_for_another_sector_only(repository: CatalogueRepository) -> None:
    assert "oom" in repository.candidates(TODAY)
    assert "oom" in repository.candidates(TODAY, sector="industry")
    assert "oom" not in repository.candidates(TODAY, sector="hospitality")


def test_every_filter_narrows(repository: CatalogueRepository) -> None:
    everything = set(repository.candidates(TODAY))
    narrowed = set(repository.candidates(TODAY, barriers=["time-pressure"], sector="hospitality"))
    assert narrowed < everything
    assert "werkcentrum" in narrowed
