"""The regional indicators of one region: figures where there are any, and plainly "missing" where there are none."""

from __future__ import annotations

from collections.abc import Iterable

from leerroute.catalogue.reference import AreaLevel, Indicator, Region
from leerroute.catalogue.region_content import EARLY_LEAVERS, LABOUR_INDICATORS, Figure

COUNTRY = "NL01"
# Of the region itself no source gives these; a province's figure is never passed off as that of a region.
OF_THE_REGION = ("unused-labour-potential", "internship-chance-bol", "internship-chance-bbl", EARLY_LEAVERS)
BY_PROVINCE = (EARLY_LEAVERS, *LABOUR_INDICATORS.values())


def indicators_of(region: Region, figures: Iterable[Figure]) -> tuple[Indicator, ...]:
    """What is missing for the region, then the newest figures of its provinces and of the country."""
    newest = {(figure.indicator, figure.area_code): figure for figure in sorted(figures, key=lambda f: f.period)}
    missing = [Indicator(name, "region", region.name, None, "%", "", "") for name in OF_THE_REGION]
    found = [
        _indicator(figure)
        for name in BY_PROVINCE
        for figure in newest.values()
        if figure.indicator == name and (figure.area_code == COUNTRY or figure.area in region.provinces)
    ]
    return (*missing, *found)


def _indicator(figure: Figure) -> Indicator:
    level: AreaLevel = "country" if figure.area_code == COUNTRY else "province"
    return Indicator(
        id=figure.indicator,
        level=level,
        area=figure.area,
        value=figure.value,
        unit=figure.unit,
        period=figure.period,
        source=figure.source,
        provisional=figure.provisional,
    )
