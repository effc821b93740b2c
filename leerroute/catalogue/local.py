"""What a municipality or region adds to the national catalogue or says otherwise; the national files stay as they are.

A municipality goes before its region, the region before the country.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from leerroute.catalogue import translating
from leerroute.catalogue.reading import Reader
from leerroute.catalogue.reference import Desk, LocalDesk, Municipality
from leerroute.catalogue.region_content import RegionContent
from leerroute.catalogue.schema.local import LocalDeskContent, LocalTextContent, LocalTextsContent
from leerroute.catalogue.schema.measure import MeasureContent
from leerroute.domain.measure import Contact, Measure

FOLDER = "local"

Measures = Mapping[str, Measure]


@dataclass(frozen=True, slots=True)
class PlaceFiles:
    """The files of one place as they were read."""

    place: str
    measures: Measures
    texts: Mapping[str, LocalTextContent]
    desk: LocalDesk | None


@dataclass(frozen=True, slots=True)
class LocalContent:
    """By place (municipality code or region id) the measures that differ from, or are not in, the national ones."""

    measures: Mapping[str, Measures] = field(default_factory=dict)
    desks: Mapping[str, LocalDesk] = field(default_factory=dict)

    def layers(self, municipality: Municipality) -> tuple[str, ...]:
        """The places with measures of their own that count for a municipality, the widest first."""
        return tuple(place for place in (municipality.region.id, municipality.code) if place in self.measures)

    def measures_for(self, layers: Iterable[str], national: Measures) -> dict[str, Measure]:
        """All measures as they are there, by id in order."""
        merged = dict(national)
        for place in layers:
            merged |= self.measures[place]
        return dict(sorted(merged.items()))

    def desk_for(self, municipality: Municipality, desk: Desk) -> Desk:
        """The desk of a municipality: its own, else its region's."""
        own = self.desks.get(municipality.code) or self.desks.get(municipality.region.id)
        return desk if own is None else replace(desk, name=own.name, url=own.url, phone=own.phone, evidence=own.source)


def read_local(reader: Reader) -> dict[str, PlaceFiles]:
    """The files of every place, by place."""
    return {place: _place_files(reader, place) for place in reader.subfolders(FOLDER)}


def resolved(files: Mapping[str, PlaceFiles], national: Measures, regions: RegionContent) -> LocalContent:
    """Whole measures for each place: its texts are laid over what would count there without them."""
    found: dict[str, Measures] = {}
    for place in sorted(files, key=lambda name: name in regions.municipalities):  # regions first
        municipality = regions.municipalities.get(place)
        region = found.get(municipality.region.id, {}) if municipality else {}
        found[place] = _measures_of(files[place], {**national, **region})
    desks = {place: own.desk for place, own in files.items() if own.desk is not None}
    return LocalContent({place: measures for place, measures in found.items() if measures}, desks)


def _place_files(reader: Reader, place: str) -> PlaceFiles:
    folder = f"{FOLDER}/{place}"
    there = reader.names(folder)
    measures = reader.folder(f"{folder}/measures", MeasureContent, lambda content: content.id)
    texts = reader.file(f"{folder}/texts.yml", LocalTextsContent) if "texts" in there else None
    desk = reader.file(f"{folder}/desk.yml", LocalDeskContent) if "desk" in there else None
    return PlaceFiles(
        place=place,
        measures={name: replace(translating.measure_of(content), place=place) for name, content in measures.items()},
        texts=texts.root if texts else {},
        desk=LocalDesk(desk.name, desk.url, desk.phone, desk.source, desk.checked_on) if desk else None,
    )


def _measures_of(files: PlaceFiles, base: Measures) -> dict[str, Measure]:
    said = {
        name: _said_otherwise(base[name], texts, files.place)
        for name, texts in files.texts.items()
        if name in base and name not in files.measures
    }
    return {**files.measures, **said}


def _said_otherwise(measure: Measure, texts: LocalTextContent, place: str) -> Measure:
    contact = measure.contact if texts.contact is None else Contact(**texts.contact.model_dump())
    return replace(
        measure,
        place=place,
        summary=translating.maybe_text_of(texts.summary) or measure.summary,
        next_step=translating.maybe_text_of(texts.next_step) or measure.next_step,
        check_yourself=(
            *measure.check_yourself,
            *(translating.text_of(text) for text in texts.check_yourself),
        ),
        contact=contact,
        sources=(*measure.sources, translating.source_of(texts.source)),
    )
