"""The catalogue on a date."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import JSONResponse

from api.access import ServicesIn
from api.faults import Fault
from api.language import language_of
from api.problems import Problem
from api.schemas.catalogue import MeasureDetail, MeasurePage, MeasureQuery, OneMeasureQuery
from api.views import measure_detail, measure_view
from leerroute.catalogue.listing import Filter
from leerroute.catalogue.reference import ListedMeasure, Texts
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.domain.eligibility import status_on
from leerroute.domain.ranking import is_stale

router = APIRouter(tags=["measures"])


@router.get("/measures", responses={200: {"model": MeasurePage}})
def list_measures(asked: Annotated[MeasureQuery, Query()], request: Request, services: ServicesIn) -> JSONResponse:
    """Look through the catalogue by status, barrier, solution, target group, form, municipality or words."""
    wording = services.routes.wording(language_of(request))
    _known(asked, wording.texts)
    _known_place(asked.municipality, services.catalogue)
    on = asked.on or services.settings.on()
    page = services.catalogue.list_measures(
        on,
        Filter(asked.status, asked.barrier, asked.solution, asked.target_group, asked.learning_form),
        municipality=asked.municipality,
        query=asked.query or None,
        page=asked.page,
        size=asked.page_size,
        language=wording.language,
    )
    items = [measure_view(listed, wording) for listed in page.items]
    return JSONResponse(
        {"on": on.isoformat(), "items": items, "page": page.number, "pageSize": page.size, "total": page.total},
        headers={"Content-Language": wording.language},
    )


@router.get("/measures/{id}", responses={200: {"model": MeasureDetail}})
def read_measure(
    id: str,  # noqa: A002 - the name in the address
    asked: Annotated[OneMeasureQuery, Query()],
    request: Request,
    services: ServicesIn,
) -> JSONResponse:
    """One measure with its versions, sources and status on the day."""
    _known_place(asked.municipality, services.catalogue)
    catalogue = services.catalogue.catalogue(asked.municipality)
    measure = catalogue.measures.get(id)
    if measure is None:
        raise Problem("not-found")
    on = asked.on or services.settings.on()
    wording = services.routes.wording(language_of(request))
    stale = is_stale(measure.checked_on, on, catalogue.stale_after)
    detail = measure_detail(ListedMeasure(measure, status_on(measure, on)[0], stale), on, wording)
    return JSONResponse(detail, headers={"Content-Language": wording.language})


def _known_place(code: str | None, catalogue: CatalogueRepository) -> None:
    """A municipality that does not exist (any more) is told; the national catalogue would be the wrong answer."""
    if code is not None and catalogue.municipality(code) is None:
        raise Problem("invalid-input", [Fault("municipality", "not-a-choice", "GM0363")])


def _known(asked: MeasureQuery, texts: Texts) -> None:
    """Ids of the content can't stand in a type: a wrong one is told, not answered with an empty list."""
    lists = (("solution", asked.solution, texts.solutions), ("targetGroup", asked.target_group, texts.target_groups))
    faults = [
        Fault(name, "not-a-choice", ", ".join(known)) for name, value, known in lists if value and value not in known
    ]
    if faults:
        raise Problem("invalid-input", faults)
