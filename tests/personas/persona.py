"""The invented people of tests/personas/people: the truth, what they say first, and the route that must follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from leerroute.domain.profile import Profile, Value

HERE = Path(__file__).parent
MUST_KEYS = {"must", "must-one-of", "must-not", "offers", "first-phase", "barriers", "groups", "not-possible"}


@dataclass(frozen=True)
class Persona:
    """`truth` is everything about the person; what is absent there is answered with "I don't know"."""

    name: str
    about: str
    truth: Profile
    opening: tuple[str, ...]
    refuses: frozenset[str]
    expect: Mapping[str, Any]

    @property
    def said_first(self) -> Profile:
        """What the person tells before anything is asked."""
        return Profile({name: self.truth[name] for name in self.opening if name in self.truth})

    @property
    def known_barriers(self) -> frozenset[str] | None:
        """The barriers that are really there, or None when the person could not say."""
        value: Value | None = self.truth.get("barriers")
        return frozenset(value) if isinstance(value, tuple) else None


@cache
def personas() -> tuple[Persona, ...]:
    """All of them, in the order of their names."""
    ordinary = yaml.safe_load((HERE / "ordinary.yml").read_text(encoding="utf-8"))
    return tuple(_read(path, ordinary) for path in sorted((HERE / "people").glob("*.yml")))


def _read(path: Path, ordinary: Mapping[str, Any]) -> Persona:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = set(content["expect"]) - MUST_KEYS
    assert not unknown, f"{path.name}: expect has unknown keys {sorted(unknown)}"
    truth = Profile.of({**ordinary, **content["truth"]})
    strange = [name for name in content["opening"] if name not in truth]
    assert not strange, f"{path.name}: opening names {strange}, which the truth does not hold"
    return Persona(
        path.stem,
        content["about"],
        truth,
        tuple(content["opening"]),
        frozenset(content.get("refuses", ())),
        content["expect"],
    )


@cache
def known_failures() -> Mapping[str, str]:
    """Expectations that do not hold yet, as "<persona>: <expectation>", each with why. They must keep failing."""
    return dict(yaml.safe_load((HERE / "known-failures.yml").read_text(encoding="utf-8")) or {})
