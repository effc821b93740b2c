"""axe-core finds nothing, in every state, and in every way of looking at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.journey import journey
from tests.browser.stand_in import StandInServer
from tests.browser.steps import violations
from tests.browser.test_embedding import EXAMPLE_HOST, examples

PHONE = {"width": 320, "height": 640}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone of 320 pixels": {"viewport": PHONE},
    "text of 200 %": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "forced colours": {"forced_colors": "active"},
    "more contrast": {"contrast": "more"},
    "chosen: dark and very large": {},
    "chosen: much contrast and very large": {"viewport": PHONE},
    "theme of NL Design System": {},
}
CHOSEN = {
    "chosen: dark and very large": {"theme": "dark", "size": "huge"},
    "chosen: much contrast and very large": {"theme": "contrast", "size": "huge"},
}
"""What the person set under "Hulp en weergave" before."""
SUBTLE = {"forced colours", "more contrast", "theme of NL Design System", *CHOSEN}
"""Looks that change colours or letters only: looked at in the states that have them all."""
FEW = {"start", "number", "error", "route with courses", "another way chosen", "taking along", "facts", "tools"}
MOST_STATES = 20


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
PREFER = """wish => sessionStorage.getItem('leer-route.preferences')
    ?? sessionStorage.setItem('leer-route.preferences', JSON.stringify(wish))"""


@pytest.fixture(scope="module")
def walk(chromium: Browser, api: StandInServer) -> Callable[[str], dict[str, Found]]:
    """Walk through every state in a look, once for all tests that want to know something of it."""

    @cache
    def walked(look: str) -> dict[str, Found]:
        scene = api.new_scene()
        context = chromium.new_context(**{"viewport": DESKTOP, "locale": "nl-NL", **LOOKS[look]})
        page = context.new_page()
        scene.pages["/thema"] = examples()[1].replace(EXAMPLE_HOST, api.base_url)
        open_in(look, page, api)
        wanted = FEW if look in SUBTLE else None
        found = {state: look_at(page) for state in journey(page, scene) if wanted is None or state in wanted}
        context.close()
        return found

    def open_in(look: str, page: Page, api: StandInServer) -> None:
        page.goto(api.base_url + ("/thema" if look.startswith("theme") else "/"))
        if look in CHOSEN:
            page.evaluate(PREFER, CHOSEN[look])
            page.reload()
        expect(page.locator("leer-route")).to_have_attribute("data-ready", "")

    def look_at(page: Page) -> Found:
        return Found(violations(page), page.evaluate(RUNS_OFF), page.evaluate(SMALL_TARGETS))

    return walked


@pytest.mark.parametrize("look", LOOKS)
def test_no_state_has_violations(look: str, walk: Callable[[str], dict[str, Found]]) -> None:
    states = walk(look)
    assert set(states) >= FEW
    assert len(states) == len(FEW) or len(states) >= MOST_STATES
    assert {state: found.violations for state, found in states.items() if found.violations} == {}


def test_nothing_runs_off_a_phone_of_320_pixels(walk: Callable[[str], dict[str, Found]]) -> None:
    for look in ("phone of 320 pixels", "chosen: much contrast and very large"):
        assert {state: found.runs_off for state, found in walk(look).items() if found.runs_off} == {}


@pytest.mark.parametrize("look", ["light", "phone of 320 pixels"])
def test_touch_targets_are_at_least_44_pixels(look: str, walk: Callable[[str], dict[str, Found]]) -> None:
    assert {state: found.small_targets for state, found in walk(look).items() if found.small_targets} == {}
