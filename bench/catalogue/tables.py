"""The figures as tables."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import linear_regression

from rich.table import Table

from bench.catalogue.measuring import LIMITS, Measured


def speed_table(found: Sequence[Measured]) -> Table:
    """One row an act and size."""
    table = Table(title="From the SQL catalogue (SQLite), milliseconds", title_justify="left")
    for heading in ("act", "measures", "times", "p50", "p95", "p50 at most", "reading it all after a change"):
        table.add_column(heading)
    for act in found[0].acts:
        for one in found:
            times = one.acts[act]
            limit = LIMITS.get((act, one.size))
            shown = (f"{times.middle:.2f}", f"{times.slow:.2f}", f"{limit:g}" if limit else "", f"{one.reading:,.0f}")
            table.add_row(act, f"{one.size:,}", str(len(times.times)), *shown)
    return table


def slope_table(found: Sequence[Measured]) -> Table:
    """How much longer an act takes for a thousand measures more, by least squares over the sizes."""
    table = Table(title="The slope: milliseconds more (p50) for each thousand measures more", title_justify="left")
    for heading in ("act", "slope", "from smallest to largest"):
        table.add_column(heading)
    sizes = [one.size / 1000 for one in found]
    for act in found[0].acts:
        middles = [one.acts[act].middle for one in found]
        times = f"{found[-1].size / found[0].size:g} x the measures takes {middles[-1] / middles[0]:.1f} x the time"
        table.add_row(act, f"{linear_regression(sizes, middles).slope:.2f}", times)
    return table
