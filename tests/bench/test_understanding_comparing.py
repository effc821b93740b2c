"""Comparing in the bench: what counts as right, wrong and missed."""

from bench.understanding.comparing import compare
from bench.understanding.overlap import near_copies, shared_messages
from bench.understanding.testset import TestMessage


def message(tempting: tuple[str, ...] = (), **facts: object) -> TestMessage:
    return TestMessage("plain", "Ik ben lasser.", facts, tempting)


def test_all_facts_right_is_exact() -> None:
    outcome = compare(message(age=58, barriers=["no-means"]), [("barriers", "no-means"), ("age", 58)])
    assert outcome.exact
    assert len(outcome.right) == 2


def test_a_wrong_value_is_wrong_and_leaves_the_right_one_missed() -> None:
    outcome = compare(message(age=58), [("age", 57)])
    assert (outcome.wrong, outcome.missed) == ((("age", 57),), (("age", 58),))


def test_a_second_value_for_a_field_is_wrong() -> None:
    outcome = compare(message(work="employed"), [("work", "employed"), ("work", "unemployed")])
    assert outcome.wrong == (("work", "unemployed"),)


def test_the_same_fact_twice_counts_once() -> None:
    assert compare(message(age=58), [("age", 58), ("age", 58)]).exact


def test_literal_texts_match_by_a_shared_word() -> None:
    assert compare(message(occupation="Achter de kassa"), [("occupation", "kassa")]).exact
    assert not compare(message(occupation="lasser"), [("occupation", "kok")]).exact


def test_months_may_differ_by_one_and_ages_may_not() -> None:
    assert compare(
        message(work="unemployed", monthsUnemployed=6), [("monthsUnemployed", 7), ("work", "unemployed")]
    ).exact
    assert not compare(message(monthsUnemployed=6), [("monthsUnemployed", 8)]).exact
    assert not compare(message(age=40), [("age", 41)]).exact


def test_one_is_not_true() -> None:
    assert not compare(message(debts=True), [("debts", 1)]).exact


def test_falling_for_a_trap_is_seen_apart_from_other_errors() -> None:
    tempting = message(("benefit",))
    assert compare(tempting, [("benefit", "ww")]).fell_for
    assert not compare(tempting, [("age", 40)]).fell_for


def test_a_message_of_the_training_data_is_found_despite_capitals_and_accents() -> None:
    assert shared_messages(["Ik ben vijftig en één jaar werkloos!"], ["ik ben vijftig en een jaar werkloos"])
    assert not shared_messages(["Ik ben timmerman"], ["ik heb twee kinderen en geen werk"])


def test_near_copies_in_one_set_are_found() -> None:
    assert near_copies(["Ik ben 58 en al een jaar werkloos", "ik ben 57 en al een jaar werkloos"])
