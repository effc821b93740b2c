"""What a visitor of the page waits for on a mid-range phone: processor four times slower, also with a slow network.

The widget runs in a real Chromium; a stand-in answers its calls at once, so that only the page itself is measured.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.browser.stand_in import DIST
from tests.browser.steps import open_portal, start

SLOWER = 4
PHONE = {"width": 390, "height": 844}
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Bytes a second and milliseconds, as Lighthouse's mobile profile (1.6 Mbit/s, 150 ms there and back)."""
# The shift is that of Core Web Vitals: what moves within half a second of a person's own tap does not count.
WATCH = """
  window.shift = 0; window.longest = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) shift += one.value })
    .observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver(list => { for (const one of list.getEntries()) longest = Math.max(longest, one.duration) })
    .observe({type: 'longtask', buffered: true});
  addEventListener('leer-route-ready', () => { window.readyAt ??= performance.now() });
"""
FILL = """count => {
  const route = document.querySelector('leer-route');
  route.talk.entries = Array.from({length: count}, (_, n) => ({key: n + 10, from: 'bot', text: `Bericht ${n}`}));
  route.talk.nextKey = count + 10;
  route.version++;
}"""
ANSWERED = """async () => {
  const root = document.querySelector('leer-route').shadowRoot;
  const field = root.querySelector('#message');
  const lines = () => Number([...root.querySelectorAll('.line:not(.typing)')].at(-1)?.dataset.key ?? 0);
  const before = lines(), begin = performance.now();
  longest = 0;
  field.value = 'Hallo';
  field.form.requestSubmit();
  while (lines() < before + 2) await new Promise(requestAnimationFrame);
  return performance.now() - begin;
}"""


@dataclass(frozen=True)
class Load:
    """Milliseconds from asking for the page to a widget that can be used; what moved until the first question."""

    ready_ms: float
    shift: float


@dataclass(frozen=True)
class LongTalk:
    """A message in a talk of so many lines: until the answer is drawn, the longest block, how many lines are drawn."""

    messages: int
    answer_ms: float
    longest_ms: float
    drawn: int


def load(browser: Browser, base_url: str, *, slow_network: bool = False) -> Load:
    """Load the portal once on a slow phone, and press Start."""
    context, page, session = _phone(browser)
    if slow_network:
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
    page.goto(base_url)
    page.wait_for_function("window.readyAt > 0")
    page.wait_for_timeout(300)
    start(page)
    found = Load(page.evaluate("window.readyAt"), page.evaluate("window.shift"))
    context.close()
    return found


def long_talk(browser: Browser, base_url: str, messages: int) -> LongTalk:
    """Send a message when there are many already."""
    context, page, _ = _phone(browser)
    open_portal(page, base_url)
    start(page)
    page.evaluate(FILL, messages)
    page.get_by_text(f"Bericht {messages - 1}", exact=False).last.wait_for()
    milliseconds = page.evaluate(ANSWERED)
    page.wait_for_timeout(100)
    found = LongTalk(messages, milliseconds, page.evaluate("longest"), page.locator(".line:not(.typing)").count())
    context.close()
    return found


def sizes() -> dict[str, int]:
    """Bytes gzipped: what is fetched before the widget can be used, and what comes after."""
    first = {name: _gzipped(name) for name in at_once()}
    rest = {file.name: _gzipped(file.name) for file in DIST.glob("leer-route*.js") if file.name not in first}
    english = {name: size for name, size in rest.items() if "-en-" in name}
    return {
        "before it can be used": sum(first.values()),
        "while the start is read": sum(rest.values()) - sum(english.values()),
        "English, when asked": sum(english.values()),
    }


def at_once() -> set[str]:
    """The script and every script it imports without waiting."""
    wanted, found = ["leer-route.js"], set[str]()
    while wanted:
        name = wanted.pop()
        found.add(name)
        imported = re.findall(r"""(?:from|import)\s*["']\./([\w-]+\.js)["']""", (DIST / name).read_text())
        wanted += [other for other in imported if other not in found]
    return found


def _gzipped(name: str) -> int:
    return len(gzip.compress((DIST / name).read_bytes(), 9))


def _phone(browser: Browser) -> tuple[BrowserContext, Page, CDPSession]:
    context = browser.new_context(viewport=PHONE, locale="nl-NL")  # type: ignore[arg-type]
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    return context, page, session
