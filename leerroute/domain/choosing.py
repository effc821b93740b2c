"""Which measure takes which place in a route: the best for each purpose, unless the person chose another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from leerroute.domain.measure import Measure, Phase, Purpose
from leerroute.domain.ordering import Ranked, ranked_by_purpose
from leerroute.domain.ranking import Situation

MAX_ALTERNATIVES = 3
MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a purpose in every route: phase, number of steps, solution, and how much it matters."""

    phase: Phase
    most: int
    solution: str
    importance: float  # how much a step matters: weighs questions, and decides what is left out of a long route


# In the order of the route: problems before learning, orientation before choice, permission before paid learning,
# funding after the step that it pays. Source: docs/contract/judging-a-measure.md, "order".
PLACES: Mapping[Purpose, Place] = {
    "debt-help": Place("first", 1, "solve-other-problems-first", 3.5),
    "problem-help": Place("first", 1, "solve-other-problems-first", 2.0),
    "health-help": Place("first", 1, "solve-other-problems-first", 2.0),
    "care-help": Place("first", 1, "solve-other-problems-first", 1.5),
    "guidance": Place("orient", 2, "independent-guidance", 2.0),
    "orientation": Place("orient", 1, "independent-guidance", 0.5),
    "recognition": Place("recognise", 1, "recognise-competences", 1.0),
    "permission": Place("fund", 1, "funding", 2.0),
    "basic-skills": Place("learn", 1, "attractive-tailored-learning", 2.0),
    "learning": Place("learn", 1, "attractive-tailored-learning", 2.5),
    "funding": Place("fund", 1, "funding", 1.0),
    "costs": Place("fund", 1, "funding", 0.7),
    "rights": Place("fund", 1, "flexible-offer", 0.6),
    "work": Place("work", 1, "attractive-tailored-learning", 0.9),
}
LEARNING: tuple[Purpose, ...] = ("basic-skills", "learning")
ONLY_WITH_LEARNING: frozenset[Purpose] = frozenset({"permission", "funding", "costs"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure for a place, with the others that could take it.

    `instead_of` is then the measure that would stand here without the person's choice.
    """

    purpose: Purpose
    measure: Measure
    alternatives: tuple[str, ...]
    instead_of: str | None = None


def choose(situation: Situation, wanted: Sequence[str] = ()) -> list[Choice]:
    """The measures of the route in order; a paid purpose only when there is something to pay for.

    `wanted` are measures the person chose, the latest last. One that is no longer useful or allowed is left out;
    of two that exclude each other the wanted one stays, else the one that comes first in the route.
    """
    ranked = ranked_by_purpose(situation)
    learns = any(m.confidence != "low" for purpose in LEARNING for m in ranked.get(purpose, ()))
    own = _own_choices(wanted, ranked.values()) if wanted else {}
    choices: list[Choice] = []
    for purpose in PLACES:
        if purpose in ranked and (learns or purpose not in ONLY_WITH_LEARNING):
            taken = [choice.measure for choice in choices]
            choices += _choices_for(purpose, ranked[purpose], taken, own)
    return _short_enough(choices)


def _own_choices(wanted: Sequence[str], usable: Iterable[Ranked]) -> dict[Purpose, Measure]:
    """One measure for each purpose: the latest choice counts, also against one that it excludes."""
    known = {m.id: m for ranked in usable for m in ranked if m.id in wanted}
    own: dict[Purpose, Measure] = {}
    for measure in (known[name] for name in reversed(wanted) if name in known):
        if measure.placement.purpose not in own and not _excluded(measure, own.values()):
            own[measure.placement.purpose] = measure
    return own


def _excluded(measure: Measure, others: Iterable[Measure]) -> bool:
    return any(other.id in measure.excludes or measure.id in other.excludes for other in others)


def _choices_for(
    purpose: Purpose, ranked: Ranked, taken: Sequence[Measure], own: Mapping[Purpose, Measure]
) -> list[Choice]:
    """The best that fit with the rest of the route; the person's own choice takes the last of their places."""
    best = _best(PLACES[purpose].most, ranked, [*taken, *(m for p, m in own.items() if p != purpose)])
    picked, instead_of = own.get(purpose), None
    if picked is not None and picked not in best:
        instead_of = best[-1].id if best else None
        best = [*_best(PLACES[purpose].most - 1, best[:-1], [picked]), picked]
    chosen = {m.id for m in best}
    others = tuple(islice((m.id for m in ranked if m.id not in chosen), MAX_ALTERNATIVES))
    return [
        Choice(purpose, m, others, instead_of if m is picked else None) if m is best[-1] else Choice(purpose, m, ())
        for m in best
    ]


def _best(most: int, ranked: Iterable[Measure], taken: Sequence[Measure]) -> list[Measure]:
    """The first in rank that are sure and that nothing in the route excludes; what comes after is not looked at."""
    best: list[Measure] = []
    for measure in ranked:
        if len(best) == most:
            break
        if measure.confidence != "low" and not _excluded(measure, [*taken, *best]):
            best.append(measure)
    return best


def _short_enough(choices: list[Choice]) -> list[Choice]:
    """A route that can be overseen: the steps that matter least are left out, the later of equals first."""
    by_weight = sorted(range(len(choices)), key=lambda n: (-PLACES[choices[n].purpose].importance, n))
    kept = set(by_weight[:MOST_STEPS])
    return [choice for n, choice in enumerate(choices) if n in kept]
