"""Courses under the learning steps of a route: what schools offer that this person can use."""

from __future__ import annotations

from datetime import date
from typing import cast

from babel.numbers import format_currency

from leerroute.catalogue.repository import CatalogueRepository
from leerroute.domain.offers import Offer, fitting
from leerroute.domain.profile import municipality_of
from leerroute.domain.route import Route
from leerroute.service.wording import Json, Wording

LEARN = "learn"


def add_offers(shown: dict[str, Json], route: Route, catalogue: CatalogueRepository, wording: Wording) -> None:
    """Give each step of the shown route its `offers`: of its measure or one of its alternatives, for learning only."""
    own = municipality_of(route.profile)
    nearby = catalogue.nearby(own)
    for step, as_json in zip(route.steps, cast("list[dict[str, Json]]", shown["steps"]), strict=True):
        offers: tuple[Offer, ...] = ()
        if step.phase == LEARN:
            measures = (step.assessment.measure.id, *step.alternatives)
            known = [offer for measure in measures for offer in catalogue.offers(measure, own)]
            offers = fitting(known, route.profile, route.on, nearby)
        as_json["offers"] = [_present(offer, wording) for offer in offers]


def _present(offer: Offer, wording: Wording) -> dict[str, Json]:
    return {
        "id": f"{offer.source}:{offer.id}",
        "name": offer.name,
        "provider": offer.provider,
        "measure": offer.measure,
        "url": offer.url,
        "level": offer.level,
        "place": offer.place,
        "online": offer.online,
        "startsOn": _day(offer.starts_on),
        "startsOnText": wording.day(offer.starts_on) if offer.starts_on else None,
        "flexibleStart": offer.flexible_start,
        "enrolUntil": _day(offer.enrol_until),
        "hoursPerWeek": offer.hours_per_week,
        "price": _price(offer, wording),
        "source": offer.source,
        "importedOn": _day(offer.imported_on),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _price(offer: Offer, wording: Wording) -> Json:
    if offer.price is None:
        return None
    euros = offer.price / 100
    text = format_currency(euros, "EUR", locale=wording.language) if offer.price else wording.label("talk", "free")
    return {"amount": euros, "text": text}
