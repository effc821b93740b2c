"""Regions, municipalities and their names; desks and figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import Connection

from leerroute.catalogue.naming import bare_key, plain_key
from leerroute.catalogue.reference import Desk, LocalDesk, Municipality, Region
from leerroute.catalogue.region_content import Figure, RegionContent
from leerroute.catalogue.storing.rows import Rows, grouped, read, write
from leerroute.catalogue.tables import regions as tables

FIGURE_COLUMNS = ("indicator", "area_code", "area", "period", "value", "unit", "source", "provisional")
LOCAL_DESK_COLUMNS = ("name", "url", "phone", "source", "checked_on")
DESK_COLUMNS = ("werkcentrum_url", "leerwerkloket_url", "name", "url", "evidence", "remark")


def write_regions(connection: Connection, content: RegionContent) -> None:
    """Insert everything of catalogue/regions."""
    regions = content.regions.values()
    write(connection, tables.RegionRow, [{"id": region.id, "name": region.name} for region in regions])
    provinces = [{"region_id": region.id, "province": name} for region in regions for name in region.provinces]
    write(connection, tables.RegionProvinceRow, provinces)
    write(connection, tables.MunicipalityRow, [_municipality_row(m) for m in content.municipalities.values()])
    write(connection, tables.MunicipalityAliasRow, _alias_rows(content))
    write(connection, tables.PlaceRow, _place_rows(content))
    postcodes = [{"pc4": line.pc4, "municipality_code": line.municipality_code} for line in content.postcodes]
    write(connection, tables.PostcodeRow, postcodes)
    desks = [
        {"region_id": region_id, **{name: getattr(desk, name) for name in DESK_COLUMNS}}
        for region_id, desk in content.desks.items()
    ]
    write(connection, tables.DeskRow, desks)
    write(connection, tables.FigureRow, [{n: getattr(f, n) for n in FIGURE_COLUMNS} for f in content.figures])


def read_region_list(connection: Connection) -> dict[str, Region]:
    """The regions by id, in the order of their names."""
    provinces = grouped(read(connection, tables.RegionProvinceRow, "province"), "region_id")
    return {
        row["id"]: Region(row["id"], row["name"], tuple(p["province"] for p in provinces.get(row["id"], ())))
        for row in read(connection, tables.RegionRow, "name")
    }


def read_municipalities(connection: Connection, regions: Mapping[str, Region]) -> dict[str, Municipality]:
    """The municipalities by code, in the order of their names."""
    return {
        row["code"]: Municipality(
            row["code"], row["name"], row["province_code"], row["province"], regions[row["region_id"]]
        )
        for row in read(connection, tables.MunicipalityRow, "name_key", "code")
    }


def read_desks(connection: Connection, regions: Mapping[str, Region]) -> dict[str, Desk]:
    """The desks by region id."""
    return {
        row["region_id"]: Desk(regions[row["region_id"]], **{name: row[name] for name in DESK_COLUMNS})
        for row in read(connection, tables.DeskRow, "region_id")
    }


def write_local_desks(connection: Connection, desks: Mapping[str, LocalDesk]) -> None:
    """Insert the desks that places name themselves."""
    write(connection, tables.LocalDeskRow, [{"place": place, **asdict(desk)} for place, desk in desks.items()])


def read_local_desks(connection: Connection) -> dict[str, LocalDesk]:
    """The desks that places name themselves, by place."""
    rows = read(connection, tables.LocalDeskRow, "place")
    return {row["place"]: LocalDesk(**{name: row[name] for name in LOCAL_DESK_COLUMNS}) for row in rows}


def read_figures(connection: Connection) -> tuple[Figure, ...]:
    """All figures, oldest first."""
    rows = read(connection, tables.FigureRow, "indicator", "area_code", "period")
    return tuple(Figure(**{name: row[name] for name in FIGURE_COLUMNS}) for row in rows)


def _municipality_row(municipality: Municipality) -> dict[str, object]:
    return {
        "code": municipality.code,
        "name": municipality.name,
        "name_key": bare_key(municipality.name),
        "province_code": municipality.province_code,
        "province": municipality.province,
        "region_id": municipality.region.id,
    }


def _alias_rows(content: RegionContent) -> Rows:
    return [
        {
            "name_key": plain_key(line.alias),
            "municipality_code": line.municipality_code,
            "alias": line.alias,
            "source": line.source,
        }
        for line in content.aliases
    ]


def _place_rows(content: RegionContent) -> Rows:
    return [
        {
            "code": line.woonplaatscode,
            "municipality_code": line.municipality_code,
            "name": line.place,
            "name_key": plain_key(line.place),
        }
        for line in content.places
    ]
