"""Rasa's memory of a talk, bounded: one row a talk with its last events and its state.

What a person said is kept as facts of the case; Rasa only needs enough to route the next turn. So a turn costs the
same after a hundred turns as after five, and erasing the case erases this row too.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from datetime import datetime, timezone
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.url import make_url

KEPT_EVENTS = 30

METADATA = sa.MetaData()
TRACKERS = sa.Table(
    "rasa_trackers",
    METADATA,
    sa.Column("sender_id", sa.String(255), primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
)
CASES = sa.Table("cases", METADATA, sa.Column("id", sa.String(36), primary_key=True))


def engine_for(database_url: str) -> Engine:
    """An engine of this world for the address that the rest of Leerroute uses (psycopg there, psycopg2 here)."""
    url = make_url(database_url)
    if url.get_backend_name() in ("postgresql", "postgres"):
        return sa.create_engine(url.set(drivername="postgresql+psycopg2"), pool_pre_ping=True)
    return sa.create_engine(url, connect_args={"timeout": 10})


class BoundedTrackerStore(TrackerStore):
    """Keeps the last events of a talk in the database of the cases. The table is made by Leerroute's migrations."""

    def __init__(self, domain: Domain | None, database_url: str, event_broker: Any = None, **_: Any) -> None:
        super().__init__(domain, event_broker)
        self._engine = engine_for(database_url)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the talk, unless its case was erased meanwhile: an answer that comes late must not bring it back."""
        await self.stream_events(tracker)
        body = json.dumps([event.as_dict() for event in bounded(tracker, self.domain)])
        await asyncio.to_thread(self._write, tracker.sender_id, body)

    async def stream_events(self, tracker: DialogueStateTracker) -> None:
        """Nothing is streamed without a broker, and none is used."""
        if self.event_broker is not None:
            await super().stream_events(tracker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The talk as far as it is kept."""
        body = await asyncio.to_thread(self._read, sender_id)
        if body is None:
            return None
        return DialogueStateTracker.from_dict(sender_id, json.loads(body), self.domain.slots, self.max_event_history)

    async def keys(self) -> Iterable[str]:
        """Ids of all talks that are kept."""
        with self._engine.connect() as connection:
            return [row[0] for row in connection.execute(sa.select(TRACKERS.c.sender_id))]

    def _read(self, sender_id: str) -> str | None:
        query = sa.select(TRACKERS.c.body).where(TRACKERS.c.sender_id == sender_id)
        with self._engine.connect() as connection:
            found: str | None = connection.execute(query).scalar()
        return found

    def _write(self, sender_id: str, body: str) -> None:
        values = {"body": body, "updated_at": datetime.now(timezone.utc)}
        with self._engine.begin() as connection:
            changed = connection.execute(sa.update(TRACKERS).where(TRACKERS.c.sender_id == sender_id).values(values))
            if changed.rowcount == 0:
                _insert_for_case(connection, sender_id, values)


def _insert_for_case(connection: Connection, sender_id: str, values: dict[str, Any]) -> None:
    row = sa.select(
        sa.literal(sender_id), sa.literal(values["body"]), sa.literal(values["updated_at"], sa.DateTime(timezone=True))
    ).where(sa.exists().where(CASES.c.id == sender_id))
    connection.execute(sa.insert(TRACKERS).from_select(["sender_id", "body", "updated_at"], row))


def bounded(tracker: DialogueStateTracker, domain: Domain) -> list[Event]:
    """The last whole turns, after the slots and the loop as they were when those turns began."""
    events = list(tracker.events)
    start = _first_kept(events)
    if start == 0:
        return events
    before = DialogueStateTracker.from_events(tracker.sender_id, events[:start], domain.slots, domain=domain)
    slots = [SlotSet(name, slot.value) for name, slot in before.slots.items() if slot.value != slot.initial_value]
    loop = [ActiveLoop(before.active_loop_name)] if before.active_loop_name else []
    return [*slots, *loop, *events[start:]]


def _first_kept(events: list[Event]) -> int:
    """Where the kept part begins: at the listening before a turn, so that no turn is cut in two."""
    if len(events) <= KEPT_EVENTS:
        return 0
    listens = [
        place
        for place, event in enumerate(events)
        if isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME
    ]
    earliest = len(events) - KEPT_EVENTS
    return next((place for place in listens if place >= earliest), listens[-1] if listens else 0)
