"""A name of more than one municipality is asked back: never one of them by chance."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest
from bot.components.reading.places import REGIONS

from .conftest import Read


def ambiguous() -> list[str]:
    """Every name in the list of places that stands for more than one municipality."""
    codes: dict[str, set[str]] = defaultdict(set)
    with (REGIONS / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            codes[row["place"]].add(row["municipality_code"])
    return [name for name, found in codes.items() if len(found) > 1]


def test_all_ambiguous_names_are_left_open(read: Read) -> None:
    names = ambiguous()
    assert len(names) > 50
    chosen = []
    for name in names:
        fields = {f.field: f.value for f in read(f"Ik woon in {name}.").facts}
        options = fields.get("municipalityOptions")
        if "municipality" in fields or not isinstance(options, list) or len(options) < 2:
            chosen.append(name)
    assert chosen == []


@pytest.mark.parametrize(
    ("message", "code"),
    [("Ik woon in Hengello.", "GM0164"), ("woon al jaren in roosndaal", "GM1674"), ("ik woon in Ijsland", None),
     ("ik werk in Hengello", None), ("Ik woon in de buurt van Hengello", None)],
)  # fmt: skip
def test_a_misspelled_place_counts_only_where_somebody_lives(read: Read, message: str, code: str | None) -> None:
    assert read(message).profile().get("municipality") == code


def test_a_debt_of_my_mother_is_not_mine_in_turkish(read: Read) -> None:
    assert "debts" not in read("Annemin borcu var.").profile()
    assert read("Annemin borcu var ama benim borcum yok.").profile()["debts"] is False
