"""EDU-DEX: training programmes as XML, one programme or many in a file.

Read by the local names of program.xsd (1.8), whatever the prefix of the namespace. A programme run with a date is an
offer; a programme without dated runs is one offer from its generic run, that starts on agreement or at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from math import ceil
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import parse

from leerroute.domain.offers import Level, Offer
from leerroute.supply.records import Found, Import, Refused, attempt, cents, day, named, web_address

LEVELS: dict[str, Level] = {
    "mbo niveau 1": "mbo1", "mbo niveau 2": "mbo2", "mbo niveau 3": "mbo3", "mbo niveau 4": "mbo4",
    "associate degree": "ad", "hbo": "hbo", "hbo bachelor": "hbo",
    "academische bachelor": "wo", "academische master": "wo", "wo": "wo",
}  # fmt: skip
FLEXIBLE = frozenset({"direct start", "agreed starting date"})
ONLINE = frozenset({"e-learning", "distance-learning", "online", "self-study"})


def read(_version: str, paths: list[Path], given: Import) -> Iterator[Found]:
    """The runs of the programmes, in the order of the files. Raises ValueError for a file that is no such XML."""
    for path in paths:
        for number, programme in enumerate(_programmes(path), start=1):
            yield from _programme(programme, f"{path.name}, programme {number}", given)


def _programmes(path: Path) -> Iterator[Element]:
    try:
        root = parse(path).getroot()
    except (ParseError, DefusedXmlException) as error:
        raise ValueError(f"{path.name}: no XML that can be read: {error}") from None
    if root is None:
        raise ValueError(f"{path.name}: an empty file")
    found = [e for e in root.iter() if _name(e) == "program"]
    if not found:
        raise ValueError(f"{path.name}: expected <program> elements of EDU-DEX, found <{_name(root)}>")
    yield from found


def _programme(programme: Element, record: str, given: Import) -> Iterator[Found]:
    key = _text(programme, "programClassification", "programId") or _text(programme, "id")
    generic = _child(programme, "programSchedule", "genericProgramRun")
    schedule = _child(programme, "programSchedule")
    runs = [e for e in schedule if _name(e) == "programRun"] if schedule is not None else []
    for run in runs or ([generic] if generic is not None else []):
        run_key = _text(run, "id") if run is not generic else "generic"
        yield attempt(
            f"{key or record} {run_key or ''}".strip(),
            partial(_offer, programme, run, generic, key, run_key, given),
        )
    if not runs and generic is None:
        yield attempt(key or record, _nothing)


def _nothing() -> Offer:
    raise Refused("programSchedule", "", "a programRun or a genericProgramRun")


def _offer(
    programme: Element, run: Element, generic: Element | None, key: str | None, run_key: str | None, given: Import
) -> Offer:
    if not key or not run_key:
        raise Refused("id", key or run_key or "", "an id of the programme and of its run")
    level = LEVELS.get((_text(programme, "programClassification", "programLevel") or "").casefold())
    city, postcode = _location(run, generic, "city"), _location(run, generic, "zipcode")
    modes = {(e.text or "").strip().casefold() for e in programme.iter() if _name(e) == "instructionMode"}
    start = _text(programme, "programAdmission", "startDateDetermination")
    return Offer(
        source=given.source,
        id=f"{key}/{run_key}"[:200],
        measure=given.measure_for(level),
        name=named(_dutch(programme, "programName"), "programName"),
        provider=_provider(programme, given),
        url=web_address(_text(programme, "programDescriptions", "webLink") or _dutch(programme, "webLink")),
        level=level,
        municipality=given.municipality(postcode, city),
        place=(city or "")[:120] or None,
        online=bool(modes) and modes <= ONLINE,
        moments=frozenset({"online"}) if modes and modes <= ONLINE else frozenset(),
        starts_on=day(_text(run, "startDate"), "startDate"),
        flexible_start=(start or "").casefold() in FLEXIBLE,
        enrol_until=day(_text(programme, "expires"), "expires"),
        ends_on=day(_text(run, "endDate"), "endDate"),
        hours_per_week=_hours_per_week(programme),
        price=_price(run, generic),
    )


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: Element | None, *path: str) -> Element | None:
    for step in path:
        if element is None:
            return None
        element = next((child for child in element if _name(child) == step), None)
    return element


def _text(element: Element | None, *path: str) -> str | None:
    child = _child(element, *path)
    text = "".join(child.itertext()).strip() if child is not None else ""
    return text or None


def _dutch(programme: Element, name: str) -> str | None:
    """The text in Dutch, else in the first language."""
    found = [e for e in programme.iter() if _name(e) == name]
    dutch = [e for e in found if e.get("{http://www.w3.org/XML/1998/namespace}lang", "nl").startswith("nl")]
    return next(("".join(e.itertext()).strip() for e in dutch or found), None)


def _location(run: Element, generic: Element | None, part: str) -> str | None:
    """The most specific one counts: of the run, of its first day, of the generic run."""
    day_of_run = _child(run, "courseDay")
    places = ((run, "location"), (day_of_run, "location"), (generic, "location"))
    return next((text for owner, name in places if (text := _text(owner, name, part))), None)


def _provider(programme: Element, given: Import) -> str:
    contact = next((e for e in programme.iter() if _name(e) == "contactData"), None)
    return named(_text(contact, "contactName") or given.source)[:200]


def _price(run: Element, generic: Element | None) -> int | None:
    """All parts of the price together, VAT included where it is given."""
    for owner in (run, generic):
        costs = [child for child in owner if _name(child) == "cost"] if owner is not None else []
        amounts = [cents(_text(cost, "amount"), "cost.amount") for cost in costs]
        if amounts and None not in amounts:
            vat = sum(cents(_text(cost, "amountVAT"), "cost.amountVAT") or 0 for cost in costs)
            return sum(amount for amount in amounts if amount is not None) + vat
    return None


def _hours_per_week(programme: Element) -> int | None:
    load = _child(programme, "programClassification", "studyLoad")
    if load is None or load.get("period", "") != "hour" or _text(load) is None:
        return None
    duration = _child(programme, "programClassification", "programDuration")
    weeks = {"day": Decimal(1) / 5, "week": Decimal(1), "month": Decimal(13) / 3, "year": Decimal(52)}
    unit = duration.get("unit", "") if duration is not None else ""
    try:
        hours, length = Decimal(str(_text(load))), Decimal(str(_text(duration)))
    except ArithmeticError:
        return None
    return min(60, ceil(hours / max(Decimal(1), length * weeks[unit]))) if unit in weeks and length else None
