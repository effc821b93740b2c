"""The widget on the real system: API, Rasa, actions and SQL."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.persona import FIRST_WORDS, answer_by_tapping, say_and_wait, tap_to_the_route, wait_for_answer
from tests.browser.steps import open_portal, show, start, violations
from tests.support.system import RunningSystem

pytestmark = pytest.mark.usefixtures("built_widget")


@pytest.fixture
def visitor(open_context: Callable[..., BrowserContext], running_system: RunningSystem) -> Page:
    page = open_context(viewport={"width": 390, "height": 844}).new_page()
    page.set_default_timeout(30_000)
    open_portal(page, running_system.base_url)
    return page


def test_a_person_with_debts_types_taps_and_gets_a_route(visitor: Page) -> None:
    start(visitor)
    say_and_wait(visitor, FIRST_WORDS)
    tap_to_the_route(visitor)
    visitor.get_by_role("button", name="Bekijk mijn route").click()
    first = visitor.locator(".stop").first
    expect(first).to_have_class("stop first today")
    expect(first.get_by_role("link").first).to_be_visible()
    expect(visitor.locator("[data-measure=werkcentrum]")).to_be_visible()
    assert violations(visitor) == []
    show(visitor, "Gesprek")
    say_and_wait(visitor, "en het STAP-budget dan?")
    expect(visitor.get_by_role("log")).to_contain_text("2024")


def test_a_route_is_reached_without_typing_a_word(visitor: Page) -> None:
    start(visitor)
    answer_by_tapping(visitor)
    assert tap_to_the_route(visitor) >= 1
    visitor.get_by_role("button", name="Bekijk mijn route").click()
    expect(visitor.locator(".stop").nth(1)).to_be_visible()


def test_a_fact_is_corrected_and_everything_deleted(visitor: Page, running_system: RunningSystem) -> None:
    start(visitor)
    say_and_wait(visitor, FIRST_WORDS)
    tap_to_the_route(visitor)
    show(visitor, "Mijn gegevens")
    debts = visitor.locator("[data-field=debts]")
    debts.get_by_role("button", name="Aanpassen").click()
    debts.get_by_role("button", name="Nee").click()
    expect(visitor.get_by_text("Je route is veranderd.")).to_be_visible()
    visitor.get_by_role("button", name="Bekijk je route").click()
    expect(visitor.locator(".stop.first")).to_have_count(0)
    visitor.reload()
    visitor.get_by_role("button", name="Hulp en weergave").click()
    visitor.get_by_role("button", name="Stop en wis alles").click()
    visitor.get_by_role("button", name="Ja, wis alles").click()
    expect(visitor.get_by_text("Alles is gewist")).to_be_visible()
    open_portal(visitor, running_system.base_url)
    expect(visitor.get_by_role("button", name="Start", exact=True)).to_be_visible()


def test_the_pages_of_the_portal_break_no_policy_and_have_no_violations(
    visitor: Page, running_system: RunningSystem
) -> None:
    told: list[str] = []
    visitor.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    found = {}
    for path in ("/", "/toegankelijkheid", "/widget/knop.html", "/widget/themas.html", "/widget/pagina.html"):
        visitor.goto(running_system.base_url + path)
        visitor.wait_for_load_state("networkidle")
        found[path] = violations(visitor)
    assert [path for path, faults in found.items() if faults] == []
    assert told == []


def test_an_answer_can_be_asked_about_before_it_is_given(visitor: Page) -> None:
    start(visitor)
    say_and_wait(visitor, "ik heb geen werk")
    visitor.get_by_role("button", name="Waarom vraag je dit?").click()
    wait_for_answer(visitor)
    expect(visitor.locator(".open-question")).to_be_visible()
