"""What was found at each address, in SQL."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from leerroute.catalogue.edits import sha256
from leerroute.links.outcome import Kind, Outcome
from leerroute.links.tables import LinkCheckRow

NO_LONGER_USED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """The last look at an address. `broken_since`: the first of the looks in a row at which it was broken."""

    url: str
    outcome: Outcome
    checked_at: datetime
    broken_since: datetime | None
    fine_at: datetime | None


def kept_checks(connection: Connection) -> dict[str, LinkCheck]:
    """Every address that was looked at."""
    rows = connection.execute(select(LinkCheckRow.__table__)).mappings()
    return {row["url"]: _check(row) for row in rows}


def keep(connection: Connection, url: str, outcome: Outcome, now: datetime) -> None:
    """Note what was found, over what was found before."""
    key = sha256(url)
    this = LinkCheckRow.key == key
    before = connection.execute(select(LinkCheckRow.__table__).where(this)).mappings().one_or_none()
    values = {
        "url": url,
        "kind": outcome.kind.value,
        "status": outcome.status,
        "final": outcome.final,
        "moved_to": outcome.moved_to,
        "checked_at": now,
        "broken_since": ((before and before["broken_since"]) or now) if outcome.broken else None,
        "fine_at": now if outcome.kind in (Kind.FINE, Kind.MOVED) else before and before["fine_at"],
    }
    if before is None:
        connection.execute(insert(LinkCheckRow).values(key=key, **values))
    else:
        connection.execute(update(LinkCheckRow).where(this).values(**values))


def forget_others(connection: Connection, used: Collection[str]) -> None:
    """What stands nowhere in the catalogue any more is forgotten."""
    gone = [sha256(url) for url in kept_checks(connection) if url not in used]
    for first in range(0, len(gone), NO_LONGER_USED_AT_ONCE):
        part = gone[first : first + NO_LONGER_USED_AT_ONCE]
        connection.execute(delete(LinkCheckRow).where(LinkCheckRow.key.in_(part)))


def _check(row: RowMapping) -> LinkCheck:
    outcome = Outcome(Kind(row["kind"]), row["status"], row["final"], row["moved_to"])
    return LinkCheck(row["url"], outcome, row["checked_at"], row["broken_since"], row["fine_at"])
