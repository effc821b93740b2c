"""What the page of a measure shows, worked out for a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from leerroute.domain.eligibility import (
    assess,
    limits_on,
    reasons_asked,
    requirements_of,
    status_on,
    version_on,
)
from leerroute.domain.judging import USABLE_STATUS
from leerroute.domain.measure import Catalogue, Measure, Requirement, Status, Version
from leerroute.domain.ranking import is_stale
from leerroute.service.wording import Wording

Asked: TypeAlias = list[str]
"""One requirement: a sentence, or several of which one must hold."""


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure on a day. Texts are in the language of the page."""

    measure: Measure
    on: date
    status: Status
    about_status: list[str]
    version: Version | None
    conditions: list[Asked]
    refusals: list[Asked]
    helps: list[str]
    instead: list[Measure]
    stale: bool
    verified: bool


def view_of(measure: Measure, catalogue: Catalogue, on: date, wording: Wording) -> MeasureView:
    """Judge the measure for nobody in particular."""
    limits = limits_on(catalogue.amounts, on)
    judged = assess(measure, {}, on, limits)
    status = status_on(measure, on)[0]
    about = [wording.reason(reason) for reason in judged.reasons if reason.code != "missing"]

    def asked(requirements: Sequence[Requirement]) -> list[Asked]:
        return [[wording.reason(reason) for reason in reasons_asked(one, limits)] for one in requirements]

    topics = (wording.texts.barriers.get(barrier) for barrier in measure.barriers)
    others = (catalogue.measures.get(name) for name in measure.replaced_by)
    return MeasureView(
        measure=measure,
        on=on,
        status=status,
        about_status=about,
        version=version_on(measure, on),
        conditions=asked(requirements_of(measure)),
        refusals=asked(measure.not_when),
        helps=[wording.say(topic.name) for topic in topics if topic is not None],
        instead=[other for other in others if other is not None and status_on(other, on)[0] in USABLE_STATUS],
        stale=is_stale(measure.checked_on, on, catalogue.stale_after),
        verified=measure.confidence != "low",
    )
