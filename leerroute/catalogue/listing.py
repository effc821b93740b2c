"""The catalogue as a list on a date: what is asked for, in the order in which it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leerroute.catalogue.reference import ListedMeasure
from leerroute.domain.measure import LearningForm, Measure, Status


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; None is everything. Everything that is asked for must fit."""

    status: Status | None = None
    barrier: str | None = None
    solution: str | None = None
    target_group: str | None = None
    learning_form: LearningForm | None = None

    def fits(self, listed: ListedMeasure) -> bool:
        """Whether a measure is asked for."""
        measure = listed.measure
        return (
            (self.status is None or listed.status == self.status)
            and (self.barrier is None or self.barrier in measure.barriers)
            and (self.solution is None or self.solution in measure.solutions)
            and (self.target_group is None or self.target_group in measure.target_groups)
            and (self.learning_form is None or measure.learning_form == self.learning_form)
        )


def in_order(measures: Mapping[str, Measure], found: Sequence[str] | None, language: str) -> list[Measure]:
    """The measures in the order in which they were found, else by name."""
    if found is not None:
        return [measures[name] for name in found if name in measures]
    return sorted(measures.values(), key=lambda m: (m.name.get(language, m.name["nl"]).casefold(), m.id))
