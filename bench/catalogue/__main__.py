"""A route and a question from the SQL catalogue with 100, 1,000 and 10,000 measures, with the slope.

Run by `make bench-catalogue`; ends with 1 when a limit is broken. The large catalogues are variations on the real one,
which differ in rank, links, dates, conditions and place (`tests/support/large.py`). Every call goes the way of the API:
it asks SQL whether the content changed, and judges what it keeps of it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from rich.console import Console

from bench.catalogue.measuring import Measured, broken_limits, measure
from bench.catalogue.tables import slope_table, speed_table

SIZES = (100, 1_000, 10_000)


def main() -> int:
    """Print the tables; a broken limit decides the exit code."""
    console = Console(width=None if sys.stdout.isatty() else 140)
    found: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="leerroute-bench-") as folder:
        for size in SIZES:
            with console.status(f"{size:,} measures"):
                found.append(measure(size, f"sqlite:///{Path(folder) / f'{size}.db'}"))
    console.print(speed_table(found))
    console.print(slope_table(found))
    broken = broken_limits(found)
    for line in broken:
        console.print(f"[red]{line}[/red]")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
