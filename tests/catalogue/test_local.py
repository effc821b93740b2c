"""A place adds to the catalogue or says things otherwise: its people see it, others do not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leerroute.catalogue.content import read_content
from leerroute.catalogue.errors import ContentErrors
from leerroute.catalogue.loader import CONTENT, load
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine, upgrade
from leerroute.domain.profile import Profile
from leerroute.service.routes import RouteService
from leerroute.service.talk_measures import MeasureAnswers
from tests.catalogue.local_example import (
    CITY,
    CITY_REGION,
    DESK,
    ELSEWHERE,
    FUND,
    TEXTS,
    VILLAGE_IN_REGION,
    add_local,
)

TODAY = date(2026, 11, 23)
NEEDS_MONEY = {"learningBudget": "none", "debts": True, "work": "unemployed", "literacy": "difficult"}


@pytest.fixture
def local(folder: Path) -> Path:
    """The content with the city's own measure, texts and desk."""
    add_local(folder, CITY, fund=FUND, texts=TEXTS, desk=DESK)
    return folder


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    sqlite = f"sqlite:///{tmp_path / 'local.db'}"
    made = make_engine(sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url"))
    upgrade(made)
    yield made
    made.dispose()


@pytest.fixture
def repository(engine: Engine, local: Path) -> CatalogueRepository:
    load(engine, local)
    return CatalogueRepository(engine)


def faults(folder: Path) -> list[tuple[str, str, object]]:
    with pytest.raises(ContentErrors) as caught:
        read_content(folder)
    return [(error.file, error.field, error.value) for error in caught.value.errors]


def test_people_of_the_place_get_it_and_others_do_not(repository: CatalogueRepository) -> None:
    service = RouteService(repository)
    for municipality, there in ((CITY, True), (VILLAGE_IN_REGION, False), (ELSEWHERE, False), (None, False)):
        given = NEEDS_MONEY if municipality is None else {**NEEDS_MONEY, "municipality": municipality}
        route = service.plan(Profile.of(given), TODAY, include=["assessments"])
        named = {step["measure"]["id"]: step for step in route["steps"]}  # type: ignore[index, union-attr]
        assert ("voorbeeldfonds" in named) is there, municipality
        judged = {entry["measure"] for entry in route["assessments"]}  # type: ignore[index, union-attr]
        assert ("voorbeeldfonds" in judged) is there, municipality
        help_with_debts = named["geldfit"]
        assert ("Voorbeeldstad" in help_with_debts["text"]) is there, municipality
        assert help_with_debts["measure"]["place"] == (CITY if there else None)


def test_what_comes_out_of_sql_is_what_the_files_say(repository: CatalogueRepository, local: Path) -> None:
    content = read_content(local)
    assert dict(repository.catalogue().measures) == dict(sorted(content.measures.items()))
    here = repository.catalogue(CITY).measures
    assert {name: here[name] for name in content.local.measures[CITY]} == content.local.measures[CITY]
    assert set(content.local.measures[CITY]) == {"voorbeeldfonds", "geldfit"}
    assert len(here) == len(content.measures) + 1


def test_national_content_stays_as_it_is(repository: CatalogueRepository) -> None:
    national = read_content(CONTENT).measures
    assert dict(repository.catalogue(ELSEWHERE).measures)["geldfit"] == national["geldfit"]
    rest = {name for name in national if name not in ("geldfit", "levenlanglerenkrediet")}
    here = repository.catalogue(CITY).measures
    assert all(here[name] == national[name] for name in rest)


def test_a_desk_of_its_own_goes_before_that_of_the_region(repository: CatalogueRepository) -> None:
    own, other = repository.desk(CITY), repository.desk(VILLAGE_IN_REGION)
    assert own
    assert other
    assert (own.name, own.phone) == ("Leerbalie Voorbeeldstad", "0900 5678")
    assert other.phone is None
    route = RouteService(repository).plan(Profile.of({"work": "unemployed", "municipality": CITY}), TODAY)
    contact = next(s["contact"] for s in route["steps"] if s["measure"]["id"] == "werkcentrum")  # type: ignore[index, union-attr, call-overload]
    assert contact["name"] == "Leerbalie Voorbeeldstad"
    assert contact["phone"] == "0900 5678"


def test_it_is_found_by_name_and_by_words_in_its_place_only(repository: CatalogueRepository) -> None:
    answers, wording = MeasureAnswers(repository), RouteService(repository).wording("nl")
    sentence = "bestaat het stadsleerfonds nog?"
    here = answers.about(sentence, Profile.of({"municipality": CITY}), TODAY, wording)
    assert here
    assert here.id == "voorbeeldfonds"
    assert answers.about(sentence, Profile.of({"municipality": ELSEWHERE}), TODAY, wording) is None
    assert repository.search("voorbeeldfonds", municipality=CITY) == ("voorbeeldfonds",)
    assert repository.search("voorbeeldfonds") == ()
    assert repository.list_measures(TODAY, municipality=CITY).total == repository.list_measures(TODAY).total + 1


def test_a_municipality_goes_before_its_region(folder: Path, engine: Engine) -> None:
    regional = FUND.replace("tot 500 euro", "tot 300 euro")
    add_local(folder, CITY_REGION, fund=regional)
    add_local(folder, CITY, fund=FUND)
    load(engine, folder)
    repository = CatalogueRepository(engine)
    said = {code: repository.catalogue(code).measures["voorbeeldfonds"] for code in (CITY, VILLAGE_IN_REGION)}
    assert "500" in said[CITY].summary["nl"]
    assert "300" in said[VILLAGE_IN_REGION].summary["nl"]
    assert "voorbeeldfonds" not in repository.catalogue(ELSEWHERE).measures


def test_texts_of_a_municipality_lie_over_the_measure_of_its_region(folder: Path) -> None:
    add_local(folder, CITY_REGION, fund=FUND)
    add_local(folder, CITY, texts=TEXTS.replace("geldfit:", "voorbeeldfonds:"))
    local = read_content(folder).local.measures[CITY]["voorbeeldfonds"]
    assert local.next_step["nl"] == "Bel de balie Geldzaken van Voorbeeldstad."
    assert local.provider == "Gemeente Voorbeeldstad"


def test_taking_the_files_away_takes_the_additions_away(engine: Engine, local: Path) -> None:
    load(engine, local)
    repository = CatalogueRepository(engine)
    assert "voorbeeldfonds" in repository.catalogue(CITY).measures
    (local / "local" / CITY / "measures" / "voorbeeldfonds.yml").unlink()
    load(engine, local)
    assert "voorbeeldfonds" not in repository.catalogue(CITY).measures


@pytest.mark.parametrize(
    ("place", "name", "text", "file", "field", "value"),
    [
        ("GM9999", "desk", DESK, "local/GM9999", "", "GM9999"),
        (CITY, "desk", DESK.replace("0900 5678", "bel ons"), f"local/{CITY}/desk.yml", "phone", "bel ons"),
        (CITY, "texts", TEXTS.replace("geldfit", "geldfat"), f"local/{CITY}/texts.yml", "geldfat", "geldfat"),
        (
            CITY,
            "texts",
            TEXTS.replace("Bel de", "<b>Bel</b> de"),
            f"local/{CITY}/texts.yml",
            "geldfit.next-step.nl",
            "<b>Bel</b> de balie Geldzaken van Voorbeeldstad.",
        ),
        (
            CITY,
            "fund",
            FUND.replace("stadsleerfonds]", "STAP budget]"),
            f"local/{CITY}/measures/voorbeeldfonds.yml",
            "aliases.1",
            "STAP budget",
        ),
        (
            CITY,
            "fund",
            FUND.replace("replaced-by: []", "replaced-by: [gone]"),
            f"local/{CITY}/measures/voorbeeldfonds.yml",
            "replaced-by.0",
            "gone",
        ),
        (
            CITY,
            "fund",
            FUND + "municipalities: [GM0599]\n",
            f"local/{CITY}/measures/voorbeeldfonds.yml",
            "municipalities",
            ["GM0599"],
        ),
    ],
)
def test_what_does_not_fit_is_told_with_file_field_and_value(
    folder: Path, place: str, name: str, text: str, file: str, field: str, value: object
) -> None:
    add_local(folder, place, **{name: text})
    assert faults(folder) == [(file, field, value)]


def test_rules_that_hold_everywhere_cannot_be_changed_in_one_place(folder: Path) -> None:
    root = add_local(folder, CITY)
    national = (CONTENT / "measures" / "stap-budget.yml").read_text(encoding="utf-8")
    (root / "measures" / "stap-budget.yml").write_text(national.replace("2023-12-31", "2027-12-31"), encoding="utf-8")
    found = faults(folder)
    assert (f"local/{CITY}/measures/stap-budget.yml", "id", "stap-budget") in found


def test_a_measure_and_a_text_for_it_in_one_place_are_a_conflict(folder: Path) -> None:
    add_local(folder, CITY, fund=FUND, texts=TEXTS.replace("geldfit:", "voorbeeldfonds:"))
    assert faults(folder) == [(f"local/{CITY}/texts.yml", "voorbeeldfonds", "voorbeeldfonds")]


def test_a_text_that_says_nothing_is_told(folder: Path) -> None:
    source = TEXTS.splitlines()[-1]
    add_local(folder, CITY, texts=f"geldfit:\n{source}\n")
    assert faults(folder) == [(f"local/{CITY}/texts.yml", "geldfit", None)]


def test_wrong_local_content_leaves_the_live_catalogue_as_it_was(engine: Engine, local: Path) -> None:
    load(engine, local)
    repository = CatalogueRepository(engine)
    before, revision = repository.catalogue(CITY), repository.revision()
    add_local(local, CITY, fund=FUND.replace("rank: 0", "rank: high"))
    with pytest.raises(ContentErrors):
        load(engine, local)
    assert repository.revision() == revision
    assert repository.catalogue(CITY) == before
