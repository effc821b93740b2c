"""Consent to a hand-over: a yes and nothing else, and only when it is asked for."""

from __future__ import annotations

import pytest

from .conftest import Read

CONSENT = "consent"

YES = ["ja", "ja hoor", "ja, stuur dit door", "Ja, stuur dit door", "stuur maar door", "yes, send this", "oke, dat mag"]
NO = [
    "nee", "nee, niet doorsturen", "ja, maar niet mijn leeftijd", "ja, stuur maar niet door", "stuur het niet door",
    "ja, en ik ben 58", "misschien", "chat met een mens", "nee, stuur maar door naar de bakker",
]  # fmt: skip


@pytest.mark.parametrize("message", YES)
def test_a_plain_yes(read: Read, message: str) -> None:
    assert [fact.value for fact in read(message, CONSENT).facts if fact.field == CONSENT] == ["yes"]
    assert not [fact for fact in read(message).facts if fact.field == CONSENT]


@pytest.mark.parametrize("message", NO)
def test_anything_else(read: Read, message: str) -> None:
    assert not [fact for fact in read(message, CONSENT).facts if fact.field == CONSENT]
