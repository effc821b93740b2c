"""Another way than the one that was advised, and back again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journey import CHOSEN, UNDONE, let_choose
from tests.browser.stand_in import Scene, StandInServer
from tests.browser.steps import open_portal, say, show, start, violations


@pytest.fixture
def route(page: Page, scene: Scene, api: StandInServer) -> Page:
    """The route of a talk in which choosing the Leerwerkloket changes the second step."""
    let_choose(scene)
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "last"
    say(page, "Hallo")
    show(page, "Mijn route")
    return page


def choose(page: Page) -> None:
    page.locator("[data-measure=werkcentrum]").get_by_text("Of kies iets anders").click()
    page.get_by_role("button", name="Kies dit (Leerwerkloket)").click()
    expect(page.locator("[data-measure=leerwerkloket]")).to_be_visible()


def test_an_alternative_takes_the_place_of_a_step_and_is_marked(route: Page, scene: Scene) -> None:
    choose(route)
    new = route.locator("[data-measure=leerwerkloket]")
    expect(new.locator(".change")).to_have_text("Nieuw")
    expect(new).to_contain_text("Jij koos deze stap zelf.")
    expect(route.get_by_text("Niet meer in je route: Werkcentrum")).to_be_visible()
    expect(route.locator("[data-measure=werkcentrum]")).to_have_count(0)
    assert scene.received[-1] == CHOSEN
    expect(new.get_by_role("article")).to_be_focused()
    assert violations(route) == []


def test_a_choice_can_be_taken_back(route: Page, scene: Scene) -> None:
    choose(route)
    route.get_by_role("button", name="Toch liever: Werkcentrum").click()
    expect(route.locator("[data-measure=werkcentrum]")).to_be_visible()
    assert scene.received[-1] == UNDONE


def test_a_choice_is_said_in_the_talk(route: Page) -> None:
    choose(route)
    show(route, "Gesprek")
    expect(route.get_by_role("log")).to_contain_text("Jij: Ik kies liever: Leerwerkloket")


def test_what_is_not_checked_is_told_before_it_is_chosen(route: Page) -> None:
    route.locator("[data-measure=werkcentrum]").get_by_text("Of kies iets anders").click()
    coach = route.get_by_role("listitem").filter(has_text="Loopbaancoach").last
    expect(coach).to_contain_text("Nog niet nagekeken.")


def test_a_choice_that_does_not_arrive_is_told_and_sent_once(route: Page, scene: Scene) -> None:
    scene.failures, scene.failing = [(503, "De chatbot slaapt even.")], "POST"
    route.locator("[data-measure=werkcentrum]").get_by_text("Of kies iets anders").click()
    route.get_by_role("button", name="Kies dit (Leerwerkloket)").click()
    expect(route.get_by_role("alert")).to_contain_text("De chatbot slaapt even.")
    route.get_by_role("alert").get_by_role("button", name="Probeer opnieuw").click()
    expect(route.locator("[data-measure=leerwerkloket]")).to_be_visible()
    assert scene.received.count(CHOSEN) == 1
