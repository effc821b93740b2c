"""A catalogue prepared for judging all measures at once.

Many measures share a requirement, so each different requirement is judged once for a person, and which measures it
decides is a set of bits: bit n is the measure with the n-th id. Judging a profile is then a few unions of such sets,
however many measures there are. What follows from one set of answers is kept, so that supposing another answer to one
question only judges the requirements that speak of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from leerroute.domain.eligibility import Limits, fields_of, holds, requirements_of, unsettled_fields
from leerroute.domain.measure import Catalogue, Measure, Purpose, Requirement
from leerroute.domain.profile import Value

Bits: TypeAlias = int
Role: TypeAlias = Literal["useful", "useless", "needed", "refusal"]

MOST_KEPT = 128  # outcomes a block keeps: enough for the answers to any one question, small with 10,000 measures


def positions(bits: Bits) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


@dataclass(slots=True)
class Outcome:
    """What requirements decide about measures, as sets of bits."""

    not_useful: Bits = 0  # something of useful-when is false or not known, or something of not-useful-when holds
    pointless: Bits = 0  # something of useful-when is false, or something of not-useful-when holds
    failing: Bits = 0  # a condition is false
    unsettled: Bits = 0  # a condition is not known
    refused: Bits = 0  # a refusal holds
    open_fields: dict[str, Bits] = field(default_factory=dict)  # an unknown field that could still settle something

    def add(self, other: Outcome) -> None:
        """Take over what others decide."""
        if other.not_useful:
            self.not_useful |= other.not_useful
            self.pointless |= other.pointless
        if other.failing:
            self.failing |= other.failing
        if other.unsettled:
            self.unsettled |= other.unsettled
        if other.refused:
            self.refused |= other.refused

    def count(self, role: Role, holding: bool | None, bits: Bits) -> None:
        """Take over what one requirement decides."""
        if role == "refusal":
            self.refused |= bits if holding else 0
        elif role == "needed":
            self.failing |= bits if holding is False else 0
            self.unsettled |= bits if holding is None else 0
        elif role == "useless":
            self.not_useful |= bits if holding else 0
            self.pointless |= bits if holding else 0
        else:
            self.not_useful |= bits if holding is not True else 0
            self.pointless |= bits if holding is False else 0


@dataclass(slots=True)
class Block:
    """All requirements that speak of the same fields, with the measures they belong to."""

    fields: tuple[str, ...]
    requirements: dict[tuple[Requirement, Role], Bits] = field(default_factory=dict)

    def outcome(self, known: Mapping[str, Value], limits: Limits) -> Outcome:
        """Judge each requirement once."""
        found = Outcome()
        for (requirement, role), bits in self.requirements.items():
            found.count(role, holds(requirement, known, limits), bits)
            if role == "useless":
                continue  # what is not known does not count, so nothing is asked for it
            for name in unsettled_fields(requirement, known, limits):
                found.open_fields[name] = found.open_fields.get(name, 0) | bits
        return found


class CatalogueIndex:
    """The measures in the order of their ids, and the sets that do not depend on person or date."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.measures: tuple[Measure, ...] = tuple(sorted(catalogue.measures.values(), key=lambda m: m.id))
        self.blocks = _blocks(self.measures)
        self.by_barrier: dict[str, Bits] = {}
        self.by_purpose: dict[Purpose, Bits] = {}
        self.recommendable: Bits = 0
        self.depends_on_barriers: Bits = 0
        self.pays: Bits = 0
        self.remembered: Bits = 0  # the article names it, and people could ask for it themselves
        for position, measure in enumerate(self.measures):
            self._place(measure, 1 << position)

    def _place(self, measure: Measure, bit: Bits) -> None:
        purpose = measure.placement.purpose
        self.by_purpose[purpose] = self.by_purpose.get(purpose, 0) | bit
        for barrier in measure.barriers:
            self.by_barrier[barrier] = self.by_barrier.get(barrier, 0) | bit
        if measure.recommendable and purpose != "none":
            self.recommendable |= bit
        if any("barriers" in fields_of(requirement) for requirement in measure.placement.useful_when):
            self.depends_on_barriers |= bit
        if "funding" in measure.kinds:
            self.pays |= bit
        if measure.mentioned_in_article and measure.applicants[:1] == ("person",):
            self.remembered |= bit

    def where(self, bits: Bits) -> Iterator[Measure]:
        """The measures of a set, by id."""
        return (self.measures[position] for position in positions(bits))


def _blocks(measures: tuple[Measure, ...]) -> tuple[Block, ...]:
    blocks: dict[tuple[str, ...], Block] = {}
    for position, measure in enumerate(measures):
        roles: tuple[tuple[Role, tuple[Requirement, ...]], ...] = (
            ("useful", measure.placement.useful_when),
            ("useless", measure.placement.not_useful_when),
            ("needed", requirements_of(measure)),
            ("refusal", measure.not_when),
        )
        for role, requirements in roles:
            for requirement in requirements:
                fields = tuple(sorted(fields_of(requirement)))
                block = blocks.setdefault(fields, Block(fields))
                key = (requirement, role)
                block.requirements[key] = block.requirements.get(key, 0) | 1 << position
    return tuple(blocks.values())


def index_of(catalogue: Catalogue) -> CatalogueIndex:
    """The index of a catalogue, made once and kept with it."""
    index = catalogue.kept.get("index")
    if not isinstance(index, CatalogueIndex):
        index = CatalogueIndex(catalogue)
        catalogue.kept["index"] = index
    return index
