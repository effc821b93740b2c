"""Whether requirements speak of fields that exist, with operators and values that fit them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from leerroute.catalogue.errors import ContentError
from leerroute.domain.measure import Condition, Requirement
from leerroute.domain.profile import EDUCATION_LEVELS, FIELDS, Field

LIST_OPERATORS = frozenset({"one-of", "none-of"})
LIMIT_OPERATORS = frozenset({"at-least", "at-most", "below"})
OPERATORS_BY_KIND: Mapping[str, frozenset[str]] = {
    "integer": LIMIT_OPERATORS,
    "boolean": frozenset({"is"}),
    "choice": LIST_OPERATORS,
    "choices": LIST_OPERATORS,
    "municipality": LIST_OPERATORS,
    "text": frozenset(),
}
MOST_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What requirements may speak of: values of the derived fields, amounts, municipalities and reasons by name."""

    derived: Mapping[str, Collection[str]]
    amounts: Collection[str]
    municipalities: Collection[str]
    reasons: Collection[str]


class RequirementCheck:
    """Checks the requirements of one key of one file."""

    def __init__(self, vocabulary: Vocabulary, file: str, *, derived: bool, only_conditions: bool = False) -> None:
        self._vocabulary = vocabulary
        self._file = file
        self._derived = derived
        self._only_conditions = only_conditions

    def faults(self, requirements: Collection[Requirement], place: str, level: int = 1) -> Iterator[ContentError]:
        """Every fault in these requirements and those below them."""
        if level > MOST_LEVELS:
            yield ContentError(self._file, place, "deeper", f"at most {MOST_LEVELS} levels")
            return
        for position, requirement in enumerate(requirements):
            yield from self._faults_of(requirement, f"{place}.{position}", level)

    def _faults_of(self, requirement: Requirement, place: str, level: int) -> Iterator[ContentError]:
        reason = requirement.reason
        if reason is not None and reason not in self._vocabulary.reasons:
            yield ContentError(self._file, f"{place}.reason", reason, "a code of reasons.yml")
        if isinstance(requirement, Condition):
            fault = self._condition_fault(requirement)
            if fault is not None:
                part, value, expected = fault
                yield ContentError(self._file, f"{place}.{part}", value, expected)
            return
        if self._only_conditions:
            yield ContentError(self._file, place, "a group", "a plain condition")
        if not requirement.parts:
            yield ContentError(self._file, place, [], "at least one part")
        yield from self.faults(requirement.parts, place, level + 1)

    def _condition_fault(self, condition: Condition) -> tuple[str, object, str] | None:
        name, operator, value = condition.field, condition.operator, condition.value
        if name in self._vocabulary.derived:
            if not self._derived:
                return "field", name, "a profile field (derived fields only count in useful-when)"
            return self._list_fault(operator, value, self._vocabulary.derived[name])
        spec = FIELDS.get(name)
        if spec is None:
            return "field", name, "one of " + ", ".join(FIELDS)
        allowed = OPERATORS_BY_KIND[spec.kind] | (LIMIT_OPERATORS if name == "education" else frozenset())
        if operator not in allowed:
            return operator, value, "another operator for this field: " + (", ".join(sorted(allowed)) or "none fits")
        if operator in LIMIT_OPERATORS:
            return self._limit_fault(spec, operator, value)
        if operator in LIST_OPERATORS:
            known = self._vocabulary.municipalities if spec.kind == "municipality" else spec.values
            return self._list_fault(operator, value, known)
        return None

    def _list_fault(self, operator: str, value: object, known: Collection[str]) -> tuple[str, object, str] | None:
        if operator not in LIST_OPERATORS or not isinstance(value, tuple):
            return operator, value, "one-of or none-of with a list"
        unknown = [item for item in value if item not in known]
        if unknown:
            few = len(known) <= len(EDUCATION_LEVELS) * 2
            return operator, unknown, "values out of " + ", ".join(known) if few else "CBS codes of municipalities"
        return (operator, list(value), "each value once") if len(set(value)) != len(value) else None

    def _limit_fault(self, spec: Field, operator: str, value: object) -> tuple[str, object, str] | None:
        if spec.name == "education":
            fits = value in EDUCATION_LEVELS
            return None if fits else (operator, value, "one of " + ", ".join(EDUCATION_LEVELS))
        if isinstance(value, str):
            fits = spec.name == "age" and value in self._vocabulary.amounts
            return None if fits else (operator, value, "a whole number, or for age an amount of catalogue/amounts")
        least, most = spec.minimum or 0, (spec.maximum or 0) + (1 if operator == "below" else 0)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return None
        return operator, value, f"a whole number from {least} to {most}"
