"""Everything of one revision that is asked for again and again, read from SQL in one consistent picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from leerroute.catalogue.named import Everyday, NameFinder
from leerroute.catalogue.naming import joined_key, plain_key
from leerroute.catalogue.reference import Desk, Municipality, Region, Texts
from leerroute.catalogue.region_content import Figure
from leerroute.catalogue.storing.measures import read_measures
from leerroute.catalogue.storing.questions import read_questions
from leerroute.catalogue.storing.regions import (
    read_desks,
    read_figures,
    read_municipalities,
    read_region_list,
)
from leerroute.catalogue.storing.requirements import RequirementReader
from leerroute.catalogue.storing.rows import read
from leerroute.catalogue.storing.texts import read_amounts, read_texts
from leerroute.catalogue.tables.texts import EverydayWordRow
from leerroute.domain.measure import Catalogue
from leerroute.domain.question import Question


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The content of one revision."""

    revision: str
    catalogue: Catalogue
    questions: tuple[Question, ...]
    texts: Texts
    names: NameFinder
    regions: Mapping[str, Region]
    municipalities: Mapping[str, Municipality]
    desks: Mapping[str, Desk]
    figures: tuple[Figure, ...]

    @classmethod
    def read(cls, connection: Connection, revision: str) -> Snapshot:
        """All of it; the connection must show one moment (`leerroute.database.reading`)."""
        requirements = RequirementReader(connection)
        measures = read_measures(connection, requirements)
        regions = read_region_list(connection)
        return cls(
            revision=revision,
            catalogue=Catalogue(measures, read_amounts(connection)),
            questions=read_questions(connection, requirements),
            texts=read_texts(connection),
            names=NameFinder(measures, _everyday(connection)),
            regions=regions,
            municipalities=read_municipalities(connection, regions),
            desks=read_desks(connection, regions),
            figures=read_figures(connection),
        )


def _everyday(connection: Connection) -> Everyday:
    words: dict[str, set[str]] = {"word": set(), "cue": set(), "filler": set()}
    for row in read(connection, EverydayWordRow):
        key = joined_key(row["word"]) if row["kind"] == "word" else plain_key(row["word"])
        words[row["kind"]].add(key)
    return Everyday(frozenset(words["word"]), frozenset(words["cue"]), frozenset(words["filler"]))
