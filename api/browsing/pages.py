"""The list and the page of one measure."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from api.access import ServicesIn
from api.browsing.asked import Asked, meant_places, read_asked, read_date
from api.browsing.choices import choices_of
from api.browsing.frame import ADDRESS, address, page, page_language
from api.browsing.measure_view import MeasureView, view_of
from api.services import Services

STATIC = Path(__file__).parent / "static"
OTHER_LANGUAGE = {"nl": "en", "en": "nl"}

router = APIRouter(include_in_schema=False)


def serve_browsing(app: FastAPI) -> None:
    """The pages, and their style sheet."""
    app.include_router(router)
    app.mount(f"{ADDRESS}-vorm", StaticFiles(directory=STATIC))


@router.api_route(ADDRESS, methods=["GET", "HEAD"])
def read_list(request: Request, services: ServicesIn) -> Response:
    """The measures that fit what was asked, a page at a time."""
    texts = services.catalogue.texts()
    asked = read_asked(request.query_params, services.settings.on(), texts, services.catalogue)
    wording = services.routes.wording(asked.language)
    found = services.catalogue.list_measures(
        asked.on,
        asked.filter,
        municipality=asked.place.code if asked.place else None,
        query=asked.words or None,
        language=asked.language,
        page=asked.number,
    )
    return page(
        "list.html",
        wording,
        other=address(ADDRESS, asked.values(taal=OTHER_LANGUAGE[asked.language])),
        asked=asked,
        found=found,
        choices=choices_of(wording),
        pages=[(n, address(ADDRESS, asked.values(bladzijde=n))) for n in range(1, (found.total - 1) // found.size + 2)],
        places=[(place, address(ADDRESS, asked.values(gemeente=place.code))) for place in asked.places],
        links={item.measure.id: _link(item.measure.id, asked) for item in found.items},
    )


@router.api_route(ADDRESS + "/{id}", methods=["GET", "HEAD"])
def read_measure(
    id: str,  # noqa: A002 - the name in the address
    request: Request,
    services: ServicesIn,
) -> Response:
    """Everything there is to say about one measure on a day."""
    given = request.query_params
    on, _ = read_date(given, services.settings.on())
    language = page_language(given.get("taal", ""))
    places = meant_places(given.get("gemeente", "")[:100], services.catalogue)
    code = places[0].code if len(places) == 1 else None
    kept = {"datum": on.isoformat(), "gemeente": code, "taal": language}
    wording = services.routes.wording(language)
    other = address(f"{ADDRESS}/{id}", {**kept, "taal": OTHER_LANGUAGE[language]})
    catalogue = services.catalogue.catalogue(code)
    measure = catalogue.measures.get(id)
    back = address(ADDRESS, kept)
    if measure is None:
        return page(
            "missing.html", wording, status=404, other=address(ADDRESS, {"taal": OTHER_LANGUAGE[language]}), back=back
        )
    view = view_of(measure, catalogue, on, wording)
    return page(
        "measure.html",
        wording,
        other=other,
        view=view,
        back=back,
        place_name=_place_name(measure.place, services),
        links={name: address(f"{ADDRESS}/{name}", kept) for name in _named(view)},
    )


def _link(name: str, asked: Asked) -> str:
    place = asked.place.code if asked.place else None
    return address(f"{ADDRESS}/{name}", {"datum": asked.on.isoformat(), "gemeente": place, "taal": asked.language})


def _named(view: MeasureView) -> list[str]:
    return [measure.id for measure in view.instead]


def _place_name(place: str | None, services: Services) -> str:
    if place is None:
        return ""
    found = services.catalogue.municipality(place) or services.catalogue.region(place)
    return found.name if found else place
