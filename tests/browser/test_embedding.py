"""In somebody else's page: the examples of the how-to, two on one page, no leakage of styles, methods and events."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stand_in import ROOT, Scene, StandInServer
from tests.browser.steps import start, violations

HOW_TO = ROOT / "docs" / "how-to" / "embed.md"
CHAIN = [
    "--nl-button-primary-background-color",
    "--utrecht-button-primary-action-background-color",
    "--basis-color-action-1-inverse-bg-default",
]
EXAMPLE_HOST = "https://leerroute.example.nl"


def examples() -> list[str]:
    return re.findall(r"```html\n(.*?)```", HOW_TO.read_text(), re.DOTALL)


def page_with(body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Gemeente</title>{head}'
        '<script type="module" src="/widget/leer-route.js"></script></head>'
        f"<body><main><h1>Werk</h1>{body}</main></body></html>"
    )


def show_page(page: Page, scene: Scene, api: StandInServer, html: str) -> None:
    scene.pages["/gemeente"] = html
    page.goto(api.base_url + "/gemeente")
    expect(page.locator("leer-route").first).to_have_attribute("data-ready", "")


@pytest.mark.parametrize("number", [0, 1])
def test_the_examples_of_the_how_to_work(number: int, page: Page, scene: Scene, api: StandInServer) -> None:
    show_page(page, scene, api, examples()[number].replace(EXAMPLE_HOST, api.base_url))
    start(page)
    expect(page.get_by_role("log")).to_contain_text("Hoi!")
    assert violations(page) == []


def test_a_theme_of_nl_design_system_gives_its_colours(page: Page, scene: Scene, api: StandInServer) -> None:
    show_page(page, scene, api, examples()[1].replace(EXAMPLE_HOST, api.base_url))
    colour = page.get_by_role("button", name="Start", exact=True).evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    token = page.evaluate(
        """() => {
          const probe = document.querySelector('main').appendChild(document.createElement('i'));
          probe.style.backgroundColor = 'var(--nl-button-primary-background-color)';
          return getComputedStyle(probe).backgroundColor;
        }"""
    )
    assert colour == token != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("token", CHAIN)
def test_each_link_of_the_token_chain_counts(token: str, page: Page, scene: Scene, api: StandInServer) -> None:
    show_page(page, scene, api, page_with("<leer-route></leer-route>"))
    page.evaluate("token => document.documentElement.style.setProperty(token, 'rgb(1, 2, 3)')", token)
    button = page.get_by_role("button", name="Start", exact=True)
    assert button.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(1, 2, 3)"
    page.evaluate("document.querySelector('leer-route').style.setProperty('--leer-route-accent-color', 'rgb(4, 5, 6)')")
    assert button.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(4, 5, 6)"


def test_two_on_a_page_do_not_clash(page: Page, scene: Scene, api: StandInServer) -> None:
    show_page(page, scene, api, page_with("<leer-route></leer-route><leer-route language='en'></leer-route>"))
    first, second = page.locator("leer-route").all()
    first.get_by_role("button", name="Start", exact=True).click()
    expect(first.get_by_role("log")).to_be_visible()
    expect(second.get_by_role("log")).to_have_count(0)
    expect(second.get_by_role("heading", name="Find your way to work or learning")).to_be_visible()
    page.reload()
    expect(first.get_by_role("log")).to_be_visible()
    expect(second.get_by_role("log")).to_have_count(0)


def test_styles_leak_neither_way(page: Page, scene: Scene, api: StandInServer) -> None:
    bare = page_with("<button>Van de gemeente</button><h3>Kop</h3>")
    scene.pages["/gemeente"] = bare
    page.goto(api.base_url + "/gemeente")
    looks = """() => {
        const look = getComputedStyle(document.querySelector('main > button'));
        return [look.padding, look.minHeight, look.font];
    }"""
    before = page.evaluate(looks)
    show_page(page, scene, api, bare.replace("</main>", "<leer-route></leer-route></main>"))
    assert page.evaluate(looks) == before
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('button { display: none !important } h3 { color: rgb(255, 0, 0) !important }');
        document.adoptedStyleSheets = [sheet];
    }""")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    title = page.get_by_role("heading", name="Vind je weg naar werk of leren")
    assert title.evaluate("one => getComputedStyle(one).color") != "rgb(255, 0, 0)"


def wait_until_told(page: Page, event: str) -> None:
    """Asks again and again: Playwright's own waiting needs eval, which the page's policy forbids."""
    for _ in range(200):
        if page.evaluate("event => told.some(([name]) => name === event)", event):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the host page was never told: {event}")


def test_methods_and_events_for_the_host_page(page: Page, scene: Scene, api: StandInServer) -> None:
    show_page(page, scene, api, page_with("<leer-route mode='button'></leer-route>"))
    page.evaluate(
        """() => {
          window.told = [];
          for (const name of ['open', 'close', 'start', 'message', 'route', 'erase'])
            addEventListener(`leer-route-${name}`, event => told.push([name, event.detail]));
        }"""
    )
    page.evaluate("document.querySelector('leer-route').prefill('Ik zoek werk in de zorg')")
    page.evaluate("document.querySelector('leer-route').open()")
    start(page)
    field = page.get_by_label("Typ je bericht")
    expect(field).to_have_value("Ik zoek werk in de zorg")
    scene.next_turn = "last"
    field.press("Enter")
    expect(page.get_by_role("button", name="Bekijk mijn route")).to_be_visible()
    wait_until_told(page, "route")
    page.evaluate("document.querySelector('leer-route').close()")
    expect(page.get_by_role("dialog")).to_have_count(0)
    wait_until_told(page, "close")
    told = page.evaluate("told")
    assert [name for name, _ in told] == ["open", "start", "message", "route", "close"]
    assert "zorg" not in str(told)


def test_without_a_start_nothing_is_kept_or_sent(page: Page, scene: Scene, api: StandInServer) -> None:
    calls: list[str] = []
    page.on("request", lambda request: calls.append(request.url) if "/api/" in request.url else None)
    show_page(page, scene, api, page_with("<leer-route></leer-route>"))
    page.wait_for_timeout(200)
    assert calls == []
    assert page.evaluate("sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_the_script_may_be_loaded_twice(page: Page, scene: Scene, api: StandInServer) -> None:
    again = '<script type="module" src="/widget/leer-route.js?again"></script>'
    show_page(page, scene, api, page_with("<leer-route></leer-route>", again))
    start(page)
