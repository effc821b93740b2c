"""The route as a picture, and the facts it stands on."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.stand_in import Scene, StandInServer
from tests.browser.steps import open_portal, say, show, start


@pytest.fixture
def with_route(page: Page, scene: Scene, api: StandInServer) -> Page:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "last"
    say(page, "Ik ben 58 en heb schulden")
    page.get_by_role("button", name="Bekijk mijn route").click()
    expect(page.get_by_role("heading", name="Mijn route")).to_be_visible()
    return page


def step(page: Page, measure: str) -> Locator:
    return page.locator(f"[data-measure={measure}]")


def test_what_can_be_done_today_comes_first(with_route: Page) -> None:
    first = with_route.locator(".stop").first
    expect(first).to_contain_text("Dit kun je vandaag doen")
    expect(first.get_by_role("heading", level=4)).to_contain_text("Geldfit")
    expect(with_route.get_by_text("Dit kun je vandaag doen")).to_have_count(1)


def test_phone_numbers_and_sites_are_links(with_route: Page) -> None:
    first = step(with_route, "geldfit")
    expect(first.get_by_role("link", name="Bel 0800-8115")).to_have_attribute("href", "tel:08008115")
    expect(first.get_by_role("link", name="Ga naar geldfit.nl")).to_have_attribute("href", "https://geldfit.nl/")


def test_why_starts_with_the_own_words(with_route: Page) -> None:
    expect(step(with_route, "geldfit").locator(".chain")).to_have_text(
        "ik heb schulden Geen geld om te leren Eerst andere problemen oplossen", use_inner_text=True
    )


def test_a_step_tells_cost_hours_who_and_what_is_unsure(with_route: Page) -> None:
    learning = step(with_route, "bbl")
    expect(learning).to_contain_text("Nog niet zeker.")
    expect(learning).to_contain_text("Uren werk per week")
    learning.get_by_text("Meer over deze stap").click()
    for text in ("Vaak 4 dagen werk", "1 tot 4 jaar", "ongeveer 300 euro", "De school", "Nog niet nagekeken"):
        expect(learning).to_contain_text(text)


def test_other_measures_are_called_by_their_name(with_route: Page) -> None:
    desk = step(with_route, "werkcentrum")
    desk.get_by_text("Meer over deze stap").click()
    expect(desk).to_contain_text("Of kies iets anders")
    expect(desk).to_contain_text("Leerwerkloket")


def test_what_is_not_possible_says_why_and_what_instead(with_route: Page) -> None:
    refused = with_route.get_by_role("region", name="Dit kan nu niet")
    expect(refused).to_contain_text("STAP-budget")
    expect(refused).to_contain_text("gestopt op 1 januari 2024")
    expect(refused).to_contain_text("Leeroverzicht, Werkcentrum")


def test_a_step_that_is_ticked_off_stays_so(with_route: Page, api: StandInServer) -> None:
    with_route.get_by_label("Gedaan (Geldfit)").check()
    expect(with_route.get_by_text("1 van de 4 stappen gedaan")).to_be_visible()
    open_portal(with_route, api.base_url)
    show(with_route, "Mijn route")
    expect(with_route.get_by_label("Gedaan (Geldfit)")).to_be_checked()


def test_the_facts_say_where_they_came_from(with_route: Page) -> None:
    show(with_route, "Mijn gegevens")
    expect(with_route.locator("[data-field=age]")).to_contain_text("Jij zei: “ik ben 58”")
    expect(with_route.locator("[data-field=municipality]")).to_contain_text("Dit heb je gekozen")
    expect(with_route.locator("[data-field=work]")).to_contain_text("Werkloos")


def test_a_corrected_fact_marks_what_changed_in_the_route(with_route: Page, scene: Scene) -> None:
    case = scene.script["cases"]["case"]["route"]
    gone, *kept = case["steps"]
    kept[0] = {**kept[0], "text": "Bel eerst het Werkcentrum."}
    show(with_route, "Mijn gegevens")
    with_route.get_by_role("button", name="Aanpassen (Schulden)").click()
    scene.script["cases"]["case"]["route"] = {**case, "steps": kept}
    with_route.locator("[data-field=debts]").get_by_role("button", name="Nee").click()
    expect(with_route.get_by_text("Je route is veranderd.")).to_be_visible()
    assert scene.corrections == [{"debts": False}]
    with_route.get_by_role("button", name="Bekijk je route").click()
    expect(with_route.get_by_text(f"Niet meer in je route: {gone['title']}")).to_be_visible()
    expect(step(with_route, "werkcentrum")).to_contain_text("Veranderd")
    expect(step(with_route, "bbl")).not_to_contain_text("Veranderd")


def test_a_fact_can_be_made_unknown_again(with_route: Page, scene: Scene) -> None:
    show(with_route, "Mijn gegevens")
    with_route.get_by_role("button", name="Aanpassen (Leeftijd)").click()
    with_route.get_by_role("button", name="Dit niet gebruiken").click()
    expect(with_route.get_by_text("Je route blijft hetzelfde.")).to_be_visible()
    assert scene.corrections == [{"age": None}]


def test_a_correction_that_fails_keeps_the_editor(with_route: Page, scene: Scene) -> None:
    show(with_route, "Mijn gegevens")
    with_route.get_by_role("button", name="Aanpassen (Leeftijd)").click()
    scene.failures = [(503, "Dit lukt nu even niet.")]
    with_route.get_by_role("button", name="Bewaar").click()
    expect(with_route.get_by_role("alert")).to_have_text("Dit lukt nu even niet.")
    expect(with_route.get_by_role("button", name="Bewaar")).to_be_visible()


def test_a_mail_to_oneself_holds_the_steps(with_route: Page) -> None:
    address = unquote(with_route.get_by_role("link", name="Mail naar jezelf").get_attribute("href") or "")
    assert address.startswith("mailto:?subject=Mijn leerroute")
    assert "Geldfit" in address
    assert "Bel 0800-8115" in address


def test_the_print_holds_the_route_alone(with_route: Page) -> None:
    with_route.evaluate("window.print = () => {}")
    with_route.get_by_role("button", name="Druk af").click()
    with_route.emulate_media(media="print")
    expect(with_route.get_by_role("heading", name="Geldfit")).to_be_visible()
    expect(with_route.get_by_role("button", name="Druk af")).to_be_hidden()
    expect(with_route.get_by_text("Praat je liever met een mens?")).to_be_hidden()
    with_route.evaluate("window.dispatchEvent(new Event('afterprint'))")
    with_route.emulate_media(media="screen")
    expect(with_route.get_by_text("Praat je liever met een mens?")).to_be_visible()


def test_no_motion_for_who_wants_none(
    open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    open_portal(page, api.base_url)
    start(page)
    scene.delay = 1
    page.get_by_role("button", name="Ik heb geen werk").click()
    dot = page.locator(".typing i").first
    assert dot.evaluate("one => getComputedStyle(one).animationName") == "none"
