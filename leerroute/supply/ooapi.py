"""OOAPI (Open Education API) 5 and 6: courses and their offerings, as one JSON file or several.

A file holds a page (`{"items": […]}`) or a list. An item with an offering's id is an offering; its `course` is a whole
course (`expand=course`) or the id of one in the same files. Source: openonderwijsapi.nl, 5.0 and 6.0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any, cast

from leerroute.domain.offers import Level, Offer
from leerroute.supply.records import Found, Import, Refused, attempt, cents, day, named, web_address

Item = Mapping[str, Any]
LEVELS: dict[str, Level] = {
    "secondary vocational education 1": "mbo1",
    "secondary vocational education 2": "mbo2",
    "secondary vocational education 3": "mbo3",
    "secondary vocational education 4": "mbo4",
    "associate degree": "ad",
    "bachelor": "hbo",
    "master": "wo",
}
WEEKS = {"D": Decimal(1) / 7, "W": Decimal(1), "M": Decimal(13) / 3, "Y": Decimal(52)}
HOURS_OF_A_CREDIT = 28
"""One EC is 28 hours of study (WHW art. 7.4)."""


@dataclass(frozen=True, slots=True)
class Version:
    """Where a version of OOAPI keeps what we read."""

    start: str
    end: str
    enrol_end: str
    modes: str
    organisation: str
    languages: str


VERSIONS = {
    "ooapi-5": Version("startDate", "endDate", "enrollEndDate", "modeOfDelivery", "organization", "teachingLanguage"),
    "ooapi-6": Version(
        "startDateTime", "endDateTime", "enrolEndDateTime", "modesOfDelivery", "organisation", "teachingLanguages"
    ),
}


def read(version: str, paths: list[Path], given: Import) -> Iterator[Found]:
    """The offerings in the files, in their order. Raises ValueError for a file that is no JSON of this kind."""
    items = [item for path in paths for item in _items(path)]
    courses = {str(item["courseId"]): item for item in items if item.get("courseId") and not _offering_id(item)}
    for number, item in enumerate(items, start=1):
        if _offering_id(item):
            yield attempt(_offering_id(item), partial(_offer, VERSIONS[version], item, courses, given))
        elif not item.get("courseId"):
            yield attempt(f"item {number}", partial(_no_id, item))


def _no_id(item: Item) -> Offer:
    raise Refused("offeringId", ", ".join(sorted(item))[:80], "an offeringId or a courseId")


def _items(path: Path) -> list[Item]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path.name}: no JSON in UTF-8: {error}") from None
    items = data.get("items") if isinstance(data, dict) else data
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError(f'{path.name}: expected a list of objects, or an object with "items"')
    return items


def _offering_id(item: Item) -> str:
    return str(item.get("offeringId") or item.get("courseOfferingId") or "")


def _offer(version: Version, item: Item, courses: Mapping[str, Item], given: Import) -> Offer:
    course = _course(item.get("course"), courses)
    modes = {_plain(mode) for mode in _list(item.get(version.modes)) or _list(course.get(version.modes))}
    starts, ends = day(item.get(version.start), version.start), day(item.get(version.end), version.end)
    address = _address(item, course)
    level = _level(course)
    return Offer(
        source=given.source,
        id=_offering_id(item)[:200],
        measure=given.measure_for(level, works=bool(modes & {"work based", "situated"})),
        name=named(_text(item.get("name")) or _text(course.get("name"))),
        provider=_provider(item, course, version, given),
        url=web_address(item.get("link")) or web_address(course.get("link")),
        level=level,
        municipality=given.municipality(address.get("postalCode"), address.get("city")),
        place=str(address.get("city") or "")[:120] or None,
        online=bool(modes & {"online", "distance learning"}) and not modes & {"on campus", "presential", "blended"},
        moments=frozenset({"online"}) if modes == {"online"} else frozenset(),
        starts_on=starts,
        flexible_start=bool(item.get("flexibleEntryPeriodStart")),
        enrol_until=day(item.get(version.enrol_end), version.enrol_end)
        or day(item.get("flexibleEntryPeriodEnd"), "flexibleEntryPeriodEnd"),
        ends_on=ends,
        hours_per_week=_hours_per_week(course),
        price=_price(item.get("priceInformation")),
    )


def _course(course: object, courses: Mapping[str, Item]) -> Item:
    if isinstance(course, dict):
        return cast("Item", course)
    if str(course) in courses:
        return courses[str(course)]
    raise Refused("course", course, "a whole course, or the id of a course in the same files")


def _level(course: Item) -> Level | None:
    return LEVELS.get(_plain(course.get("level")))


def _plain(value: object) -> str:
    return str(value or "").replace("_", " ").replace("-", " ").casefold().strip()


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _text(value: object) -> str:
    """The Dutch text of several languages, else the first."""
    texts = [text for text in _list(value) if isinstance(text, dict) and text.get("value")]
    dutch = [text for text in texts if str(text.get("language", "")).startswith("nl")]
    return str((dutch or texts)[0]["value"]) if texts else value if isinstance(value, str) else ""


def _provider(item: Item, course: Item, version: Version, given: Import) -> str:
    for owner in (item, course):
        organisation = owner.get(version.organisation)
        if isinstance(organisation, dict) and _text(organisation.get("name")):
            return named(_text(organisation["name"]))[:200]
    return given.source


def _address(item: Item, course: Item) -> Item:
    addresses = [a for a in _list(item.get("addresses")) or _list(course.get("addresses")) if isinstance(a, dict)]
    teaching = [a for a in addresses if a.get("addressType") == "teaching"]
    return (teaching or addresses or [{}])[0]


def _price(costs: object) -> int | None:
    """The total where one is named, else the only one; several parts without a total are not added up."""
    known = [cost for cost in _list(costs) if isinstance(cost, dict) and cost.get("currency", "EUR") == "EUR"]
    total = [cost for cost in known if _plain(cost.get("costType")) == "total costs"]
    if total or len(known) == 1:
        return cents((total or known)[0].get("amount"), "priceInformation.amount")
    return None


def _hours_per_week(course: Item) -> int | None:
    """The study load over the duration, rounded up. None when one of them is not known."""
    duration = re.fullmatch(r"P(\d+)([DWMY]).*", str(course.get("duration") or ""))
    hours = _hours(course)
    if not duration or hours is None or not int(duration[1]):
        return None
    weeks = max(Decimal(1), int(duration[1]) * WEEKS[duration[2]])
    return min(60, ceil(hours / weeks))


def _hours(course: Item) -> Decimal | None:
    for load in _list(course.get("studyLoad")):
        if isinstance(load, dict) and _number(load.get("value")) is not None:
            unit = _plain(load.get("studyLoadUnit"))
            factor = {"hour": 1, "sbu": 1, "ects": HOURS_OF_A_CREDIT}.get(unit)
            if factor:
                return cast("Decimal", _number(load["value"])) * factor
    credits_ = _number(course.get("ects"))
    return credits_ * HOURS_OF_A_CREDIT if credits_ is not None else None


def _number(value: object) -> Decimal | None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0
    return Decimal(str(value)) if is_number else None
