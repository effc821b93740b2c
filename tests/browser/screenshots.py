"""`make screenshots`: pictures for the README of a real talk with an invented person, into docs/images."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import CHROMIUM_ARGUMENTS, SECONDS_ON_A_BUSY_MACHINE, found_chromium
from tests.browser.persona import FIRST_WORDS, say_and_wait, tap_to_the_route
from tests.browser.stand_in import ROOT
from tests.browser.steps import open_portal, show, start
from tests.support.system import run_system

IMAGES = ROOT / "docs" / "images"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


def to_widget(page: Page) -> None:
    page.evaluate("document.querySelector('leer-route').scrollIntoView()")


def picture(page: Page, name: str) -> None:
    """Without the ring of the focus: that belongs to a keyboard, not to a picture."""
    page.evaluate("document.activeElement?.blur()")
    page.screenshot(path=IMAGES / f"{name}.png")


def talk(page: Page, base_url: str, name: str) -> None:
    open_portal(page, base_url)
    picture(page, f"{name}-start")
    start(page)
    say_and_wait(page, FIRST_WORDS)
    to_widget(page)
    picture(page, f"{name}-question")
    tap_to_the_route(page)
    picture(page, f"{name}-chat")
    page.get_by_role("button", name="Bekijk mijn route").click()
    expect(page.get_by_role("heading", name="Mijn route")).to_be_visible()
    to_widget(page)
    picture(page, f"{name}-route")
    show(page, "Mijn gegevens")
    expect(page.get_by_role("heading", name="Mijn gegevens")).to_be_visible()
    to_widget(page)
    picture(page, f"{name}-facts")


def take_all(browser: Browser, base_url: str) -> None:
    for name, viewport in (("phone", PHONE), ("desktop", DESKTOP)):
        page = browser.new_page(viewport=viewport, device_scale_factor=1, locale="nl-NL")
        talk(page, base_url, name)
        page.close()


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=SECONDS_ON_A_BUSY_MACHINE * 1000)
    with tempfile.TemporaryDirectory() as folder, run_system(Path(folder)) as system, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found_chromium(), args=CHROMIUM_ARGUMENTS)
        take_all(browser, system.base_url)
        browser.close()


if __name__ == "__main__":
    main()
