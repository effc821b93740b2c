"""Asks for many addresses: several hosts side by side, the addresses of one host one after the other."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event
from typing import TypeAlias
from urllib.parse import urlsplit

from leerroute.links.outcome import Kind, Outcome

logger = logging.getLogger(__name__)

Ask: TypeAlias = Callable[[str], Outcome]
Looked: TypeAlias = tuple[str, Outcome | None]
"""An address with what was found; None: not asked, left for the next run."""


def host_of(address: str) -> str:
    """The host whose turn it is; "" for what cannot be read."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def look_at_all(addresses: Iterable[str], ask: Ask, at_once: int) -> Iterator[Looked]:
    """Every address with its outcome, as they come. One host that fails holds up no other."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[host_of(address)].append(address)
    found: SimpleQueue[Looked] = SimpleQueue()
    stop = Event()
    with ThreadPoolExecutor(at_once) as pool:
        try:
            for group in sorted(hosts.values(), key=len, reverse=True):  # the longest takes the longest
                pool.submit(_look_at_host, group, ask, found, stop)
            for _ in range(sum(map(len, hosts.values()))):
                yield found.get()
        finally:
            stop.set()


def _look_at_host(addresses: list[str], ask: Ask, found: SimpleQueue[Looked], stop: Event) -> None:
    rest: Outcome | None = None
    ended = False
    for address in addresses:
        if stop.is_set():
            return
        if ended:
            found.put((address, rest))
            continue
        outcome = _asked(address, ask)
        found.put((address, outcome))
        if outcome and _by_own_host(address, outcome):
            ended = outcome.kind in (Kind.UNREACHABLE, Kind.BUSY)
            rest = Outcome(Kind.UNREACHABLE) if outcome.kind is Kind.UNREACHABLE else None


def _asked(address: str, ask: Ask) -> Outcome | None:
    try:
        return ask(address)
    except Exception:  # whatever one address does, the others are looked at
        logger.exception("This address could not be looked at: %s", address)
        return None


def _by_own_host(address: str, outcome: Outcome) -> bool:
    """Whether the host itself said so, not one that it redirects to."""
    return host_of(outcome.final or address) == host_of(address)
