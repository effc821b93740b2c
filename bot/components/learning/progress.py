"""Tells how far the learning is, one line a percent, for whoever shows it on a screen."""

from __future__ import annotations

from .training import Progress

SAID = "learnt"


def teller() -> Progress:
    """Prints `learnt 37 %` when another whole percent is done."""
    last = -1

    def tell(share: float) -> None:
        nonlocal last
        if int(share * 100) > last:
            last = int(share * 100)
            print(f"{SAID} {last} %", flush=True)

    return tell
