"""The order of a route, what it holds and what it refuses."""

from dataclasses import replace
from datetime import date, timedelta

from leerroute.domain.measure import AnyOf, Catalogue, Condition, Placement, Version
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import Profile
from leerroute.domain.route import Route
from tests.domain.catalogues import SMALL, TODAY, catalogue, is_true, measure


def route_of(**fields: object) -> Route:
    return plan_route(SMALL, Profile.of(fields), TODAY)


def ids(route: Route) -> list[str]:
    return [step.assessment.measure.id for step in route.steps]


def test_problems_come_first_and_orientation_before_learning() -> None:
    assert ids(route_of(debts=True))[:3] == ["debt-desk", "desk", "course"]


def test_without_debts_nothing_is_said_about_debts() -> None:
    assert "debt-desk" not in ids(route_of())
    assert "debt-desk" not in ids(route_of(debts=False))


def test_a_loan_is_never_a_step_with_debts_and_stands_under_not_possible() -> None:
    route = route_of(debts=True)
    assert "loan" not in ids(route)
    assert next((n.assessment.measure.id, n.reason.code) for n in route.not_possible) == ("loan", "loan-with-debts")
    assert "loan" in ids(route_of(debts=False))


def test_permission_stands_before_the_learning_that_needs_it() -> None:
    steps = route_of(benefit="ww").steps
    by_id = {s.assessment.measure.id: s for s in steps}
    assert by_id["permission"].order < by_id["course"].order
    assert by_id["permission"].order in by_id["course"].depends_on
    assert by_id["course"].order in by_id["loan"].depends_on


def test_what_has_ended_is_explained_and_replaced() -> None:
    ended = {n.assessment.measure.id: n for n in route_of().not_possible}["voucher"]
    assert (ended.reason.code, ended.reason.parameters["date"]) == ("ended", "2024-01-01")
    assert ended.instead_of == ("desk",)


def test_someone_who_resists_school_gets_another_form_of_learning_first() -> None:
    assert "practice" in ids(route_of(barriers=["negative-about-learning"]))
    assert "course" in ids(route_of())


def test_the_driver_shapes_the_learning_that_is_proposed() -> None:
    assert "practice" in ids(route_of(driver="volunteering"))
    assert "course" in ids(route_of(driver="more-income"))


def test_time_pressure_brings_flexible_learning_forward() -> None:
    assert "practice" in ids(route_of(learningHoursPerWeek=0))


def test_alternatives_stand_with_the_step() -> None:
    learning = next(s for s in route_of().steps if s.phase == "learn")
    assert learning.alternatives == ("practice",)


def test_an_unverified_measure_is_an_alternative_and_never_the_step() -> None:
    unsure = catalogue(measure("unsure", confidence="low"), measure("sure", rank=90))
    (step,) = plan_route(unsure, Profile(), TODAY).steps
    assert (step.assessment.measure.id, step.alternatives) == ("sure", ("unsure",))
    assert plan_route(catalogue(measure("unsure", confidence="low")), Profile(), TODAY).steps == ()


def test_what_was_checked_long_ago_sinks() -> None:
    old = measure("a-old", checked_on=TODAY - timedelta(days=181))
    new = measure("b-new", rank=55, checked_on=TODAY - timedelta(days=180))
    (step,) = plan_route(catalogue(old, new), Profile(), TODAY).steps
    assert step.assessment.measure.id == "b-new"


def test_unknown_never_becomes_yes() -> None:
    asks = catalogue(measure("asks", conditions=(Condition("age", "at-least", 18),)))
    (step,) = plan_route(asks, Profile(), TODAY).steps
    assert (step.assessment.eligibility, step.assessment.missing) == ("unknown", ("age",))


def test_of_two_that_exclude_each_other_one_stays() -> None:
    both = catalogue(measure("a", "learning", excludes=("b",)), measure("b", "funding"))
    assert [s.assessment.measure.id for s in plan_route(both, Profile(), TODAY).steps] == ["a"]


def test_money_to_learn_is_not_proposed_when_there_is_nothing_to_learn() -> None:
    assert plan_route(catalogue(measure("money", "funding")), Profile(), TODAY).steps == ()


