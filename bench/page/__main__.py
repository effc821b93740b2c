"""How soon the page can be used on a mid-range phone, what moves, what it weighs, and a talk of 10,000 messages.

Run by `make bench-page`; the figures also go to var/bench/page.json. Ends with 1 when a limit is broken.
"""

from __future__ import annotations

import json
import statistics
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect, sync_playwright
from rich.console import Console
from rich.table import Table

from bench.page.measuring import SLOWER, load, long_talk, sizes
from tests.browser.conftest import CHROMIUM_ARGUMENTS, SECONDS_ON_A_BUSY_MACHINE, found_chromium
from tests.browser.stand_in import stand_in

TIMES = 7
RESULT = Path("var/bench/page.json")


@dataclass(frozen=True)
class Figure:
    """One measured thing; `at_most` is None where there is no limit."""

    what: str
    value: float
    unit: str
    at_most: float | None = None

    @property
    def broken(self) -> bool:
        return self.at_most is not None and self.value > self.at_most


def measured(browser: Browser, base_url: str) -> list[Figure]:
    """Every figure, the first visit not counted: it warms the machine up, not the visitor's cache."""
    load(browser, base_url)
    loads = [load(browser, base_url) for _ in range(TIMES)]
    slow = [load(browser, base_url, slow_network=True) for _ in range(3)]
    talks = [long_talk(browser, base_url, count) for count in (10, 10_000)]
    figures = [
        Figure("can be used after (median)", statistics.median(one.ready_ms for one in loads), "ms", 1000),
        Figure("can be used after (slowest)", max(one.ready_ms for one in loads), "ms"),
        Figure("can be used after, on slow 4G (median)", statistics.median(one.ready_ms for one in slow), "ms"),
        Figure("layout shift until the first question", max(one.shift for one in (*loads, *slow)), "", 0),
    ]
    limits = {"before it can be used": 25_000}
    figures += [Figure(f"gzipped, {name}", size, "bytes", limits.get(name)) for name, size in sizes().items()]
    for talk in talks:
        said = f"talk of {talk.messages:,} messages:"
        figures += [
            Figure(f"{said} answer drawn after", talk.answer_ms, "ms", 1000),
            Figure(f"{said} longest block", talk.longest_ms, "ms", 500),
            Figure(f"{said} lines drawn", talk.drawn, "", 70),
        ]
    return figures


def table(figures: list[Figure]) -> Table:
    """One row a figure."""
    found = Table(title=f"The page on a phone with a processor {SLOWER} x slower", title_justify="left")
    for heading in ("what", "measured", "at most"):
        found.add_column(heading, justify="left" if heading == "what" else "right")
    for one in figures:
        limit = "" if one.at_most is None else f"{one.at_most:,.0f}"
        found.add_row(
            one.what, f"{one.value:,.4g} {one.unit}" if 0 < one.value < 1 else f"{one.value:,.0f} {one.unit}", limit
        )
    return found


def main() -> int:
    """Print the table and keep the figures; a broken limit decides the exit code."""
    expect.set_options(timeout=SECONDS_ON_A_BUSY_MACHINE * 1000)
    with stand_in() as server, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found_chromium(), args=CHROMIUM_ARGUMENTS)
        figures = measured(browser, server.base_url)
        browser.close()
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(table(figures))
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    kept: dict[str, Any] = {"processor": f"x{SLOWER} slower", "figures": [asdict(one) for one in figures]}
    RESULT.write_text(json.dumps(kept, indent=2) + "\n")
    broken = [one for one in figures if one.broken]
    for one in broken:
        console.print(f"[red]{one.what}: {one.value:.4g} {one.unit} is more than {one.at_most:g}[/red]")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
