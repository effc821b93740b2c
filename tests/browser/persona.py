"""An invented person who talks to the real system by tapping, as far as a picture or a test needs it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

FIRST_WORDS = "ik ben 58, werkloos sinds maart en heb geen diploma, en ik heb schulden"
MOST_QUESTIONS = 14
REQUESTS = re.compile("Weet ik niet|Zeg ik liever niet")


def say_and_wait(page: Page, text: str) -> None:
    """Type a message and wait until the assistant has answered."""
    page.get_by_label("Typ je bericht").fill(text)
    page.keyboard.press("Enter")
    wait_for_answer(page)


def wait_for_answer(page: Page) -> None:
    """The dots are gone and nothing failed."""
    expect(page.locator(".typing")).to_have_count(0, timeout=30_000)
    expect(page.locator(".failure")).to_have_count(0)


def answer_by_tapping(page: Page) -> None:
    """Give the first answer that can be tapped to the question that is open."""
    question = page.locator(".open-question")
    if question.locator("leer-route-number").count():
        question.locator("leer-route-number button[type=submit]").click()
    elif question.locator("leer-route-place").count():
        question.get_by_label("Zoek je woonplaats").fill("Amsterdam")
        question.get_by_role("button", name="Amsterdam").first.click()
    elif question.locator("fieldset.choices").count():
        question.locator("label.choice").first.click()
        question.get_by_role("button", name="Dit is mijn keuze").click()
    else:
        question.locator("button.reply").first.click()
    wait_for_answer(page)


def tap_to_the_route(page: Page) -> int:
    """Answer by tapping until the route is there; tells how many answers it took."""
    for asked in range(MOST_QUESTIONS + 1):
        if page.get_by_role("button", name="Bekijk mijn route").count():
            return asked
        answer_by_tapping(page)
    raise AssertionError(f"no route after {MOST_QUESTIONS} questions")
