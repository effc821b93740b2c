"""Whatever is sent: no error, bounded time, places within the message, no fact out of noise."""

from __future__ import annotations

import base64
import time

import pytest

from .conftest import Read

MOST_SECONDS = 5.0
NOISE = {
    "emoji": "😀👍🏽" * 500,
    "control": "".join(map(chr, range(32))) * 50,
    "surrogate": "\ud800 hallo",
    "base64": base64.b64encode(bytes(range(256)) * 20).decode(),
    "digits": "1234567890" * 1000,
    "brackets": "(" * 5000,
    "commas": "," * 10000,
    "one word": "a" * 10000,
    "odd digits": "⑱ ፪ ௧ ²",
    "sql": "'; DROP TABLE cases; --",
    "empty": "",
    "spaces": " \n\t ",
}


@pytest.mark.parametrize("name", NOISE)
def test_noise_gives_no_fact(read: Read, name: str) -> None:
    started = time.perf_counter()
    assert read(NOISE[name]).facts == ()
    assert time.perf_counter() - started < MOST_SECONDS


def test_a_long_message_is_read_from_its_beginning(read: Read) -> None:
    message = "ik ben 58 en werkloos. " + "bla " * 2500
    assert read(message).profile() == {"age": 58, "work": "unemployed"}


@pytest.mark.parametrize(
    "message", ["<b>ik ben</b> <i>58</i>", "\u202eik ben 58 \u0645\u0631\u062d\u0628\u0627", "ik\tben\r\n58"]
)
def test_quotes_lie_within_the_message(read: Read, message: str) -> None:
    for fact in read(message).facts:
        assert 0 <= fact.start < fact.end <= len(message)


def test_quotes_are_the_words_as_they_were_written(read: Read) -> None:
    message = "Hé 😀, ik heb SKULDEN!"
    (fact,) = read(message).facts
    assert (fact.field, message[fact.start : fact.end]) == ("debts", "SKULDEN")
