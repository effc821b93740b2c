"""Municipalities, labour-market regions and the figures of a region."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import JSONResponse

from api.access import ServicesIn
from api.language import language_of
from api.problems import Problem
from api.schemas.catalogue import Indicators, LanguageQuery, Municipalities, MunicipalityQuery, Regions
from api.views import indicator_view, municipality_view, region_view

router = APIRouter(tags=["reference"])


@router.get("/municipalities", responses={200: {"model": Municipalities}})
def list_municipalities(asked: Annotated[MunicipalityQuery, Query()], services: ServicesIn) -> JSONResponse:
    """Municipalities by name, village, alias or postcode."""
    found = services.catalogue.municipalities(asked.query)
    return JSONResponse({"items": [municipality_view(place) for place in found]})


@router.get("/regions", responses={200: {"model": Regions}})
def list_regions(asked: Annotated[LanguageQuery, Query()], services: ServicesIn) -> JSONResponse:  # noqa: ARG001
    """All labour-market regions."""
    return JSONResponse({"items": [region_view(region) for region in services.catalogue.regions()]})


@router.get("/regions/{id}/indicators", responses={200: {"model": Indicators}})
def list_indicators(
    id: str,  # noqa: A002 - the name in the address
    asked: Annotated[LanguageQuery, Query()],
    request: Request,
    services: ServicesIn,
) -> JSONResponse:
    """The figures of a region; a figure that does not exist is said to be missing."""
    region, indicators = services.catalogue.region(id), services.catalogue.indicators(id)
    if region is None or indicators is None:
        raise Problem("not-found")
    wording = services.routes.wording(asked.language or language_of(request))
    items = [indicator_view(indicator, wording) for indicator in indicators]
    return JSONResponse({"region": region_view(region), "items": items})
