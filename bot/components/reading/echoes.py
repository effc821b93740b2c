"""Short clauses that lean on the one before: 'hij heeft schulden, ik niet', 'ik ook', 'dat is opgelost', 'klopt niet'.

What such a clause says is what the clause before it says, kept or turned round, and it is about the writer, now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from .facts import Fact, Value
from .scope import Clause, found
from .scope_words import ScopeWords

if TYPE_CHECKING:
    from .reader import Part

TURNED: dict[Value, Value] = {True: False, False: True, "ok": "difficult", "difficult": "ok"}  # type: ignore[dict-item]
PROBLEMS = frozenset({"debts", "housingProblem", "healthLimits", "literacy", "digital", "jobAtRisk"})
TURNABLE = PROBLEMS | {"singleParent"}
RANK = 9
Said = Callable[["Part", Clause], Iterable[Fact]]


def echoes(parts: list[Part], known: ScopeWords, said: Said) -> Iterator[Fact]:
    """The facts of all clauses that lean on one before; `said` gives the facts of a clause whoever they are about."""
    before: list[tuple[Part, Clause]] = []
    for part in parts:
        for clause in part.clauses:
            kind = _kind(part, clause, known)
            if kind:
                yield from _echo(kind, part, clause, before, said)
            before.append((part, clause))


def _kind(part: Part, clause: Clause, known: ScopeWords) -> str:
    kinds = {
        "same": known.echo_same, "opposite": known.echo_opposite,
        "settled": known.echo_settled, "untrue": known.echo_untrue,
    }  # fmt: skip
    return next((k for k, p in kinds.items() if found(p, part.sentence, clause.start, clause.end)), "")


def _echo(kind: str, part: Part, clause: Clause, before: list[tuple[Part, Clause]], said: Said) -> Iterator[Fact]:
    for facts in (list(said(*place)) for place in reversed(before[-4:])):
        if facts:
            start, end = part.tokens[clause.start].start, part.tokens[clause.end - 1].end
            benefit = {(f.start, f.end) for f in facts if f.field == "benefit"}
            for fact in facts:
                follows = fact.field != "benefit" and (fact.start, fact.end) in benefit  # no WIA is not healthy
                value = _meant(kind, fact) if kind == "same" or not follows else None
                if value is not None:
                    yield fact.but(value=value, start=start, end=end, past=False, rank=RANK)
            return


def _meant(kind: str, fact: Fact) -> Value | None:
    if kind == "same":
        return fact.value
    if kind == "settled":
        return TURNED[fact.value] if fact.field in PROBLEMS and fact.value in (True, "difficult") else None
    return TURNED.get(fact.value) if fact.field in TURNABLE else None  # type: ignore[arg-type]
