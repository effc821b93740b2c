"""What a whole route asks of a person: what they pay themselves, who may pay it, and hours of learning a week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leerroute.domain.choosing import LEARNING
from leerroute.domain.measure import Purpose, WeeklyHours
from leerroute.domain.route import Route, Step

PAYS: frozenset[Purpose] = frozenset({"permission", "funding", "costs"})
COSTS_NOTHING: frozenset[Purpose] = PAYS | {"rights", "work"}
"""Steps that bring money, a right or work; what they give is not a cost of the route."""
FUNDING = (
    "funding"  # the kind of a measure that pays for learning; childcare benefit stands among the costs and does not
)


@dataclass(frozen=True, slots=True)
class Totals:
    """Numbers of steps are their orders.

    `minimum` and `maximum`: euro for the steps whose price is known, together; `ask` are steps that may cost money,
    nobody knows how much. `payers`: steps that may pay, each with the steps they pay for. `hours`: of the learning step
    that takes most, since one is done after the other; None when no step gives hours. `hours_unknown`: learning steps
    without hours. `available` are the hours a week that the person has for learning.
    """

    free: tuple[int, ...] = ()
    ask: tuple[int, ...] = ()
    minimum: float = 0.0
    maximum: float = 0.0
    payers: Mapping[int, tuple[int, ...]] | None = None
    hours: WeeklyHours | None = None
    hours_unknown: tuple[int, ...] = ()
    available: int | None = None

    @property
    def fits(self) -> bool | None:
        """Whether the learning fits the hours of the person; None when that is not known or depends."""
        if self.hours is None or self.available is None:
            return None
        if self.hours.least > self.available:
            return False
        return True if self.hours.most <= self.available and not self.hours_unknown else None


def totals_of(route: Route) -> Totals:
    """The totals of a route; of nothing but what its measures say."""
    asked = [step for step in route.steps if step.assessment.measure.placement.purpose not in COSTS_NOTHING]
    priced = [step for step in asked if _price(step)]
    free = tuple(step.order for step in asked if step.amount and step.amount.maximum == 0)
    known = {*free, *(step.order for step in priced)}
    learning = [step for step in route.steps if step.assessment.measure.placement.purpose in LEARNING]
    hours = [found for step in learning if (found := step.assessment.measure.weekly_hours)]
    available = route.profile.get("learningHoursPerWeek")
    return Totals(
        free=free,
        ask=tuple(step.order for step in asked if step.order not in known),
        minimum=sum(_price(step)[0] for step in priced),
        maximum=sum(_price(step)[1] for step in priced),
        payers=_payers(route.steps),
        hours=WeeklyHours(max(h.least for h in hours), max(h.most for h in hours)) if hours else None,
        hours_unknown=tuple(step.order for step in learning if step.assessment.measure.weekly_hours is None),
        available=available if isinstance(available, int) else None,
    )


def _price(step: Step) -> tuple[float, ...]:
    """The least and the most that this step costs; empty when it is free or not known."""
    amount = step.amount
    if not (step.assessment.measure.costs_money and amount and amount.maximum):
        return ()
    return (amount.maximum if amount.minimum is None else amount.minimum, amount.maximum)


def _payers(steps: Sequence[Step]) -> dict[int, tuple[int, ...]]:
    """Which steps may pay for which: money waits for the learning it pays, learning waits for permission."""
    found: dict[int, tuple[int, ...]] = {}
    for step in steps:
        measure = step.assessment.measure
        if measure.placement.purpose in PAYS and FUNDING in measure.kinds:
            waiting = tuple(other.order for other in steps if step.order in other.depends_on)
            if paid := (waiting if measure.placement.purpose == "permission" else step.depends_on):
                found[step.order] = paid
    return found
