"""What the actions call, built once at their edge."""

from __future__ import annotations

from dataclasses import dataclass

from leerroute.cases import CaseRepository
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine
from leerroute.service.routes import RouteService
from leerroute.service.settings import Settings
from leerroute.service.talk import Talk
from leerroute.service.talk_choosing import Choosing
from leerroute.service.talk_handover import HandingOver
from leerroute.service.talk_measures import MeasureAnswers


@dataclass(frozen=True, slots=True)
class TalkServices:
    """The talk and what it stands on."""

    settings: Settings
    talk: Talk
    routes: RouteService
    measures: MeasureAnswers
    catalogue: CatalogueRepository
    choosing: Choosing
    handing_over: HandingOver

    @classmethod
    def of(cls, settings: Settings) -> TalkServices:
        """Connect to the database of the settings."""
        engine = make_engine(settings.database_url)
        catalogue = CatalogueRepository(engine, settings.stale_after)
        routes = RouteService(catalogue)
        cases = CaseRepository(engine, settings.keep_cases_for)
        talk = Talk(catalogue, cases, routes)
        return cls(
            settings=settings,
            talk=talk,
            routes=routes,
            measures=MeasureAnswers(catalogue),
            catalogue=catalogue,
            choosing=Choosing(talk, cases, catalogue),
            handing_over=HandingOver(talk, cases, settings.handovers),
        )
