"""axe-core finds nothing, in every state, and in every way of looking at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.stand_in import Scene, StandInServer
from tests.browser.steps import open_portal, say, show, start, violations

LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone of 320 pixels": {"viewport": {"width": 320, "height": 640}},
    "text of 200 %": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "forced colours": {"forced_colors": "active"},
    "more contrast": {"contrast": "more"},
}


SUBTLE = ("forced colours", "more contrast")
"""Looks that change colours only: looked at in the states that have them all."""
FEW = ("start", "number", "error", "route", "facts", "tools")


def ask(page: Page, scene: Scene, question: str) -> None:
    start(page)
    scene.next_turn = question
    say(page, "Hallo")


def to_start(page: Page, scene: Scene) -> None:
    page.get_by_text("Wat bewaren we precies?").click()


def to_open_question(page: Page, scene: Scene) -> None:
    start(page)


def to_place(page: Page, scene: Scene) -> None:
    ask(page, scene, "place")
    page.get_by_label("Zoek je woonplaats").fill("ams")
    expect(page.get_by_role("button", name="Amsterdam")).to_be_visible()


def to_edit(page: Page, scene: Scene) -> None:
    ask(page, scene, "age")
    scene.next_turn = "choice"
    page.get_by_role("button", name="Kies 40 jaar").click()
    page.get_by_role("button", name="Aanpassen (40 jaar)").click()


def to_error(page: Page, scene: Scene) -> None:
    start(page)
    scene.failures = [(503, "De chatbot is even niet bereikbaar.")]
    page.get_by_label("Typ je bericht").fill("Hallo")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()


def to_route(page: Page, scene: Scene) -> None:
    ask(page, scene, "last")
    show(page, "Mijn route")
    expect(page.get_by_role("heading", name="Mijn route")).to_be_visible()
    for summary in page.locator("leer-route summary").all():
        summary.click()


def to_facts(page: Page, scene: Scene) -> None:
    ask(page, scene, "last")
    show(page, "Mijn gegevens")
    page.get_by_role("button", name="Aanpassen (Leeftijd)").click()


def to_tools(page: Page, scene: Scene) -> None:
    start(page)
    page.get_by_role("button", name="Hulp en weergave").click()


def to_erase_dialog(page: Page, scene: Scene) -> None:
    to_tools(page, scene)
    page.get_by_role("button", name="Stop en wis alles").click()


def to_erased(page: Page, scene: Scene) -> None:
    to_erase_dialog(page, scene)
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist")).to_be_visible()


STATES: dict[str, Callable[[Page, Scene], None]] = {
    "start": to_start,
    "open question": to_open_question,
    "number": lambda page, scene: ask(page, scene, "age"),
    "one answer": lambda page, scene: ask(page, scene, "choice"),
    "several answers": lambda page, scene: ask(page, scene, "choices"),
    "sensitive": lambda page, scene: ask(page, scene, "sensitive"),
    "done": lambda page, scene: ask(page, scene, "last"),
    "place": to_place,
    "edit": to_edit,
    "error": to_error,
    "route": to_route,
    "facts": to_facts,
    "tools": to_tools,
    "erase dialog": to_erase_dialog,
    "erased": to_erased,
}


@dataclass
class Found:
    """What is wrong in a state; empty lists when nothing is."""

    violations: list[str]
    runs_off: list[str]
    small_targets: list[str]


RUNS_OFF = """() => [document.documentElement, ...document.querySelector('leer-route').shadowRoot
    .querySelectorAll('.scroll, .page, .body')]
    .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className || one.tagName)"""
SMALL_TARGETS = """() => [...document.querySelector('leer-route').shadowRoot
    .querySelectorAll('button, a.go, a.reply, summary, label.choice, textarea, input[type=text]')]
    .map(one => ({one, box: one.getBoundingClientRect()}))
    .filter(({box}) => box.width && (box.height < 43.9 || box.width < 43.9))
    .map(({one, box}) => `${one.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""


@pytest.fixture(scope="module")
def walk(chromium: Browser, api: StandInServer) -> Callable[[str], dict[str, Found]]:
    """Bring the widget in every state of a look, once for all tests that want to know something of it."""

    @cache
    def walked(look: str) -> dict[str, Found]:
        return {state: in_state(look, state) for state in STATES if state in FEW or look not in SUBTLE}

    def in_state(look: str, state: str) -> Found:
        scene = api.new_scene()
        context = chromium.new_context(**{"viewport": DESKTOP, "locale": "nl-NL", **LOOKS[look]})
        page = context.new_page()
        open_portal(page, api.base_url)
        STATES[state](page, scene)
        found = Found(violations(page), page.evaluate(RUNS_OFF), page.evaluate(SMALL_TARGETS))
        context.close()
        return found

    return walked


@pytest.mark.parametrize("look", LOOKS)
def test_no_state_has_violations(look: str, walk: Callable[[str], dict[str, Found]]) -> None:
    assert {state: found.violations for state, found in walk(look).items() if found.violations} == {}


def test_nothing_runs_off_a_phone_of_320_pixels(walk: Callable[[str], dict[str, Found]]) -> None:
    states = walk("phone of 320 pixels")
    assert {state: found.runs_off for state, found in states.items() if found.runs_off} == {}


@pytest.mark.parametrize("look", ["light", "phone of 320 pixels"])
def test_touch_targets_are_at_least_44_pixels(look: str, walk: Callable[[str], dict[str, Found]]) -> None:
    assert {state: found.small_targets for state, found in walk(look).items() if found.small_targets} == {}


@pytest.mark.parametrize("state", ["number", "route"])
@pytest.mark.parametrize("theme", ["Donker", "Veel contrast"])
def test_colours_and_letters_that_are_chosen_have_no_violations(
    theme: str, state: str, page: Page, scene: Scene, api: StandInServer
) -> None:
    open_portal(page, api.base_url)
    page.get_by_role("button", name="Hulp en weergave").click()
    page.get_by_label(theme).check()
    page.get_by_label("Heel groot").check()
    page.get_by_role("button", name="Hulp en weergave").click()
    STATES[state](page, scene)
    assert violations(page) == []
