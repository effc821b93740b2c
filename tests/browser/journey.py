"""One talk through every state of the widget, in one page load: each state is told when the page is in it."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.browser.stand_in import CODE, Scene
from tests.browser.steps import say, show, start

ASLEEP = "De chatbot is even niet bereikbaar."
CHOSEN = '/choose_way{"measure":"leerwerkloket"}'
UNDONE = '/choose_way{"measure":"werkcentrum"}'


def journey(page: Page, scene: Scene) -> Iterator[str]:
    """The name of each state, in the order in which a person may meet them."""
    let_choose(scene)
    yield from at_the_start(page, scene)
    yield from in_the_talk(page, scene)
    yield from on_the_route(page, scene)
    yield from with_the_facts(page, scene)
    yield from at_the_end(page)


def let_choose(scene: Scene) -> None:
    """Choosing the Leerwerkloket changes the second step of the route."""
    chosen = copy.deepcopy(scene.script["cases"]["case"])
    step = chosen["route"]["steps"][1]
    step["measure"] = {**step["measure"], "id": "leerwerkloket", "name": "Leerwerkloket"}
    step |= {
        "title": "Leerwerkloket",
        "alternativeMeasures": [],
        "chosenInsteadOf": {"id": "werkcentrum", "name": "Werkcentrum"},
    }
    scene.script["cases"]["chosen"] = chosen
    scene.after = {CHOSEN: "chosen", UNDONE: "case"}


def at_the_start(page: Page, scene: Scene) -> Iterator[str]:
    """Before there is a talk."""
    page.get_by_text("Wat bewaren we precies?").click()
    page.get_by_text("Heb je een code?").click()
    yield "start"
    scene.failures = [(503, ASLEEP)]
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield "start that failed"
    start(page)
    yield "open question"


def in_the_talk(page: Page, scene: Scene) -> Iterator[str]:
    """Each kind of question, and what can go wrong."""
    scene.next_turn = "age"
    say(page, "Hallo")
    yield "number"
    scene.next_turn = "choice"
    page.get_by_role("button", name="Kies 40 jaar").click()
    expect(page.get_by_role("button", name="Geen diploma")).to_be_visible()
    yield "one answer"
    page.get_by_role("button", name="Aanpassen (40 jaar)").click()
    yield "edit"
    page.get_by_role("button", name="Laat maar").click()
    for question in ("choices", "sensitive", "place"):
        scene.next_turn = question
        say(page, "Hallo")
        if question == "place":
            page.get_by_label("Zoek je woonplaats").fill("ams")
            expect(page.get_by_role("button", name="Amsterdam")).to_be_visible()
        yield question
    scene.failures = [(503, ASLEEP)]
    page.get_by_label("Typ je bericht").fill("Hallo")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    yield "error"
    scene.next_turn = "last"
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.get_by_role("button", name="Bekijk mijn route")).to_be_visible()
    yield "done"


def on_the_route(page: Page, scene: Scene) -> Iterator[str]:
    """The road map with everything open, another way chosen, and taking it along."""
    show(page, "Mijn route")
    expect(page.get_by_role("heading", name="Mijn route")).to_be_visible()
    for summary in page.locator("leer-route summary").all():
        summary.click()
    yield "route with courses"
    page.get_by_role("button", name="Kies dit (Leerwerkloket)").click()
    expect(page.locator("[data-measure=leerwerkloket]").get_by_role("article")).to_be_focused()
    page.get_by_label("Gedaan (Geldfit)").check()
    yield "another way chosen"
    page.get_by_role("button", name="Ga verder op een ander apparaat").click()
    expect(page.get_by_text(CODE)).to_be_visible()
    scene.failures = [(503, ASLEEP)]
    page.get_by_role("button", name="Zet in je agenda").click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield "taking along"
    with page.expect_download():
        page.get_by_role("button", name="Bewaar als bestand").click()
    expect(page.get_by_text("Het bestand staat bij je downloads.")).to_be_visible()
    yield "file saved"


def with_the_facts(page: Page, scene: Scene) -> Iterator[str]:
    """What is known, and correcting it."""
    scene.case = "case"
    show(page, "Mijn gegevens")
    page.get_by_role("button", name="Aanpassen (Leeftijd)").click()
    yield "facts"
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Aangepast.")).to_be_visible()
    yield "fact corrected"


def at_the_end(page: Page) -> Iterator[str]:
    """Help and display, simple words, deleting everything, and a code that was scanned."""
    tools = page.get_by_role("button", name="Hulp en weergave")
    tools.click()
    page.get_by_label("Simpele woorden en minder tekst").check()
    yield "tools"
    tools.click()
    show(page, "Mijn route")
    expect(page.get_by_role("heading", name="Mijn route")).to_be_visible()
    yield "route in simple words"
    tools.click()
    page.get_by_role("button", name="Stop en wis alles").click()
    yield "erase dialog"
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist")).to_be_visible()
    yield "erased"
    page.goto(f"{page.url.partition('#')[0]}?code#leerroute={CODE}")
    expect(page.get_by_text("Je hebt een code gescand.")).to_be_visible()
    yield "code scanned"
