"""One reader for all tests of reading; making it takes a second or two."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from datetime import date

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from bot.components.reading.facts import Reading
    from bot.components.reading.messages import MessageReader

TODAY = date(2026, 11, 23)
Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def reader() -> MessageReader:
    """All languages, with requests by meaning."""
    return MessageReader.of()


@pytest.fixture(scope="session")
def read(reader: MessageReader) -> Read:
    """Read a message on the fixed day."""

    def reading(message: str, question: str | None = None, language: str = "nl") -> Reading:
        return reader.read(message, TODAY, question, language)

    return reading
