"""Comparing what was read with what the words give: right, wrong and missed facts per message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bench.understanding.overlap import normalised
from bench.understanding.testset import Fact, TestMessage

LITERAL = frozenset({"occupation", "wish"})
NEAR = frozenset({"monthsUnemployed"})


@dataclass(frozen=True)
class Outcome:
    """What became of one message."""

    message: TestMessage
    right: tuple[Fact, ...]
    wrong: tuple[Fact, ...]
    missed: tuple[Fact, ...]

    @property
    def exact(self) -> bool:
        return not self.wrong and not self.missed

    @property
    def fell_for(self) -> bool:
        """A field was filled of which the annotation says that a careless reader would."""
        return any(name in self.message.tempting for name, _ in self.wrong)


def same(expected: Fact, found: Fact) -> bool:
    """Literal texts share a word; months give or take one; the rest is equal, with 1 no True."""
    (name, wanted), (other, got) = expected, found
    if name != other:
        return False
    if name in LITERAL:
        return bool(set(normalised(str(wanted)).split()) & set(normalised(str(got)).split()))
    if name in NEAR and type(wanted) is int and type(got) is int:
        return abs(wanted - got) <= 1
    return type(wanted) is type(got) and bool(wanted == got)


def compare(message: TestMessage, found: Iterable[Fact]) -> Outcome:
    """Each expected fact is matched at most once; what is left of the found ones is wrong."""
    left = sorted(message.pairs, key=str)
    right, wrong = [], []
    for fact in dict.fromkeys(found):
        match = next((expected for expected in left if same(expected, fact)), None)
        if match is None:
            wrong.append(fact)
        else:
            left.remove(match)
            right.append(fact)
    return Outcome(message, tuple(right), tuple(wrong), tuple(left))
