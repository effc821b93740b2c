"""Messages as they are typed on a phone: the same words with slips, so that a slip later on is nothing new."""

from __future__ import annotations

import random

from .pieces import Traced

LETTERS = "abcdefghijklmnoprstuvwz"
CHARACTERS_A_SLIP = 30


def as_typed(message: Traced, chance: random.Random) -> Traced:
    """A message with some of: no capitals, no marks, slips of the finger. The places stay those of the message."""
    typed = list(message)
    if chance.random() < 0.5:
        typed = [(character.lower()[:1] or character, place) for character, place in typed]
    if chance.random() < 0.3:
        typed = [(character, place) for character, place in typed if character not in ".,;:!?'"]
    if chance.random() < 0.6:
        for _ in range(max(1, len(typed) // CHARACTERS_A_SLIP)):
            typed = _slip(typed, chance)
    return typed


def _slip(typed: Traced, chance: random.Random) -> Traced:
    """One letter left out, doubled, changed with its neighbour, or another."""
    if not typed:
        return typed
    at = chance.randrange(len(typed))
    character, place = typed[at]
    if not character.isalpha():
        return typed
    kind = chance.random()
    if kind < 0.3:
        return typed[:at] + typed[at + 1 :]
    if kind < 0.6:
        return typed[:at] + typed[at : at + 2][::-1] + typed[at + 2 :]
    instead = (character, place) if kind < 0.8 else (chance.choice(LETTERS), place)
    return [*typed[:at], instead, *typed[at + (kind >= 0.8) :]]
