"""Whether a message answers the question that stood open."""

from __future__ import annotations

from leerroute.domain.profile import Value
from leerroute.domain.question import BARRIER_PREFIX
from leerroute.service.talk_asking import SITUATION
from leerroute.service.talk_facts import TakenIn


def says_nothing_new(field: str | None, taken: TakenIn) -> bool:
    """Whether a message only repeats what is known, while something else was asked: the talk does not get on by it."""
    brings = taken.touched or taken.clash is not None or bool(taken.places)
    return field is not None and not brings and not answers(field, taken)


def answers(field: str | None, taken: TakenIn) -> bool:
    """Whether what was taken in answers the question that stood open."""
    if field is None:
        return False
    if field == SITUATION:
        return taken.understood
    if field == "barriers" and taken.denied:
        return True
    if field.startswith(BARRIER_PREFIX):
        barrier = field.removeprefix(BARRIER_PREFIX)
        return barrier in taken.denied or any(barrier in items(f.value) for f in taken.stored if f.field == "barriers")
    return field in taken.known_already or any(fact.field == field for fact in taken.stored)


def items(value: Value) -> tuple[Value, ...]:
    """The items of a list; one value alone is its own item."""
    return value if isinstance(value, tuple) else (value,)
