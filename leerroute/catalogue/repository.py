"""The one way by which actions and API ask the catalogue: SQL behind it, the types of the core in front."""

from __future__ import annotations

from datetime import date, timedelta
from threading import Lock

from sqlalchemy import Engine

from leerroute.catalogue.indicators import indicators_of
from leerroute.catalogue.listing import Filter, in_order
from leerroute.catalogue.loader import stored_revision
from leerroute.catalogue.municipality_search import find_municipalities
from leerroute.catalogue.offers import read_offers
from leerroute.catalogue.reference import Desk, Indicator, ListedMeasure, Municipality, Page, Region, Texts
from leerroute.catalogue.search import search
from leerroute.catalogue.snapshot import Snapshot
from leerroute.database import reading
from leerroute.domain.eligibility import status_on
from leerroute.domain.measure import STALE_AFTER, Catalogue
from leerroute.domain.offers import Offer
from leerroute.domain.question import Question
from leerroute.domain.ranking import is_stale

PAGE_SIZE = 20
MOST_PER_PAGE = 100
ALL = Filter()


class CatalogueNotLoaded(RuntimeError):
    """The database holds no catalogue: run `python -m leerroute.catalogue load`."""


class CatalogueRepository:
    """Safe to share between threads. Every call sees the newest content, also when another process loaded it."""

    def __init__(self, engine: Engine, stale_after: timedelta = STALE_AFTER) -> None:
        self._engine = engine
        self._stale_after = stale_after
        self._lock = Lock()
        self._kept: Snapshot | None = None

    def revision(self) -> str:
        """The hash of the content that is loaded. Raises CatalogueNotLoaded."""
        with self._engine.connect() as connection:
            revision = stored_revision(connection)
        if revision is None:
            raise CatalogueNotLoaded("no catalogue in the database: run `python -m leerroute.catalogue load`")
        return revision

    def catalogue(self, municipality: str | None = None) -> Catalogue:
        """What the core judges: all measures and dated amounts, as they are in a municipality."""
        return self._snapshot().view(municipality).catalogue

    def questions(self) -> tuple[Question, ...]:
        """The questions of the interview, lowest rank first."""
        return self._snapshot().questions

    def texts(self) -> Texts:
        """Reasons, labels, and the words of barriers, solutions and target groups."""
        return self._snapshot().texts

    def find_named(self, sentence: str, municipality: str | None = None, *, expected: bool = False) -> str | None:
        """The id of the measure that is named in a sentence; None when none is. `expected`: one is likely to be."""
        return self._snapshot().view(municipality).names.find(sentence, expected=expected)

    def search(self, query: str, language: str = "nl", municipality: str | None = None) -> tuple[str, ...]:
        """Ids of the measures that the words fit, best first; else the measure that is named with a slip."""
        here = {measure.key: measure.id for measure in self.catalogue(municipality).measures.values()}
        with reading(self._engine) as connection:
            keys = search(connection, query, language) or search(connection, query, "nl")
        found = tuple(here[key] for key in keys if key in here)
        if found:
            return found
        named = self.find_named(query, municipality)
        return (named,) if named else ()

    def list_measures(
        self,
        on: date,
        wanted: Filter = ALL,
        *,
        municipality: str | None = None,
        query: str | None = None,
        language: str = "nl",
        page: int = 1,
        size: int = PAGE_SIZE,
    ) -> Page:
        """A page of the catalogue on a date and in a place, by name, or best first when there is a query."""
        catalogue = self.catalogue(municipality)
        found = self.search(query, language, municipality) if query and query.strip() else None
        listed = (
            ListedMeasure(one, status_on(one, on)[0], is_stale(one.checked_on, on, catalogue.stale_after))
            for one in in_order(catalogue.measures, found, language)
        )
        fitting = [item for item in listed if wanted.fits(item)]
        size = max(1, min(size, MOST_PER_PAGE))
        first = (max(1, page) - 1) * size
        return Page(tuple(fitting[first : first + size]), max(1, page), size, len(fitting))

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
        return self._snapshot().desk(municipality_code)

    def offers(self, measure: str, municipality_code: str | None) -> tuple[Offer, ...]:
        """Imported courses under a measure: online, and in the region of a municipality when it is known."""
        with reading(self._engine) as connection:
            return read_offers(connection, measure, self.nearby(municipality_code))

    def nearby(self, municipality_code: str | None) -> frozenset[str]:
        """The municipalities of the labour-market region in which one lies; none for an unknown one."""
        municipalities = self._snapshot().municipalities
        own = municipalities.get(municipality_code or "")
        return frozenset(m.code for m in municipalities.values() if own and m.region.id == own.region.id)

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
            return Snapshot.read(connection, revision, self._stale_after)
