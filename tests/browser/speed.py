"""How soon the widget can be used on a mid-range phone (processor four times slower), and what moves meanwhile."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

SLOWER = 4
TIMES = 5
WATCH = """
  window.shift = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) window.shift += one.value })
    .observe({type: 'layout-shift', buffered: true});
  addEventListener('leer-route-ready', () => { window.readyAt ??= performance.now() });
"""


@dataclass(frozen=True)
class Figures:
    """Milliseconds from the first byte asked to a widget that can be used; the cumulative layout shift."""

    ready_ms: float
    shift: float


def measure(browser: Browser, base_url: str) -> Figures:
    """Load the portal once on a slow phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    page.goto(base_url)
    page.wait_for_function("window.readyAt > 0")
    page.wait_for_timeout(300)
    figures = Figures(page.evaluate("window.readyAt"), page.evaluate("window.shift"))
    context.close()
    return figures


def main() -> None:
    from tests.browser.conftest import CHROMIUM_ARGUMENTS, found_chromium
    from tests.browser.stand_in import stand_in

    with stand_in() as server, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found_chromium(), args=CHROMIUM_ARGUMENTS)
        all_figures = [measure(browser, server.base_url) for _ in range(TIMES)]
        browser.close()
    ready = statistics.median(figures.ready_ms for figures in all_figures)
    shift = max(figures.shift for figures in all_figures)
    print(f"ready after {ready:.0f} ms (median of {TIMES}, processor x{SLOWER}); layout shift at most {shift:.4f}")  # noqa: T201


if __name__ == "__main__":
    main()
