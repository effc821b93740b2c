"""The use case 'a route for a profile on a date', for everyone who asks: chat, coach, portal and API."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from leerroute.catalogue.repository import CatalogueRepository
from leerroute.domain.interview import next_question
from leerroute.domain.measure import Catalogue
from leerroute.domain.planning import plan_route
from leerroute.domain.profile import Profile, municipality_of
from leerroute.domain.question import Interview, NextQuestion
from leerroute.domain.route import Route
from leerroute.service.offers import add_offers
from leerroute.service.presenting import present_route
from leerroute.service.wording import Json, Wording

ASSESSMENTS = "assessments"


class RouteService:
    """Plans routes and chooses questions from the SQL catalogue. Safe to share between threads."""

    def __init__(self, catalogue: CatalogueRepository) -> None:
        self._repository = catalogue

    def wording(self, language: str) -> Wording:
        """The words of the content in a language."""
        return Wording(self._repository.texts(), language)

    def route(self, profile: Profile, on: date, *, chosen: Sequence[str] = (), with_assessments: bool = False) -> Route:
        """The route as the core sees it; `chosen` are measures the person prefers."""
        return plan_route(self._catalogue_for(profile), profile, on, chosen=chosen, with_assessments=with_assessments)

    def plan(
        self,
        profile: Profile,
        on: date,
        language: str = "nl",
        include: Collection[str] = (),
        quotes: Mapping[str, str] | None = None,
        chosen: Sequence[str] = (),
    ) -> dict[str, Json]:
        """The route as JSON. `include` may hold "assessments"; `quotes` are the person's words by field."""
        route = self.route(profile, on, chosen=chosen, with_assessments=ASSESSMENTS in include)
        municipality = municipality_of(profile)
        desk = self._repository.desk(municipality) if municipality else None
        wording = self.wording(language)
        shown = present_route(route, wording, quotes or {}, desk, self._catalogue_for(profile))
        add_offers(shown, route, self._repository, wording)
        return shown

    def next_question(self, interview: Interview, on: date) -> NextQuestion:
        """The question that would change the route most, or none."""
        return next_question(self._catalogue_for(interview.profile), self._repository.questions(), interview, on)

    def _catalogue_for(self, profile: Profile) -> Catalogue:
        """The catalogue as it is where the person lives."""
        return self._repository.catalogue(municipality_of(profile))
