"""For who finds reading hard: simple words that stay on, larger letters, reading aloud on the device itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.stand_in import CODE, Scene, StandInServer
from tests.browser.steps import open_portal, say, show, start

WHY = "Je leeftijd bepaalt welke hulp en welk geld er voor je is."
VOICES = """
  window.spoken = [];
  const voice = (name, lang, localService) => ({name, lang, localService, voiceURI: name, default: false});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };
  Object.defineProperty(window, 'speechSynthesis', {value: {
    addEventListener() {}, getVoices: () => VOICE_LIST, cancel() {},
    speak(utterance) { spoken.push([utterance.text, utterance.voice.name]); this.now = utterance },
  }});
"""
LOCAL, REMOTE = "voice('Hier', 'nl-NL', true)", "voice('Elders', 'nl-NL', false)"


def switch(page: Page, name: str) -> None:
    page.get_by_role("button", name="Hulp en weergave").click()
    page.get_by_label(name).check()
    page.get_by_role("button", name="Hulp en weergave").click()


def test_simple_words_explain_every_question_and_stay_on(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    say(page, "Hallo")
    expect(page.get_by_text(WHY)).to_have_count(0)
    switch(page, "Simpele woorden en minder tekst")
    expect(page.get_by_text(WHY)).to_be_visible()
    assert scene.wishes == [{"simpleWords": True}]
    open_portal(page, api.base_url)
    expect(page.get_by_text(WHY)).to_be_visible()
    scene.next_turn = "choice"
    page.get_by_role("button", name="Kies 40 jaar").click()
    expect(page.get_by_text("Zo zien we welke opleiding bij je past.")).to_be_visible()


def test_simple_words_show_of_a_step_what_to_do(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "last"
    say(page, "Hallo")
    switch(page, "Simpele woorden en minder tekst")
    show(page, "Mijn route")
    first = page.locator(".stop").first
    expect(first.get_by_text("Bel gratis en vertel")).to_be_visible()
    expect(first.get_by_role("link", name="Bel 0800-8115")).to_be_visible()
    expect(first.get_by_role("heading", name="Waarom deze stap?")).to_be_hidden()
    first.get_by_text("Meer over deze stap").click()
    expect(first.get_by_role("heading", name="Waarom deze stap?")).to_be_visible()


def test_simple_words_come_along_to_another_device(
    open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    scene.script["cases"]["case"]["simpleWords"] = True
    phone = open_context().new_page()
    phone.goto(f"{api.base_url}/#leerroute={CODE}")
    phone.get_by_role("button", name="Ga verder").click()
    expect(phone.get_by_text(WHY)).to_be_visible()


def page_with_voices(open_context: Callable[..., BrowserContext], api: StandInServer, *voices: str) -> Page:
    page = open_context().new_page()
    page.add_init_script(VOICES.replace("VOICE_LIST", f"[{', '.join(voices)}]"))
    open_portal(page, api.base_url)
    start(page)
    return page


def test_a_message_is_read_aloud_with_a_dutch_voice_of_the_device(
    open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    page = page_with_voices(open_context, api, REMOTE, LOCAL)
    page.get_by_role("button", name="Lees voor").first.click()
    text, name = page.evaluate("spoken[0]")
    assert text.startswith("Hoi!")
    assert name == "Hier"
    expect(page.get_by_role("button", name="Stop met voorlezen")).to_be_visible()


@pytest.mark.parametrize("voices", [[], [REMOTE], ["voice('English', 'en-GB', true)"]])
def test_without_a_dutch_voice_on_the_device_nothing_is_sent_to_a_voice_elsewhere(
    voices: list[str], open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    page = page_with_voices(open_context, api, *voices)
    expect(page.get_by_role("button", name="Lees voor")).to_have_count(0)
    page.get_by_role("button", name="Hulp en weergave").click()
    expect(page.get_by_label("Lees elk bericht voor")).to_have_count(0)
    assert page.evaluate("spoken") == []


def test_each_new_message_is_read_aloud_when_asked(
    open_context: Callable[..., BrowserContext], scene: Scene, api: StandInServer
) -> None:
    page = page_with_voices(open_context, api, LOCAL)
    switch(page, "Lees elk bericht voor")
    say(page, "Hallo")
    assert page.evaluate("spoken.at(-1)[0]") == "Dank je, dat helpt. Hoe oud ben je?"


@pytest.mark.parametrize(("size", "times"), [("Groot", 1.25), ("Heel groot", 1.5)])
def test_letters_grow_and_stay_large(size: str, times: float, page: Page, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    letters = "getComputedStyle(document.querySelector('leer-route').shadowRoot.querySelector('.lead')).fontSize"
    before = float(page.evaluate(letters).removesuffix("px"))
    page.get_by_role("button", name="Hulp en weergave").click()
    page.get_by_label(size, exact=True).check()
    assert float(page.evaluate(letters).removesuffix("px")) == pytest.approx(before * times, rel=0.01)
    open_portal(page, api.base_url)
    assert float(page.evaluate(letters).removesuffix("px")) == pytest.approx(before * times, rel=0.01)


def test_there_is_no_time_limit(page: Page, api: StandInServer) -> None:
    """An hour of thinking changes nothing."""
    page.clock.install()
    open_portal(page, api.base_url)
    start(page)
    say(page, "Hallo")
    page.clock.fast_forward("01:00:00")
    expect(page.get_by_role("button", name="Kies 40 jaar")).to_be_visible()
    page.get_by_role("button", name="Kies 40 jaar").click()
    expect(page.get_by_role("log")).to_contain_text("40 jaar")


def test_every_icon_has_words(page: Page, scene: Scene, api: StandInServer) -> None:
    open_portal(page, api.base_url)
    start(page)
    scene.next_turn = "last"
    say(page, "Hallo")
    show(page, "Mijn route")
    bare = page.evaluate(
        """() => [...document.querySelector('leer-route').shadowRoot.querySelectorAll('button, a, summary')]
          .filter(one => one.querySelector('.icon') && !one.textContent.trim()).length"""
    )
    assert bare == 0
