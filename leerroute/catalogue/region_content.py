"""The files of catalogue/regions: municipalities, how people call them, desks and figures.

Sources and licences: catalogue/regions/README.md. Files named *_partial.csv are loose figures and are never read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from leerroute.catalogue.naming import plain_key
from leerroute.catalogue.reading import Reader
from leerroute.catalogue.reference import Desk, Municipality, Region
from leerroute.catalogue.schema.regions import (
    AliasLine,
    DeskLine,
    EarlyLeaverLine,
    LabourLine,
    MunicipalityLine,
    PlaceLine,
    PostcodeLine,
    RegionLine,
)

FOLDER = "regions"
EARLY_LEAVERS = "early-school-leavers"
LABOUR_INDICATORS = {"net_participation": "net-participation", "unemployment_rate": "unemployment-rate"}
OLD_ADDRESS = re.compile(r"\bOLD address\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an indicator for the country or a province."""

    indicator: str
    area_code: str
    area: str
    period: str
    value: float
    unit: str
    source: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class RegionContent:
    """The lines as they were read, and what is made of them."""

    region_lines: tuple[RegionLine, ...]
    municipality_lines: tuple[MunicipalityLine, ...]
    places: tuple[PlaceLine, ...]
    postcodes: tuple[PostcodeLine, ...]
    aliases: tuple[AliasLine, ...]
    desk_lines: tuple[DeskLine, ...]
    figures: tuple[Figure, ...]
    regions: Mapping[str, Region]  # by name
    municipalities: Mapping[str, Municipality]  # by code
    desks: Mapping[str, Desk]  # by region id


def region_id(name: str) -> str:
    """The id of a region: its name in lower case with hyphens."""
    return plain_key(name).replace(" ", "-")


def read_regions(reader: Reader) -> RegionContent:
    """Everything of catalogue/regions; lines that speak of an unknown region are told by the checks."""
    region_lines = reader.table(f"{FOLDER}/regions.csv", RegionLine)
    municipality_lines = reader.table(f"{FOLDER}/municipalities.csv", MunicipalityLine)
    desk_lines = reader.table(f"{FOLDER}/regional_help.csv", DeskLine)
    regions = {line.arbeidsmarktregio: _region(line) for line in region_lines}
    return RegionContent(
        region_lines=tuple(region_lines),
        municipality_lines=tuple(municipality_lines),
        places=tuple(reader.table(f"{FOLDER}/places.csv", PlaceLine)),
        postcodes=tuple(reader.table(f"{FOLDER}/pc4.csv", PostcodeLine)),
        aliases=tuple(reader.table(f"{FOLDER}/aliases.csv", AliasLine)),
        desk_lines=tuple(desk_lines),
        figures=(*_early_leavers(reader), *_labour(reader)),
        regions=regions,
        municipalities={
            line.code: _municipality(line, regions[line.labour_market_region])
            for line in municipality_lines
            if line.labour_market_region in regions
        },
        desks={
            regions[line.arbeidsmarktregio].id: _desk(line, regions[line.arbeidsmarktregio])
            for line in desk_lines
            if line.arbeidsmarktregio in regions
        },
    )


def _region(line: RegionLine) -> Region:
    provinces = sorted(province.strip() for province in line.provinces.split(";"))
    return Region(region_id(line.arbeidsmarktregio), line.arbeidsmarktregio, tuple(provinces))


def _municipality(line: MunicipalityLine, region: Region) -> Municipality:
    return Municipality(line.code, line.name, line.province_code, line.province, region)


def _desk(line: DeskLine, region: Region) -> Desk:
    outdated = OLD_ADDRESS.search(line.remark) is not None
    return Desk(
        region=region,
        werkcentrum_url=line.national_werkcentrum,
        leerwerkloket_url=line.national_leerwerkloket,
        name=None if outdated else line.regional_name or None,
        url=None if outdated else line.regional_url,
        evidence=line.evidence,
        remark=line.remark,
    )


def _early_leavers(reader: Reader) -> tuple[Figure, ...]:
    lines = reader.table(f"{FOLDER}/vsv_provinces.csv", EarlyLeaverLine)
    return tuple(
        Figure(
            indicator=EARLY_LEAVERS,
            area_code=line.region_code,
            area=line.region,
            period=line.schoolyear,
            value=line.pct_computed_1dec,
            unit="%",
            source=line.source,
            provisional=line.status == "provisional",
        )
        for line in lines
    )


def _labour(reader: Reader) -> tuple[Figure, ...]:
    lines = reader.table(f"{FOLDER}/labour_provinces.csv", LabourLine)
    return tuple(
        Figure(
            indicator=LABOUR_INDICATORS[line.indicator],
            area_code=line.region_code,
            area=line.region,
            period=str(line.year),
            value=line.value,
            unit=line.unit,
            source=line.source,
            provisional=False,
        )
        for line in lines
        if line.indicator in LABOUR_INDICATORS
    )
