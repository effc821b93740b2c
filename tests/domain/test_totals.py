"""What a whole route costs: euro, who may pay, and hours a week; nothing that its measures do not say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from leerroute.domain.measure import Amount, Catalogue, Measure, Version, WeeklyHours
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import Profile
from leerroute.domain.totals import Totals, totals_of
from tests.domain.catalogues import SMALL, TODAY

FREE = Amount(None, 0.0, {"nl": "Gratis."})


def totals(changed: dict[str, Measure], **fields: object) -> tuple[Totals, dict[str, int]]:
    """The totals of a route, and the order of each step."""
    catalogue = Catalogue({**SMALL.measures, **changed}, SMALL.amounts)
    route = plan_route(catalogue, Profile.of(fields), TODAY)
    return totals_of(route), {step.assessment.measure.id: step.order for step in route.steps}


def course(amount: Amount | None, **more: Any) -> dict[str, Measure]:
    found = SMALL.measures["course"]
    return {"course": replace(found, versions=(Version(None, None, amount=amount),), **more)}


def test_free_steps_and_steps_to_ask_about_are_told_apart() -> None:
    found, orders = totals(course(FREE))
    assert orders["course"] in found.free
    asked, orders = totals(course(None))
    assert orders["course"] in asked.ask
    assert set(asked.free).isdisjoint(asked.ask)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(Amount(300, 400, {"nl": "x"}), (300, 400)), (Amount(None, 400, {"nl": "x"}), (400, 400))],
)
def test_a_known_price_is_counted(amount: Amount, expected: tuple[float, float]) -> None:
    found, orders = totals(course(amount, costs_money=True))
    assert (found.minimum, found.maximum) == expected
    assert orders["course"] not in (*found.free, *found.ask)


def test_what_a_step_brings_is_no_cost() -> None:
    found, orders = totals(course(FREE), benefit="ww", debts=False)
    assert {"permission", "loan"} <= set(orders)
    assert not {orders["permission"], orders["loan"]} & {*found.ask, *found.free}
    assert found.maximum == 0


def test_who_may_pay_is_tied_to_what_is_paid() -> None:
    measures = {name: replace(SMALL.measures[name], kinds=("funding",)) for name in ("permission", "loan")}
    found, orders = totals({**course(None), **measures}, benefit="ww", debts=False)
    assert found.payers == {orders["permission"]: (orders["course"],), orders["loan"]: (orders["course"],)}


def test_a_step_among_the_costs_that_is_no_funding_pays_nothing() -> None:
    found, _ = totals({"loan": replace(SMALL.measures["loan"], kinds=("precondition",))}, debts=False)
    assert found.payers == {}


@pytest.mark.parametrize(
    ("hours", "available", "fits"),
    [(WeeklyHours(2, 4), 4, True), (WeeklyHours(2, 4), 3, None), (WeeklyHours(2, 4), 1, False), (None, 8, None)],
)
def test_hours_fit_only_when_all_of_them_do(hours: WeeklyHours | None, available: int, fits: bool | None) -> None:
    found, orders = totals(course(FREE, weekly_hours=hours), learningHoursPerWeek=available)
    assert (found.hours, found.fits) == (hours, fits)
    assert (orders["course"] in found.hours_unknown) is (hours is None)


def test_without_hours_of_the_person_nothing_is_said_of_fitting() -> None:
    assert totals(course(FREE, weekly_hours=WeeklyHours(1, 2)))[0].fits is None


def test_a_route_without_steps_costs_nothing_and_says_nothing() -> None:
    route = replace(plan_route(SMALL, Profile.of({}), TODAY), steps=())
    assert totals_of(route) == Totals(payers={})
