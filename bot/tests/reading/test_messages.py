"""What is read in whole messages: facts of the writer, now; nothing of others, the past, fears and plans."""

from __future__ import annotations

import pytest

from .conftest import Read


def test_all_facts_of_one_message_with_the_words_they_came_from(read: Read) -> None:
    message = "ik ben 58, werkloos sinds maart en heb geen diploma, en ik heb schulden"
    reading = read(message)
    assert reading.intent == "inform"
    assert reading.profile() == {
        "age": 58, "work": "unemployed", "monthsUnemployed": 8, "education": "none", "debts": True,
    }  # fmt: skip
    quotes = {fact.field: message[fact.start : fact.end] for fact in reading.facts}
    assert quotes["debts"] == "schulden"
    assert quotes["monthsUnemployed"] == "werkloos sinds maart"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("zit al half jaar thuis me baan kwijt geen papieren en 3 kids",
         {"monthsUnemployed": 6, "work": "unemployed", "education": "none", "careTasks": "children"}),
        ("ik geen werk, kinderen klein", {"work": "unemployed", "careTasks": "children"}),
        ("mijn man is werkloos, ik werk 24u in de zorg",
         {"work": "employed", "hoursPerWeek": 24, "sector": "health-care"}),
        ("Ik werk 3 dagen van 8 uur.", {"work": "employed", "hoursPerWeek": 24}),
        ("Ik ben werkloos sinds maart 2025", {"work": "unemployed", "monthsUnemployed": 20}),
        ("Ik ben werkloos, anderhalf jaar nu", {"work": "unemployed", "monthsUnemployed": 18}),
        ("Ik heb de huishoudschool gedaan", {"education": "vmbo"}),
        ("Ik woon in Den Bosch", {"municipality": "GM0796"}),
        ("I lost my job in March", {"work": "unemployed", "monthsUnemployed": 8}),
    ],
)  # fmt: skip
def test_ways_of_saying(read: Read, message: str, expected: dict[str, object]) -> None:
    assert read(message).profile() == expected


@pytest.mark.parametrize(
    "message",
    [
        "Mijn broer is ontslagen.",
        "Mijn buurvrouw heeft schulden.",
        "Als ik ontslagen word weet ik het niet meer.",
        "Misschien ga ik later een opleiding doen.",
        "Mijn ouders wonen in Assen.",
        "Ik zat in de bijstand.",
        "Mijn vrouw heeft een burn-out en zit thuis.",
        "My husband is unemployed.",
    ],
)
def test_nothing_of_others_the_past_or_what_might_be(read: Read, message: str) -> None:
    assert read(message).profile() == {}


def test_a_denial_is_a_fact_of_its_own(read: Read) -> None:
    assert read("ik heb geen schulden").profile() == {"debts": False}


def test_a_place_in_more_municipalities_is_left_open(read: Read) -> None:
    facts = read("ik woon in Achterveld").facts
    options = [f.value for f in facts if f.field == "municipalityOptions"]
    assert isinstance(options[0], list)
    assert len(options[0]) > 1
    assert not any(f.field == "municipality" for f in facts)


@pytest.mark.parametrize("message", ["ik woon in best een groot huis", "dat is echt waar", "ik ben een leek"])
def test_plain_words_are_no_places(read: Read, message: str) -> None:
    assert "municipality" not in read(message).profile()


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Ik wil iets in de zorg doen.", {"wish": "de zorg doen"}),
        ("Rijinstructeur, dat wil ik worden.", {"wish": "Rijinstructeur"}),
        ("Nu ben ik werkloos. Ik wil graag als kok aan de slag.",
         {"work": "unemployed", "wish": "kok", "goal": "find-work"}),
        ("Ik heb geen werk en wil lasser wordn.", {"work": "unemployed", "wish": "lasser", "goal": "find-work"}),
    ],
)  # fmt: skip
def test_a_wished_job_is_no_job_and_who_has_no_work_wants_to_find_it(
    read: Read, message: str, expected: dict[str, object]
) -> None:
    assert read(message).profile() == expected


@pytest.mark.parametrize(
    ("message", "age"),
    [("Ik word in februari 55.", 54), ("Op 2 januari word ik 45.", 44), ("hoi ik ben mike 27 en zzp", 27)],
)
def test_a_birthday_to_come_is_not_the_age(read: Read, message: str, age: int) -> None:
    assert read(message).profile()["age"] == age


def test_months_are_counted_from_a_day(read: Read) -> None:
    assert read("15 september was mijn laatste werkdag. Nu dus werkloos.").profile()["monthsUnemployed"] == 2


def test_wanting_to_keep_ones_work_is_having_it(read: Read) -> None:
    assert read("Ik wil mijn baan graag houden.").profile() == {"goal": "keep-work", "work": "employed"}
