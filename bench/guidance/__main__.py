"""How good the guidance is: questions and route per persona, how easy the texts are, and how fast the core is.

Run by `make bench-guidance`. Ends with 1 when a limit is broken, so that it can guard as well as show.
"""

from __future__ import annotations

import sys

from rich.console import Console

from bench.guidance.language import language_table, texts_that_fail
from bench.guidance.people import persona_table, played_personas, summary
from bench.guidance.speed import Speed, broken_limits, measure_speed, speed_table


def main() -> int:
    """Print the tables; the number of broken limits decides the exit code."""
    console = Console(width=None if sys.stdout.isatty() else 160)
    people = played_personas()
    console.print(persona_table(people))
    console.print(summary(people))
    console.print(language_table())
    for line in texts_that_fail():
        console.print(f"  {line}", markup=False)
    speeds: list[Speed] = measure_speed()
    console.print(speed_table(speeds))
    broken = broken_limits(speeds)
    for line in broken:
        console.print(f"[red]{line}[/red]")
    return 1 if broken or any(texts_that_fail()) else 0


if __name__ == "__main__":
    sys.exit(main())