def test_why_names_the_barrier_the_solution_and_the_persons_own_fields() -> None:
    why = route_of(learningHoursPerWeek=0, debts=True).steps[0].why
    assert (why[0].barrier, why[0].solution, why[0].because) == (None, "solve-other-problems-first", ("debts",))
    pressed = catalogue(measure("m", barriers=("time-pressure",), solutions=("flexible-offer",)))
    (step,) = plan_route(pressed, Profile.of({"learningHoursPerWeek": 0}), TODAY).steps
    assert (step.why[0].barrier, step.why[0].solution) == ("time-pressure", "flexible-offer")
    assert step.why[0].because == ("learningHoursPerWeek",)


def test_a_scheme_that_closes_tonight_is_gone_tomorrow() -> None:
    tonight = catalogue(measure("last-day", versions=(Version(None, TODAY),)))
    assert len(plan_route(tonight, Profile(), TODAY).steps) == 1
    assert plan_route(tonight, Profile(), TODAY + timedelta(days=1)).steps == ()


def test_every_measure_is_judged_when_asked_for() -> None:
    route = plan_route(SMALL, Profile(), date(2023, 11, 15), with_assessments=True)
    assert {a.measure.id: a.status for a in route.assessments}["voucher"] == "open"
    assert len(route.assessments) == len(SMALL.measures)


def test_a_derived_group_can_make_a_measure_useful() -> None:
    for_group = catalogue(
        measure(
            "m", useful_when=(Condition("targetGroups", "one-of", ("unemployed",)),), target_groups=("unemployed",)
        ),
        measure("n", "work", useful_when=(is_true("jobAtRisk"),)),
    )
    route = plan_route(for_group, Profile.of({"work": "unemployed"}), TODAY)
    assert ids(route) == ["m"]
    assert route.steps[0].why[0].because == ("work",)


def test_only_what_supports_a_step_is_named_as_its_ground() -> None:
    either = AnyOf((is_true("jobAtRisk"), Condition("goal", "one-of", ("grow",))))
    (step,) = plan_route(
        catalogue(measure("m", useful_when=(either,))), Profile.of({"jobAtRisk": False, "goal": "grow"}), TODAY
    ).steps
    assert step.why[0].because == ("goal",)


def test_when_a_step_is_excluded_the_next_in_rank_takes_its_place() -> None:
    three = catalogue(measure("a", excludes=("b",)), measure("b", "funding", rank=10), measure("c", "funding", rank=20))
    assert ids(plan_route(three, Profile(), TODAY)) == ["a", "c"]


def test_what_makes_no_sense_for_somebody_is_no_step_also_when_it_is_useful_otherwise() -> None:
    written = measure("written", "recognition")
    placed = Placement("recognition", not_useful_when=(Condition("literacy", "one-of", ("difficult",)),))
    small = catalogue(replace(written, placement=placed))
    assert ids(plan_route(small, Profile.of({}), TODAY)) == ["written"]
    assert ids(plan_route(small, Profile.of({"literacy": "ok"}), TODAY)) == ["written"]
    assert ids(plan_route(small, Profile.of({"literacy": "difficult"}), TODAY)) == []


def test_what_makes_no_sense_is_not_named_in_the_place_of_what_ended() -> None:
    desk = SMALL.measures["desk"]
    useless = replace(desk, placement=replace(desk.placement, not_useful_when=(is_true("debts"),)))
    small = Catalogue({**SMALL.measures, "desk": useless}, SMALL.amounts)
    ended = {n.assessment.measure.id: n for n in plan_route(small, Profile.of({"debts": True}), TODAY).not_possible}
    assert "desk" not in ended["voucher"].instead_of


def test_what_an_employer_applies_for_is_named_instead_only_to_who_surely_can_use_it() -> None:
    works = (Condition("work", "one-of", ("employed",)),)
    scheme = measure("scheme", "funding", applicants=("employer",), conditions=works)
    voucher = replace(SMALL.measures["voucher"], replaced_by=("scheme", "desk"))
    small = Catalogue({**SMALL.measures, "scheme": scheme, "voucher": voucher}, SMALL.amounts)

    def instead(**fields: object) -> tuple[str, ...]:
        refused = plan_route(small, Profile.of(fields), TODAY).not_possible
        return next(entry.instead_of for entry in refused if entry.assessment.measure.id == "voucher")

    assert instead() == ("desk",)
    assert instead(work="employed") == ("scheme", "desk")
