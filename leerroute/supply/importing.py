"""An import: the offers of a source as they are in its files now. It can be stopped and goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from leerroute.catalogue.tables.offers import CourseOfferRow, SupplyImportRow
from leerroute.database import writing
from leerroute.domain.offers import Offer
from leerroute.supply import duo, edudex, ooapi
from leerroute.supply.records import Found, Import, Refusal, in_order

Reader: TypeAlias = Callable[[str, list[Path], Import], Iterator[Found]]
READERS: Mapping[str, Reader] = {
    "ooapi-5": ooapi.read,
    "ooapi-6": ooapi.read,
    "edu-dex": edudex.read,
    "duo-mbo": duo.read,
}
BATCH = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, in numbers of records; with the refusals since it was last started."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    removed: int = 0
    refusals: tuple[Refusal, ...] = ()
    resumed_after: int = 0


def run_import(
    engine: Engine,
    format_: str,
    paths: list[Path],
    given: Import,
    *,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda _count: None,
) -> Outcome:
    """Take over the offers in the files; offers of the source that are no longer in them go.

    Every batch is kept when it is done. The same files after a stop: the import goes on behind the last batch.
    A file that cannot be read at all raises ValueError, and nothing changes.
    """
    found = READERS[format_](format_, paths, given)
    if dry_run:
        return _dry_run(engine, found, given, progress)
    first = next(found, None)  # a file that cannot be read at all fails here, before anything is written
    run, outcome = _start(engine, format_, _sha256(paths, given), given)
    records = in_order(_with_first(first, found), after=outcome.resumed_after)
    while batch := list(islice(records, BATCH)):
        with writing(engine) as connection:
            outcome = _take(connection, [item for _, item in batch], run, outcome)
            _keep(connection, run, outcome, position=batch[-1][0])
        progress(batch[-1][0])
    return _finish(engine, run, given, outcome)


def _with_first(first: Found | None, rest: Iterable[Found]) -> Iterator[Found]:
    if first is not None:
        yield first
    yield from rest


def _sha256(paths: list[Path], given: Import) -> str:
    digest = hashlib.sha256((given.measure or "").encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _start(engine: Engine, format_: str, file_sha256: str, given: Import) -> tuple[int, Outcome]:
    """A new import, or the one of the same files that was stopped."""
    with writing(engine) as connection:
        stopped = connection.execute(
            select(SupplyImportRow.__table__)
            .where(
                SupplyImportRow.source == given.source,
                SupplyImportRow.file_sha256 == file_sha256,
                SupplyImportRow.finished_at.is_(None),
            )
            .order_by(SupplyImportRow.id.desc())
        ).first()
        if stopped is not None:
            counts = {name: getattr(stopped, name) for name in ("added", "changed", "unchanged", "refused")}
            return stopped.id, Outcome(**counts, resumed_after=stopped.position)
        made = connection.execute(
            insert(SupplyImportRow).values(
                source=given.source, format=format_, file_sha256=file_sha256, position=0, started_at=datetime.now(UTC),
                **dict.fromkeys(("added", "changed", "unchanged", "refused", "removed"), 0),
            )
        )  # fmt: skip
        (key,) = made.inserted_primary_key or (0,)
        return int(key), Outcome()


def _take(connection: Connection, items: list[Found], run: int, outcome: Outcome) -> Outcome:
    """Put a batch in the database; an offer that says what it said before only is marked as seen."""
    for item in items:
        if isinstance(item, Refusal):
            outcome = replace(outcome, refused=outcome.refused + 1, refusals=(*outcome.refusals, item))
            continue
        row = _row(item)
        stored = _stored(connection, item)
        same_offer = (CourseOfferRow.source == item.source, CourseOfferRow.id == item.id)
        if stored is None:
            connection.execute(insert(CourseOfferRow).values(**row, seen_in=run))
            outcome = replace(outcome, added=outcome.added + 1)
        else:
            connection.execute(update(CourseOfferRow).where(*same_offer).values(**row, seen_in=run))
            outcome = _counted(outcome, changed=stored != row["sha256"])
    return outcome


def _counted(outcome: Outcome, *, changed: bool) -> Outcome:
    if changed:
        return replace(outcome, changed=outcome.changed + 1)
    return replace(outcome, unchanged=outcome.unchanged + 1)


def _stored(connection: Connection, offer: Offer) -> str | None:
    same = select(CourseOfferRow.sha256).where(CourseOfferRow.source == offer.source, CourseOfferRow.id == offer.id)
    return connection.execute(same).scalar_one_or_none()


def _row(offer: Offer) -> dict[str, Any]:
    row = asdict(offer)
    row["measure_id"] = row.pop("measure")
    del row["imported_on"]  # told by the import itself
    row["moments"] = sorted(offer.moments)
    row["sha256"] = hashlib.sha256(json.dumps(row, sort_keys=True, default=str).encode()).hexdigest()
    return row


def _keep(connection: Connection, run: int, outcome: Outcome, **more: Any) -> None:
    counts = {name: getattr(outcome, name) for name in ("added", "changed", "unchanged", "refused", "removed")}
    connection.execute(update(SupplyImportRow).where(SupplyImportRow.id == run).values(**counts, **more))


def _finish(engine: Engine, run: int, given: Import, outcome: Outcome) -> Outcome:
    with writing(engine) as connection:
        gone = connection.execute(
            delete(CourseOfferRow).where(CourseOfferRow.source == given.source, CourseOfferRow.seen_in != run)
        )
        outcome = replace(outcome, removed=gone.rowcount)
        _keep(connection, run, outcome, finished_at=datetime.now(UTC))
    return outcome


def _dry_run(engine: Engine, found: Iterable[Found], given: Import, progress: Callable[[int], None]) -> Outcome:
    """The same numbers, without writing anything."""
    outcome, seen = Outcome(), set()
    with engine.connect() as connection:
        for position, item in enumerate(found, start=1):
            if isinstance(item, Refusal):
                outcome = replace(outcome, refused=outcome.refused + 1, refusals=(*outcome.refusals, item))
            else:
                stored = None if item.id in seen else _stored(connection, item)
                is_new = stored is None and item.id not in seen
                seen.add(item.id)
                if is_new:
                    outcome = replace(outcome, added=outcome.added + 1)
                else:
                    outcome = _counted(outcome, changed=stored is not None and stored != _row(item)["sha256"])
            progress(position)
        known = connection.execute(select(CourseOfferRow.id).where(CourseOfferRow.source == given.source)).scalars()
        return replace(outcome, removed=len(set(known) - seen))


def counted_sources(connection: Connection) -> dict[str, int]:
    """How many offers each source has."""
    query = select(CourseOfferRow.source, func.count()).group_by(CourseOfferRow.source).order_by(CourseOfferRow.source)
    return {str(source): int(count) for source, count in connection.execute(query)}
