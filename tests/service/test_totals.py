"""The totals of a route in words."""

from __future__ import annotations

import pytest

from leerroute.catalogue.content import read_content
from leerroute.catalogue.loader import CONTENT
from leerroute.domain.measure import WeeklyHours
from leerroute.domain.totals import Totals
from leerroute.service.presenting_totals import present_totals
from leerroute.service.wording import Wording

TEXTS = read_content(CONTENT).texts


def said(totals: Totals, language: str = "nl") -> object:
    return present_totals(totals, Wording(TEXTS, language))["text"]


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (Totals(free=(1, 2)), ["De stappen zijn gratis, voor zover wij weten."]),
        (Totals(), []),
        (
            Totals(free=(1,), ask=(3, 4), payers={2: (3,)}),
            [
                "Wat je betaalt voor stap 3 en stap 4, weten we niet. Vraag dat voordat je ja zegt.",
                "De andere stappen zijn gratis.",
                "Misschien hoef je het niet zelf te betalen: kijk bij stap 2.",
            ],
        ),
        (Totals(minimum=300, maximum=400), ["Je betaalt zelf 300 tot 400 euro."]),
        (Totals(minimum=400, maximum=400), ["Je betaalt zelf 400 euro."]),
        (
            Totals(hours=WeeklyHours(2, 6), available=8),
            ["Leren kost je 2 tot 6 uur per week.", "Dat past in de 8 uur die jij hebt."],
        ),
        (
            Totals(hours=WeeklyHours(10, 10), available=4, hours_unknown=(5,)),
            [
                "Leren kost je ongeveer 10 uur per week.",
                "Dat is meer dan de 4 uur die jij hebt. Vraag of het rustiger kan.",
                "Vraag ook hoeveel uur per week je kwijt bent aan stap 5.",
            ],
        ),
    ],
)
def test_totals_in_plain_words(totals: Totals, expected: list[str]) -> None:
    assert said(totals) == expected


def test_totals_in_english() -> None:
    assert said(Totals(ask=(3,)), "en") == ["We do not know what you pay for step 3. Ask before you say yes."]


def test_the_highest_price_is_not_known_when_a_price_is_not() -> None:
    shown = present_totals(Totals(minimum=100, maximum=200, ask=(2,)), Wording(TEXTS, "nl"))
    assert (shown["minimum"], shown["maximum"]) == (100, None)
