"""Ready at once on a slow phone, and nothing moves while it loads. The figures: `python -m tests.browser.speed`."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.speed import measure
from tests.browser.stand_in import StandInServer

ROOM = 3
"""A test machine does other work as well; the aim itself (1 second) is for the bench."""


def test_ready_soon_on_a_slow_phone_without_a_shift(chromium: Browser, api: StandInServer) -> None:
    api.new_scene()
    figures = measure(chromium, api.base_url)
    assert figures.ready_ms < 1000 * ROOM
    assert figures.shift < 0.01
