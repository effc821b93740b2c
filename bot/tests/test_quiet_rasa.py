"""Rasa's logs keep where something happened, never what a person wrote."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SET_UP = """
import logging, warnings, structlog
from bot.quiet_rasa import configure_structlog
configure_structlog()
said = "ik ben Piet"
log, plain = structlog.get_logger("rasa.core"), logging.getLogger("sanic")
"""
AROUND = "try:\n    raise ValueError(said)\nexcept ValueError:\n    "
WAYS = {
    "an event with the text": "log.error('rest.message.received.failure', text=said)",
    "an event around an error": AROUND + "log.exception('rest.failure', text=said)",
    "a filled message": "plain.error(f'cannot read {said}')",
    "a message with arguments": "plain.warning('cannot read %s', said)",
    "an error with a message": AROUND + "plain.exception(said)",
    "a warning of Python": "warnings.warn(f'failed to parse {said}')",
}


def logged(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", SET_UP + code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stderr


@pytest.mark.parametrize("code", WAYS.values(), ids=WAYS.keys())
def test_what_a_person_said_is_left_out(code: str) -> None:
    assert "Piet" not in logged(code)


def test_an_error_keeps_its_kind_and_place() -> None:
    line = json.loads(logged(WAYS["an event around an error"]))
    assert line["event"] == "rest.failure"
    assert line["level"] == "error"
    assert line["error"] == "ValueError"
    assert line["through"]


def test_what_is_no_warning_is_not_logged() -> None:
    assert logged("log.info('processor.message.parse', text=said); plain.info(said)") == ""
