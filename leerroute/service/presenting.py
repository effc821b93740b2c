"""The route and its parts as the JSON of docs/api (DESIGN "Route"), in a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import cast

from leerroute.catalogue.reference import Desk
from leerroute.domain.choosing import PLACES
from leerroute.domain.eligibility import version_on
from leerroute.domain.measure import Amount, Catalogue, Contact, Measure
from leerroute.domain.ranking import is_stale
from leerroute.domain.route import Assessment, Barrier, NotPossible, Route, Step
from leerroute.domain.totals import totals_of
from leerroute.service.presenting_totals import present_totals
from leerroute.service.wording import Json, Wording

Quotes = Mapping[str, str]
"""The person's own words by profile field; for a barrier by `barriers:<id>`."""
Measures = Mapping[str, Measure]

LOCAL_DESKS = frozenset({"werkcentrum", "leerwerkloket"})


def _amount(amount: Amount | None, wording: Wording) -> Json:
    if amount is None:
        return None
    return {"minimum": amount.minimum, "maximum": amount.maximum, "text": wording.say(amount.text)}


def _contact(contact: Contact, measure: Measure, desk: Desk | None) -> Json:
    """How to get there; at the regional desks with the desk of the person's own region where one is known."""
    own = desk if desk is not None and measure.id in LOCAL_DESKS and desk.url else None
    return {
        "url": own.url if own else contact.url,
        "urlVerified": contact.url_verified,
        "phone": (own.phone if own else None) or contact.phone,
        "phoneVerified": contact.phone_verified,
        "name": own.name if own else None,
    }


def _measure(assessment: Assessment, wording: Wording) -> dict[str, Json]:
    measure = assessment.measure
    return {
        "id": measure.id,
        "name": wording.say(measure.name),
        "status": assessment.status,
        "url": measure.contact.url,
        "place": measure.place,
        "checkedOn": measure.checked_on.isoformat() if measure.checked_on else None,
    }


def _dates(measure: Measure, on: date) -> dict[str, Json]:
    """When it can be asked for: the rounds that are not over yet, and the last day of the scheme when that is sure."""
    version = version_on(measure, on)
    windows = [window for one in measure.versions for window in one.windows if window.last_day >= on]
    last_day = version.last_day if version and version.exact else None
    return {
        "lastDay": last_day.isoformat() if last_day else None,
        "windows": [
            {"firstDay": window.first_day.isoformat(), "lastDay": window.last_day.isoformat()} for window in windows
        ],
    }


def _evidence(barrier: Barrier, quotes: Quotes) -> list[Json]:
    return [
        {
            "field": item.field,
            "value": list(item.value) if isinstance(item.value, tuple) else item.value,
            "quote": quotes.get(f"barriers:{barrier.id}" if item.field == "barriers" else item.field),
        }
        for item in barrier.evidence
    ]


def _why(step: Step, quotes: Quotes) -> list[Json]:
    return [
        {
            "barrier": why.barrier,
            "solution": why.solution,
            "because": list(why.because),
            "quotes": [quotes[name] for name in why.because if name in quotes],
        }
        for why in step.why
    ]


def _stale(measure: Measure, on: date, stale_after: timedelta, wording: Wording) -> str | None:
    """What a person is told when the sources were checked long ago."""
    if measure.checked_on is None or not is_stale(measure.checked_on, on, stale_after):
        return None
    return wording.label("talk", "stale").format(day=wording.day(measure.checked_on))


def _texts(step: Step, wording: Wording, stale: str | None) -> dict[str, Json]:
    measure = step.assessment.measure
    own: list[Json] = [wording.say(text) for text in measure.check_yourself]
    return {
        "title": wording.say(measure.name),
        "summary": wording.say(measure.summary),
        "text": wording.say(measure.next_step),
        "checkYourself": [stale, *own] if stale else own,
        "hoursPerWeek": wording.maybe(measure.hours_per_week),
        "duration": wording.maybe(measure.duration),
    }


