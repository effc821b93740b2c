"""axe-core finds nothing, in every state, and in every way of looking at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.stand_in import Scene, StandInServer
from tests.browser.steps import open_portal, say, show, start, violations

QUESTIONS = ["age", "place", "choice", "choices", "sensitive", "last"]
LOOKS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone of 320 pixels": {"viewport": {"width": 320, "height": 640}},
    "text of 200 %": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "forced colours": {"forced_colors": "active"},
    "more contrast": {"contrast": "more"},
}


def to_state(page: Page, scene: Scene, state: str) -> None:
    """Bring the widget in a state by acting like a person."""
    if state == "start":
        page.get_by_text("Wat bewaren we precies?").click()
        return
    start(page)
    if state in QUESTIONS:
        scene.next_turn = state
        say(page, "Hallo")
    if state == "place":
        page.get_by_label("Zoek je woonplaats").fill("ams")
        expect(page.get_by_role("button", name="Amsterdam")).to_be_visible()
    if state in ("route", "facts"):
        scene.next_turn = "last"
        say(page, "Hallo")
        show(page, "Mijn route" if state == "route" else "Mijn gegevens")
        expect(page.get_by_role("heading", name="Mijn route" if state == "route" else "Mijn gegevens")).to_be_visible()
    if state == "route":
        for summary in page.locator("leer-route summary").all():
            summary.click()
    if state == "facts":
        page.get_by_role("button", name="Aanpassen (Leeftijd)").click()
    if state == "error":
        scene.failures = [(503, "De chatbot is even niet bereikbaar.")]
        page.get_by_label("Typ je bericht").fill("Hallo")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_visible()
    if state == "edit":
        scene.next_turn = "age"
        say(page, "Hallo")
        scene.next_turn = "choice"
        page.get_by_role("button", name="Kies 40 jaar").click()
        page.get_by_role("button", name="Aanpassen (40 jaar)").click()
    if state in ("tools", "erase dialog", "erased"):
        page.get_by_role("button", name="Hulp en weergave").click()
    if state in ("erase dialog", "erased"):
        page.get_by_role("button", name="Stop en wis alles").click()
    if state == "erased":
        page.get_by_role("button", name="Ja, wis alles").click()
        expect(page.get_by_text("Alles is gewist")).to_be_visible()


STATES = ["start", "open question", *QUESTIONS, "edit", "error", "route", "facts", "tools", "erase dialog", "erased"]


@pytest.mark.parametrize("look", LOOKS)
def test_no_state_has_violations(
    look: str, open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    found: dict[str, list[str]] = {}
    for state in STATES:
        fresh = api.new_scene()
        context = open_context(**LOOKS[look])
        page = context.new_page()
        open_portal(page, api.base_url)
        to_state(page, fresh, state)
        if faults := violations(page):
            found[state] = faults
        context.close()
    assert found == {}


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_theme_that_is_chosen_has_no_violations(theme: str, page: Page, scene: Scene, api: StandInServer) -> None:
    names = {"light": "Licht", "dark": "Donker", "contrast": "Veel contrast"}
    found = {}
    for state in ("age", "route", "facts"):
        api.new_scene()
        open_portal(page, api.base_url)
        page.evaluate("sessionStorage.clear()")
        open_portal(page, api.base_url)
        page.get_by_role("button", name="Hulp en weergave").click()
        page.get_by_label(names[theme]).check()
        page.get_by_label("Heel groot").check()
        page.get_by_role("button", name="Hulp en weergave").click()
        to_state(page, api.scene, state)
        found[state] = violations(page)
    assert found == {"age": [], "route": [], "facts": []}


def test_nothing_runs_off_a_phone_of_320_pixels(
    open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    for state in STATES:
        api.new_scene()
        context = open_context(viewport={"width": 320, "height": 640})
        page = context.new_page()
        open_portal(page, api.base_url)
        to_state(page, api.scene, state)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, state
        wide = page.evaluate(
            """() => [...document.querySelector('leer-route').shadowRoot.querySelectorAll('.scroll, .page, .body')]
                 .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className)"""
        )
        assert wide == [], state
        context.close()


def test_touch_targets_are_at_least_44_pixels(page: Page, scene: Scene, api: StandInServer) -> None:
    found = {}
    for state in STATES:
        api.new_scene()
        open_portal(page, api.base_url)
        page.evaluate("sessionStorage.clear()")
        open_portal(page, api.base_url)
        to_state(page, api.scene, state)
        small = page.evaluate(
            """() => [...document.querySelector('leer-route').shadowRoot
                 .querySelectorAll('button, a.go, a.reply, summary, label.choice, textarea, input[type=text]')]
                 .map(one => ({one, box: one.getBoundingClientRect()}))
                 .filter(({box}) => box.width && (box.height < 43.9 || box.width < 43.9))
                 .map(({one, box}) => `${one.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""
        )
        if small:
            found[state] = small
    assert found == {}


def test_what_the_bot_says_is_announced(page: Page, scene: Scene, api: StandInServer) -> None:
    """New lines come in a log, which assistive technology reads out by itself."""
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "choice"
    say(page, "Ik heb geen werk")
    log = page.get_by_role("log")
    expect(log).to_contain_text("Chatbot: Wat is het hoogste diploma dat je hebt?")
    expect(log).to_contain_text("Jij: Ik heb geen werk")
    assert log.get_attribute("aria-busy") == "false"
    assert "log" in page.locator("leer-route").aria_snapshot()


