"""Courses of schools under the learning step of the road map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.stand_in import Scene, StandInServer
from tests.browser.steps import open_portal, say, show, start

THREE = "3 cursussen van scholen"


def learning_step(page: Page, scene: Scene, api: StandInServer) -> Locator:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "last"
    say(page, "Hallo")
    show(page, "Mijn route")
    return page.locator("[data-measure=bbl]")


def offers_of(scene: Scene) -> list[dict[str, object]]:
    found: list[dict[str, object]] = scene.script["cases"]["case"]["route"]["steps"][2]["offers"]
    return found


def test_three_courses_wait_behind_a_button(page: Page, scene: Scene, api: StandInServer) -> None:
    step = learning_step(page, scene, api)
    button = step.locator("summary", has_text=THREE)
    expect(step.get_by_text("Zorghulp, met taalles").first).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    first, second, third = step.locator(".offers li").all()
    for text in ("Zorghulp, met taalles", "Voorbeeldcollege", "11 januari 2027", "18 december 2026", "Amsterdam",
                 "8 uur", "gratis"):  # fmt: skip
        expect(first).to_contain_text(text)
    expect(first.get_by_role("link", name="Ga naar voorbeeldcollege.example")).to_have_attribute(
        "href", "https://www.voorbeeldcollege.example/zorghulp"
    )
    expect(second).to_contain_text("Je kunt altijd beginnen")
    expect(second).to_contain_text("Diemen, online")
    expect(third).to_contain_text("Vraag dit aan de school")
    expect(third).to_contain_text("Vraag de school hoe je je aanmeldt.")
    expect(third.get_by_role("link")).to_have_count(0)
    expect(step).to_contain_text("Uit het aanbod van Voorbeeldcollege, opgehaald op 20 november 2026.")
    expect(step).to_contain_text("Uit het aanbod van Avondschool, opgehaald op 2 november 2026.")
    expect(page.locator("summary", has_text="cursussen van scholen")).to_have_count(1)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,<b>x"])
def test_two_courses_are_shown_at_once_and_what_a_feed_says_stays_text(
    address: str, page: Page, scene: Scene, api: StandInServer
) -> None:
    offers = offers_of(scene)
    offers[0] |= {"name": "<img src=x onerror=alert(1)>", "url": address}
    offers.pop()
    step = learning_step(page, scene, api)
    expect(step.get_by_role("heading", name="Cursussen van scholen")).to_be_visible()
    expect(step.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    assert step.locator(".offers li").first.locator("a, img").count() == 0
    assert step.get_by_text("Uit het aanbod van").count() == 1