def _named(ids: Iterable[str], measures: Measures, wording: Wording) -> list[Json]:
    """Measures that a step or a refusal points to, with what is needed to show them as a choice."""
    return [
        {
            "id": name,
            "name": wording.say(measures[name].name),
            "summary": wording.say(measures[name].summary),
            "url": measures[name].contact.url,
            "verified": measures[name].confidence != "low",
        }
        for name in ids
        if name in measures
    ]


def present_step(
    step: Step, wording: Wording, quotes: Quotes, desk: Desk | None, catalogue: Catalogue, on: date
) -> dict[str, Json]:
    """One step with everything a person or coach is shown of it."""
    measures = catalogue.measures
    replaced = _named([step.chosen_instead_of] if step.chosen_instead_of else [], measures, wording)
    judged, measure = step.assessment, step.assessment.measure
    stale = _stale(measure, on, catalogue.stale_after, wording)
    return {
        "order": step.order,
        "phase": step.phase,
        "purpose": measure.placement.purpose,
        **_texts(step, wording, stale),
        "measure": _measure(judged, wording),
        "eligibility": judged.eligibility,
        "missing": list(judged.missing),
        "applicant": judged.applicant,
        "notes": [wording.reason(reason) for reason in judged.reasons],
        "why": _why(step, quotes),
        "amount": _amount(step.amount, wording),
        "costsMoney": measure.costs_money,
        "dates": _dates(measure, on),
        "flexible": {
            "time": measure.flexible.time,
            "place": measure.flexible.place,
            "start": measure.flexible.start,
        },
        "learningForm": measure.learning_form,
        "contact": _contact(measure.contact, measure, desk),
        "dependsOn": list(step.depends_on),
        "alternatives": list(step.alternatives),
        "alternativeMeasures": _named(step.alternatives, measures, wording),
        "chosenInsteadOf": replaced[0] if replaced else None,
        "verified": step.verified,
        "stale": stale,
    }


def present_not_possible(entry: NotPossible, wording: Wording, measures: Measures) -> dict[str, Json]:
    """What is not possible, why, and what to use in its place."""
    return {
        "measure": _measure(entry.assessment, wording),
        "status": entry.assessment.status,
        "eligibility": entry.assessment.eligibility,
        "reason": wording.reason(entry.reason),
        "reasonCode": entry.reason.code,
        "changesOn": entry.assessment.changes_on.isoformat() if entry.assessment.changes_on else None,
        "insteadOf": list(entry.instead_of),
        "insteadOfMeasures": _named(entry.instead_of, measures, wording),
    }


def present_assessment(judged: Assessment, wording: Wording) -> dict[str, Json]:
    """One measure judged: the trace a coach or an outside check reads."""
    return {
        "measure": judged.measure.id,
        "status": judged.status,
        "eligibility": judged.eligibility,
        "missing": list(judged.missing),
        "applicant": judged.applicant,
        "reasons": [{"code": reason.code, "text": wording.reason(reason)} for reason in judged.reasons],
        "changesOn": judged.changes_on.isoformat() if judged.changes_on else None,
    }


def present_route(
    route: Route, wording: Wording, quotes: Quotes, desk: Desk | None, catalogue: Catalogue
) -> dict[str, Json]:
    """The route as DESIGN describes it; `assessments` only when the route holds them."""
    shown: dict[str, Json] = {
        "on": route.on.isoformat(),
        "profile": cast("Json", route.profile.as_data()),
        "targetGroups": [{"id": group.id, "because": list(group.because)} for group in route.target_groups],
        "barriers": [
            {"id": barrier.id, "strength": barrier.strength, "evidence": _evidence(barrier, quotes)}
            for barrier in route.barriers
        ],
        "phases": [
            {"id": phase, "name": wording.label("phases", phase)}
            for phase in dict.fromkeys(place.phase for place in PLACES.values())
        ],
        "steps": [present_step(step, wording, quotes, desk, catalogue, route.on) for step in route.steps],
        "notPossible": [present_not_possible(entry, wording, catalogue.measures) for entry in route.not_possible],
        "totals": present_totals(totals_of(route), wording),
    }
    if route.assessments:
        shown["assessments"] = [present_assessment(judged, wording) for judged in route.assessments]
    return shown
