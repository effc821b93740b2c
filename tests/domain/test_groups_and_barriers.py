"""Target groups and barriers on both sides of each boundary."""

import pytest

from leerroute.domain.barriers import find_barriers
from leerroute.domain.groups import target_groups
from leerroute.domain.profile import Profile

ILL = "low-educated-unemployed-with-health-complaints"
EMPLOYED = {"work": "employed"}


@pytest.mark.parametrize(
    ("data", "group", "belongs"),
    [
        ({"work": "unemployed"}, "unemployed", True),
        ({"work": "not-in-labour-force"}, "unemployed", False),
        (EMPLOYED | {"hoursPerWeek": 34}, "part-time", True),
        (EMPLOYED | {"hoursPerWeek": 35}, "part-time", False),
        ({"work": "self-employed", "hoursPerWeek": 20}, "part-time", False),
        (EMPLOYED | {"age": 45}, "worker-45-plus", True),
        (EMPLOYED | {"age": 44}, "worker-45-plus", False),
        ({"education": "mbo1"}, "no-start-qualification", True),
        ({"education": "mbo2"}, "no-start-qualification", False),
        ({"education": "havo"}, "no-start-qualification", False),
        ({"work": "self-employed"}, "self-employed", True),
        (EMPLOYED | {"contract": "temporary"}, "temporary-contract", True),
        (EMPLOYED | {"contract": "agency"}, "temporary-contract", False),
        (EMPLOYED | {"sector": "retail"}, "private-sector", True),
        (EMPLOYED | {"sector": "health-care"}, "private-sector", False),
        (EMPLOYED | {"sector": "education"}, "private-sector", False),
        ({"work": "unemployed", "sector": "retail"}, "private-sector", False),
        (EMPLOYED | {"hoursPerWeek": 20, "careTasks": "both"}, "part-time-working-parent", True),
        (EMPLOYED | {"hoursPerWeek": 20, "careTasks": "informal-care"}, "part-time-working-parent", False),
        ({"work": "unemployed", "education": "vmbo", "healthLimits": True}, ILL, True),
        ({"work": "unemployed", "education": "mbo1", "healthLimits": True}, ILL, False),
        ({"work": "unemployed", "age": 55}, "jobless-55-plus", True),
        ({"work": "unemployed", "age": 54}, "jobless-55-plus", False),
    ],
)  # fmt: skip
def test_a_group_by_its_rule(data: dict[str, object], group: str, belongs: bool) -> None:
    assert (group in {g.id for g in target_groups(Profile.of(data))}) is belongs


def test_a_group_says_which_fields_it_follows_from() -> None:
    (group,) = target_groups(Profile.of({"education": "none"}))
    assert group.because == ("education",)


@pytest.mark.parametrize(
    ("data", "barriers"),
    [
        ({"learningBudget": "none"}, ["no-means"]),
        ({"learningBudget": "some"}, []),
        ({"debts": True}, []),
        ({"debts": True, "healthLimits": True}, ["multiple-problems"]),
        ({"debts": True, "housingProblem": True}, ["multiple-problems"]),
        ({"debts": True, "healthLimits": False}, []),
        ({"learningHoursPerWeek": 0}, ["time-pressure"]),
        ({"learningHoursPerWeek": 1}, []),
        ({"barriers": ["no-future-outlook"]}, ["no-future-outlook"]),
    ],
)
def test_a_barrier_needs_ground(data: dict[str, object], barriers: list[str]) -> None:
    assert [b.id for b in find_barriers(Profile.of(data))] == barriers


def test_what_the_person_said_is_stronger_than_what_follows() -> None:
    (follows,) = find_barriers(Profile.of({"learningBudget": "none"}))
    (said,) = find_barriers(Profile.of({"learningBudget": "none", "barriers": ["no-means"]}))
    assert (follows.strength, said.strength) == ("likely", "strong")
    assert [e.field for e in said.evidence] == ["barriers", "learningBudget"]
