"""What changes without a reload is told to who does not see it, as the accessibility tree has it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.announcing import Listener
from tests.browser.stand_in import Scene, StandInServer
from tests.browser.steps import open_portal, say, show, start


def test_each_line_of_the_talk_is_told_once(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    listener = Listener(page)
    scene.next_turn = "choice"
    scene.delay = 0.3
    page.get_by_label("Typ je bericht").fill("Ik heb geen werk")
    page.keyboard.press("Enter")
    listener.hears("polite", "Wat is het hoogste diploma dat je hebt?")
    assert listener.heard() == []


def test_a_message_that_failed_is_told_at_once(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    listener = Listener(page)
    scene.failures = [(503, "De chatbot is even niet bereikbaar.")]
    page.get_by_label("Typ je bericht").fill("Hallo")
    page.keyboard.press("Enter")
    listener.hears("assertive", "De chatbot is even niet bereikbaar.")


def test_a_start_that_fails_is_told_at_once(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    listener = Listener(page)
    scene.failures = [(503, "De chatbot is even niet bereikbaar.")]
    page.get_by_role("button", name="Start", exact=True).click()
    listener.hears("assertive", "De chatbot is even niet bereikbaar.")


def test_how_many_places_were_found_is_told(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "place"
    say(page, "Hallo")
    expect(page.get_by_label("Zoek je woonplaats")).to_be_visible()
    listener = Listener(page)
    page.get_by_label("Zoek je woonplaats").fill("ams")
    listener.hears("polite", "2 gevonden")
    page.get_by_label("Zoek je woonplaats").fill("xyz")
    listener.hears("polite", "Wij vinden deze plaats niet.")


def test_a_tick_a_file_and_a_correction_are_told(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "last"
    say(page, "Hallo")
    show(page, "Mijn route")
    expect(page.get_by_role("heading", name="Mijn route")).to_be_visible()
    listener = Listener(page)
    page.get_by_label("Gedaan (Geldfit)").check()
    listener.hears("polite", "1 van de 4 stappen gedaan")
    with page.expect_download():
        page.get_by_role("button", name="Bewaar als bestand").click()
    listener.hears("polite", "Het bestand staat bij je downloads.")
    show(page, "Mijn gegevens")
    page.get_by_role("button", name="Aanpassen (Leeftijd)").click()
    listener.heard()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    listener.hears("polite", "Aangepast. Je route is opnieuw gemaakt.")


def test_a_number_that_cannot_be_is_told_at_once(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    say(page, "Hallo")
    listener = Listener(page)
    page.get_by_role("textbox", name="Leeftijd").fill("400")
    page.keyboard.press("Enter")
    listener.hears("assertive", "Kies een getal van")
