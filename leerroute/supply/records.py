"""What a reader of a format gives: an offer, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from leerroute.domain.offers import Level, Offer

WEB = re.compile(r"https?://[^\s<>\"']{3,2000}")
MARKUP = re.compile(r"<[^<>]{0,500}>")
LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that could not be used: which, which field, what stands there and what was expected."""

    record: str
    field: str
    value: object
    expected: str

    def __str__(self) -> str:
        return f"{self.record}: {self.field}: found {str(self.value)[:80]!r}, expected {self.expected}"


class Refused(ValueError):
    """Raised inside a reader; becomes the Refusal of the record."""

    def __init__(self, field: str, value: object, expected: str) -> None:
        super().__init__(field)
        self.field, self.value, self.expected = field, value, expected


Found: TypeAlias = Offer | Refusal
FindPlace: TypeAlias = Callable[[str], tuple[str, ...]]
"""CBS codes of the municipalities with this place name or postcode."""


@dataclass(frozen=True, slots=True)
class Import:
    """What the operator says of a file: a name for its source, and where its places are looked up.

    `measure` is the measure all its offers belong to; without it the level and form decide.
    """

    source: str
    find_place: FindPlace
    measure: str | None = None

    def measure_for(self, level: Level | None, *, works: bool = False, whole: bool = False) -> str:
        """The measure of the catalogue under which an offer is shown. Raises Refused when none is known."""
        if self.measure:
            return self.measure
        if level == "mbo1":
            return "entree-opleiding"
        if level in ("ad", "hbo"):
            return "deeltijd-hbo-ad"
        if level in ("mbo2", "mbo3", "mbo4"):
            if works:
                return "bbl"
            return "derde-leerweg" if whole else "mbo-certificaat"
        raise Refused("level", level, "a level of mbo or hbo, or the option --measure")

    def municipality(self, postcode: str | None, city: str | None) -> str | None:
        """The municipality of an address; the postcode goes first. None when it is not known or not certain."""
        for text in (postcode, city):
            codes = self.find_place(text.strip()[:100]) if text and text.strip() else ()
            if len(codes) == 1:
                return codes[0]
        return None


def attempt(record: str, make: Callable[[], Offer]) -> Found:
    """The offer, or the refusal of what was raised while it was made."""
    try:
        return make()
    except Refused as refused:
        return Refusal(record, refused.field, refused.value, refused.expected)


def named(value: object, field: str = "name") -> str:
    """A name to show: without markup, on one line. Raises Refused when nothing is left."""
    text = " ".join(MARKUP.sub(" ", str(value or "")).split())
    if not text or "<" in text:
        raise Refused(field, value, "a name without markup")
    return text[:LONGEST_NAME]


def web_address(value: object) -> str | None:
    """A web address that can be shown as a link; anything else (`javascript:`) is left out."""
    text = str(value or "").strip()
    return text if WEB.fullmatch(text) else None


def day(value: object, field: str) -> date | None:
    """The day of an ISO date or moment. Raises Refused for what is no date."""
    if value is None or not str(value).strip():
        return None
    text = str(value).strip()
    try:
        return datetime.fromisoformat(text).date() if len(text) > len("2026-11-23") else date.fromisoformat(text)
    except ValueError:
        raise Refused(field, value, "a date like 2026-11-23") from None


def cents(value: object, field: str) -> int | None:
    """An amount in euros as cents; a comma may stand for the point. Raises Refused for what is no amount."""
    if value is None or not str(value).strip():
        return None
    try:
        amount = Decimal(str(value).strip().replace(",", "."))
    except InvalidOperation:
        raise Refused(field, value, "an amount in euros like 349.50") from None
    if not 0 <= amount <= 1_000_000:
        raise Refused(field, value, "an amount from 0 to 1,000,000 euros")
    return int(amount * 100)


def in_order(found: Iterator[Found], after: int) -> Iterator[tuple[int, Found]]:
    """Records with their place from 1, without the first `after`."""
    for position, item in enumerate(found, start=1):
        if position > after:
            yield position, item
