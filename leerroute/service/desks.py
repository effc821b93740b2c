"""Which desks help with the problems of a person, besides the one for work and learning in their region."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from leerroute.domain.profile import Profile

OF_UWV = frozenset({"ww", "wia", "wajong", "ziektewet"})
LITTLE_DUTCH = frozenset({"basic", "beginner"})

PROBLEMS: Mapping[str, Callable[[Profile], bool]] = MappingProxyType(
    {
        "debts": lambda profile: profile.get("debts") is True,
        "municipality": lambda profile: profile.get("benefit") == "bijstand" or profile.get("housingProblem") is True,
        "uwv": lambda profile: profile.get("benefit") in OF_UWV,
        "language": lambda profile: (
            profile.get("literacy") == "difficult" or profile.get("dutch") in ("basic", "beginner")
        ),
    }
)
"""Debts: Geldfit. Bijstand or no home: the municipality. A benefit of UWV: UWV. Reading or Dutch: the Taalhuis."""


def problems_of(profile: Profile) -> tuple[str, ...]:
    """The problems for which there is a desk of their own, the most urgent first. Unknown is no problem."""
    return tuple(name for name, holds in PROBLEMS.items() if holds(profile))
