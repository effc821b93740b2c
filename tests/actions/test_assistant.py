"""The assistant's files fit together: every intent is routed, every action is there, every text in two languages."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions import ACTIONS
from leerroute.domain.profile import FIELDS

DOMAIN = yaml.safe_load(Path("domain.yml").read_text(encoding="utf-8"))
INTENTS = {next(iter(entry)) for entry in DOMAIN["intents"]}
RESPONSES: dict[str, list[dict[str, Any]]] = {
    name: variants
    for file in Path("data/responses").glob("*.yml")
    for name, variants in yaml.safe_load(file.read_text(encoding="utf-8"))["responses"].items()
}
RULES = [
    rule
    for file in Path("data/rules").glob("*.yml")
    for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]
]
DEFAULT = "utter_default"
UTTERED = re.compile(r'"(utter_[a-z_0-9]+)"')
UTTERED_FAMILY = re.compile(r'f"(utter_[a-z_]*)\{')


def uttered_by_actions() -> set[str]:
    source = "\n".join(file.read_text(encoding="utf-8") for file in Path("actions").glob("*.py"))
    families = UTTERED_FAMILY.findall(source)
    return set(UTTERED.findall(source)) | {
        name for name in RESPONSES if any(name.startswith(family) and family != "utter_" for family in families)
    }


def test_the_domain_and_the_code_name_the_same_actions() -> None:
    assert {action.action for action in ACTIONS} == set(DOMAIN["actions"])


def test_every_field_of_the_profile_can_be_understood() -> None:
    assert set(FIELDS) <= set(DOMAIN["entities"])


def test_every_intent_is_routed_by_a_rule() -> None:
    routed = {step["intent"] for rule in RULES for step in rule["steps"] if "intent" in step}
    assert INTENTS - routed == set()


def test_rules_only_name_what_the_domain_has() -> None:
    known = set(DOMAIN["actions"]) | set(DOMAIN["forms"])
    assert {step["action"] for rule in RULES for step in rule["steps"] if "action" in step} <= known
    assert {step["intent"] for rule in RULES for step in rule["steps"] if "intent" in step} <= INTENTS | {
        "nlu_fallback"
    }


def test_every_response_is_there_and_every_one_is_used() -> None:
    small_talk = {"utter_greet", "utter_thanks", "utter_insult"}
    assert uttered_by_actions() - RESPONSES.keys() == set()
    assert RESPONSES.keys() - uttered_by_actions() - small_talk - {DEFAULT} == set()


@pytest.mark.parametrize("name", sorted(RESPONSES))
def test_a_response_is_said_in_english_when_asked_and_in_dutch_otherwise(name: str) -> None:
    english, dutch = RESPONSES[name]
    assert english["condition"] == [{"type": "slot", "name": "language", "value": "en"}]
    assert "condition" not in dutch
    assert set(re.findall(r"\{\w+\}", english["text"])) == set(re.findall(r"\{\w+\}", dutch["text"]))
    payloads = [[button["payload"] for button in variant.get("buttons", ())] for variant in (english, dutch)]
    assert payloads[0] == payloads[1]


def test_quick_replies_send_known_intents() -> None:
    sent = {
        re.split(r"[{]", button["payload"])[0]
        for variants in RESPONSES.values()
        for variant in variants
        for button in variant.get("buttons", ())
    }
    assert sent <= {f"/{intent}" for intent in INTENTS}


def test_numbers_of_help_in_a_crisis_are_right_in_every_text() -> None:
    for variant in RESPONSES["utter_crisis_suicide"] + RESPONSES["utter_crisis"]:
        assert {"113", "0800-0113", "113.nl", "112"} <= set(
            re.findall(r"113\.nl|0800-0113|\b11[23]\b", variant["text"])
        )
    for variant in RESPONSES["utter_crisis_violence"] + RESPONSES["utter_crisis"]:
        assert "0800-2000" in variant["text"]
        assert "112" in variant["text"]


def test_the_first_message_says_that_this_is_no_person() -> None:
    english, dutch = RESPONSES["utter_welcome"]
    assert "computerprogramma" in dutch["text"]
    assert "computer programme" in english["text"]
