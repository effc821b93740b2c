"""Bare answers are read as the answer to the question that was asked."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("question", "message", "expected"),
    [
        ("age", "58", {"age": 58}),
        ("age", "achtenvijftig", {"age": 58}),
        ("hoursPerWeek", "24", {"hoursPerWeek": 24, "work": "employed"}),
        ("education", "vmbo", {"education": "vmbo"}),
        ("debts", "nee", {"debts": False}),
        ("debts", "ja", {"debts": True}),
        ("careTasks", "allebei", {"careTasks": "both"}),
        ("benefit", "geen", {"benefit": "none"}),
        ("municipality", "Almelo", {"municipality": "GM0141"}),
        ("barrier:time-pressure", "nee", {"barriersDenied": ["time-pressure"]}),
        ("barrier:time-pressure", "ja dat klopt", {"barriers": ["time-pressure"]}),
    ],
)
def test_bare_answers(read: Read, question: str, message: str, expected: dict[str, object]) -> None:
    profile = read(message, question).profile()
    profile.pop("work", None)
    assert profile == {k: v for k, v in expected.items() if k != "work"}


def test_the_question_does_not_hide_other_facts(read: Read) -> None:
    profile = read("58, en ik zit in de bijstand", "age").profile()
    assert profile["age"] == 58
    assert profile["benefit"] == "bijstand"


def test_a_correction_within_the_answer(read: Read) -> None:
    assert read("nee, 24 uur, geen 32", "hoursPerWeek").profile()["hoursPerWeek"] == 24


@pytest.mark.parametrize(
    ("message", "intent"), [("weet ik niet", "dont_know"), ("zeg ik liever niet", "rather_not_say")]
)
def test_no_answer_is_an_intent(read: Read, message: str, intent: str) -> None:
    reading = read(message, "debts")
    assert reading.intent == intent
    assert not reading.facts


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Groningen", {"municipality": "GM0014"}),
        ("in Almelo", {"municipality": "GM0141"}),
        ("mbo 2", {"education": "mbo2"}),
        ("nee, geen schulden", {"debts": False}),
        ("nee geen schulden", {"debts": False}),
    ],
)
def test_a_few_words_that_answer_another_question(read: Read, message: str, expected: dict[str, object]) -> None:
    assert read(message, "barriers").profile() == expected
    assert read(message).profile() == expected


@pytest.mark.parametrize("message", ["alleen", "niks", "geen", "ja", "nee", "28", "geen kinderen"])
def test_what_says_nothing_without_its_question(read: Read, message: str) -> None:
    assert set(read(message).profile()) <= {"age"}


@pytest.mark.parametrize(("message", "debts"), [("no", False), ("yes", True)])
def test_english_yes_and_no(read: Read, message: str, debts: bool) -> None:
    assert read(message, "debts", language="en").profile() == {"debts": debts}


@pytest.mark.parametrize(
    ("question", "message", "value"),
    [
        ("age", "51, nou goed?", 51),
        ("age", "51 hoor", 51),
        ("age", "bijna 60", 59),
        ("hoursPerWeek", "3 dagen", 24),
        ("careTasks", "ja een van 3 en een van 7", "children"),
        ("careTasks", "mijn moeder", "informal-care"),
        ("careTasks", "kids en mijn moeder", "both"),
        ("careTasks", "mijn kinderen zijn het huis uit", "none"),
        ("goal", "gewoon een baan", "find-work"),
        ("goal", "iets heel anders", "change-work"),
        ("driver", "geld", "more-income"),
        ("driver", "gezelligheid", "contact-with-people"),
        ("barriers", "tijd", "time-pressure"),
        ("learningMoments", "als de kinderen slapen", "evening"),
        ("learnsBest", "doe maar samen met anderen", "in-class"),
        ("learnsBest", "iemand moet het voordoen", "by-doing"),
        ("learningHoursPerWeek", "hooguit een avondje", 3),
        ("monthsUnemployed", "een jaar of twee", 24),
        ("monthsUnemployed", "sinds de zomer", 4),
        ("benefit", "van de gemeente", "bijstand"),
        ("work", "nee, ik zoek", "unemployed"),
        ("healthLimits", "niks aan de hand", False),
    ],
)
def test_answers_as_people_give_them(read: Read, question: str, message: str, value: object) -> None:
    assert {f.field: f.value for f in read(message, question).facts}[question] == value


@pytest.mark.parametrize(
    ("question", "message"),
    [("benefit", "ik weet niet of ik in de ww zit"), ("age", "vijftig plus"), ("age", "ik heb 20 jaar gewerkt")],
)
def test_what_does_not_settle_the_question_is_no_answer(read: Read, question: str, message: str) -> None:
    assert question not in {f.field for f in read(message, question).facts}


@pytest.mark.parametrize(
    ("question", "message", "value"),
    [
        ("age", "51, okay?", 51),
        ("hoursPerWeek", "3 days", 24),
        ("careTasks", "my kids have moved out", "none"),
        ("careTasks", "kids and my mum", "both"),
        ("goal", "just a job", "find-work"),
        ("driver", "people", "contact-with-people"),
        ("barriers", "everything really", "multiple-problems"),
        ("learningMoments", "when the kids are asleep", "evening"),
        ("monthsUnemployed", "since the summer", 4),
        ("work", "no, looking", "unemployed"),
        ("jobAtRisk", "no my job is safe", False),
    ],
)
def test_answers_as_people_give_them_in_english(read: Read, question: str, message: str, value: object) -> None:
    assert {f.field: f.value for f in read(message, question, "en").facts}[question] == value


def test_not_knowing_is_not_a_no_in_english(read: Read) -> None:
    assert read("I don't know", "debts", "en").facts == ()
    assert {f.field: f.value for f in read("I don't", "debts", "en").facts} == {"debts": False}


@pytest.mark.parametrize(
    ("question", "message", "language"),
    [
        ("education", "nee, 24 uur, geen 32", "nl"),
        ("debts", "nee, dat klopt niet, ik ben 52", "nl"),
        ("careTasks", "nee ik bedoel 24 uur", "nl"),
        ("education", "no, 24 hours, not 32", "en"),
    ],
)
def test_taking_something_back_is_no_answer(read: Read, question: str, message: str, language: str) -> None:
    assert question not in {f.field for f in read(message, question, language).facts}


def test_a_no_with_more_is_an_answer(read: Read) -> None:
    assert {f.field: f.value for f in read("nee, en ik ben 58", "debts").facts} == {"debts": False, "age": 58}
