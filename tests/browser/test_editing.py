"""The editors' screens and the public pages in a real browser: a whole edit, axe, dark, and a narrow phone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import httpx
import pytest
import uvicorn
from playwright.sync_api import BrowserContext, Page, expect

from api.main import create_app
from leerroute.catalogue.loader import load
from leerroute.database import make_engine, upgrade
from leerroute.editing.accounts import Accounts
from leerroute.service.settings import Settings
from tests.browser.steps import violations

PASSWORD = "een lange zin als wachtwoord"
LOAN = "/beheer/maatregelen/levenlanglerenkrediet"
PHONE = {"width": 320, "height": 640}
SCREENS = (
    "/beheer/", "/beheer/bronnen?toon=alle", "/beheer/hulp", LOAN, f"{LOAN}/notatie", f"{LOAN}/geschiedenis",
    "/beheer/onzin",
)  # fmt: skip
PUBLIC = (
    "/regelingen",
    "/regelingen?woorden=heftruck",
    "/regelingen?woorden=xyzzy",
    "/regelingen/levenlanglerenkrediet",
)


@dataclass(frozen=True)
class Site:
    """Where the screens are."""

    url: str

    def maximum(self) -> object:
        """What everybody sees."""
        measure = httpx.get(f"{self.url}/api/v1/measures/levenlanglerenkrediet", trust_env=False).json()
        return measure["versions"][0]["amount"]["maximum"]


@pytest.fixture(params=["sqlite", "postgresql"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    sqlite = f"sqlite:///{tmp_path / 'test.db'}"
    url = sqlite if request.param == "sqlite" else str(request.getfixturevalue("postgres_url"))
    engine = make_engine(url)
    upgrade(engine)
    load(engine)
    Accounts(engine).add("noor", "publisher", PASSWORD, datetime.now(UTC))
    engine.dispose()
    settings = Settings(database_url=url, today=date(2026, 11, 23), editing_secret="s" * 32)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), port=0, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.02)
        assert thread.is_alive(), "the API did not start"
    yield Site(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
    server.should_exit = True
    thread.join()


def logged_in(context: BrowserContext, site: Site) -> Page:
    page = context.new_page()
    page.goto(f"{site.url}/beheer")
    page.get_by_label("Naam").fill("noor")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Maatregelen")).to_be_visible()
    return page


def test_an_amount_is_changed_published_seen_and_undone(
    open_context: Callable[..., BrowserContext], site: Site
) -> None:
    page = logged_in(open_context(java_script_enabled=False), site)
    page.get_by_label("Zoek op woorden").fill("levenlanglerenkrediet")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Levenlanglerenkrediet").click()
    page.get_by_label("Hoogste bedrag in euro").first.fill("13999")
    page.get_by_role("button", name="Bewaar concept en bekijk").click()
    expect(page.get_by_role("row", name="Hoogste bedrag")).to_contain_text("13999")
    assert site.maximum() == 13470
    page.get_by_label("Waarom verander je dit?").fill("nieuw bedrag")
    page.get_by_role("button", name="Publiceer").click()
    expect(page.get_by_text("Gepubliceerd.")).to_be_visible()
    assert site.maximum() == 13999
    page.get_by_role("link", name="Zet versie 1 terug").click()
    page.get_by_label("Waarom zet je dit terug?").fill("te vroeg")
    page.get_by_role("button", name="Zet terug").click()
    expect(page.get_by_text("– zet versie 1 terug")).to_be_visible()
    assert site.maximum() == 13470


@pytest.mark.parametrize("site", ["sqlite"], indirect=True)
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, PHONE], ids=["desktop", "phone"])
def test_no_screen_has_violations_or_runs_off(
    open_context: Callable[..., BrowserContext], site: Site, viewport: dict[str, int]
) -> None:
    context = open_context(viewport=viewport)
    page = context.new_page()
    page.goto(f"{site.url}/beheer/inloggen")
    assert violations(page) == []
    page = logged_in(context, site)
    page.goto(site.url + LOAN)
    page.get_by_label("Eerste dag").first.evaluate("input => input.type = 'text'")
    page.get_by_label("Eerste dag").first.fill("gisteren")
    page.get_by_role("button", name="Bewaar concept en bekijk").click()
    expect(page.get_by_role("alert")).to_contain_text("gisteren")
    found = {"with a fault": (violations(page), _runs_off(page))}
    page.goto(site.url + LOAN)
    page.get_by_label("Voorwaarden in de notatie").fill("- {field: age, below: 40}")
    page.get_by_role("button", name="Bewaar concept en bekijk").click()
    expect(page.get_by_role("heading", name="Publiceren")).to_be_visible()
    found["preview of a draft"] = (violations(page), _runs_off(page))
    for path in SCREENS:
        page.goto(site.url + path)
        for summary in page.locator("summary").all():
            summary.click()
        found[path] = (violations(page), _runs_off(page))
    assert {name: wrong for name, wrong in found.items() if wrong != ([], False)} == {}


@pytest.mark.parametrize("site", ["sqlite"], indirect=True)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_public_pages_have_no_violations_and_do_not_run_off(
    open_context: Callable[..., BrowserContext], site: Site, colours: Literal["light", "dark"]
) -> None:
    page = open_context(viewport=PHONE, color_scheme=colours).new_page()
    found = {}
    for path in PUBLIC:
        answer = page.goto(site.url + path)
        assert answer is not None
        assert answer.status == 200
        found[path] = (violations(page), _runs_off(page))
    assert {name: wrong for name, wrong in found.items() if wrong != ([], False)} == {}


def _runs_off(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))
