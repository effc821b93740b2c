"""The reader as a component of Rasa."""

from __future__ import annotations

import warnings

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from bot.components.reading.messages import MessageReader
    from bot.components.situation_reader import SituationReader
    from rasa.shared.nlu.training_data.message import Message


def test_facts_become_entities_and_the_question_comes_from_the_metadata(reader: MessageReader) -> None:
    message = Message(data={"text": "58", "metadata": {"question": "age", "today": "2026-11-23"}})
    SituationReader(reader).process([message])
    (entity,) = message.get("entities")
    assert (entity["entity"], entity["value"], entity["start"], entity["end"]) == ("age", 58, 0, 2)
    assert message.get("intent")["name"] == "inform"


def test_a_message_that_cannot_be_read_does_not_stop_the_talk(caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        def read(self, *_: object) -> None:
            raise RuntimeError("ik ben 58")

    message = Message(data={"text": "geheim"})
    SituationReader(Broken()).process([message])  # type: ignore[arg-type]
    assert message.get("intent")["name"] == "nonsense"
    assert "geheim" not in caplog.text
    assert "58" not in caplog.text
