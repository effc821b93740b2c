"""What is said when somebody asks about a measure halfway: its status on the date, and what to use instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from leerroute.catalogue.repository import CatalogueRepository
from leerroute.domain.eligibility import eligibility_of, limits_on, status_on, version_on
from leerroute.domain.judging import USABLE_STATUS
from leerroute.domain.measure import Catalogue, Measure, Status
from leerroute.domain.profile import Profile, municipality_of
from leerroute.domain.ranking import Situation
from leerroute.domain.refusals import can_be_named
from leerroute.domain.route import Eligibility
from leerroute.service.wording import Wording

MOST_INSTEAD = 3
TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Named:
    """A measure that was asked about, judged for this person on the date. Texts are in the person's language."""

    id: str
    name: str
    summary: str
    next_step: str
    status: Status
    eligibility: Eligibility
    changes_on: str | None  # in words: ended, the first day without it; else the day it (re)opens
    exact: bool
    money: str
    instead: tuple[tuple[str, str], ...]  # name and first step of what can be used in its place


def explained(sentence: str, wording: Wording) -> str | None:
    """What a word means that is asked about and is no measure ("wat is bijstand?"); None when none is named."""
    said = re.findall(r"\w+", sentence.casefold())
    term = next((word for word in said if word in wording.texts.labels.get(TERMS, {})), None)
    return wording.label(TERMS, term) if term else None


class MeasureAnswers:
    """Finds the measure that a sentence names, and what there is to say about it."""

    def __init__(self, catalogue: CatalogueRepository) -> None:
        self._catalogue = catalogue

    def about(self, named: str, profile: Profile, on: date, wording: Wording) -> Named | None:
        """`named` is an id, or a sentence with a name in it. None when no measure is named."""
        municipality = municipality_of(profile)
        catalogue = self._catalogue.catalogue(municipality)
        measures = catalogue.measures
        measure = measures.get(named) or measures.get(self._catalogue.find_named(named, municipality) or "")
        if measure is None:
            return None
        situation = Situation.of(catalogue, profile, on)
        status, changes_on = status_on(measure, on)
        version = version_on(measure, on)
        return Named(
            id=measure.id,
            name=wording.say(measure.name),
            summary=wording.say(measure.summary),
            next_step=wording.say(measure.next_step),
            status=status,
            eligibility=eligibility_of(measure, situation.known, limits_on(catalogue.amounts, on)),
            changes_on=wording.day(changes_on) if changes_on else None,
            exact=all(version.exact for version in measure.versions),
            money=wording.say(version.amount.text) if version and version.amount else "",
            instead=tuple(
                (wording.say(other.name), wording.say(other.next_step))
                for other in _in_its_place(measure, catalogue, situation)
            ),
        )


def _in_its_place(measure: Measure, catalogue: Catalogue, situation: Situation) -> list[Measure]:
    """What replaces it, as far as it can be used on the date and this person is not shut out."""
    others = [catalogue.measures[name] for name in measure.replaced_by if name in catalogue.measures]
    return [
        other
        for other in others
        if status_on(other, situation.on)[0] in USABLE_STATUS and other.recommendable and can_be_named(other, situation)
    ][:MOST_INSTEAD]
