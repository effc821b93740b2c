"""A route from the SQL catalogue: the same as from the whole catalogue, and in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerroute.catalogue.loader import load
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine, upgrade
from leerroute.domain.measure import STALE_AFTER
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import FIELDS, Profile
from leerroute.service.routes import RouteService

TODAY = date(2026, 11, 23)
DEBTS_AT_58 = {"age": 58, "work": "unemployed", "education": "none", "debts": True}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CatalogueRepository]:
    engine = make_engine(f"sqlite:///{tmp_path_factory.mktemp('routes') / 'routes.db'}")
    upgrade(engine)
    load(engine, Path("catalogue"))
    yield CatalogueRepository(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def service(repository: CatalogueRepository) -> RouteService:
    return RouteService(repository)


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
            return st.sampled_from(["GM0363", "GM0599", "GM0772"])
        case _:
            return st.just("bakker")


profiles = st.fixed_dictionaries({}, optional={name: field_values(name) for name in FIELDS}).map(Profile.of)
dates = st.dates(date(2021, 1, 1), date(2031, 1, 1))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(profile=profiles, on=dates)
def test_what_sql_leaves_out_would_not_have_been_in_the_route(
    repository: CatalogueRepository, service: RouteService, profile: Profile, on: date
) -> None:
    assert service.route(profile, on) == plan_route(repository.catalogue(), profile, on)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(profile=profiles, on=dates)
def test_every_route_keeps_the_rules(service: RouteService, profile: Profile, on: date) -> None:
    route = service.plan(profile, on, include=["assessments"])
    json.dumps(route)
    phases = [step["phase"] for step in route["steps"]]
    learning = [n for n, phase in enumerate(phases) if phase == "learn"]
    for n, step in enumerate(route["steps"], start=1):
        assert step["order"] == n
        assert step["measure"]["status"] in ("open", "varies-locally")
        assert step["eligibility"] in ("yes", "unknown")
        assert (step["eligibility"] == "unknown") == bool(step["missing"])
        assert all(earlier < n for earlier in step["dependsOn"])
        assert step["text"]
        assert step["why"]
    if learning:
        assert all(n < learning[0] for n, phase in enumerate(phases) if phase in ("first", "orient"))
    if profile.get("debts"):
        assert "levenlanglerenkrediet" not in [step["measure"]["id"] for step in route["steps"]]
        assert "levenlanglerenkrediet" in [entry["measure"]["id"] for entry in route["notPossible"]]


def test_the_order_in_which_facts_are_told_does_not_matter(service: RouteService) -> None:
    backwards = dict(reversed(list(DEBTS_AT_58.items())))
    assert service.plan(Profile.of(DEBTS_AT_58), TODAY) == service.plan(Profile.of(backwards), TODAY)


def test_the_person_of_58_with_debts(service: RouteService) -> None:
    route = service.plan(Profile.of(DEBTS_AT_58), TODAY, quotes={"debts": "ik heb schulden"})
    ids = [step["measure"]["id"] for step in route["steps"]]
    assert ids[:2] == ["geldfit", "werkcentrum"]
    assert "praktijkverklaring" in ids
    assert route["steps"][0]["why"][0]["quotes"] == ["ik heb schulden"]
    ended = {entry["measure"]["id"]: entry for entry in route["notPossible"]}["stap-budget"]
    assert "1 januari 2024" in ended["reason"]
    assert ended["insteadOf"]


def test_every_reason_has_words_in_both_languages(service: RouteService) -> None:
    for on in (date(2020, 1, 1), date(2023, 6, 1), TODAY, date(2028, 1, 1)):
        for data in ({}, DEBTS_AT_58, {"age": 16, "work": "student", "benefit": "ww", "sector": "ict"}):
            dutch = service.plan(Profile.of(data), on, "nl", ["assessments"])
            english = service.plan(Profile.of(data), on, "en", ["assessments"])
            for left, right in zip(dutch["assessments"], english["assessments"], strict=True):
                for reason, translated in zip(left["reasons"], right["reasons"], strict=True):
                    assert reason["text"], f"{left['measure']}: {reason['code']}"
                    assert "{" not in reason["text"] + translated["text"]
                    assert reason["text"] != translated["text"], f"{left['measure']}: {reason['code']}"


def test_a_legal_age_is_written_as_people_say_it(service: RouteService) -> None:
    too_old = service.plan(Profile.of({"age": 57}), TODAY, include=["assessments"])
    credit = {a["measure"]: a for a in too_old["assessments"]}["levenlanglerenkrediet"]
    assert "57 jaar" in credit["reasons"][0]["text"]


def test_alternatives_and_replacements_carry_their_words(service: RouteService) -> None:
    route: Any = service.plan(Profile.of({**DEBTS_AT_58, "goal": "find-work", "driver": "more-income"}), TODAY)
    with_others = [step for step in route["steps"] if step["alternatives"]]
    assert with_others
    for step in with_others:
        assert [other["id"] for other in step["alternativeMeasures"]] == step["alternatives"]
        assert all(other["name"] and other["summary"] for other in step["alternativeMeasures"])
        assert step["chosenInsteadOf"] is None
    for entry in route["notPossible"]:
        assert [other["id"] for other in entry["insteadOfMeasures"]] == entry["insteadOf"]


def test_a_chosen_measure_says_what_stood_there_before(service: RouteService) -> None:
    profile = Profile.of({**DEBTS_AT_58, "goal": "find-work", "driver": "more-income"})
    route: Any = service.plan(profile, TODAY)
    before = next(s for s in route["steps"] if s["alternatives"])
    wanted = before["alternatives"][0]
    steps: Any = service.plan(profile, TODAY, chosen=[wanted])["steps"]
    step = next(s for s in steps if s["measure"]["id"] == wanted)
    assert step["chosenInsteadOf"]["id"] == before["measure"]["id"]


def test_an_old_check_of_the_sources_is_told(repository: CatalogueRepository, service: RouteService) -> None:
    measure = repository.catalogue().measures["werkcentrum"]
    assert measure.checked_on is not None
    last_day = measure.checked_on + STALE_AFTER
    for on, told in ((last_day, False), (last_day + timedelta(days=1), True)):
        shown = service.plan(Profile.of(DEBTS_AT_58), on)
        step = next(step for step in shown["steps"] if step["measure"]["id"] == "werkcentrum")  # type: ignore[union-attr]
        assert ("laatst na op" in (step["stale"] or "")) is told
        assert (step["stale"] in step["checkYourself"]) is told


def test_when_a_check_is_old_is_a_setting(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'one.db'}")
    upgrade(engine)
    load(engine, Path("catalogue"))
    strict = RouteService(CatalogueRepository(engine, timedelta(days=1)))
    shown = strict.plan(Profile.of(DEBTS_AT_58), TODAY + timedelta(days=30))
    assert any(step["stale"] for step in shown["steps"])  # type: ignore[union-attr]
    engine.dispose()


def test_the_totals_of_a_route_are_those_of_its_steps(service: RouteService) -> None:
    facts = {"literacy": "difficult", "work": "unemployed", "learningHoursPerWeek": 4, "municipality": "GM0014"}
    route: Any = service.plan(Profile.of(facts), TODAY)
    order = {step["measure"]["id"]: step["order"] for step in route["steps"]}
    totals = route["totals"]
    assert order["taalhuis"] in totals["freeSteps"]
    assert totals["hoursPerWeek"]["available"] == 4
    assert totals["hoursPerWeek"]["maximum"] >= 4
    assert totals["text"]
    assert service.plan(Profile.of(facts), TODAY, "en")["totals"] != totals
