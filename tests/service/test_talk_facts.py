"""What a message changes in what is known."""

from typing import Any

import pytest

from leerroute.domain.profile import Profile
from leerroute.service.talk_facts import Change, SaidFact, read_facts

NOBODY = Profile()
JOBLESS = Profile.of({"work": "unemployed", "age": 58})


def said(**facts: Any) -> list[SaidFact]:
    return [SaidFact(name, value, "quote", str(value)) for name, value in facts.items()]


def test_new_facts_are_noted_with_their_words() -> None:
    taken = read_facts(NOBODY, said(age=58, work="unemployed"))
    assert taken.noted == (Change("age", None, 58), Change("work", None, "unemployed"))
    assert [(fact.field, fact.quote) for fact in taken.stored] == [("age", "58"), ("work", "unemployed")]


def test_a_later_statement_replaces_the_former_and_is_told_as_a_change() -> None:
    taken = read_facts(JOBLESS, said(age=57))
    assert taken.changed == (Change("age", 58, 57),)
    assert not taken.noted


def test_what_is_known_already_is_understood_but_changes_nothing() -> None:
    taken = read_facts(JOBLESS, said(age=58))
    assert taken.understood
    assert not taken.touched
    assert not taken.stored


@pytest.mark.parametrize(
    ("field", "value"),
    [("age", 200), ("age", "58"), ("age", True), ("work", "lazy"), ("municipality", "Utrecht"), ("nothing", 1)],
)
def test_a_value_that_does_not_fit_the_contract_is_refused(field: str, value: object) -> None:
    taken = read_facts(NOBODY, [SaidFact(field, value)])
    assert [fault.field for fault in taken.refused] == [field]
    assert not taken.stored
    assert not taken.understood


def test_a_refused_value_does_not_hold_up_the_others() -> None:
    taken = read_facts(NOBODY, said(age=200, work="employed"))
    assert [fact.field for fact in taken.stored] == ["work"]


def test_two_values_for_one_field_in_one_message_are_asked_back() -> None:
    taken = read_facts(NOBODY, [SaidFact("age", 45), SaidFact("age", 54), SaidFact("work", "employed")])
    assert taken.clash is not None
    assert taken.clash.field == "age"
    assert taken.clash.ways_out == ({"age": 45}, {"age": 54})
    assert [fact.field for fact in taken.stored] == ["work"]


@pytest.mark.parametrize(("field", "value"), [("hoursPerWeek", 24), ("contract", "permanent"), ("jobAtRisk", True)])
def test_work_facts_from_somebody_without_work_are_asked_back(field: str, value: Any) -> None:
    taken = read_facts(JOBLESS, said(**{field: value}))
    assert taken.clash is not None
    assert taken.clash.ways_out == ({"work": "unemployed"}, {"work": "employed", field: value})
    assert not taken.stored


def test_months_without_work_from_somebody_with_work_are_asked_back() -> None:
    taken = read_facts(Profile.of({"work": "employed"}), said(monthsUnemployed=3))
    assert taken.clash is not None
    assert taken.clash.ways_out[1] == {"work": "unemployed", "monthsUnemployed": 3}


def test_no_risk_to_a_job_one_does_not_have_is_no_clash() -> None:
    taken = read_facts(JOBLESS, said(jobAtRisk=False))
    assert taken.clash is None
    assert not taken.stored


def test_other_work_drops_what_belonged_to_the_former() -> None:
    worker = Profile.of({"work": "employed", "contract": "temporary", "hoursPerWeek": 24, "age": 40})
    taken = read_facts(worker, said(work="unemployed"))
    assert {change.field for change in taken.dropped} == {"contract", "hoursPerWeek"}


def test_new_work_and_its_hours_in_one_message_hold_together() -> None:
    taken = read_facts(JOBLESS, said(work="employed", hoursPerWeek=24))
    assert taken.clash is None
    assert {fact.field for fact in taken.stored} == {"work", "hoursPerWeek"}


def test_no_money_to_learn_and_the_barrier_no_means_are_one_and_the_same() -> None:
    for taken in (
        read_facts(NOBODY, [SaidFact("learningBudget", "none")]),
        read_facts(NOBODY, [SaidFact("barriers", "no-means")]),
    ):
        assert {(fact.field, fact.value) for fact in taken.stored} == {
            ("learningBudget", "none"),
            ("barriers", ("no-means",)),
        }


def test_some_money_after_all_takes_the_barrier_back() -> None:
    poor = Profile.of({"learningBudget": "none", "barriers": ["no-means", "time-pressure"]})
    taken = read_facts(poor, said(learningBudget="some"))
    assert [change.field for change in taken.dropped] == ["barrier:no-means"]


def test_denying_takes_a_barrier_back_and_leaves_the_others() -> None:
    busy = Profile.of({"barriers": ["no-future-outlook", "time-pressure"]})
    taken = read_facts(busy, [SaidFact("barriersDenied", "time-pressure")])
    assert taken.denied == ("time-pressure",)
    assert [change.field for change in taken.dropped] == ["barrier:time-pressure"]


def test_a_second_barrier_is_added_without_saying_that_the_first_changed() -> None:
    taken = read_facts(Profile.of({"barriers": ["time-pressure"]}), [SaidFact("barriers", "no-future-outlook")])
    assert taken.noted
    assert not taken.changed


def test_care_for_a_parent_comes_on_top_of_care_for_children() -> None:
    taken = read_facts(Profile.of({"careTasks": "children"}), said(careTasks="informal-care"))
    assert taken.stored[0].value == "both"


def test_a_place_that_may_be_several_is_asked_back() -> None:
    taken = read_facts(NOBODY, [SaidFact("municipalityOptions", ["GM0888", "GM0928", "nonsense"])])
    assert taken.places == ("GM0888", "GM0928")
    assert not taken.stored
