"""How a site is treated: not too often, not where robots.txt asks us to stay away, and never inside a network."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import httpx
from protego import Protego

from leerroute.links.clock import Clock

LONGEST_CRAWL_DELAY = 120.0
MOST_ROBOTS_BYTES = 500 * 1024  # RFC 9309, 2.5
UNREACHABLE_SITE = 500
"""From here on a status of robots.txt means: assume that everything is closed (RFC 9309, 2.3.1.4)."""


class NotPublicError(Exception):
    """The address lies inside a network."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Who we say we are, and how long we leave a site alone between two questions."""

    agent: str
    pause: float = 2.0


class Pace:
    """Keeps a pause between two questions to the same host, whoever of the threads asks."""

    def __init__(self, clock: Clock, pause: float) -> None:
        self._clock, self._pause = clock, pause
        self._lock = Lock()
        self._free_at: dict[str, float] = {}
        self._slower: dict[str, float] = {}

    def slow_down(self, host: str, pause: float) -> None:
        """What robots.txt asks, when that is longer than our own pause."""
        self._slower[host] = min(pause, LONGEST_CRAWL_DELAY)

    def wait(self, request: httpx.Request) -> None:
        """Wait for this host's turn; an event hook of httpx, so that redirects wait too."""
        host = request.url.netloc.decode("ascii")
        with self._lock:
            now = self._clock.seconds()
            turn = max(now, self._free_at.get(host, now))
            self._free_at[host] = turn + max(self._pause, self._slower.get(host, 0))
        if turn > now:
            self._clock.sleep(turn - now)


class Robots:
    """robots.txt of each host, read once. Each host is asked about by one thread at a time."""

    def __init__(self, client: httpx.Client, agent: str, pace: Pace) -> None:
        self._client, self._agent, self._pace = client, agent, pace
        self._known: dict[str, Callable[[str], bool]] = {}

    def allow(self, url: httpx.URL) -> bool:
        """Whether we may ask for this address. Raises what httpx raises when the host cannot be reached."""
        host = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if host not in self._known:
            self._known[host] = self._read(url.copy_with(raw_path=b"/robots.txt"))
        return self._known[host](str(url))

    def _read(self, url: httpx.URL) -> Callable[[str], bool]:
        try:
            with self._client.stream("GET", url, follow_redirects=True) as answer:
                status, text = answer.status_code, _beginning(answer)
        except httpx.TooManyRedirects:
            return lambda _: True
        if status >= UNREACHABLE_SITE or status == httpx.codes.TOO_MANY_REQUESTS:
            return lambda _: False
        if not httpx.codes.is_success(status):
            return lambda _: True
        rules = Protego.parse(text)
        delay = rules.crawl_delay(self._agent)
        if delay:
            self._pace.slow_down(url.netloc.decode("ascii"), delay)
        return lambda address: bool(rules.can_fetch(address, self._agent))


def _beginning(answer: httpx.Response) -> str:
    read = bytearray()
    for part in answer.iter_bytes():
        read += part
        if len(read) >= MOST_ROBOTS_BYTES:
            break
    return bytes(read[:MOST_ROBOTS_BYTES]).decode("utf-8", "replace")


def refuse_inside(request: httpx.Request) -> None:
    """An event hook of httpx: imported courses must not make us knock on doors inside the operator's own network."""
    try:
        found = socket.getaddrinfo(request.url.host, None, proto=socket.IPPROTO_TCP)
    except OSError:
        return  # no such host, or a proxy looks it up: httpx tells
    if any(not ipaddress.ip_address(str(address[0]).split("%")[0]).is_global for *_, address in found):
        raise NotPublicError(request.url.host)
