"""Judging one measure: its status on a date, and what a profile says about the right to use it.

Meaning of the words: docs/contract/judging-a-measure.md. First and last days are inside; unknown never becomes yes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import cast

from leerroute.domain.measure import (
    AnyOf,
    Condition,
    DatedAmount,
    Measure,
    Placement,
    Requirement,
    Status,
    Version,
)
from leerroute.domain.profile import EDUCATION_LEVELS, Value
from leerroute.domain.route import Assessment, Eligibility, Reason

Limits = Mapping[str, int]
"""Dated amounts in force on a date, by id (ages in months)."""

_EDUCATION_RANK = {level: rank for rank, level in enumerate(EDUCATION_LEVELS)}
_MONTHS_A_YEAR = 12


def limits_on(amounts: Mapping[str, DatedAmount], on: date) -> Limits:
    """The value of each amount on a date; an amount without a value yet is left out."""
    found: dict[str, int] = {}
    for amount in amounts.values():
        for holds_from, value in amount.values:
            if holds_from <= on:
                found[amount.id] = value
    return found


def _number(condition: Condition, limits: Limits) -> int | None:
    """The limit of a condition on the scale of `_scale`; None when no amount is known on the date."""
    value = condition.value
    if condition.field == "education":
        return _EDUCATION_RANK[str(value)]
    if isinstance(value, str):
        return limits.get(value)
    return int(value) if isinstance(value, int) else None


def _scale(condition: Condition, value: Value) -> int:
    if condition.field == "education":
        return _EDUCATION_RANK[str(value)]
    dated_age = condition.field == "age" and isinstance(condition.value, str)
    return int(cast("int", value)) * (_MONTHS_A_YEAR if dated_age else 1)


def _among(condition: Condition, value: Value) -> bool:
    allowed = cast("tuple[str, ...]", condition.value)
    if isinstance(value, tuple):
        return any(item in allowed for item in value)
    return value in allowed


def _condition_holds(condition: Condition, known: Mapping[str, Value], limits: Limits) -> bool | None:
    value = known.get(condition.field)
    if value is None:
        return None
    match condition.operator:
        case "is":
            return value is condition.value
        case "one-of":
            return _among(condition, value)
        case "none-of":
            return not _among(condition, value)
    limit = _number(condition, limits)
    if limit is None:
        return None
    place = _scale(condition, value)
    match condition.operator:
        case "at-least":
            return place >= limit
        case "at-most":
            return place <= limit
        case _:
            return place < limit


def holds(requirement: Requirement, known: Mapping[str, Value], limits: Limits) -> bool | None:
    """Three-valued (Kleene): True, False, or None when the known fields do not settle it."""
    if isinstance(requirement, Condition):
        return _condition_holds(requirement, known, limits)
    deciding = isinstance(requirement, AnyOf)
    settled = True
    for part in requirement.parts:
        outcome = holds(part, known, limits)
        if outcome is deciding:
            return deciding
        settled = settled and outcome is not None
    return (not deciding) if settled else None


def is_pointless(placement: Placement, known: Mapping[str, Value], limits: Limits) -> bool:
    """Whether it is known that a measure makes no sense in the route of this person."""
    useless = any(holds(requirement, known, limits) for requirement in placement.not_useful_when)
    return useless or all_hold(placement.useful_when, known, limits) is False


def all_hold(requirements: tuple[Requirement, ...], known: Mapping[str, Value], limits: Limits) -> bool | None:
    """Whether all hold; one that fails settles it, also when others are unknown."""
    outcome: bool | None = True
    for requirement in requirements:
        part = holds(requirement, known, limits)
        if part is False:
            return False
        if part is None:
            outcome = None
    return outcome


def unsettled_fields(requirement: Requirement, known: Mapping[str, Value], limits: Limits) -> tuple[str, ...]:
    """The fields that could still settle a requirement, in the order in which they are written."""
    if holds(requirement, known, limits) is not None:
        return ()
    if isinstance(requirement, Condition):
        return (requirement.field,) if requirement.field not in known else ()
    fields = [name for part in requirement.parts for name in unsettled_fields(part, known, limits)]
    return tuple(dict.fromkeys(fields))


def supporting_fields(requirement: Requirement, known: Mapping[str, Value], limits: Limits) -> frozenset[str]:
    """The fields that make a requirement hold; of alternatives only those that do."""
    if holds(requirement, known, limits) is not True:
        return frozenset()
    if isinstance(requirement, Condition):
        return frozenset({requirement.field})
    return frozenset().union(*(supporting_fields(part, known, limits) for part in requirement.parts))


def fields_of(requirement: Requirement) -> frozenset[str]:
    """Every field a requirement speaks of."""
    if isinstance(requirement, Condition):
        return frozenset({requirement.field})
    return frozenset().union(*(fields_of(part) for part in requirement.parts))


def version_on(measure: Measure, on: date) -> Version | None:
    """The version in force on a date; never the nearest other one."""
    for version in measure.versions:
        begun = version.first_day is None or version.first_day <= on
        ended = version.last_day is not None and version.last_day < on
        if begun and not ended:
            return version
    return None


def _status_without_version(measure: Measure, on: date) -> tuple[Status, date | None]:
    starts = [v.first_day for v in measure.versions if v.first_day is not None and v.first_day > on]
    if starts:
        return "not-yet", min(starts)
    ends = [v.last_day for v in measure.versions if v.last_day is not None]
    return "ended", max(ends) + timedelta(days=1) if ends else None


def status_on(measure: Measure, on: date) -> tuple[Status, date | None]:
    """The status on a date, with the day on which it changed or will change where that is known."""
    version = version_on(measure, on)
    if version is None:
        return _status_without_version(measure, on)
    if version.windows and not any(w.first_day <= on <= w.last_day for w in version.windows):
        coming = [w.first_day for v in measure.versions for w in v.windows if w.first_day > on]
        return "window-closed", min(coming, default=None)
    return ("varies-locally" if measure.varies_locally else "open"), None


def requirements_of(measure: Measure) -> tuple[Requirement, ...]:
    """The conditions, with the municipalities of a local measure as one of them."""
    if not measure.municipalities:
        return measure.conditions
    return (Condition("municipality", "one-of", measure.municipalities), *measure.conditions)


def eligibility_of(measure: Measure, known: Mapping[str, Value], limits: Limits) -> Eligibility:
    """Yes, no or unknown, without the reasons: the fast way for ranking."""
    if any(holds(refusal, known, limits) for refusal in measure.not_when):
        return "no"
    match all_hold(requirements_of(measure), known, limits):
        case True:
            return "yes"
        case False:
            return "no"
        case None:
            return "unknown"


def _reason_of(requirement: Requirement, limits: Limits) -> Reason:
    if not isinstance(requirement, Condition):
        return Reason(requirement.reason or "any-of")
    value = requirement.value
    if requirement.operator == "is":
        code = f"{requirement.field}-is-{str(value).lower()}"
        return Reason(requirement.reason or code, {"field": requirement.field})
    written = ",".join(value) if isinstance(value, tuple) else str(value)
    code = f"{requirement.field}-{requirement.operator}"
    parameters = {"field": requirement.field, "value": written}
    if written in limits:
        parameters["months"] = str(limits[written])
    return Reason(requirement.reason or code, parameters)


def reasons_asked(requirement: Requirement, limits: Limits) -> tuple[Reason, ...]:
    """What a requirement asks, as reasons to say to anybody; of a group without a reason those of its parts."""
    if isinstance(requirement, Condition) or requirement.reason:
        return (_reason_of(requirement, limits),)
    return tuple(reason for part in requirement.parts for reason in reasons_asked(part, limits))


def _status_reasons(status: Status, changes_on: date | None) -> tuple[Reason, ...]:
    if status == "open":
        return ()
    if changes_on is None:
        return (Reason(status),)
    code = "window-closed-until" if status == "window-closed" else status
    return (Reason(code, {"date": changes_on.isoformat()}),)


def _refusals(measure: Measure, known: Mapping[str, Value], limits: Limits) -> tuple[Reason, ...]:
    failing = [r for r in requirements_of(measure) if holds(r, known, limits) is False]
    refused = [r for r in measure.not_when if holds(r, known, limits)]
    return tuple(_reason_of(requirement, limits) for requirement in (*refused, *failing))


def _missing(measure: Measure, known: Mapping[str, Value], limits: Limits) -> tuple[str, ...]:
    fields = [name for r in requirements_of(measure) for name in unsettled_fields(r, known, limits)]
    return tuple(dict.fromkeys(fields))


def assess(measure: Measure, known: Mapping[str, Value], on: date, limits: Limits) -> Assessment:
    """Judge a measure for what is known of a person on a date. Pure; `limits` from `limits_on`."""
    status, changes_on = status_on(measure, on)
    eligibility = eligibility_of(measure, known, limits)
    missing = _missing(measure, known, limits) if eligibility == "unknown" else ()
    applicant = measure.applicants[0] if measure.applicants else None
    reasons = [*_refusals(measure, known, limits)] if eligibility == "no" else []
    reasons += _status_reasons(status, changes_on)
    if missing:
        reasons.append(Reason("missing", {"fields": ",".join(missing)}))
    if applicant not in (None, "person"):
        reasons.append(Reason(f"{applicant}-applies"))
    if measure.confidence == "low":
        reasons.append(Reason("unverified"))
    return Assessment(measure, status, eligibility, missing, applicant, tuple(reasons), changes_on)
