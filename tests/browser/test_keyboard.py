"""Everything works with the keyboard alone, and the focus is where one expects it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.stand_in import Scene, StandInServer
from tests.browser.steps import FOCUSED, arrived, focused_text, open_portal, say, show, start, tab_to


def test_a_whole_talk_with_the_keyboard(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    page.locator("body").press("Tab")
    tab_to(page, "Start")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_be_visible()
    tab_to(page, "Ik heb geen werk")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Kies 40 jaar")).to_be_visible()
    tab_to(page, "Eén meer")
    page.keyboard.press("Enter")
    scene.next_turn = "choices"
    tab_to(page, "Kies 41 jaar")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Overdag")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("Overdag")).to_be_checked()
    scene.next_turn = "last"
    tab_to(page, "Dit is mijn keuze")
    page.keyboard.press("Enter")
    tab_to(page, "Bekijk mijn route")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Mijn route")).to_be_visible()
    tab_to(page, "Bel 0800-8115")


def test_after_a_tap_the_focus_is_on_the_next_question(page: Page, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    page.get_by_role("button", name="Ik heb geen werk").click()
    expect(page.get_by_role("button", name="Kies 40 jaar")).to_be_visible()
    page.wait_for_timeout(100)
    assert focused_text(page) == "Hoe oud ben je?"


def test_who_types_keeps_typing(page: Page, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    say(page, "Hallo")
    assert page.evaluate_handle(FOCUSED).evaluate("one => one.id") == "message"


def test_shift_enter_makes_a_new_line(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    field = page.get_by_label("Typ je bericht")
    field.fill("Een")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("twee")
    assert scene.received == []
    page.keyboard.press("Enter")
    expect(page.get_by_text("Hoe oud ben je?")).to_be_visible()
    arrived(page, scene, "Een\ntwee")
    assert len(scene.received) == 1


def test_the_order_of_tab_is_that_of_the_screen(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "choice"
    say(page, "Hallo")
    page.get_by_role("button", name="Gesprek", exact=True).focus()
    seen = [focused_text(page)]
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(focused_text(page))
    expected = [
        "Gesprek",
        "Mijn route",
        "Mijn gegevens",
        "Geen diploma",
        "Hbo of universiteit",
        "Weet ik niet",
        "Waarom vraag je dit?",
    ]
    places = [seen.index(text) for text in expected]
    assert places == sorted(places)


def test_another_view_gets_the_focus(page: Page, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    show(page, "Mijn gegevens")
    expect(page.get_by_role("heading", name="Mijn gegevens")).to_be_visible()
    page.wait_for_timeout(100)
    assert page.evaluate_handle(FOCUSED).evaluate("one => one.className") == "page"


def test_a_window_holds_the_focus_and_gives_it_back(page: Page, api: StandInServer) -> None:
    page.goto(api.base_url + "/widget/knop.html")
    opener = page.get_by_role("button", name="Vind je weg naar werk of leren")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Leerroute")).to_be_visible()
    inside = "one => document.querySelector('leer-route').shadowRoot.querySelector('dialog').contains(one)"
    outside = 0
    for _ in range(10):
        page.keyboard.press("Tab")
        focused = page.evaluate_handle(FOCUSED)
        if not focused.evaluate(inside) and focused.evaluate("one => one !== document.body"):
            outside += 1
    assert outside == 0
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert "Vind je weg" in focused_text(page)


def test_leaving_an_editor_gives_the_focus_back(page: Page, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    show(page, "Mijn gegevens")
    page.get_by_role("button", name="Aanpassen (Leeftijd)").click()
    page.get_by_role("button", name="Laat maar").click()
    page.wait_for_timeout(100)
    assert "Aanpassen" in focused_text(page)
