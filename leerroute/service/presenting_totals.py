"""What a whole route costs in money and time, as data and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from leerroute.domain.totals import Totals
from leerroute.service.wording import Json, Wording


def present_totals(totals: Totals, wording: Wording) -> dict[str, Json]:
    """The totals of a route. `maximum` is null when there are steps whose price nobody knows."""
    hours, payers = totals.hours, totals.payers or {}
    shown = {
        "freeSteps": list(totals.free),
        "askSteps": list(totals.ask),
        "minimum": totals.minimum,
        "maximum": None if totals.ask else totals.maximum,
        "payers": [{"order": order, "pays": list(paid)} for order, paid in payers.items()],
        "hoursPerWeek": {
            "minimum": hours.least if hours else None,
            "maximum": hours.most if hours else None,
            "unknownSteps": list(totals.hours_unknown),
            "available": totals.available,
            "fits": totals.fits,
        },
        "text": [*_money(totals, wording), *_hours(totals, wording)],
    }
    return cast("dict[str, Json]", shown)


def _money(totals: Totals, wording: Wording) -> Iterator[str]:
    if not (totals.ask or totals.maximum):
        if totals.free:
            yield _said(wording, "all-free")
        return
    if totals.maximum:
        code = "price-one" if totals.minimum == totals.maximum else "price"
        yield _said(wording, code, minimum=f"{totals.minimum:.0f}", maximum=f"{totals.maximum:.0f}")
    if totals.ask:
        yield _said(wording, "ask", steps=_steps(totals.ask, wording))
    if totals.free:
        yield _said(wording, "rest-free")
    if totals.payers:
        yield _said(wording, "payers", steps=_steps(totals.payers, wording))


def _hours(totals: Totals, wording: Wording) -> Iterator[str]:
    if totals.hours:
        code = "hours-one" if totals.hours.least == totals.hours.most else "hours"
        yield _said(wording, code, least=totals.hours.least, most=totals.hours.most)
        if totals.fits is not None:
            yield _said(wording, "fits" if totals.fits else "too-many", available=totals.available)
    if totals.hours_unknown:
        yield _said(wording, "hours-unknown", steps=_steps(totals.hours_unknown, wording))


def _said(wording: Wording, code: str, **filled: object) -> str:
    return wording.label("totals", code).format_map(filled)


def _steps(orders: Iterable[int], wording: Wording) -> str:
    return wording.listed(_said(wording, "step", order=order) for order in orders)
