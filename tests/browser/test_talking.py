"""Talking by tapping and typing: nothing lost, nothing sent twice."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from bench.page.measuring import FILL
from tests.browser.stand_in import Scene, StandInServer
from tests.browser.steps import arrived, open_portal, say, show, start


def test_the_start_says_what_it_is_and_what_is_kept(page: Page, api: StandInServer) -> None:
    widget = open_portal(page, api.base_url)
    expect(widget).to_contain_text("chatbot")
    expect(widget).to_contain_text("30 dagen")
    expect(page.get_by_role("log")).to_have_count(0)


def test_a_tap_sends_the_payload_and_shows_the_words(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    page.get_by_role("button", name="Ik heb geen werk").click()
    expect(page.get_by_role("log")).to_contain_text("Jij: Ik heb geen werk")
    expect(page.get_by_text("Nog hoogstens 6 vragen")).to_be_visible()
    arrived(page, scene, '/inform{"work": "unemployed"}')
    assert len(scene.received) == 1


def test_a_number_can_be_picked_without_typing(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    say(page, "Hallo")
    page.get_by_role("button", name="Eén meer").click()
    page.get_by_role("button", name="Eén meer").click()
    page.get_by_role("button", name="Kies 42 jaar").click()
    expect(page.get_by_role("log")).to_contain_text("42 jaar")
    arrived(page, scene, '/inform{"age":42}')


def test_an_impossible_number_is_not_sent(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    say(page, "Hallo")
    field = page.get_by_role("textbox", name="Leeftijd (jaar)")
    field.fill("400")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Kies een getal van 14 tot en met 100.")
    arrived(page, scene, "Hallo")
    assert len(scene.received) == 1


def test_several_answers_go_in_one_message(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "choices"
    say(page, "Hallo")
    expect(page.get_by_role("button", name="Dit is mijn keuze")).to_be_disabled()
    page.get_by_label("Overdag").check()
    page.get_by_label("’s Avonds").check()
    page.get_by_role("button", name="Dit is mijn keuze").click()
    expect(page.get_by_role("log")).to_contain_text("Overdag, ’s Avonds")
    arrived(page, scene, '/inform{"learningMoments":["daytime","evening"]}')


def test_a_place_is_found_by_its_first_letters(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "place"
    say(page, "Hallo")
    page.get_by_label("Zoek je woonplaats").fill("amst")
    expect(page.get_by_text("2 gevonden")).to_be_attached()
    page.get_by_role("button", name="Amsterdam").click()
    expect(page.get_by_role("log")).to_contain_text("Jij: Amsterdam")
    arrived(page, scene, '/inform{"municipality":"GM0363"}')


def test_a_second_tap_while_waiting_sends_nothing(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.delay = 0.5
    page.get_by_role("button", name="Ik heb geen werk").dblclick()
    page.get_by_label("Typ je bericht").fill("Nog iets")
    page.keyboard.press("Enter")
    expect(page.get_by_text("De chatbot schrijft")).to_be_attached()
    expect(page.get_by_text("Nog hoogstens 6 vragen")).to_be_visible()
    arrived(page, scene, '/inform{"work": "unemployed"}')
    assert len(scene.received) == 1
    expect(page.get_by_label("Typ je bericht")).to_have_value("Nog iets")


def test_a_failure_says_why_and_a_retry_sends_it_once(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.failures = [(503, "De chatbot slaapt even.")]
    page.get_by_label("Typ je bericht").fill("Ik ben 58")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("De chatbot slaapt even.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.get_by_role("alert")).to_contain_text("Er is geen verbinding.")
    assert scene.received == []
    page.context.set_offline(False)
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.get_by_text("Hoe oud ben je?")).to_be_visible()
    arrived(page, scene, "Ik ben 58")
    assert len(scene.received) == 1
    expect(page.locator(".line.mine")).to_have_count(1)
    _, first_try, last_try = scene.keys
    assert first_try == last_try is not None


def test_what_was_on_its_way_at_a_reload_is_sent_again_as_the_same_message(
    page: Page, scene: Scene, api: StandInServer
) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.delay = 2
    page.get_by_label("Typ je bericht").fill("Ik ben 58")
    page.keyboard.press("Enter")
    expect(page.get_by_text("De chatbot schrijft")).to_be_attached()
    page.wait_for_timeout(100)
    scene.delay = 0
    open_portal(page, api.base_url)
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.get_by_text("Hoe oud ben je?")).to_be_visible()
    assert len(set(scene.keys[1:])) == 1
    expect(page.locator(".line.mine")).to_have_count(1)


def test_a_start_that_fails_can_be_tried_again(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    scene.failures = [(429, "Het is nu erg druk. Probeer het over een minuut.")]
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("Het is nu erg druk. Probeer het over een minuut.")
    start(page)


def test_a_reload_goes_on_where_it_was(page: Page, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    say(page, "Ik heb geen werk")
    open_portal(page, api.base_url)
    expect(page.get_by_role("log")).to_contain_text("Jij: Ik heb geen werk")
    expect(page.get_by_role("button", name="Kies 40 jaar")).to_be_visible()


def test_an_earlier_answer_is_changed_in_its_place(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    say(page, "Hallo")
    scene.next_turn = "choice"
    page.get_by_role("button", name="Kies 40 jaar").click()
    page.get_by_role("button", name="Aanpassen (40 jaar)").click()
    page.get_by_role("button", name="Eén minder").click()
    page.get_by_role("button", name="Kies 39 jaar").click()
    expect(page.get_by_role("log")).to_contain_text("39 jaar")
    arrived(page, scene, '/inform{"age":39}')


def test_stop_deletes_everything_here_and_there(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    page.get_by_role("button", name="Hulp en weergave").click()
    page.get_by_role("button", name="Stop en wis alles").click()
    page.get_by_role("button", name="Nee, ga verder").click()
    assert scene.erased == 0
    page.get_by_role("button", name="Stop en wis alles").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist")).to_be_visible()
    assert scene.erased == 1
    kept = page.evaluate("Object.keys(sessionStorage).filter(key => key.includes('portaal'))")
    assert kept == []


def test_a_talk_that_is_gone_says_so(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.gone = True
    page.get_by_label("Typ je bericht").fill("Hallo")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Dit gesprek bestaat niet meer.")).to_be_visible()
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()


def test_html_and_script_are_shown_as_text(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "hostile"
    attack = "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>"
    say(page, attack)
    log = page.get_by_role("log")
    expect(log).to_contain_text(attack)
    expect(log).to_contain_text('<img src=x onerror="window.hacked=1">')
    expect(page.get_by_role("button", name="<img src=x onerror=window.hacked=1>")).to_be_visible()
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert log.locator("img, script").count() == 0
    assert all(re.match(r"https?:|tel:", link.get_attribute("href") or "") for link in log.locator("a").all())


def test_of_a_long_talk_the_newest_lines_are_drawn_and_the_earlier_can_be_asked(page: Page, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    page.evaluate(FILL, 10_000)
    expect(page.get_by_text("Bericht 9999")).to_be_visible()
    assert page.locator(".line").count() <= 60
    page.get_by_role("button", name="Laat eerdere berichten zien").click()
    assert page.locator(".line").count() > 60


def test_read_aloud_is_hidden_without_a_dutch_voice(page: Page, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    assert page.evaluate("speechSynthesis.getVoices().filter(voice => voice.lang.startsWith('nl')).length") == 0
    expect(page.get_by_role("button", name="Lees voor")).to_have_count(0)


def test_the_widget_speaks_english(page: Page, api: StandInServer) -> None:
    open_portal(page, api.base_url, "/?taal=en")
    expect(page.get_by_role("heading", name="Find your way to work or learning")).to_be_visible()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("navigation", name="Parts").get_by_role("button", name="My route")).to_be_visible()


def test_an_empty_route_leads_back_to_the_talk(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.case = "empty"
    show(page, "Mijn route")
    expect(page.get_by_text("Er is nog geen route.")).to_be_visible()
    page.get_by_role("button", name="Naar het gesprek").click()
    expect(page.get_by_role("log")).to_be_visible()
