"""What a person does in the widget, in words."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.stand_in import ROOT, Scene

AXE = ROOT / "widget" / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN_AXE = "tags => axe.run({resultTypes: ['violations'], runOnly: {type: 'tag', values: tags}})"
FOCUSED = """() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one;
}"""


def open_portal(page: Page, base_url: str, path: str = "/") -> Locator:
    """The widget of a page, ready."""
    page.goto(base_url + path)
    widget = page.locator("leer-route").first
    expect(widget).to_have_attribute("data-ready", "")
    return widget


def start(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).first.click()
    expect(page.get_by_role("log").first).to_be_visible()


def say(page: Page, text: str) -> None:
    """Type a message and wait for the answer."""
    lines = page.locator(".line:not(.typing)")
    before = lines.count()
    page.get_by_label("Typ je bericht").first.fill(text)
    page.keyboard.press("Enter")
    expect(lines.nth(before + 1)).to_be_visible()


def arrived(page: Page, scene: Scene, text: str) -> None:
    """The server heard the text last: what a person sees at once may still be on its way."""
    for _ in range(100):
        if scene.received[-1:] == [text]:
            return
        page.wait_for_timeout(50)
    assert scene.received[-1:] == [text]


def show(page: Page, view: str) -> None:
    page.get_by_role("navigation", name="Onderdelen").get_by_role("button", name=view).click()


def loaded_axe(page: Page) -> None:
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text())


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it is now, one line a fault."""
    loaded_axe(page)
    found = page.evaluate(RUN_AXE, AXE_TAGS)
    return [_fault(violation["id"], node) for violation in found["violations"] for node in violation["nodes"]]


def _fault(rule: str, node: dict[str, str]) -> str:
    return re.sub(r"\s+", " ", f"{rule}: {node['html'][:160]} ({node['failureSummary'][:300]})")


def focused_text(page: Page) -> str:
    found = page.evaluate_handle(FOCUSED).as_element()
    assert found is not None
    return str(
        found.evaluate("one => (one.getAttribute('aria-label') || one.innerText || one.id || one.className).trim()")
    )


def tab_to(page: Page, text: str, most: int = 40) -> None:
    """Press Tab until the focus is on something with this text."""
    for _ in range(most):
        if text in focused_text(page):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{text!r} can't be reached with Tab; the focus is on {focused_text(page)!r}")
