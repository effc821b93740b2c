"""What is kept of a talk: facts with their words, the state, the token, expiry and erasure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from leerroute.cases import CaseRepository, StoredFact, UnknownCase
from leerroute.database import Base

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TABLES = ("cases", "case_facts", "rasa_trackers")


@pytest.fixture
def case_id(cases: CaseRepository) -> str:
    return cases.create("nl", None, "web", NOW)[0].id


def rows(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def keep_tracker(engine: Engine, sender_id: str) -> None:
    """As bot/components/tracker_store.py does."""
    statement = text("INSERT INTO rasa_trackers (sender_id, body, updated_at) VALUES (:id, '{}', :now)")
    with engine.begin() as connection:
        connection.execute(statement, {"id": sender_id, "now": NOW.isoformat()})


def test_a_new_talk_is_empty_and_kept_for_thirty_days(cases: CaseRepository) -> None:
    case, _ = cases.create("en", "GM0363", "portal", NOW)
    kept = cases.get(case.id)
    assert kept == case
    assert (kept.language, kept.municipality, kept.channel) == ("en", "GM0363", "portal")
    assert kept.expires_at == NOW + timedelta(days=30)
    assert dict(kept.profile) == {}
    assert (kept.facts, kept.open_question, kept.asked, kept.done) == ((), None, 0, False)


def test_the_municipality_of_the_portal_is_not_a_fact_about_the_person(cases: CaseRepository) -> None:
    case, _ = cases.create("nl", "GM0363", "portal", NOW)
    assert "municipality" not in case.profile


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("age", 58),
        ("hoursPerWeek", 0),
        ("debts", False),
        ("debts", True),
        ("work", "unemployed"),
        ("wish", "iets ëxtra 🙂"),
    ],
)
def test_a_fact_comes_back_with_its_type_and_words(
    cases: CaseRepository, case_id: str, field: str, value: int | bool | str
) -> None:
    cases.put_facts(case_id, [StoredFact(field, value, "quote", "in eigen woorden", NOW)])
    kept = cases.get(case_id)
    assert kept is not None
    assert kept.facts == (StoredFact(field, value, "quote", "in eigen woorden", NOW),)
    assert type(kept.profile[field]) is type(value)


def test_a_later_statement_replaces_the_former(cases: CaseRepository, case_id: str) -> None:
    cases.put_facts(case_id, [StoredFact("hoursPerWeek", 32, "quote", "32 uur"), StoredFact("age", 40, "tap")])
    cases.put_facts(case_id, [StoredFact("hoursPerWeek", 24, "quote", "nee, 24 uur")])
    kept = cases.get(case_id)
    assert kept is not None
    assert dict(kept.profile) == {"age": 40, "hoursPerWeek": 24}
    assert [fact.quote for fact in kept.facts_of("hoursPerWeek")] == ["nee, 24 uur"]


def test_moments_said_again_replace_the_former_ones(cases: CaseRepository, case_id: str) -> None:
    cases.put_facts(case_id, [StoredFact("learningMoments", ("evening", "weekend"), "tap")])
    cases.put_facts(case_id, [StoredFact("learningMoments", "online", "quote", "online")])
    kept = cases.get(case_id)
    assert kept is not None
    assert kept.profile["learningMoments"] == ("online",)


def test_barriers_add_up_and_each_keeps_its_own_words(cases: CaseRepository, case_id: str) -> None:
    cases.put_facts(case_id, [StoredFact("barriers", "time-pressure", "quote", "geen tijd")])
    cases.put_facts(case_id, [StoredFact("barriers", "no-means", "quote", "geen geld")])
    cases.put_facts(case_id, [StoredFact("barriers", "time-pressure", "quote", "echt nooit tijd")])
    kept = cases.get(case_id)
    assert kept is not None
    assert set(kept.profile["barriers"]) == {"time-pressure", "no-means"}  # type: ignore[arg-type]
    assert {fact.value: fact.quote for fact in kept.facts} == {
        "time-pressure": "echt nooit tijd",
        "no-means": "geen geld",
    }


def test_several_values_in_one_go(cases: CaseRepository, case_id: str) -> None:
    cases.put_facts(
        case_id,
        [StoredFact("barriers", "no-means", "quote", "a"), StoredFact("barriers", "time-pressure", "quote", "b")],
    )
    kept = cases.get(case_id)
    assert kept is not None
    assert kept.profile["barriers"] == ("no-means", "time-pressure")


def test_dropped_facts_are_unknown_again(cases: CaseRepository, case_id: str) -> None:
    cases.put_facts(
        case_id,
        [StoredFact("age", 40, "tap"), StoredFact("barriers", ("no-means", "time-pressure"), "tap")],
    )
    cases.drop_facts(case_id, ["age", "barrier:no-means"])
    kept = cases.get(case_id)
    assert kept is not None
    assert dict(kept.profile) == {"barriers": ("time-pressure",)}
    cases.drop_facts(case_id, ["barriers"])
    kept = cases.get(case_id)
    assert kept is not None
    assert dict(kept.profile) == {}


def test_facts_of_one_talk_do_not_touch_another(cases: CaseRepository, case_id: str) -> None:
    other = cases.create("nl", None, "web", NOW)[0].id
    cases.put_facts(case_id, [StoredFact("age", 40, "tap")])
    cases.put_facts(other, [StoredFact("age", 50, "tap")])
    cases.drop_facts(other, ["age"])
    kept = cases.get(case_id)
    assert kept is not None
    assert dict(kept.profile) == {"age": 40}


def test_the_state_changes_one_thing_at_a_time(cases: CaseRepository, case_id: str) -> None:
    cases.update(case_id, denied_barriers={"no-means"}, skipped=["debts"], open_question="age", asked=3)
    cases.update(case_id, done=True, memory={"last": ["utter_ask"], "failures": 1}, language="en")
    kept = cases.get(case_id)
    assert kept is not None
    assert (kept.denied_barriers, kept.skipped) == ({"no-means"}, {"debts"})
    assert (kept.open_question, kept.asked, kept.done, kept.language) == ("age", 3, True, "en")
    assert kept.memory == {"last": ["utter_ask"], "failures": 1}


def test_the_state_has_no_other_parts(cases: CaseRepository, case_id: str) -> None:
    with pytest.raises(TypeError, match="token_sha256"):
        cases.update(case_id, token_sha256="x")


def test_what_is_not_there_can_not_be_changed(cases: CaseRepository, engine: Engine) -> None:
    with pytest.raises(UnknownCase):
        cases.update("gone", done=True)
    with pytest.raises(UnknownCase):
        cases.put_facts("gone", [StoredFact("age", 40, "tap")])
    assert cases.get("gone") is None
    assert rows(engine, "case_facts") == 0


def test_only_the_token_opens_a_talk(cases: CaseRepository) -> None:
    case, token = cases.create("nl", None, "web", NOW)
    other, other_token = cases.create("nl", None, "web", NOW)
    opened = cases.with_token(case.id, token, NOW)
    assert opened is not None
    assert opened.id == case.id
    for wrong in ("", token[:-1], token + "x", other_token, "\ud800"):
        assert cases.with_token(case.id, wrong, NOW) is None
    assert cases.with_token("unknown", token, NOW) is None
    assert cases.with_token(other.id, token, NOW) is None


def test_a_token_has_256_bits_and_is_not_stored(cases: CaseRepository, engine: Engine) -> None:
    case, token = cases.create("nl", None, "web", NOW)
    assert len(token) == 43  # 32 bytes in url-safe base64
    with engine.connect() as connection:
        stored = connection.execute(text("SELECT * FROM cases")).mappings().one()
    assert token not in str(dict(stored))
    assert len(stored["token_sha256"]) == 64
    assert token not in repr(case)


def test_use_keeps_a_talk_longer_and_disuse_ends_it(cases: CaseRepository) -> None:
    case, token = cases.create("nl", None, "web", NOW)
    later = NOW + timedelta(days=29)
    opened = cases.with_token(case.id, token, later)
    assert opened is not None
    assert (opened.last_used_at, opened.expires_at) == (later, later + timedelta(days=30))
    assert cases.with_token(case.id, token, later + timedelta(days=30)) is None


def test_erasing_leaves_nothing_in_any_table(cases: CaseRepository, engine: Engine, case_id: str) -> None:
    cases.put_facts(case_id, [StoredFact("age", 40, "tap"), StoredFact("barriers", ("no-means",), "tap")])
    keep_tracker(engine, case_id)
    cases.delete(case_id)
    assert [rows(engine, table) for table in TABLES] == [0, 0, 0]
    cases.delete(case_id)


def test_the_sweep_erases_what_expired_and_only_that(cases: CaseRepository, engine: Engine, case_id: str) -> None:
    cases.put_facts(case_id, [StoredFact("age", 40, "tap")])
    keep_tracker(engine, case_id)
    young = cases.create("nl", None, "web", NOW + timedelta(days=1))[0].id
    cases.put_facts(young, [StoredFact("age", 50, "tap")])
    keep_tracker(engine, young)
    assert cases.delete_expired(NOW + timedelta(days=30)) == 1
    assert cases.get(case_id) is None
    assert cases.get(young) is not None
    assert [rows(engine, table) for table in TABLES] == [1, 1, 1]


def test_the_sweep_erases_more_talks_than_fit_in_one_batch(cases: CaseRepository, engine: Engine) -> None:
    for _ in range(7):
        cases.create("nl", None, "web", NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("leerroute.cases.repository.BATCH", 3)
        assert cases.delete_expired(NOW + timedelta(days=31)) == 7
    assert rows(engine, "cases") == 0


def test_the_sweep_erases_a_tracker_that_rasa_wrote_after_the_talk_was_erased(
    cases: CaseRepository, engine: Engine, case_id: str
) -> None:
    keep_tracker(engine, "long-gone")
    keep_tracker(engine, case_id)
    assert cases.delete_expired(NOW) == 0
    assert rows(engine, "rasa_trackers") == 1


def test_hostile_text_is_kept_as_text(cases: CaseRepository, engine: Engine, case_id: str) -> None:
    hostile = "'); DROP TABLE cases; -- <script>alert(1)</script>"
    cases.put_facts(case_id, [StoredFact("wish", hostile, "quote", hostile)])
    kept = cases.get(case_id)
    assert kept is not None
    assert kept.facts[0].quote == hostile
    assert rows(engine, "cases") == 1


def test_the_migration_makes_the_tables_of_the_models(engine: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    assert [entry for entry in differences if any(table in str(entry) for table in TABLES)] == []
