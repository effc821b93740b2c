"""Requests and signs of crisis."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("ik wil niet meer leven", "suicide"),
        ("ik denk aan zelfmoord", "suicide"),
        ("ik wil dood", "suicide"),
        ("mijn man slaat mij", "violence"),
        ("ik word mishandeld door mijn ex", "violence"),
        ("I want to kill myself", "suicide"),
        ("my husband hits me", "violence"),
    ],
)
def test_crisis(read: Read, message: str, kind: str) -> None:
    reading = read(message)
    assert reading.intent == "crisis"
    assert [f.value for f in reading.facts if f.field == "crisis"] == [kind]


@pytest.mark.parametrize("message", ["daar erger ik me dood aan", "ik ben doodmoe", "doodsaai werk is het"])
def test_figures_of_speech_are_no_crisis(read: Read, message: str) -> None:
    assert read(message).intent != "crisis"


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("en het STAP-budget dan?", "ask_measure"),
        ("waarom vraag je dat?", "ask_why"),
        ("ik wil iemand spreken", "ask_person"),
        ("opnieuw beginnen", "restart"),
        ("verwijder mijn gegevens", "delete"),
        ("hallo", "greet"),
        ("bedankt", "thanks"),
        ("ja", "affirm"),
        ("nee", "deny"),
        ("ik snap het niet", "simpler"),
        ("ik wil liever het taalhuis", "choose_way"),
        ("toch liever het werkcentrum", "choose_way"),
        ("I would rather do volunteering", "choose_way"),
        ("zeg ik liever niet", "rather_not_say"),
        ("ik wil liever in de zorg werken", "inform"),
        ("kies iets anders", "other_way"),
        ("stap 2 wil ik niet", "other_way"),
        ("zet mijn route terug", "undo_choice"),
        ("kun je mijn route bewaren?", "save"),
        ("laat mijn route zien", "show_route"),
    ],
)
def test_requests(read: Read, message: str, intent: str) -> None:
    assert read(message).intent == intent


@pytest.mark.parametrize(
    ("message", "language"),
    [("laat de volgende stappen zien", "nl"), ("wat komt daarna?", "nl"), ("show the next steps", "en")],
)
def test_more_steps_are_not_the_first_ones_again(read: Read, message: str, language: str) -> None:
    assert read(message, language=language).intent == "next_steps"


@pytest.mark.parametrize(
    ("message", "language"),
    [("ik wil een vraag terug", "nl"), ("terug", "nl"), ("go back", "en"), ("previous question please", "en")],
)
def test_going_back_is_understood_in_the_language_of_the_talk(read: Read, message: str, language: str) -> None:
    assert read(message, "debts", language).intent == "change_answer"
