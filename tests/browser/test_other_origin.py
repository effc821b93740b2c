"""The example of the how-to in a site of another origin, with the real API and a strict policy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.api.conftest import Api
from tests.browser.stand_in import StandInServer, stand_in
from tests.browser.steps import start, violations
from tests.browser.test_embedding import EXAMPLE_HOST, HOW_TO, examples

NOT_ALLOWED = "De chatbot werkt nog niet op deze website. Vertel het de gemeente."
SERVERS_ANSWER = "Goed dat je er bent."


@pytest.fixture(scope="module")
def portal() -> Iterator[StandInServer]:
    """The site of a municipality: only its pages are used."""
    with stand_in() as server:
        yield server


@pytest.fixture(scope="module")
def leerroute(portal: StandInServer, start_api: Callable[..., Api], built_widget: None) -> Api:
    """The real API, which knows that one site."""
    return start_api(allowed_origins=portal.base_url)


def policy(leerroute: Api) -> str:
    """What the how-to says a strict page needs, and nothing more."""
    asked = re.search(r"```\n(script-src .*?)```", HOW_TO.read_text(), re.DOTALL)
    assert asked
    needed = asked.group(1).replace(EXAMPLE_HOST, leerroute.url).replace("\n", " ").strip()
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; {needed}; require-trusted-types-for 'script'"


def visit(page: Page, site: StandInServer, leerroute: Api, *, tags: int = 1) -> None:
    example = examples()[0].replace(EXAMPLE_HOST, leerroute.url)
    tag = re.search(r" *<leer-route.*</leer-route>\n", example)
    assert tag
    scene = site.new_scene()
    scene.policy = policy(leerroute)
    scene.pages["/werk"] = example.replace(tag.group(), tag.group() * tags)
    page.goto(site.base_url + "/werk")
    for number in range(tags):
        expect(page.locator("leer-route").nth(number)).to_have_attribute("data-ready", "")


def test_an_allowed_site_gets_the_whole_talk(page: Page, portal: StandInServer, leerroute: Api) -> None:
    visit(page, portal, leerroute)
    start(page)
    expect(page.get_by_role("log")).to_contain_text(SERVERS_ANSWER)
    page.get_by_label("Typ je bericht").fill("Hallo")
    page.keyboard.press("Enter")
    expect(page.locator(".line:not(.typing)", has_text=SERVERS_ANSWER)).to_have_count(2)
    page.reload()
    expect(page.get_by_role("log")).to_contain_text("Jij: Hallo")
    assert violations(page) == []


def test_a_site_that_is_not_allowed_gets_no_data_and_says_so(page: Page, leerroute: Api) -> None:
    read: list[str] = []
    page.on("response", lambda answer: read.append(answer.url) if "/api/" in answer.url and answer.ok else None)
    with stand_in() as stranger:
        visit(page, stranger, leerroute)
        page.get_by_role("button", name="Start", exact=True).click()
        expect(page.get_by_role("alert")).to_have_text(NOT_ALLOWED)
        expect(page.get_by_role("log")).to_have_count(0)
        assert violations(page) == []
    assert read == []
    assert page.evaluate("sessionStorage.length") == 0


def test_a_server_that_is_away_is_not_called_forbidden(page: Page, portal: StandInServer, leerroute: Api) -> None:
    visit(page, portal, leerroute)
    page.route(f"{leerroute.url}/**", lambda route: route.abort())
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("Dit lukt nu niet. Probeer het zo opnieuw.")


def test_two_on_a_page_hold_talks_of_their_own(page: Page, portal: StandInServer, leerroute: Api) -> None:
    visit(page, portal, leerroute, tags=2)
    for number in range(2):
        widget = page.locator("leer-route").nth(number)
        widget.get_by_role("button", name="Start", exact=True).click()
        expect(widget.get_by_role("log")).to_contain_text(SERVERS_ANSWER)
    field = page.locator("leer-route").nth(1).get_by_label("Typ je bericht")
    field.fill("Alleen hier")
    field.press("Enter")
    expect(page.locator("leer-route").nth(1).locator(".line:not(.typing)", has_text=SERVERS_ANSWER)).to_have_count(2)
    expect(page.locator("leer-route").nth(0).get_by_role("log")).not_to_contain_text("Alleen hier")
    senders = {message["sender"] for message in leerroute.script.heard[-3:]}
    assert len(senders) == 2
