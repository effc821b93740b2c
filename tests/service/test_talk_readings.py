"""Readings to tap when a message was not understood for sure."""

from __future__ import annotations

from typing import Any

import pytest

from leerroute.domain.question import Answer, Question
from leerroute.service.talk_asking import Asked
from leerroute.service.talk_readings import readings_of, yes_to_the_only_one

EDUCATION = Question(
    "education",
    {"nl": "Welke school heb je afgemaakt?"},
    {},
    (
        Answer("primary", {"nl": "Basisschool"}),
        Answer("vmbo", {"nl": "Vmbo of mavo", "en": "Lower secondary"}),
        Answer("mbo2", {"nl": "Mbo niveau 2"}),
        Answer("mbo4", {"nl": "Mbo niveau 4"}),
    ),
)
DEBTS = Question("debts", {"nl": "Heb je schulden?"}, {}, (Answer(True, {"nl": "Ja"}),), sensitive=True)
HEALTH = Question("healthLimits", {"nl": "Ben je ziek?"}, {}, (), sensitive=True)
ALL = (EDUCATION, DEBTS, HEALTH)


def readings(text: str = "", *guesses: str, question: Question = EDUCATION, **asked: Any) -> list[dict[str, Any]]:
    return [dict(reading) for reading in readings_of(Asked(question, **asked), text, guesses, ALL)]


def test_answers_that_share_a_word_are_readings() -> None:
    assert readings("iets van een nivo") == []
    assert readings("een of ander niveau") == [{"education": "mbo2"}, {"education": "mbo4"}]


def test_a_typing_error_is_no_hindrance() -> None:
    assert readings("de basischool denk ik") == [{"education": "primary"}]


def test_a_guess_of_the_reader_comes_first_and_there_are_three_at_most() -> None:
    found = readings("een niveau", "work=employed", "jobAtRisk=true")
    assert found == [{"work": "employed"}, {"jobAtRisk": True}, {"education": "mbo2"}]


@pytest.mark.parametrize("guess", ["debts=true", "healthLimits=true", "literacy=difficult", "barriers=no-means"])
def test_nothing_delicate_is_guessed(guess: str) -> None:
    assert readings("", guess) == []


def test_what_was_asked_about_may_be_guessed() -> None:
    assert readings("misschien schulden", "debts=true", question=DEBTS) == [{"debts": True}]


def test_a_question_of_our_own_gets_no_readings() -> None:
    assert readings("niveau", ways_out=({"work": "employed"},)) == []
    assert readings_of(None, "niveau", ("work=employed",), ALL) == []


def test_yes_says_the_only_reading_and_no_other() -> None:
    one, two = ({"education": "mbo2"},), ({"education": "mbo2"}, {"education": "mbo4"})
    assert [f.value for f in yes_to_the_only_one(Asked(EDUCATION, readings=one), "affirm", "ja")] == ["mbo2"]
    assert yes_to_the_only_one(Asked(EDUCATION, readings=one), "deny", "nee") == ()
    assert yes_to_the_only_one(Asked(EDUCATION, readings=two), "affirm", "ja") == ()
