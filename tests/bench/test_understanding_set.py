"""The test set of understanding keeps the contract, covers every value, and shares nothing with the training data."""

import json
from collections import Counter
from typing import Any

import pytest

from bench.understanding.overlap import learnt_texts, near_copies, shared_messages, training_texts
from bench.understanding.places import CONTRACT, TRAINING
from bench.understanding.testset import DUTCH, GROUPS, LIST_FIELDS, TestMessage, load_messages

MESSAGES = load_messages()
FIELDS: dict[str, dict[str, Any]] = json.loads(CONTRACT.read_text(encoding="utf-8"))["properties"]
AT_LEAST = {"plain": 150, "typos": 90, "a2": 70, "long": 40, "negation-and-others": 80, "numbers": 50, "en": 30}
EVERY_OTHER_LANGUAGE = 25
HEALTH_BENEFITS = {"wia", "wajong", "ziektewet"}


def allowed(rule: dict[str, Any]) -> list[Any]:
    """All values that a field can take, or none when they cannot be listed."""
    listed = rule.get("enum") or rule.get("items", {}).get("enum") or []
    return [True, False] if rule.get("type") == "boolean" else list(listed)


def complaints(message: TestMessage) -> list[str]:
    """What in an annotation goes against the schema or against the rules that can be checked without reading."""
    facts = message.facts
    rules = {
        "a value the schema does not know": any(not valid(name, value) for name, value in message.pairs),
        "occupation or wish is no piece of the text": any(
            facts.get(name, "") not in message.text for name in ("occupation", "wish")
        ),
        "a contract without employment": "contract" in facts and facts.get("work") != "employed",
        "months without unemployment": "monthsUnemployed" in facts and facts.get("work") != "unemployed",
        "ww without unemployment": facts.get("benefit") == "ww" and facts.get("work") != "unemployed",
        "a health benefit without complaint": facts.get("benefit") in HEALTH_BENEFITS and not facts.get("healthLimits"),
        "no-means and budget differ": ("no-means" in facts.get("barriers", []))
        != (facts.get("learningBudget") == "none"),
        "a field is both a fact and a trap": bool(set(message.tempting) & set(facts)),
        "an unknown trap": not set(message.tempting) <= set(FIELDS),
        "a list that is no list": any(
            isinstance(value, list) != (name in LIST_FIELDS) for name, value in facts.items()
        ),
    }
    return [name for name, broken in rules.items() if broken]


def valid(name: str, value: Any) -> bool:
    rule = FIELDS.get(name, {})
    if allowed(rule):
        return any(value == known and type(value) is type(known) for known in allowed(rule))
    if rule.get("type") == "integer":
        return type(value) is int and rule["minimum"] <= value <= rule["maximum"]
    return rule.get("type") == "string" and type(value) is str and value != ""


def test_every_annotation_keeps_the_contract() -> None:
    assert {message.text: found for message in MESSAGES if (found := complaints(message))} == {}


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_large_enough(group: str) -> None:
    assert sum(message.group == group for message in MESSAGES) >= AT_LEAST.get(group, EVERY_OTHER_LANGUAGE)


@pytest.mark.parametrize("name", FIELDS)
def test_every_value_occurs_in_dutch(name: str) -> None:
    seen = Counter(fact for message in MESSAGES if message.group in DUTCH for fact in message.pairs)
    fewest = 6 if name == "barriers" else 3
    few = [value for value in allowed(FIELDS[name]) if seen[(name, value)] < fewest]
    assert few == []
    assert sum(number for (field, _), number in seen.items() if field == name) >= fewest


def test_jobs_and_places_vary() -> None:
    jobs = {m.facts["occupation"].lower() for m in MESSAGES if m.group in DUTCH and "occupation" in m.facts}
    places = {m.facts["municipality"] for m in MESSAGES if "municipality" in m.facts}
    assert len(jobs) >= 120
    assert len(places) >= 30


def test_no_message_stands_in_the_training_data() -> None:
    assert shared_messages([message.text for message in MESSAGES], training_texts(TRAINING)) == []


def test_no_message_stands_in_the_messages_that_are_learnt_from() -> None:
    assert shared_messages([message.text for message in MESSAGES], learnt_texts()) == []


def test_no_message_is_a_copy_of_another() -> None:
    assert near_copies([message.text for message in MESSAGES]) == []
