"""A real Chromium, the stand-in for the API, and what the browser tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.api.conftest import content, start_api
from tests.browser.stand_in import DIST, Scene, StandInServer, stand_in
from tests.browser.steps import AXE

__all__ = ["content", "start_api"]

CHROMIUM_ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
SECONDS_ON_A_BUSY_MACHINE = 20
DESKTOP = {"width": 1280, "height": 900}


def found_chromium() -> str:
    """The Chromium of this machine."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        raise FileNotFoundError("Chromium is missing: install it with `apt-get install chromium`.")
    return found


@pytest.fixture(scope="session")
def chromium_path() -> str:
    try:
        return found_chromium()
    except FileNotFoundError as missing:
        pytest.fail(str(missing))


@pytest.fixture(scope="session")
def built_widget() -> None:
    if not (DIST / "leer-route.js").is_file() or not AXE.is_file():
        pytest.fail("The widget is not built: run `npm ci && npm run build` in widget/ (`make test` does this).")


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright_driver: Playwright, chromium_path: str) -> Iterator[Browser]:
    expect.set_options(timeout=SECONDS_ON_A_BUSY_MACHINE * 1000)
    browser = playwright_driver.chromium.launch(executable_path=chromium_path, args=CHROMIUM_ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def api(built_widget: None) -> Iterator[StandInServer]:
    with stand_in() as server:
        yield server


@pytest.fixture
def scene(api: StandInServer) -> Scene:
    return api.new_scene()


@pytest.fixture
def open_context(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    contexts: list[BrowserContext] = []

    def opened(**options: Any) -> BrowserContext:
        contexts.append(chromium.new_context(**{"viewport": DESKTOP, "locale": "nl-NL", **options}))
        return contexts[-1]

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_context: Callable[..., BrowserContext], scene: Scene) -> Iterator[Page]:
    """A page of the demo portal; a script error or a breach of the content policy fails the test."""
    context = open_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console", lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None
    )
    yield page
    assert faults == []
