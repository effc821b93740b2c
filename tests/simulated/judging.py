"""What must hold after a talk, as single sentences, and which of them do not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leerroute.domain.profile import FIELDS
from tests.simulated.person import Person, known_failures
from tests.simulated.playing import Talked

MOST_QUESTIONS = 14


def failures(talked: Talked) -> list[str]:
    """Everything that does not hold, as "<person>: <expectation>"."""
    return [f"{talked.person.name}: {what}" for what in _broken(talked)]


def surprises(talked: Talked) -> list[str]:
    """Failures that are not known yet, and known ones that do not fail any more."""
    failed = set(failures(talked))
    known = {name for name in known_failures() if name.startswith(f"{talked.person.name}: ")}
    mended = [f"{name} (listed as a known failure, but it holds: take it off the list)" for name in known - failed]
    return sorted([*(failed - known), *mended])


def _broken(talked: Talked) -> Iterator[str]:
    yield from _about_the_talk(talked)
    yield from _about_facts(talked)
    yield from talked.missed
    if talked.kept["route"] is not None:
        yield from _about_the_route(talked.kept["route"], talked.person.expect)


def _about_the_talk(talked: Talked) -> Iterator[str]:
    if not talked.done or talked.kept["route"] is None:
        yield "finishes"
    if talked.questions > talked.person.expect.get("most", MOST_QUESTIONS):
        yield f"is asked at most {talked.person.expect.get('most', MOST_QUESTIONS)} questions"
    twice = {field for field in talked.asked if talked.asked.count(field) > 1}
    for field in sorted(twice - set(talked.person.expect.get("may-ask-again", ()))):
        yield f"is asked {field} only once"


def _about_facts(talked: Talked) -> Iterator[str]:
    expect, profile = talked.person.expect, talked.kept["profile"]
    for field, value in expect.get("facts", {}).items():
        if profile.get(field) != value:
            yield f"{field} is {value}"
    for field in expect.get("unknown", ()):
        if field in profile:
            yield f"{field} stays unknown"
    for field, value in profile.items():
        if field in talked.person.truth and field not in expect.get("facts", {}):
            real: Any = _truth_of(talked.person, field)
            if not _agrees(field, value, real):
                yield f"{field} is not misread"


def _truth_of(person: Person, field: str) -> Any:
    """Having no money to learn is the barrier no-means, by contract."""
    real: Any = person.truth[field]
    no_means = field == "barriers" and person.truth.get("learningBudget") == "none"
    return (*real, "no-means") if no_means else real


def _agrees(field: str, value: Any, real: Any) -> bool:
    if FIELDS[field].kind == "text":
        return True
    return set(value) <= set(real) if isinstance(real, tuple) else value == real


def _about_the_route(route: dict[str, Any], expect: Any) -> Iterator[str]:
    steps = [step["measure"]["id"] for step in route["steps"]]
    refused = [entry["measure"]["id"] for entry in route["notPossible"]]
    barriers = {barrier["id"] for barrier in route["barriers"]}
    groups = {group["id"] for group in route["targetGroups"]}
    yield from (f"has {m}" for m in expect.get("has", ()) if m not in steps)
    yield from (f"has {' or '.join(of)}" for of in expect.get("has-one-of", ()) if not set(of) & set(steps))
    yield from (f"has no {m}" for m in expect.get("not", ()) if m in steps)
    yield from (f"says why not {m}" for m in expect.get("not-possible", ()) if m not in refused)
    yield from (f"finds {b}" for b in expect.get("barriers", ()) if b not in barriers)
    yield from (f"belongs to {g}" for g in expect.get("groups", ()) if g not in groups)
    phase = expect.get("first-phase", "any")
    if phase != "any" and (not route["steps"] or route["steps"][0]["phase"] != phase):
        yield f"begins with {phase}"
