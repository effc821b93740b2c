"""The messages to learn from keep the contract."""

from __future__ import annotations

from collections import Counter

import pytest
from bot.components.learning.examples import FOLDS, Lesson, lessons, messages
from bot.components.learning.labels import LITERAL, labels, labels_said, places_of_labels, targets
from bot.components.reading.contract import fits
from bot.components.reading.facts import LIST_FIELDS

MESSAGES = messages()
HEALTH_BENEFITS = {"wia", "wajong", "ziektewet"}


def complaints(lesson: Lesson) -> list[str]:
    """What in an annotation goes against the contract, as far as that can be seen without reading."""
    facts = lesson.facts
    pairs = [(f, x) for f, v in facts.items() for x in (v if f in LIST_FIELDS and isinstance(v, list) else [v])]
    barriers = facts.get("barriers", [])
    rules = {
        "a value the contract does not know": any(not fits(field, value) for field, value in pairs),  # type: ignore[arg-type]
        "words that are no piece of the text": any(
            str(facts.get(name, "")).lower() not in lesson.text.lower() for name in LITERAL
        ),
        "a contract without employment": "contract" in facts and facts.get("work") != "employed",
        "months without unemployment": "monthsUnemployed" in facts and facts.get("work") != "unemployed",
        "ww without unemployment": facts.get("benefit") == "ww" and facts.get("work") != "unemployed",
        "a health benefit without complaint": facts.get("benefit") in HEALTH_BENEFITS
        and facts.get("healthLimits") is not True,
        "no-means and budget differ": ("no-means" in barriers) != (facts.get("learningBudget") == "none"),  # type: ignore[operator]
    }
    return [name for name, broken in rules.items() if broken]


def test_every_message_keeps_the_contract() -> None:
    assert {lesson.text: found for lesson in MESSAGES if (found := complaints(lesson))} == {}


def test_no_message_stands_twice() -> None:
    assert [text for text, times in Counter(lesson.text for lesson in MESSAGES).items() if times > 1] == []


@pytest.mark.parametrize("language", ["nl", "en", "de", "tr", "pl", "ar", "uk", "es"])
def test_every_language_has_messages(language: str) -> None:
    assert sum(lesson.language == language for lesson in MESSAGES) >= 50


def test_every_label_is_said_in_some_lesson() -> None:
    said = Counter(label for lesson in lessons() for label in labels_said(lesson.facts))
    assert [label for label in labels() if said[label] < 5] == []


def test_the_folds_are_about_as_large() -> None:
    sizes = Counter(lesson.fold for lesson in MESSAGES)
    assert set(sizes) == set(range(FOLDS))
    assert max(sizes.values()) < 1.5 * min(sizes.values())


def test_a_profile_as_labels() -> None:
    vector = targets({"age": 58, "barriers": ["no-means", "time-pressure"], "debts": False})
    said = {label for label, place in places_of_labels().items() if vector[place]}
    assert said == {("age", None), ("barriers", "no-means"), ("barriers", "time-pressure"), ("debts", False)}
