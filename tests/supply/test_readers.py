"""Each format read: what becomes an offer, and what is refused with the field and the value."""

from datetime import date
from pathlib import Path

import pytest

from leerroute.domain.offers import Offer
from leerroute.supply.importing import READERS
from leerroute.supply.records import Found, Import, Refusal
from tests.supply.conftest import SAMPLES

PLACES = {"3511 AB": "GM0344", "3511AB": "GM0344", "utrecht": "GM0344", "amersfoort": "GM0307", "1012AB": "GM0363"}
GIVEN = Import("voorbeeld", lambda text: tuple({PLACES[key] for key in (text, text.lower()) if key in PLACES}))


def read(format_: str, *names: str, given: Import = GIVEN) -> list[Found]:
    return list(READERS[format_](format_, [SAMPLES / name for name in names], given))


def offers(found: list[Found]) -> dict[str, Offer]:
    return {item.id: item for item in found if isinstance(item, Offer)}


def refusals(found: list[Found]) -> list[tuple[str, str]]:
    return [(item.record, item.field) for item in found if isinstance(item, Refusal)]


def test_ooapi_5() -> None:
    found = read("ooapi-5", "ooapi5.json")
    assert offers(found)["o-1"] == Offer(
        source="voorbeeld", id="o-1", measure="mbo-certificaat", name="Heftruckchauffeur, januari",
        provider="Voorbeeldcollege", url="https://school.example/heftruck", level="mbo2", municipality="GM0344",
        place="Utrecht", starts_on=date(2027, 1, 11), enrol_until=date(2026, 12, 20), ends_on=date(2027, 3, 20),
        hours_per_week=6, price=45000,
    )  # fmt: skip
    assert refusals(found) == [("o-4", "startDate"), ("o-5", "course"), ("item 7", "offeringId")]


def test_markup_and_script_do_not_come_through() -> None:
    offer = offers(read("ooapi-5", "ooapi5.json"))["o-3"]
    assert offer.name == "alert(1) Heftruck avond"
    assert offer.url == "https://school.example/heftruck"


def test_ooapi_6() -> None:
    found = offers(read("ooapi-6", "ooapi6.json"))
    online, blended = found["p-1"], found["p-2"]
    assert (online.online, online.price, online.hours_per_week, online.enrol_until) == (True, 0, 3, date(2027, 1, 10))
    assert (blended.measure, blended.flexible_start, blended.municipality) == ("deeltijd-hbo-ad", True, "GM0363")
    assert blended.price is None, "parts without a total are not a price"
    assert blended.hours_per_week == 33


def test_edu_dex() -> None:
    found = read("edu-dex", "edudex.xml", given=Import("voorbeeld", GIVEN.find_place, "taalhuis"))
    dutch, excel = offers(found)["NL-B1/r1"], offers(found)["EXCEL/generic"]
    assert (dutch.name, dutch.provider, dutch.municipality) == (
        "Nederlands op de werkvloer",
        "Taalinstituut Voorbeeld",
        "GM0344",
    )
    assert (dutch.price, dutch.hours_per_week, dutch.starts_on) == (24200, 4, date(2027, 1, 12))
    assert (excel.online, excel.flexible_start, excel.price, excel.provider) == (True, True, 0, "voorbeeld")
    assert refusals(found) == [("NL-B1 r2", "startDate")]


def test_edu_dex_without_a_level_needs_a_measure() -> None:
    assert ("EXCEL generic", "level") in refusals(read("edu-dex", "edudex.xml"))


def test_duo() -> None:
    found = read("duo-mbo", "duo.csv")
    assert [(o.measure, o.level, o.municipality) for o in offers(found).values()] == [
        ("bbl", "mbo2", "GM0344"),
        ("derde-leerweg", "mbo3", "GM0344"),
        ("entree-opleiding", "mbo1", "GM0344"),
    ]
    assert refusals(found) == [("duo.csv, line 5", "way"), ("duo.csv, line 6", "place"), ("duo.csv, line 7", "level")]


@pytest.mark.parametrize(
    ("format_", "text", "says"),
    [
        ("ooapi-5", "{", "no JSON"),
        ("ooapi-6", '{"items": 3}', "expected a list"),
        ("edu-dex", "<program", "no XML"),
        ("edu-dex", "<a/>", "expected <program>"),
        ("edu-dex", '<!DOCTYPE a [<!ENTITY b "c">]><program>&b;</program>', "no XML"),
        ("duo-mbo", "NAAM;NIVEAU\nx;2\n", "columns that are missing: school_code"),
        ("duo-mbo", "", "columns that are missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(format_: str, text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "sample"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=says):
        list(READERS[format_](format_, [path], GIVEN))
