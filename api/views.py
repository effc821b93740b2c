"""Things of the catalogue as JSON, in the words of a language."""

from __future__ import annotations

from datetime import date
from typing import Any

from leerroute.cases import StoredFact
from leerroute.catalogue.reference import Indicator, ListedMeasure, Municipality, Region, Topic
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.domain.measure import Source, Version
from leerroute.domain.question import Question
from leerroute.service.talk_asking import facts_of_answer, payload
from leerroute.service.wording import Wording


def fact_view(fact: StoredFact, catalogue: CatalogueRepository, wording: Wording) -> dict[str, Any]:
    """One fact, also in words; of a field with several values there is one fact for each value."""
    place = catalogue.municipality(str(fact.value)) if fact.field == "municipality" else None
    return {
        "field": fact.field,
        "value": list(fact.value) if isinstance(fact.value, tuple) else fact.value,
        "source": fact.source,
        "quote": fact.quote,
        "saidAt": fact.said_at.isoformat() if fact.said_at else None,
        "label": wording.field(fact.field),
        "valueLabel": place.name if place else wording.value(fact.field, fact.value),
    }


def question_view(question: Question, wording: Wording) -> dict[str, Any]:
    """A question for a form: each answer with the value for the profile."""
    return {
        "field": question.field,
        "text": wording.say(question.text),
        "why": wording.say(question.why),
        "input": question.input,
        "sensitive": question.sensitive,
        "quickReplies": [
            {
                "title": wording.say(answer.title),
                "payload": payload("inform", facts_of_answer(question, answer)),
                "value": answer.value,
            }
            for answer in question.answers
        ],
    }


def topic_view(topic: Topic, wording: Wording) -> dict[str, Any]:
    """A barrier, solution or target group."""
    return {
        "id": topic.id,
        "name": wording.say(topic.name),
        "explanation": wording.say(topic.explanation),
        "rationale": wording.say(topic.rationale),
        "source": topic.source,
    }


def municipality_view(place: Municipality) -> dict[str, Any]:
    """A municipality with its region."""
    return {
        "code": place.code,
        "name": place.name,
        "province": place.province,
        "region": {"id": place.region.id, "name": place.region.name},
    }


def region_view(region: Region) -> dict[str, Any]:
    """A labour-market region."""
    return {"id": region.id, "name": region.name, "provinces": list(region.provinces)}


def indicator_view(indicator: Indicator, wording: Wording) -> dict[str, Any]:
    """One figure, or that there is none."""
    return {
        "id": indicator.id,
        "name": wording.label("indicators", indicator.id),
        "level": indicator.level,
        "area": indicator.area,
        "value": indicator.value,
        "missing": indicator.missing,
        "unit": indicator.unit,
        "period": indicator.period,
        "source": indicator.source,
        "provisional": indicator.provisional,
    }


def measure_view(listed: ListedMeasure, wording: Wording) -> dict[str, Any]:
    """A measure in a list."""
    measure = listed.measure
    return {
        "id": measure.id,
        "name": wording.say(measure.name),
        "summary": wording.say(measure.summary),
        "status": listed.status,
        "kinds": list(measure.kinds),
        "levels": list(measure.levels),
        "provider": measure.provider,
        "applicants": list(measure.applicants),
        "learningForm": measure.learning_form,
        "barriers": list(measure.barriers),
        "solutions": list(measure.solutions),
        "targetGroups": list(measure.target_groups),
        "url": measure.contact.url,
        "place": measure.place,
        "checkedOn": _day(measure.checked_on),
        "stale": listed.stale,
        "verified": measure.confidence != "low",
    }


def measure_detail(listed: ListedMeasure, on: date, wording: Wording) -> dict[str, Any]:
    """A measure with everything that is known of it; conditions are judged by POST /routes."""
    measure = listed.measure
    return {
        "on": on.isoformat(),
        **measure_view(listed, wording),
        "nextStep": wording.say(measure.next_step),
        "aliases": list(measure.aliases),
        "checkYourself": [wording.say(text) for text in measure.check_yourself],
        "hoursPerWeek": wording.maybe(measure.hours_per_week),
        "duration": wording.maybe(measure.duration),
        "costsMoney": measure.costs_money,
        "permissionFrom": measure.permission_from,
        "flexible": {
            "time": measure.flexible.time,
            "place": measure.flexible.place,
            "start": measure.flexible.start,
        },
        "contact": {
            "url": measure.contact.url,
            "urlVerified": measure.contact.url_verified,
            "phone": measure.contact.phone,
            "phoneVerified": measure.contact.phone_verified,
        },
        "replacedBy": list(measure.replaced_by),
        "excludes": list(measure.excludes),
        "municipalities": list(measure.municipalities),
        "mentionedInArticle": measure.mentioned_in_article,
        "versions": [_version(version, wording) for version in measure.versions],
        "sources": [_source(source) for source in measure.sources],
    }


def _version(version: Version, wording: Wording) -> dict[str, Any]:
    amount = version.amount
    return {
        "firstDay": _day(version.first_day),
        "lastDay": _day(version.last_day),
        "exact": version.exact,
        "windows": [
            {"firstDay": w.first_day.isoformat(), "lastDay": w.last_day.isoformat(), "label": w.label}
            for w in version.windows
        ],
        "amount": amount and {"minimum": amount.minimum, "maximum": amount.maximum, "text": wording.say(amount.text)},
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "claim": source.claim,
        "references": list(source.references),
        "verified": source.mark == "S",
        "confidence": source.confidence,
        "checkedOn": source.checked_on.isoformat(),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
