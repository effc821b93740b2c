"""Everything of one revision that is asked for again and again, read from SQL in one consistent picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import Connection

from leerroute.catalogue.local import LocalContent
from leerroute.catalogue.named import Everyday, NameFinder
from leerroute.catalogue.naming import joined_key, plain_key
from leerroute.catalogue.reference import Desk, Municipality, Region, Texts
from leerroute.catalogue.region_content import Figure
from leerroute.catalogue.storing.measures import read_measures
from leerroute.catalogue.storing.questions import read_questions
from leerroute.catalogue.storing.regions import (
    read_desks,
    read_figures,
    read_local_desks,
    read_municipalities,
    read_region_list,
)
from leerroute.catalogue.storing.requirements import RequirementReader
from leerroute.catalogue.storing.rows import read
from leerroute.catalogue.storing.texts import read_amounts, read_texts
from leerroute.catalogue.tables.texts import EverydayWordRow
from leerroute.domain.measure import STALE_AFTER, Catalogue, Measure
from leerroute.domain.question import Question


@dataclass(frozen=True, slots=True)
class View:
    """The catalogue as it is in one place."""

    catalogue: Catalogue
    names: NameFinder


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The content of one revision."""

    revision: str
    national: View
    local: LocalContent
    everyday: Everyday
    questions: tuple[Question, ...]
    texts: Texts
    regions: Mapping[str, Region]
    municipalities: Mapping[str, Municipality]
    desks: Mapping[str, Desk]
    figures: tuple[Figure, ...]
    views: dict[tuple[str, ...], View] = field(default_factory=dict)

    def view(self, municipality: str | None) -> View:
        """What somebody of a municipality sees; the national catalogue where no place adds to it."""
        place = self.municipalities.get(municipality) if municipality else None
        layers = self.local.layers(place) if place else ()
        if not layers:
            return self.national
        if layers not in self.views:
            national = self.national.catalogue
            measures = self.local.measures_for(layers, national.measures)
            catalogue = Catalogue(measures, national.amounts, national.stale_after)
            self.views[layers] = View(catalogue, NameFinder(measures, self.everyday))
        return self.views[layers]

    def desk(self, municipality: str) -> Desk | None:
        """Where people of a municipality can go."""
        place = self.municipalities.get(municipality)
        desk = self.desks.get(place.region.id) if place else None
        return self.local.desk_for(place, desk) if place and desk else None

    @classmethod
    def read(cls, connection: Connection, revision: str, stale_after: timedelta = STALE_AFTER) -> Snapshot:
        """All of it; the connection must show one moment (`leerroute.database.reading`)."""
        requirements = RequirementReader(connection)
        measures = read_measures(connection, requirements)
        national = {name: measure for name, measure in measures.items() if measure.place is None}
        regions, everyday = read_region_list(connection), _everyday(connection)
        catalogue = Catalogue(national, read_amounts(connection), stale_after)
        return cls(
            revision=revision,
            national=View(catalogue, NameFinder(national, everyday)),
            local=LocalContent(_by_place(measures.values()), read_local_desks(connection)),
            everyday=everyday,
            questions=read_questions(connection, requirements),
            texts=read_texts(connection),
            regions=regions,
            municipalities=read_municipalities(connection, regions),
            desks=read_desks(connection, regions),
            figures=read_figures(connection),
        )


def _by_place(measures: Iterable[Measure]) -> dict[str, dict[str, Measure]]:
    found: dict[str, dict[str, Measure]] = {}
    for measure in measures:
        if measure.place is not None:
            found.setdefault(measure.place, {})[measure.id] = measure
    return found


def _everyday(connection: Connection) -> Everyday:
    words: dict[str, set[str]] = {"word": set(), "cue": set(), "filler": set()}
    for row in read(connection, EverydayWordRow):
        key = joined_key(row["word"]) if row["kind"] == "word" else plain_key(row["word"])
        words[row["kind"]].add(key)
    return Everyday(frozenset(words["word"]), frozenset(words["cue"]), frozenset(words["filler"]))
