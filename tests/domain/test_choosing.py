"""Another way than the best in rank: a measure that the person chose takes the step, as long as it may."""

from leerroute.domain.measure import Catalogue, Condition
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import Profile
from leerroute.domain.route import Route
from tests.domain.catalogues import TODAY, catalogue, measure

WAYS = catalogue(
    measure("desk", "guidance", rank=10),
    measure("coach", "guidance", rank=20),
    measure("union", "guidance", rank=30),
    measure("course", rank=10),
    measure("practice", rank=20, excludes=("grant",)),
    measure("unsure", rank=30, confidence="low"),
    measure("adults", rank=40, conditions=(Condition("age", "at-least", 18),)),
    measure("grant", "funding"),
    measure("discount", "funding", rank=60),
)


def route_with(*chosen: str, among: Catalogue = WAYS, **fields: object) -> Route:
    return plan_route(among, Profile.of(fields), TODAY, chosen=chosen)


def ids(route: Route) -> list[str]:
    return [step.assessment.measure.id for step in route.steps]


def test_a_chosen_measure_takes_the_step_and_the_best_becomes_an_alternative() -> None:
    step = next(s for s in route_with("adults").steps if s.phase == "learn")
    assert (step.assessment.measure.id, step.chosen_instead_of) == ("adults", "course")
    assert step.alternatives == ("course", "practice", "unsure")


def test_choosing_the_best_again_is_the_route_as_it_was() -> None:
    assert route_with("adults", "course") == route_with()


def test_of_two_choices_for_one_step_the_latest_counts() -> None:
    assert "practice" in ids(route_with("adults", "practice"))
    assert "adults" not in ids(route_with("adults", "practice"))


def test_where_two_may_stand_the_choice_takes_the_second_place() -> None:
    assert ids(route_with())[:2] == ["desk", "coach"]
    assert ids(route_with("union"))[:2] == ["desk", "union"]


def test_what_the_choice_excludes_makes_room_for_the_next() -> None:
    assert "grant" in ids(route_with())
    assert {"practice", "discount"} <= set(ids(route_with("practice")))
    assert "grant" not in ids(route_with("practice"))


def test_of_two_choices_that_exclude_each_other_the_latest_holds() -> None:
    assert "practice" in ids(route_with("grant", "practice"))
    assert "practice" not in ids(route_with("practice", "grant"))


def test_a_choice_that_is_not_allowed_any_more_gives_way_to_the_best() -> None:
    assert "adults" in ids(route_with("adults", age=18))
    assert ids(route_with("adults", age=17)) == ids(route_with(age=17))


def test_what_is_not_verified_may_be_chosen_and_is_shown_as_such() -> None:
    step = next(s for s in route_with("unsure").steps if s.phase == "learn")
    assert (step.assessment.measure.id, step.verified, step.alternatives[0]) == ("unsure", False, "course")


def test_what_does_not_exist_changes_nothing() -> None:
    assert route_with("nothing", "desk") == route_with()
