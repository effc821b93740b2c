"""The people of tests/simulated/people: who they are, how they talk, and what must come of it.

`like` takes truth and expectations of a persona of tests/personas; `says` are their own sentences by the field that is
asked, one after the other when it is asked again; `meanwhile` interrupts before an answer; `returns` is said
after a pause (a crisis, a stop). What they have no sentence
for they answer with the words of the button that fits their truth, else with "I don't know" in their language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from leerroute.domain.profile import Profile
from tests.personas.persona import personas

HERE = Path(__file__).parent
DONT_KNOW = {"nl": "weet ik niet", "en": "I don't know"}
KEYS = {
    "about",
    "like",
    "language",
    "core",
    "truth",
    "opening",
    "says",
    "otherwise",
    "meanwhile",
    "returns",
    "at-the-end",
    "expect",
}
EXPECTED = {
    "facts", "unknown", "has", "has-one-of", "not", "first-phase", "barriers", "groups", "not-possible", "most",
    "may-ask-again",
}  # fmt: skip


@dataclass(frozen=True)
class Interruption:
    """Something said instead of an answer, and the responses that must come."""

    after: int  # answers given before it
    say: str
    utters: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """One simulated person."""

    name: str
    about: str
    language: str
    core: bool
    truth: Profile
    opening: str
    says: Mapping[str, tuple[str, ...]]
    otherwise: str
    returns: str | None
    meanwhile: tuple[Interruption, ...]
    at_the_end: tuple[Interruption, ...]
    expect: Mapping[str, Any]


@cache
def people() -> tuple[Person, ...]:
    """All of them, in the order of their names."""
    return tuple(_read(path) for path in sorted((HERE / "people").glob("*.yml")))


@cache
def known_failures() -> Mapping[str, str]:
    """What does not go well yet, as "<person>: <expectation>", each with why. They must keep failing."""
    return dict(yaml.safe_load((HERE / "known-failures.yml").read_text(encoding="utf-8")) or {})


def _read(path: Path) -> Person:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    like = next((p for p in personas() if p.name == content.get("like")), None)
    assert like is not None or "like" not in content, f"{path.name}: there is no persona {content.get('like')!r}"
    expect = {**(_expected_of(like.expect) if like else {}), **content.get("expect", {})}
    strange = (set(content) - KEYS) | (set(expect) - EXPECTED)
    assert not strange, f"{path.name}: unknown keys {sorted(strange)}"
    language = content.get("language", "nl")
    return Person(
        name=path.stem,
        about=content["about"],
        language=language,
        core=content.get("core", False),
        truth=Profile.of({**(dict(like.truth) if like else {}), **content.get("truth", {})}),
        opening=content["opening"],
        says={field: (said,) if isinstance(said, str) else tuple(said) for field, said in content["says"].items()},
        otherwise=content.get("otherwise", DONT_KNOW[language]),
        returns=content.get("returns"),
        meanwhile=_interruptions(content.get("meanwhile", ())),
        at_the_end=_interruptions(content.get("at-the-end", ())),
        expect=expect,
    )


def _interruptions(entries: Any) -> tuple[Interruption, ...]:
    return tuple(Interruption(e.get("after", 0), e["say"], tuple(e.get("utters", ()))) for e in entries)


def _expected_of(expect: Mapping[str, Any]) -> dict[str, Any]:
    """Expectations of a persona, in the words of this folder."""
    return {
        "has": list(expect.get("must", ())),
        "has-one-of": [choice["of"] for choice in expect.get("must-one-of", ())],
        "not": list(expect.get("must-not", ())),
        "first-phase": expect.get("first-phase", "any"),
        "barriers": list(expect.get("barriers", ())),
        "not-possible": list(expect.get("not-possible", ())),
    }
