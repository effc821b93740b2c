"""Ready at once on a slow phone, and nothing moves while it loads. The figures: `make bench-page`."""

from __future__ import annotations

from playwright.sync_api import Browser

from bench.page.measuring import load, long_talk
from tests.browser.stand_in import StandInServer

ROOM = 3
"""A test machine does other work as well; the aim itself (1 second) is for the bench."""


def test_ready_soon_on_a_slow_phone_without_a_shift(chromium: Browser, api: StandInServer) -> None:
    api.new_scene()
    figures = load(chromium, api.base_url)
    assert figures.ready_ms < 1000 * ROOM
    assert figures.shift == 0


def test_a_talk_of_ten_thousand_messages_stays_quick(chromium: Browser, api: StandInServer) -> None:
    api.new_scene()
    talk = long_talk(chromium, api.base_url, 10_000)
    assert talk.answer_ms < 1000 * ROOM
    assert talk.drawn < 70
