"""Courses on offer, and which of them fit a person: time, place, level and money. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from leerroute.domain.profile import Profile

Level: TypeAlias = Literal["mbo1", "mbo2", "mbo3", "mbo4", "ad", "hbo", "wo"]
MOST_SHOWN = 3
ONLINE = "online"
HELD_BY: dict[str, int] = {
    "none": 0, "primary": 0, "vmbo": 1, "mbo1": 1, "mbo2": 2, "mbo3": 3, "havo": 4, "mbo4": 4,
    "vwo": 5, "hbo": 5, "wo": 6,
}  # fmt: skip
ASKED_BY: dict[str, int] = {"mbo1": 0, "mbo2": 1, "mbo3": 1, "mbo4": 1, "ad": 4, "hbo": 4, "wo": 5}
"""How far one must have come to be let in. Source: Wet educatie en beroepsonderwijs art. 8.2.1 (vmbo gives entry to
mbo 2 and up, by kind), Wet op het hoger onderwijs art. 7.24. The school decides in the end."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One course that one can enrol in. None is: the source does not say.

    `price` in whole euro cents for the whole course; `hours_per_week` of learning; `municipality` is a CBS code;
    `imported_on` is the day of the import that last brought it.
    """

    source: str
    id: str
    measure: str
    name: str
    provider: str
    url: str | None = None
    level: Level | None = None
    municipality: str | None = None
    place: str | None = None
    online: bool = False
    moments: frozenset[str] = frozenset()
    starts_on: date | None = None
    flexible_start: bool = False
    enrol_until: date | None = None
    ends_on: date | None = None
    hours_per_week: int | None = None
    price: int | None = None
    imported_on: date | None = None


def fitting(
    offers: Iterable[Offer], profile: Profile, on: date, nearby: frozenset[str], most: int = MOST_SHOWN
) -> tuple[Offer, ...]:
    """The offers a person can use, the nearest and soonest first. `nearby`: municipalities of the person's region."""
    own = profile.get("municipality")
    fit = [
        offer
        for offer in offers
        if _in_time(offer, profile, on)
        and (offer.online or (offer.municipality is not None and offer.municipality in nearby))
        and _at_level(offer, profile)
        and _affordable(offer, profile)
    ]
    fit.sort(key=lambda offer: (offer.municipality != own, _starts(offer, on), offer.price or 0, offer.name, offer.id))
    return tuple(fit[:most])


def _starts(offer: Offer, on: date) -> date:
    return on if offer.flexible_start else offer.starts_on or date.max


def _in_time(offer: Offer, profile: Profile, on: date) -> bool:
    """Not begun, still open for enrolment, and at hours the person has."""
    begun = offer.starts_on is not None and offer.starts_on < on and not offer.flexible_start
    closed = (offer.enrol_until is not None and offer.enrol_until < on) or (
        offer.ends_on is not None and offer.ends_on < on
    )
    hours, moments = profile.get("learningHoursPerWeek"), profile.get("learningMoments")
    too_long = isinstance(hours, int) and offer.hours_per_week is not None and offer.hours_per_week > hours
    wrong_moment = isinstance(moments, tuple) and bool(offer.moments) and not offer.moments & set(moments)
    return not (begun or closed or too_long or wrong_moment)


def _at_level(offer: Offer, profile: Profile) -> bool:
    """Whether the person's diploma gives entry; an unknown diploma counts as none."""
    if offer.level is None:
        return True
    education = profile.get("education")
    return HELD_BY.get(education if isinstance(education, str) else "none", 0) >= ASKED_BY[offer.level]


def _affordable(offer: Offer, profile: Profile) -> bool:
    """Somebody without money for learning, or with debts, is shown only what is known to be free."""
    short_of_money = profile.get("learningBudget") == "none" or profile.get("debts") is True
    return offer.price == 0 if short_of_money else True
