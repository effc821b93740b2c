"""Kept talks in SQL: made, read with a token, changed field by field, expired and erased."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import ColumnElement, Engine, Select, and_, delete, or_, select, update
from sqlalchemy.orm import Session, selectinload

from leerroute.cases import tokens
from leerroute.cases.case import Case, Source, StoredFact, is_list
from leerroute.cases.tables import CaseCodeRow, CaseFactRow, CaseRow, CaseTokenRow, RasaTrackerRow
from leerroute.database import writing
from leerroute.domain.measure import Language
from leerroute.domain.profile import Value
from leerroute.domain.question import BARRIER_PREFIX

STATE = frozenset(
    {"language", "municipality", "denied_barriers", "skipped", "open_question", "asked", "done", "memory"}
)
ADDING_FIELD = "barriers"  # a barrier said today does not take back the one of yesterday
BATCH = 500


class UnknownCase(LookupError):
    """There is no such talk (any more)."""


class CaseRepository:
    """Every change is one short transaction on the columns it names: API and actions may write the same talk."""

    def __init__(self, engine: Engine, keep_for: timedelta = timedelta(days=30)) -> None:
        self._engine = engine
        self._keep_for = keep_for

    def create(
        self, language: Language | None, municipality: str | None, channel: str, now: datetime
    ) -> tuple[Case, str]:
        """A new talk and its token, which is told here once and never again."""
        token = tokens.new_token()
        row = CaseRow(
            id=str(uuid4()),
            token_sha256=tokens.hashed(token),
            language=language,
            municipality=municipality,
            channel=channel,
            created_at=now,
            last_used_at=now,
            expires_at=now + self._keep_for,
        )
        with self._writing() as session:
            session.add(row)
            session.flush()
            return _case_of(row), token

    def get(self, case_id: str) -> Case | None:
        """The talk as it is kept, also when it has expired but was not swept yet."""
        with Session(self._engine) as session:
            row = session.get(CaseRow, case_id, options=[selectinload(CaseRow.facts)])
            return None if row is None else _case_of(row)

    def with_token(self, case_id: str, token: str, now: datetime) -> Case | None:
        """The talk for the holder of its token, kept longer by this use; None when there is none, or it expired."""
        with Session(self._engine) as session:
            found = session.execute(
                select(CaseRow.token_sha256, CaseRow.expires_at).where(CaseRow.id == case_id)
            ).one_or_none()
            others = session.scalars(select(CaseTokenRow.token_sha256).where(CaseTokenRow.case_id == case_id)).all()
        # an unknown id costs the same comparison as a known one
        known = [found.token_sha256 if found else tokens.hashed(case_id), *others]
        fits = any(tokens.fits(token, one) for one in known)
        if found is None or not fits or found.expires_at <= now:
            return None
        try:
            self._write(case_id, last_used_at=now, expires_at=now + self._keep_for)
        except UnknownCase:  # erased in between
            return None
        return self.get(case_id)

    def put_facts(self, case_id: str, facts: Sequence[StoredFact]) -> None:
        """Take facts in. A field said again replaces what was known of it, except that barriers are added up."""
        now = datetime.now(UTC)
        rows = {(row.field, row.item): row for fact in facts for row in _fact_rows(case_id, fact, now)}
        fields = {fact.field for fact in facts} - {ADDING_FIELD}
        barriers = {item for field, item in rows if field == ADDING_FIELD}
        with self._writing() as session:
            if session.execute(_locked(case_id)).one_or_none() is None:
                raise UnknownCase(case_id)
            session.execute(delete(CaseFactRow).where(_facts(case_id, fields, barriers)))
            session.add_all(rows.values())

    def drop_facts(self, case_id: str, fields: Iterable[str]) -> None:
        """Make fields unknown again; `barrier:<id>` takes one barrier away, `barriers` all of them."""
        names = set(fields)
        barriers = {name.removeprefix(BARRIER_PREFIX) for name in names if name.startswith(BARRIER_PREFIX)}
        with self._writing() as session:
            session.execute(delete(CaseFactRow).where(_facts(case_id, names, barriers)))

    def update(self, case_id: str, **state: Any) -> None:
        """Change where the talk stands: language, denied_barriers, skipped, open_question, asked, done, memory."""
        if unknown := set(state) - STATE:
            raise TypeError(f"not the state of a case: {', '.join(sorted(unknown))}")
        for name in ("denied_barriers", "skipped"):
            if name in state:
                state[name] = sorted(state[name])
        if "memory" in state:
            state["memory"] = dict(state["memory"])
        self._write(case_id, **state)

    def delete(self, case_id: str) -> None:
        """Erase the talk, its facts and what Rasa kept of it, all or nothing."""
        with self._writing() as session:
            _erase(session, [case_id])

    def delete_expired(self, now: datetime) -> int:
        """Erase every talk whose time is over, and trackers that belong to no talk; how many talks there were.

        A tracker is left without its talk when Rasa was still busy with a message while the talk was erased.
        """
        erased = 0
        while batch := self._erase_batch(now):
            erased += batch
        with self._writing() as session:
            session.execute(delete(RasaTrackerRow).where(RasaTrackerRow.sender_id.not_in(select(CaseRow.id))))
        return erased

    def _erase_batch(self, now: datetime) -> int:
        with self._writing() as session:
            batch = session.scalars(select(CaseRow.id).where(CaseRow.expires_at <= now).limit(BATCH)).all()
            if batch:
                _erase(session, batch)
            return len(batch)

    def _write(self, case_id: str, **columns: Any) -> None:
        with self._writing() as session:
            found = session.execute(
                update(CaseRow).where(CaseRow.id == case_id).values(**columns).returning(CaseRow.id)
            ).one_or_none()
            if found is None:
                raise UnknownCase(case_id)

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with writing(self._engine) as connection, Session(connection) as session:
            yield session
            session.flush()


def _facts(case_id: str, fields: Collection[str], barriers: Collection[str]) -> ColumnElement[bool]:
    """The rows of these fields, and those of these single barriers."""
    return and_(
        CaseFactRow.case_id == case_id,
        or_(
            CaseFactRow.field.in_(fields),
            and_(CaseFactRow.field == ADDING_FIELD, CaseFactRow.item.in_(barriers)),
        ),
    )


def _locked(case_id: str) -> Select[str]:
    """The id of a talk, holding others off until the transaction ends (SQLite holds off every writer by itself)."""
    return select(CaseRow.id).where(CaseRow.id == case_id).with_for_update()


def _erase(session: Session, case_ids: Sequence[str]) -> None:
    for table in (CaseFactRow, CaseCodeRow, CaseTokenRow):
        session.execute(delete(table).where(table.case_id.in_(case_ids)))
    session.execute(delete(RasaTrackerRow).where(RasaTrackerRow.sender_id.in_(case_ids)))
    session.execute(delete(CaseRow).where(CaseRow.id.in_(case_ids)))


def _fact_rows(case_id: str, fact: StoredFact, now: datetime) -> list[CaseFactRow]:
    items: Sequence[Value] = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    return [
        CaseFactRow(
            case_id=case_id,
            field=fact.field,
            item=str(item) if is_list(fact.field) else "",
            value=item,
            source=fact.source,
            quote=fact.quote,
            said_at=fact.said_at or now,
        )
        for item in items
    ]


def _case_of(row: CaseRow) -> Case:
    return Case(
        id=row.id,
        language=cast("Language | None", row.language),
        municipality=row.municipality,
        channel=row.channel,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        expires_at=row.expires_at,
        facts=tuple(
            StoredFact(fact.field, fact.value, cast("Source", fact.source), fact.quote, fact.said_at)
            for fact in row.facts
        ),
        denied_barriers=frozenset(row.denied_barriers),
        skipped=frozenset(row.skipped),
        open_question=row.open_question,
        asked=row.asked,
        done=row.done,
        memory=row.memory,
    )
