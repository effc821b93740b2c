"""A QR code as a path that a page can draw: no picture to load, so no exception in a page's content policy."""

from __future__ import annotations

from itertools import groupby

import segno

QUIET_ZONE = 4  # modules of white around it, as the standard asks


def qr_path(text: str) -> tuple[int, str]:
    """The width in modules, quiet zone included, and the `d` of an SVG path with every dark run as a bar."""
    rows = list(segno.make(text, error="m", micro=False).matrix_iter(border=QUIET_ZONE))
    bars = []
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                bars.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return len(rows), "".join(bars)
