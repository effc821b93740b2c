"""The route as a file, in a calendar, by mail; and the talk on another device."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.stand_in import CODE, Scene, StandInServer
from tests.browser.steps import open_portal, say, show, start, tab_to, violations

ELSEWHERE = "Ga verder op een ander apparaat"


def open_route(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "last"
    say(page, "Hallo")
    show(page, "Mijn route")


@pytest.mark.parametrize(
    ("button", "name"), [("Bewaar als bestand", "leerroute.pdf"), ("Zet in je agenda", "leerroute.ics")]
)
def test_the_route_is_saved_as_a_file(button: str, name: str, page: Page, scene: Scene, api: StandInServer) -> None:
    open_route(page, scene, api)
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert download.value.suggested_filename == name
    assert download.value.path().read_bytes() == b"A route"
    expect(page.get_by_text("Het bestand staat bij je downloads.")).to_be_visible()


def test_a_file_that_fails_says_so_and_can_be_tried_again(page: Page, scene: Scene, api: StandInServer) -> None:
    open_route(page, scene, api)
    scene.failures = [(503, "Dit lukt nu even niet.")]
    page.get_by_role("button", name="Bewaar als bestand").click()
    expect(page.get_by_role("alert")).to_have_text("Dit lukt nu even niet.")
    with page.expect_download():
        page.get_by_role("button", name="Bewaar als bestand").click()


def test_a_mail_to_oneself_holds_the_steps(page: Page, scene: Scene, api: StandInServer) -> None:
    open_route(page, scene, api)
    address = page.get_by_role("link", name="Mail naar jezelf").get_attribute("href") or ""
    assert address.startswith("mailto:?subject=Mijn%20leerroute&body=")
    assert "Geldfit" in address
    assert "0800-8115" in address


def test_a_code_and_a_qr_code_are_shown_for_another_device(page: Page, scene: Scene, api: StandInServer) -> None:
    open_route(page, scene, api)
    page.goto(api.base_url + "/?naam=jan#ik")
    show(page, "Mijn route")
    page.get_by_role("button", name=ELSEWHERE).click()
    expect(page.get_by_text(CODE)).to_be_visible()
    expect(page.get_by_role("img", name="De code voor de camera van je telefoon")).to_be_visible()
    assert scene.page == api.base_url + "/"  # nothing of the person, nothing of the query
    assert page.evaluate("document.querySelector('leer-route').shadowRoot.activeElement.className") == "code"
    assert violations(page) == []


def other_device(open_context: Callable[..., BrowserContext], address: str) -> Page:
    page = open_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(address)
    expect(page.locator("leer-route").first).to_have_attribute("data-ready", "")
    return page


def test_a_scanned_code_goes_on_after_a_tap_and_leaves_the_address(
    open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    phone = other_device(open_context, f"{api.base_url}/#leerroute={CODE}")
    assert phone.url == api.base_url + "/"
    expect(phone.get_by_text("Je hebt een code gescand.")).to_be_visible()
    assert violations(phone) == []
    scene.next_turn = "choice"
    phone.get_by_role("button", name="Ga verder").click()
    expect(phone.get_by_role("log")).to_contain_text("Fijn dat je er weer bent.")
    expect(phone.get_by_role("log")).to_contain_text("Wat is het hoogste diploma dat je hebt?")
    expect(phone.get_by_role("button", name="Geen diploma")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("log")).to_contain_text("Fijn dat je er weer bent.")


def test_a_code_can_be_typed(open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer) -> None:
    phone = other_device(open_context, api.base_url)
    phone.get_by_text("Heb je een code?").click()
    phone.get_by_label("Jouw code").fill(CODE)
    phone.get_by_role("button", name="Ga verder").click()
    expect(phone.get_by_role("log")).to_be_visible()


def test_a_code_that_no_longer_works_says_what_to_do(
    open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    phone = other_device(open_context, f"{api.base_url}/#leerroute=2222-2222")
    phone.get_by_role("button", name="Ga verder").click()
    expect(phone.get_by_role("alert")).to_have_text(
        "Deze code werkt niet meer. Maak een nieuwe code op je andere apparaat."
    )
    start(phone)


def test_an_address_with_something_else_is_left_alone(
    open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    phone = other_device(open_context, f"{api.base_url}/#leerroute=<b>x")
    assert phone.url.endswith("#leerroute=%3Cb%3Ex")
    expect(phone.get_by_text("Je hebt een code gescand.")).to_have_count(0)


def test_the_route_is_taken_along_with_the_keyboard(page: Page, scene: Scene, api: StandInServer) -> None:
    open_route(page, scene, api)
    page.get_by_role("button", name="Druk af").focus()
    tab_to(page, "Bewaar als bestand")
    with page.expect_download():
        page.keyboard.press("Enter")
    tab_to(page, "Mail naar jezelf")
    tab_to(page, ELSEWHERE)
    page.keyboard.press("Enter")
    expect(page.get_by_text(CODE)).to_be_visible()
