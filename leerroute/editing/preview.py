"""What a draft would do: the measure on a date, for sample people, and the golden cases that come out otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from leerroute.domain.eligibility import status_on
from leerroute.domain.measure import Catalogue, Measure, Status
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import Profile
from leerroute.editing.samples import GoldenCase, Outcome, Person, outcome

STEP, ALTERNATIVE, NOT_POSSIBLE, ABSENT = "step", "alternative", "not-possible", "absent"


@dataclass(frozen=True)
class Effect:
    """One sample: how the measure is judged and where it stands in the route, before and after. None is not there."""

    person: Person
    before: Outcome | None
    after: Outcome
    place_before: str
    place_after: str

    @property
    def changes(self) -> bool:
        """Whether this person would notice."""
        return self.before != self.after or self.place_before != self.place_after


@dataclass(frozen=True)
class ChangedCase:
    """A golden case that comes out otherwise than before, or otherwise than it says."""

    case: GoldenCase
    before: Outcome
    after: Outcome
    contradicts: bool


@dataclass(frozen=True)
class Preview:
    """A draft on a date."""

    on: date
    before: Measure | None
    after: Measure
    status_before: Status | None
    status_after: Status
    effects: tuple[Effect, ...]
    cases: int
    changed_cases: tuple[ChangedCase, ...]


def preview(
    live: Catalogue, draft: Catalogue, measure: str, on: date, people: Iterable[Person], cases: Iterable[GoldenCase]
) -> Preview:
    """Judge the measure as it is and as it would be."""
    before, after = live.measures.get(measure), draft.measures[measure]
    every = tuple(cases)
    return Preview(
        on=on,
        before=before,
        after=after,
        status_before=status_on(before, on)[0] if before else None,
        status_after=status_on(after, on)[0],
        effects=tuple(_effect(live, draft, measure, on, person) for person in people),
        cases=len(every),
        changed_cases=tuple(_changed(live, draft, measure, every)),
    )


def _effect(live: Catalogue, draft: Catalogue, measure: str, on: date, person: Person) -> Effect:
    before = live.measures.get(measure)
    return Effect(
        person=person,
        before=outcome(before, person.profile, on, live.amounts) if before else None,
        after=outcome(draft.measures[measure], person.profile, on, draft.amounts),
        place_before=_place(live, measure, person.profile, on),
        place_after=_place(draft, measure, person.profile, on),
    )


def _place(catalogue: Catalogue, measure: str, profile: Profile, on: date) -> str:
    route = plan_route(catalogue, profile, on)
    if any(step.assessment.measure.id == measure for step in route.steps):
        return STEP
    if any(measure in step.alternatives for step in route.steps):
        return ALTERNATIVE
    refused = any(refusal.assessment.measure.id == measure for refusal in route.not_possible)
    return NOT_POSSIBLE if refused else ABSENT


def _changed(live: Catalogue, draft: Catalogue, measure: str, cases: Iterable[GoldenCase]) -> Iterable[ChangedCase]:
    before = live.measures.get(measure, draft.measures[measure])
    for case in cases:
        was = outcome(before, case.profile, case.on, live.amounts)
        becomes = outcome(draft.measures[measure], case.profile, case.on, draft.amounts)
        contradicts = any(becomes[name] != value for name, value in case.expected.items())
        if was != becomes or contradicts:
            yield ChangedCase(case, was, becomes, contradicts)
