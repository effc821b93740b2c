"""Whether the files of catalogue/regions fit each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leerroute.catalogue.errors import ContentError
from leerroute.catalogue.naming import plain_key
from leerroute.catalogue.region_content import RegionContent

SMALLEST_COUNTRY = 300  # fewer municipalities means that lines were lost


def check_regions(regions: RegionContent) -> Iterator[ContentError]:
    """Every fault between the files of the regions."""
    yield from _municipality_faults(regions)
    yield from _reference_faults(regions)
    yield from _alias_faults(regions)


def _municipality_faults(regions: RegionContent) -> Iterator[ContentError]:
    file = "regions/municipalities.csv"
    lines = regions.municipality_lines
    for code, times in Counter(line.code for line in lines).items():
        if times > 1:
            yield ContentError(file, code, f"{times} lines", "each municipality in exactly one region")
    for line in lines:
        if line.labour_market_region not in regions.regions:
            yield ContentError(file, line.code, line.labour_market_region, "a region of regions.csv")
        elif line.province not in regions.regions[line.labour_market_region].provinces:
            yield ContentError(file, line.code, line.province, "a province of its region in regions.csv")
    if lines and len(lines) < SMALLEST_COUNTRY:
        yield ContentError(file, "", f"{len(lines)} lines", "all municipalities of the country")
    counts = Counter(line.labour_market_region for line in lines)
    for region in regions.region_lines:
        if counts[region.arbeidsmarktregio] != region.n_municipalities:
            found = f"{counts[region.arbeidsmarktregio]} in municipalities.csv"
            expected = f"{region.n_municipalities} municipalities"
            yield ContentError("regions/regions.csv", region.arbeidsmarktregio, found, expected)


def _reference_faults(regions: RegionContent) -> Iterator[ContentError]:
    used = [("regions/places.csv", line.place, line.municipality_code) for line in regions.places]
    used += [("regions/pc4.csv", line.pc4, line.municipality_code) for line in regions.postcodes]
    used += [("regions/aliases.csv", line.alias, line.municipality_code) for line in regions.aliases]
    for file, name, code in used:
        if code not in regions.municipalities:
            yield ContentError(file, name, code, "the code of a municipality of municipalities.csv")
    with_desk = {line.arbeidsmarktregio for line in regions.desk_lines}
    for name in sorted(with_desk ^ set(regions.regions)):
        yield ContentError("regions/regional_help.csv", name, name in with_desk, "one line for each region")


def _alias_faults(regions: RegionContent) -> Iterator[ContentError]:
    seen: set[tuple[str, str]] = set()
    own = {(plain_key(m.name), m.code) for m in regions.municipalities.values()}
    for line in regions.aliases:
        pair = (plain_key(line.alias), line.municipality_code)
        if pair in seen or pair in own:
            yield ContentError("regions/aliases.csv", line.alias, line.municipality_code, "each name once")
        seen.add(pair)
