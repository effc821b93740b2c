"""What was found at an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an answer means for an editor."""

    FINE = "fine"
    MOVED = "moved"  # for good, and the new address works
    FRONT_PAGE = "front-page"  # a page that now leads to the front page of a site: likely gone
    REFUSED = "refused"  # the site does not answer programs (401, 403, …): somebody has to look
    ROBOTS = "robots"  # robots.txt asks programs to stay away, so nothing was asked
    BUSY = "busy"  # 429 or 503, also after waiting
    GONE = "gone"  # 404 or 410
    SITE_ERROR = "site-error"  # any other 5xx
    LOOP = "loop"  # redirects without end, or to nowhere
    NO_ANSWER = "no-answer"  # connected, and then nothing usable
    UNREACHABLE = "unreachable"  # no such host, no connection, no valid certificate
    NOT_PUBLIC = "not-public"  # an address inside a network, which a person could not open either
    NO_ADDRESS = "no-address"  # cannot be read as an address


BROKEN = frozenset(
    {Kind.GONE, Kind.SITE_ERROR, Kind.LOOP, Kind.NO_ANSWER, Kind.UNREACHABLE, Kind.NOT_PUBLIC, Kind.NO_ADDRESS}
)
"""A person who follows the link gets nothing. The others are fine, or must be looked at by a person."""

LOOK = frozenset({Kind.MOVED, Kind.FRONT_PAGE, Kind.REFUSED})
"""The link may lead to something; an editor should see what."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of asking for one address.

    `status` is of the last answer, None without one; `final` the address that answered in the end; `moved_to` the new
    address when the site says that it moved for good (301, 308).
    """

    kind: Kind
    status: int | None = None
    final: str | None = None
    moved_to: str | None = None

    @property
    def broken(self) -> bool:
        """Whether a person who follows the link gets nothing."""
        return self.kind in BROKEN
