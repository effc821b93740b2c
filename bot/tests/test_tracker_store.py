"""Rasa's bounded memory of a talk: it comes back as it was, stays small, and does not outlive its case."""

from __future__ import annotations

import asyncio
import functools
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from bot.components.tracker_store import CASES, KEPT_EVENTS, METADATA, TRACKERS, BoundedTrackerStore, engine_for
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="Slot auto-fill", category=UserWarning)  # Rasa tells it of every domain
    DOMAIN = Domain.load(str(Path(__file__).parents[2] / "domain.yml"))
CASE = "3f0c3c58-0000-4000-8000-000000000001"


def run_to_its_end(test: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """The store's methods wait for the database."""

    @functools.wraps(test)
    def run(*args: Any, **kwargs: Any) -> None:
        asyncio.run(test(*args, **kwargs))  # type: ignore[arg-type]

    return run


@pytest.fixture
def store(tmp_path: Path) -> BoundedTrackerStore:
    url = f"sqlite:///{tmp_path / 'talks.db'}"
    engine = engine_for(url)
    METADATA.create_all(engine)
    with engine.begin() as connection:
        connection.execute(sa.insert(CASES).values(id=CASE))
    return BoundedTrackerStore(DOMAIN, database_url=url)


def a_turn(number: int) -> list[Event]:
    return [
        UserUttered(f"message {number}", intent={"name": "inform", "confidence": 1.0}),
        SlotSet("language", "en"),
        ActionExecuted("intake_form"),
        BotUttered(f"answer {number}"),
        ActionExecuted("action_listen"),
    ]


def a_talk(turns: int) -> DialogueStateTracker:
    events: list[Event] = [ActionExecuted("action_listen"), ActiveLoop("intake_form")]
    events.append(SlotSet("requested_slot", "route_ready"))
    for number in range(turns):
        events += a_turn(number)
    return DialogueStateTracker.from_events(CASE, events, DOMAIN.slots)


def rows(store: BoundedTrackerStore) -> int:
    with store._engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(TRACKERS)).scalar())


@pytest.mark.parametrize("turns", [1, 5, 40])
@run_to_its_end
async def test_a_talk_comes_back_with_its_slots_and_its_form(store: BoundedTrackerStore, turns: int) -> None:
    await store.save(a_talk(turns))
    found = await store.retrieve(CASE)
    assert found is not None
    assert found.get_slot("language") == "en"
    assert found.get_slot("requested_slot") == "route_ready"
    assert found.active_loop_name == "intake_form"
    assert found.latest_action_name == "action_listen"
    assert found.latest_message is not None
    assert found.latest_message.text == f"message {turns - 1}"


@run_to_its_end
async def test_it_stays_small_over_many_saves_and_keeps_whole_turns(store: BoundedTrackerStore) -> None:
    await store.save(a_talk(3))
    for number in range(100):
        tracker = await store.retrieve(CASE)
        assert tracker is not None
        for event in a_turn(number):
            tracker.update(event)
        await store.save(tracker)
    kept = await store.retrieve(CASE)
    assert kept is not None
    assert len(kept.events) <= KEPT_EVENTS + 5
    assert kept.active_loop_name == "intake_form"
    assert kept.get_slot("language") == "en"
    heard = [event.text for event in kept.events if isinstance(event, UserUttered)]
    assert heard == [f"message {number}" for number in range(100 - len(heard), 100)]


@run_to_its_end
async def test_one_row_a_talk(store: BoundedTrackerStore) -> None:
    await store.save(a_talk(1))
    await store.save(a_talk(2))
    assert rows(store) == 1
    assert list(await store.keys()) == [CASE]


@run_to_its_end
async def test_an_answer_that_comes_after_the_case_was_erased_brings_nothing_back(store: BoundedTrackerStore) -> None:
    await store.save(a_talk(1))
    with store._engine.begin() as connection:
        connection.execute(sa.delete(TRACKERS))
        connection.execute(sa.delete(CASES))
    await store.save(a_talk(2))
    assert rows(store) == 0


@run_to_its_end
async def test_an_unknown_talk_is_none(store: BoundedTrackerStore) -> None:
    assert await store.retrieve("nobody") is None


def test_the_address_of_the_other_world_is_translated() -> None:
    assert engine_for("postgresql+psycopg://u:p@127.0.0.1/x").url.drivername == "postgresql+psycopg2"
    assert engine_for("postgresql://u:p@127.0.0.1/x").url.drivername == "postgresql+psycopg2"
