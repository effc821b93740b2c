"""The one way by which actions and API ask the catalogue: SQL behind it, the types of the core in front."""

from __future__ import annotations

from datetime import date
from threading import Lock

from sqlalchemy import Engine

from leerroute.catalogue.indicators import indicators_of
from leerroute.catalogue.listing import in_order, linked
from leerroute.catalogue.loader import stored_revision
from leerroute.catalogue.municipality_search import find_municipalities
from leerroute.catalogue.reference import Desk, Indicator, ListedMeasure, Municipality, Page, Region, Texts
from leerroute.catalogue.search import search
from leerroute.catalogue.snapshot import Snapshot
from leerroute.database import reading
from leerroute.domain.eligibility import status_on
from leerroute.domain.measure import Catalogue, Status
from leerroute.domain.question import Question

PAGE_SIZE = 20
MOST_PER_PAGE = 100


class CatalogueNotLoaded(RuntimeError):
    """The database holds no catalogue: run `python -m leerroute.catalogue load`."""


class CatalogueRepository:
    """Safe to share between threads. Every call sees the newest content, also when another process loaded it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._kept: Snapshot | None = None

    def revision(self) -> str:
        """The hash of the content that is loaded. Raises CatalogueNotLoaded."""
        with self._engine.connect() as connection:
            revision = stored_revision(connection)
        if revision is None:
            raise CatalogueNotLoaded("no catalogue in the database: run `python -m leerroute.catalogue load`")
        return revision

    def catalogue(self) -> Catalogue:
        """What the core judges: all measures and dated amounts."""
        return self._snapshot().catalogue

    def questions(self) -> tuple[Question, ...]:
        """The questions of the interview, lowest rank first."""
        return self._snapshot().questions

    def texts(self) -> Texts:
        """Reasons, labels, and the words of barriers, solutions and target groups."""
        return self._snapshot().texts

    def find_named(self, sentence: str) -> str | None:
        """The id of the measure that is named in a sentence; None when none is."""
        return self._snapshot().names.find(sentence)

    def search(self, query: str, language: str = "nl") -> tuple[str, ...]:
        """Ids of the measures that the words fit, best first; else the measure that is named with a slip."""
        with reading(self._engine) as connection:
            found = search(connection, query, language) or search(connection, query, "nl")
        if found:
            return found
        named = self.find_named(query)
        return (named,) if named else ()

    def list_measures(
        self,
        on: date,
        *,
        status: Status | None = None,
        barrier: str | None = None,
        solution: str | None = None,
        target_group: str | None = None,
        query: str | None = None,
        language: str = "nl",
        page: int = 1,
        size: int = PAGE_SIZE,
    ) -> Page:
        """A page of the catalogue on a date, by name, or best first when there is a query."""
        measures = self.catalogue().measures
        found = self.search(query, language) if query and query.strip() else None
        with reading(self._engine) as connection:
            allowed = linked(connection, {"barrier": barrier, "solution": solution, "target_group": target_group})
        listed = [
            ListedMeasure(measure, status_on(measure, on)[0])
            for measure in in_order(measures, found, language)
            if allowed is None or measure.id in allowed
        ]
        wanted = [item for item in listed if status is None or item.status == status]
        size = max(1, min(size, MOST_PER_PAGE))
        first = (max(1, page) - 1) * size
        return Page(tuple(wanted[first : first + size]), max(1, page), size, len(wanted))

    def municipalities(self, query: str = "", *, exact: bool = False) -> tuple[Municipality, ...]:
        """Municipalities by name, alias, place or postcode, best first; all of them without a query.

        With `exact` only whole names count; several answers then mean: ask which one is meant.
        """
        known = self._snapshot().municipalities
        if not query.strip():
            return tuple(known.values())
        with reading(self._engine) as connection:
            codes = find_municipalities(connection, query, exact=exact)
        return tuple(known[code] for code in codes if code in known)

    def municipality(self, code: str) -> Municipality | None:
        """The municipality of a CBS code; None when there is none (any more)."""
        return self._snapshot().municipalities.get(code)

    def regions(self) -> tuple[Region, ...]:
        """The labour-market regions by name."""
        return tuple(self._snapshot().regions.values())

    def region(self, region_id: str) -> Region | None:
        """One region; None when there is none."""
        return self._snapshot().regions.get(region_id)

    def desk(self, municipality_code: str) -> Desk | None:
        """Where people of a municipality can go; None for an unknown code."""
        snapshot = self._snapshot()
        municipality = snapshot.municipalities.get(municipality_code)
        return snapshot.desks.get(municipality.region.id) if municipality else None

    def indicators(self, region_id: str) -> tuple[Indicator, ...] | None:
        """The figures of a region, with what is missing said as missing; None for an unknown region."""
        snapshot = self._snapshot()
        region = snapshot.regions.get(region_id)
        return indicators_of(region, snapshot.figures) if region else None

    def _snapshot(self) -> Snapshot:
        kept, revision = self._kept, self.revision()
        if kept is not None and kept.revision == revision:
            return kept
        with self._lock:
            if self._kept is None or self._kept.revision != revision:
                self._kept = self._read()
            return self._kept

    def _read(self) -> Snapshot:
        with reading(self._engine) as connection:
            revision = stored_revision(connection)
            if revision is None:
                raise CatalogueNotLoaded("the catalogue was taken out of the database")
            return Snapshot.read(connection, revision)
