"""The public pages to look through the catalogue: what they show, in which language, and what they never do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from leerroute.catalogue.loader import CONTENT, load
from leerroute.database import make_engine, upgrade
from tests.api.conftest import Api
from tests.catalogue.local_example import CITY, DESK, ELSEWHERE, FUND, TEXTS, add_local


@pytest.fixture
def browser(api: Api) -> Iterator[httpx.Client]:
    with api.client() as client:
        yield client


def listed(page: httpx.Response) -> list[str]:
    """The ids in the list, in order."""
    assert page.status_code == 200, page.text
    return re.findall(r'<h3><a href="/regelingen/([a-z0-9-]+)', page.text)


def total(page: httpx.Response) -> int:
    return int(re.search(r'role="status">(\d+)', page.text)[1])  # type: ignore[index]


def test_the_list_is_of_today_and_paged(browser: httpx.Client) -> None:
    first = browser.get("/regelingen")
    assert total(first) >= 100
    assert "23 november 2026" in first.text
    found = [name for number in range(1, 7) for name in listed(browser.get(f"/regelingen?bladzijde={number}"))]
    assert len(found) == len(set(found)) == total(first)


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("schulden", "schuldhulpverlening"),
        ("nederlands leren", "taalhuis"),
        ("taal leren", "bibliotheek-cursus"),
        ("heftruck", "stl-soob"),
        ("heftrucks", "praktijkverklaring"),
        ("STAP", "stap-budget"),
        ("subsidies", "subsidie-praktijkleren-bbl"),
        ("levenlanglerenkredit", "levenlanglerenkrediet"),
    ],
)
def test_words_find_other_forms_and_parts_of_words(browser: httpx.Client, words: str, measure: str) -> None:
    found = [
        name for n in (1, 2) for name in listed(browser.get("/regelingen", params={"woorden": words, "bladzijde": n}))
    ]
    assert measure in found


@pytest.mark.parametrize(
    ("field", "value", "within"),
    [
        ("belemmering", "no-means", "studietoeslag"),
        ("doelgroep", "unemployed", "slim-scholingssubsidie"),
        ("vorm", "informal", "vrijwilligerswerk"),
        ("stand", "ended", "stap-budget"),
    ],
)
def test_every_filter_narrows(browser: httpx.Client, field: str, value: str, within: str) -> None:
    pages = [browser.get("/regelingen", params={field: value, "bladzijde": n}) for n in (1, 2, 3, 4)]
    assert 0 < total(pages[0]) < total(browser.get("/regelingen"))
    assert within in [name for page in pages for name in listed(page)]


def test_another_day_has_another_list(browser: httpx.Client) -> None:
    then = browser.get("/regelingen?datum=2023-06-01&stand=ended")
    assert "stap-budget" not in listed(then)
    assert "1 juni 2023" in then.text


def test_a_measure_that_ended_says_so_and_what_there_is_now(browser: httpx.Client) -> None:
    text = browser.get("/regelingen/stap-budget").text
    assert "1 januari 2024" in text
    assert "Wat er nu wel is" in text
    assert 'href="/regelingen/' in text
    assert "Nagekeken op" in text


def test_a_measure_tells_for_whom_amounts_and_windows(browser: httpx.Client) -> None:
    text = browser.get("/regelingen/slim-scholingssubsidie").text
    for part in ("in loondienst", "90 procent", "26 mei 2026", "31 december 2026", "je werkgever", "niet nagekeken"):
        assert part in text, part
    assert "2025 ronde 1" not in text  # a round of a former version


def test_what_is_not_verified_is_marked(browser: httpx.Client) -> None:
    weak = [name for name in listed(browser.get("/regelingen?stand=open")) if name]
    assert weak
    unsure = browser.get("/regelingen", params={"woorden": "derde leerweg"})
    assert "niet nagekeken" in unsure.text


def test_what_was_checked_long_ago_is_marked(browser: httpx.Client) -> None:
    assert "lang niet nagekeken" not in browser.get("/regelingen/geldfit").text
    assert "lang niet nagekeken" in browser.get("/regelingen/geldfit?datum=2027-11-23").text
    assert "lang niet nagekeken" not in browser.get("/regelingen?woorden=geldfit").text
    assert "lang niet nagekeken" in browser.get("/regelingen?woorden=geldfit&datum=2027-11-23").text


def test_in_english(browser: httpx.Client) -> None:
    page = browser.get("/regelingen/geldfit?taal=en")
    assert page.headers["content-language"] == "en"
    assert '<html lang="en">' in page.text
    assert "What can you do?" in page.text
    assert "/regelingen/geldfit?datum=2026-11-23" in page.text  # the same page in Dutch


def test_what_cannot_be_understood_is_said_and_left_out(browser: httpx.Client) -> None:
    page = browser.get("/regelingen?datum=gisteren&stand=misschien&vorm=x&bladzijde=-4&gemeente=Nergenshuizen")
    assert total(page) == total(browser.get("/regelingen"))
    assert "“gisteren” is geen dag" in page.text
    assert "We kennen “Nergenshuizen” niet" in page.text


def test_a_place_with_one_name_in_two_municipalities_is_asked_back(browser: httpx.Client) -> None:
    page = browser.get("/regelingen?gemeente=Bergen")
    assert "Welke bedoel je met “Bergen”?" in page.text
    assert re.search(r"gemeente=GM0373", page.text)


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "' OR 1=1", "x" * 5000, "\x00"],
)
def test_signs_in_the_search_are_text(browser: httpx.Client, words: str) -> None:
    page = browser.get("/regelingen", params={"woorden": words, "gemeente": words, "datum": words, "stand": words})
    assert page.status_code == 200
    assert "<script" not in page.text
    assert "<img" not in page.text
    assert "49" not in page.text.split('id="woorden"')[1][:200]


def test_a_measure_that_does_not_exist_is_a_page_that_says_so(browser: httpx.Client) -> None:
    page = browser.get("/regelingen/bestaat-niet")
    assert page.status_code == 404
    assert "Dit staat er niet" in page.text
    assert page.headers["content-type"].startswith("text/html")


def test_the_pages_run_nothing_and_load_only_their_own_style(browser: httpx.Client) -> None:
    for address in ("/regelingen", "/regelingen/geldfit"):
        page = browser.get(address)
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "<script" not in page.text
        assert 'style="' not in page.text
        loaded = re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', page.text)
        assert all(link.startswith("/") for link in loaded)
    assert browser.get("/regelingen-vorm/regelingen.css").status_code == 200


def test_every_measure_has_a_page_in_both_languages(browser: httpx.Client) -> None:
    names = [name for number in range(1, 7) for name in listed(browser.get(f"/regelingen?bladzijde={number}"))]
    for name in names:
        for language in ("nl", "en"):
            page = browser.get(f"/regelingen/{name}?taal={language}")
            assert page.status_code == 200, name
            assert "{" not in page.text, name


def test_a_place_has_its_own_and_others_do_not(start_api, tmp_path) -> None:  # type: ignore[no-untyped-def]
    import shutil

    folder = tmp_path / "catalogue"
    shutil.copytree(CONTENT, folder)
    add_local(folder, CITY, fund=FUND, texts=TEXTS, desk=DESK)
    url = f"sqlite:///{tmp_path / 'local.db'}"
    engine = make_engine(url)
    upgrade(engine)
    load(engine, folder)
    engine.dispose()
    with start_api(database_url=url).client() as browser:
        assert listed(browser.get("/regelingen?woorden=voorbeeldfonds&gemeente=Amsterdam")) == ["voorbeeldfonds"]
        assert listed(browser.get(f"/regelingen?woorden=voorbeeldfonds&gemeente={ELSEWHERE}")) == []
        assert "Dit is van Amsterdam." in browser.get("/regelingen/voorbeeldfonds?gemeente=GM0363").text
        assert browser.get("/regelingen/voorbeeldfonds").status_code == 404
        here = browser.get("/api/v1/measures/geldfit?municipality=GM0363").json()
        assert here["place"] == CITY
        assert browser.get("/api/v1/measures/geldfit").json()["place"] is None
        assert browser.get("/api/v1/measures?municipality=GM9999").status_code == 400
        form = browser.get("/api/v1/measures?learningForm=informal&pageSize=50").json()
        assert {item["learningForm"] for item in form["items"]} == {"informal"}
        assert form["pageSize"] == 50
