"""Names of places: the longest one, aliases, all municipalities of an ambiguous one; words of people are not kept."""

from __future__ import annotations

import pytest
from bot.components.reading.places import Places
from bot.components.reading.tokens import tokens_of


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(words=frozenset({"best", "heele", "een"}))


def found(places: Places, message: str) -> list[object]:
    return [codes for spans in places.spans(tokens_of(message), message).values() for _, codes in spans]


@pytest.mark.parametrize(
    ("message", "codes"),
    [
        ("Ik woon in Oude Wetering.", [["GM1884"]]),
        ("ik zit in den bosch", [["GM0796"]]),
        ("uit Capelle a/d IJssel", [["GM0502"]]),
        ("Ik kom uit de gemeente Landerd, die bestaat niet meer.", [["GM1991"]]),
        ("ik wen in Ljouwert", [["GM0080"]]),
        ("Van Zwolle naar Almere", [["GM0193"], ["GM0034"]]),
        ("Ik woon in Best", [["GM0753"]]),
        ("het gaat best goed met mij", []),
        ("ik vind het heele moeilijk allemaal", []),
        ("niets over een plaats", []),
        ("", []),
    ],
)
def test_names(places: Places, message: str, codes: list[list[str]]) -> None:
    assert found(places, message) == codes


def test_an_ambiguous_name_gives_every_municipality(places: Places) -> None:
    assert found(places, "ik woon in beek") == [["GM0888", "GM1945", "GM1955"]]
    assert found(places, "ik woon in bergen") == [["GM0373", "GM0893"]]
    assert found(places, "ik woon in bergen (nh)") == [["GM0373"]]
    assert found(places, "ik woon in bergen, limburg") == [["GM0893"]]
    assert found(places, "ik woon in Littenseradiel") == [["GM0080", "GM1900", "GM1949"]]


def test_words_of_people_are_not_kept(places: Places) -> None:
    """spaCy keeps every string it is given; only words of names are given to it."""
    found(places, "mijn geheim is blauwgroenezeepbel in Utrecht")
    assert "blauwgroenezeepbel" not in places.strings()
    assert "utrecht" in places.strings()
