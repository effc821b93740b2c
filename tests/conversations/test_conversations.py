"""Real conversations through API, Rasa, actions and SQL. A phenomenon is a folder, a conversation a file in it.

A step says something (`user`: typed text or payload; `tap`: title of a quick reply; `answers`: taps until nothing is
asked) and may expect: `asked` (field), `not-asked`, `facts` (known now), `unknown` (fields), `denied`, `utters` (names
of responses, in any order), `not-utters`, `done`, `route` (has / not / first / order: ids of measures), `changed`,
`steps` (numbers of the steps told), `steps-from` (the first of these), `says` (telling words: an amount, a name, a
button). Other prose is never checked, so that texts can be edited. `known-failure: why` marks a conversation that
can't go well yet.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.conversation import Conversation
from tests.support.system import RunningSystem

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*/*.yml"))


def _conversation(file: Path) -> Any:
    """A `known-failure` must fail: when it starts to hold, its file is out of date and the run says so."""
    script = yaml.safe_load(file.read_text(encoding="utf-8"))
    reason = script.get("known-failure")
    marks = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
    return pytest.param(script, id=f"{file.parent.name}/{file.stem}", marks=marks)


@pytest.mark.parametrize("script", [_conversation(file) for file in FILES])
def test_conversation(script: dict[str, Any], running_system: RunningSystem) -> None:
    language = script.get("language", "nl")
    with Conversation(running_system.base_url, running_system.database_url, language) as talk:
        for step in script["steps"]:
            _play(talk, step)
            _check(talk, step)


def test_every_phenomenon_has_a_conversation() -> None:
    named = (
        "person-with-debts part-time-parent bank-clerk correction digression why-do-you-ask refusal vague person repeat"
        " restart insult nonsense crisis two-answers switch-language contradiction stop-and-resume simpler another-way"
        " save delete next-steps thanks closing"
    )
    assert {file.parent.name for file in FILES} >= set(named.split())


def _play(talk: Conversation, step: dict[str, Any]) -> None:
    if "user" in step:
        talk.say(step["user"])
    elif "tap" in step:
        talk.tap(step["tap"])
    elif "answers" in step:
        count = talk.answer_all(step["answers"], step.get("most", 14))
        assert count <= step.get("most", 14), talk.transcript


def _check(talk: Conversation, step: dict[str, Any]) -> None:
    why = talk.transcript
    if "asked" in step:
        assert talk.asked == step["asked"], why
    assert talk.asked not in step.get("not-asked", ()), why
    missing = [name for name in step.get("utters", ()) if name not in talk.uttered]
    assert not missing, f"{missing} not in {talk.uttered}\n{why}"
    assert not set(step.get("not-utters", ())) & set(talk.uttered), f"{talk.uttered}\n{why}"
    said = "\n".join(message["text"] for message in talk.turn["messages"])
    silent = [words for words in step.get("says", ()) if words not in said]
    assert not silent, f"{silent} not said\n{why}"
    told = [number for message in talk.turn["messages"] for number in message.get("steps", ())]
    if "steps" in step:
        assert told == step["steps"], why
    if "steps-from" in step:
        assert told[:1] == [step["steps-from"]], f"{told}\n{why}"
    if "done" in step:
        assert talk.turn["done"] is step["done"], why
    if {"facts", "unknown", "quotes", "route"} & step.keys():
        _check_kept(talk, step)


def _check_kept(talk: Conversation, step: dict[str, Any]) -> None:
    why, kept = talk.transcript, talk.kept()
    profile = kept["profile"]
    for name, value in step.get("facts", {}).items():
        assert profile.get(name) == value, f"{name}: {profile.get(name)}, not {value}\n{why}"
    for name in step.get("unknown", ()):
        assert name not in profile, f"{name}: {profile[name]}\n{why}"
    quotes = {fact["field"]: fact["quote"] for fact in kept["facts"]}
    for name, quote in step.get("quotes", {}).items():
        assert quote in (quotes.get(name) or ""), f"{name}: {quotes.get(name)!r}\n{why}"
    if "route" in step:
        _check_route(kept["route"], step["route"], why)


def _check_route(route: dict[str, Any] | None, expected: dict[str, Any], why: str) -> None:
    assert route is not None, f"there is no route yet\n{why}"
    steps = [step["measure"]["id"] for step in route["steps"]]
    for measure in expected.get("has", ()):
        assert measure in steps, f"{measure} not in {steps}\n{why}"
    for measure in expected.get("not", ()):
        assert measure not in steps, f"{measure} in {steps}\n{why}"
    if "first" in expected:
        assert steps[0] == expected["first"], f"{steps}\n{why}"
    order = [steps.index(measure) for measure in expected.get("order", ())]
    assert order == sorted(order), f"{expected['order']} in {steps}\n{why}"
    for measure in expected.get("not-possible", ()):
        assert measure in [entry["measure"]["id"] for entry in route["notPossible"]], why
    for phase in expected.get("phases", ()):
        assert phase in [step["phase"] for step in route["steps"]], f"{phase}: {steps}\n{why}"
