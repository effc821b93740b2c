"""Which courses a person is shown under a learning step: by time, place, level and money."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from leerroute.catalogue import CatalogueRepository
from leerroute.domain.offers import Offer, fitting
from leerroute.domain.profile import Profile
from leerroute.service.routes import RouteService
from leerroute.supply.importing import run_import
from leerroute.supply.records import Import
from tests.supply.conftest import SAMPLES

TODAY = date(2026, 11, 23)
NEAR = frozenset({"GM0344", "GM0307"})
COURSE = Offer(
    "bron",
    "1",
    "mbo-certificaat",
    "Heftruck",
    "School",
    municipality="GM0344",
    starts_on=date(2027, 1, 11),
    price=45000,
)


def shown(offer: Offer, **profile: object) -> bool:
    return bool(fitting([offer], Profile.of({"municipality": "GM0344", **profile}), TODAY, NEAR))


@pytest.mark.parametrize(
    ("change", "profile", "expected"),
    [
        ({}, {}, True),
        ({"starts_on": TODAY}, {}, True),
        ({"starts_on": date(2026, 11, 22)}, {}, False),
        ({"starts_on": date(2026, 11, 22), "flexible_start": True}, {}, True),
        ({"enrol_until": TODAY}, {}, True),
        ({"enrol_until": date(2026, 11, 22)}, {}, False),
        ({"ends_on": date(2026, 11, 22)}, {}, False),
        ({"hours_per_week": 8}, {"learningHoursPerWeek": 8}, True),
        ({"hours_per_week": 9}, {"learningHoursPerWeek": 8}, False),
        ({"hours_per_week": None}, {"learningHoursPerWeek": 1}, True),
        ({"moments": frozenset({"evening"})}, {"learningMoments": ["evening", "weekend"]}, True),
        ({"moments": frozenset({"daytime"})}, {"learningMoments": ["evening"]}, False),
        ({"municipality": "GM0363"}, {}, False),
        ({"municipality": None}, {}, False),
        ({"municipality": None, "online": True}, {}, True),
        ({"level": "mbo1"}, {}, True),
        ({"level": "mbo2"}, {}, False),
        ({"level": "mbo2"}, {"education": "vmbo"}, True),
        ({"level": "hbo"}, {"education": "mbo3"}, False),
        ({"level": "hbo"}, {"education": "mbo4"}, True),
        ({"level": "ad"}, {"education": "havo"}, True),
        ({"level": "wo"}, {"education": "havo"}, False),
        ({}, {"learningBudget": "some"}, True),
        ({}, {"learningBudget": "none"}, False),
        ({"price": None}, {"learningBudget": "none"}, False),
        ({"price": 0}, {"learningBudget": "none"}, True),
        ({}, {"debts": True}, False),
        ({"price": 0}, {"debts": True}, True),
    ],
)
def test_fitting(change: dict[str, object], profile: dict[str, object], expected: bool) -> None:
    assert shown(replace(COURSE, **change), **profile) is expected  # type: ignore[arg-type]


def test_the_nearest_and_soonest_come_first_and_three_at_most() -> None:
    far = replace(COURSE, id="far", municipality="GM0307", starts_on=date(2026, 12, 1))
    late = replace(COURSE, id="late", starts_on=date(2027, 5, 1))
    now = replace(COURSE, id="now", starts_on=None, flexible_start=True)
    profile = Profile.of({"municipality": "GM0344"})
    assert [o.id for o in fitting([far, late, COURSE, now], profile, TODAY, NEAR)] == ["now", "1", "late"]


def test_imported_courses_stand_under_the_learning_step(engine: Engine, given: Import) -> None:
    run_import(engine, "duo-mbo", [SAMPLES / "duo.csv"], given)
    person = {
        "age": 34, "work": "unemployed", "monthsUnemployed": 8, "benefit": "none", "education": "vmbo",
        "goal": "find-work", "learnsBest": "by-doing", "municipality": "GM0344", "debts": False,
    }  # fmt: skip
    service = RouteService(CatalogueRepository(engine))
    steps: Any = service.plan(Profile.of(person), TODAY)["steps"]
    learning = next(step for step in steps if step["phase"] == "learn")
    assert "bbl" in (learning["measure"]["id"], *learning["alternatives"])
    assert ("Logistiek medewerker", "bbl") in [(offer["name"], offer["measure"]) for offer in learning["offers"]]
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date().isoformat()
    assert {(offer["source"], offer["importedOn"]) for offer in learning["offers"]} == {(given.source, today)}
    assert all(step["offers"] == [] for step in steps if step["phase"] != "learn")
    elsewhere: Any = service.plan(Profile.of(person | {"municipality": "GM0935"}), TODAY)["steps"]
    assert all(step["offers"] == [] for step in elsewhere)
