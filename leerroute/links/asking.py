"""Asks for one address, the way a polite visitor would: HEAD first, a few tries, redirects followed to their end."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential
from tenacity.stop import stop_base

from leerroute.links.clock import Clock
from leerroute.links.manners import Manners, NotPublicError, Pace, Robots, refuse_inside
from leerroute.links.outcome import Kind, Outcome

ATTEMPTS = 3
MOST_REDIRECTS = 8
LONGEST_WAIT = 60.0
"""A site that asks for more than this is left alone until the next run."""
FIRST_WAIT = 4.0
PERMANENT = frozenset({301, 308})
COME_BACK_LATER = frozenset({429, 503})
WORTH_RETRYING = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError, httpx.ProxyError)
NOT_REACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)
TO_NOWHERE = (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.InvalidURL, UnicodeError)


class _LaterError(Exception):
    """The site says that it has no time now; `wait` when it says for how long, in seconds."""

    def __init__(self, status: int, wait: float | None) -> None:
        super().__init__(status)
        self.status, self.wait = status, wait


def make_client(manners: Manners, pace: Pace, timeout: float, *, inside: bool = False) -> httpx.Client:
    """A client that says who it is and waits its turn. `inside`: also addresses that are not public."""
    before = [pace.wait] if inside else [refuse_inside, pace.wait]
    return httpx.Client(
        headers={"User-Agent": manners.agent, "Accept": "*/*"},
        timeout=timeout,
        event_hooks={"request": before},
        max_redirects=MOST_REDIRECTS,
    )


class Asker:
    """Asks for addresses. Safe to share between threads that each ask their own host."""

    def __init__(self, client: httpx.Client, robots: Robots, clock: Clock) -> None:
        self._client, self._robots, self._clock = client, robots, clock
        self._without_head: set[str] = set()

    def ask(self, address: str) -> Outcome:
        """What is there. Never raises for what goes wrong on the way."""
        try:
            at = httpx.URL(address)
        except TO_NOWHERE:
            return Outcome(Kind.NO_ADDRESS)
        if not at.host:
            return Outcome(Kind.NO_ADDRESS)
        return self._follow(at)

    def _follow(self, asked: httpx.URL) -> Outcome:
        at, moved_to, status = asked, None, None
        for _ in range(MOST_REDIRECTS + 1):
            if at.scheme not in ("http", "https"):
                return Outcome(Kind.LOOP, status)
            found = self._looked(at)
            if isinstance(found, Outcome):
                return found
            status, onward = found
            if onward is None:
                return _judged(asked, at, status, moved_to)
            follows_on = moved_to is not None or at == asked
            moved_to = str(onward) if status in PERMANENT and follows_on and _same(moved_to, at, asked) else moved_to
            at = onward
        return Outcome(Kind.LOOP, status, str(at))

    def _looked(self, at: httpx.URL) -> tuple[int, httpx.URL | None] | Outcome:
        """Status and where it leads on; an outcome when it ends here."""
        tries = Retrying(
            retry=retry_if_exception_type((_LaterError, *WORTH_RETRYING)),
            stop=stop_after_attempt(ATTEMPTS) | _TooLong(),
            wait=_wait,
            sleep=self._clock.sleep,
            reraise=True,
        )
        try:
            for attempt in tries:
                with attempt:
                    if not self._robots.allow(at):
                        return Outcome(Kind.ROBOTS, final=str(at))
                    return self._answer(at, attempt.retry_state.attempt_number)
        except NotPublicError:
            return Outcome(Kind.NOT_PUBLIC, final=str(at))
        except _LaterError as later:
            busy = later.status == httpx.codes.TOO_MANY_REQUESTS
            return Outcome(Kind.BUSY if busy else Kind.SITE_ERROR, later.status, str(at))
        except NOT_REACHED:
            return Outcome(Kind.UNREACHABLE, final=str(at))
        except TO_NOWHERE:
            return Outcome(Kind.LOOP, final=str(at))
        except httpx.HTTPError:
            return Outcome(Kind.NO_ANSWER, final=str(at))
        raise AssertionError("tenacity ends with an answer or an error")

    def _answer(self, at: httpx.URL, attempt: int) -> tuple[int, httpx.URL | None]:
        """HEAD, and GET where HEAD is not welcome. Only the beginning of an answer is fetched."""
        host, later_try = at.host, attempt > 1
        if not later_try and host not in self._without_head:
            found = self._send("HEAD", at)
            if found[0] < httpx.codes.BAD_REQUEST:
                return found
        found = self._send("GET", at)
        if not later_try and found[0] < httpx.codes.BAD_REQUEST:
            self._without_head.add(host)
        return found

    def _send(self, method: str, at: httpx.URL) -> tuple[int, httpx.URL | None]:
        with self._client.stream(method, at) as answer:
            status = answer.status_code
            if status in COME_BACK_LATER:
                raise _LaterError(status, self._told(answer.headers.get("Retry-After", "")))
            if not answer.is_redirect:
                return status, None
            onward = answer.next_request.url if answer.next_request else None
            return status, onward.copy_with(fragment=None) if onward else None

    def _told(self, retry_after: str) -> float | None:
        """How long to wait, from seconds or a date (RFC 9110, 10.2.3)."""
        if retry_after.strip().isdecimal():
            return float(retry_after)
        try:
            until = parsedate_to_datetime(retry_after)
        except ValueError:
            return None
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, (until - self._clock.moment()).total_seconds())


def _same(moved_to: str | None, at: httpx.URL, asked: httpx.URL) -> bool:
    """Whether all that led here was for good: behind a detour a permanent move says nothing of the first address."""
    return at == asked if moved_to is None else str(at) == moved_to


def _judged(asked: httpx.URL, at: httpx.URL, status: int, moved_to: str | None) -> Outcome:
    final = str(at)
    if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
        return Outcome(Kind.GONE, status, final, moved_to)
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return Outcome(Kind.SITE_ERROR, status, final, moved_to)
    if status >= httpx.codes.BAD_REQUEST:
        return Outcome(Kind.REFUSED, status, final, moved_to)
    if status >= httpx.codes.MULTIPLE_CHOICES:
        return Outcome(Kind.LOOP, status, final, moved_to)
    if at != asked and at.path == "/" and not at.query and asked.path != "/":
        return Outcome(Kind.FRONT_PAGE, status, final, moved_to)
    return Outcome(Kind.MOVED if moved_to else Kind.FINE, status, final, moved_to)


_backing_off = wait_exponential(FIRST_WAIT, max=LONGEST_WAIT)


def _asked_wait(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.wait if isinstance(error, _LaterError) else None


def _wait(state: RetryCallState) -> float:
    """As long as the site asks, and at least a little."""
    return max(_asked_wait(state) or 0.0, _backing_off(state))


class _TooLong(stop_base):
    """Ends the tries when the site asks for more patience than one round has."""

    def __call__(self, state: RetryCallState) -> bool:
        return (_asked_wait(state) or 0.0) > LONGEST_WAIT
