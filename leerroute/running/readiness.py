"""Waiting until a talk can be held."""

import threading
import time
from collections.abc import Callable
from enum import Enum

import httpx

SECONDS_BETWEEN = 0.25


class Outcome(Enum):
    """How the waiting ended."""

    READY = "ready"
    TOO_LATE = "too late"
    GIVEN_UP = "given up"


def wait_until_ready(url: str, *, seconds: float, given_up: threading.Event) -> Outcome:
    """Ask /health/ready until it says yes; it does so when database, Rasa and actions answer."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if given_up.wait(SECONDS_BETWEEN):
            return Outcome.GIVEN_UP
        if _answers(url):
            return Outcome.READY
    return Outcome.TOO_LATE


def in_background(task: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=task, daemon=True)
    thread.start()
    return thread


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=5, trust_env=False).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
