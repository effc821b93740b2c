"""DUO's open CSV of mbo programmes: which school gives which programme, where, at which level and in which way.

DUO has written its headings in several ways over the years; each column has the names under which it is known.
Nothing is said of dates, hours and prices: an offer says where a programme can be followed; the school tells the rest.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from leerroute.domain.offers import Level, Offer
from leerroute.supply.records import Found, Import, Refused, attempt, named, web_address

COLUMNS: dict[str, tuple[str, ...]] = {
    "school": ("NAAM INSTELLING", "INSTELLINGSNAAM", "INSTELLINGSNAAM VESTIGING", "NAAM"),
    "school_code": ("BRIN NUMMER", "BRIN", "BRINNUMMER", "INSTELLINGSCODE"),
    "programme": ("NAAM OPLEIDING", "OPLEIDINGSNAAM", "OPLEIDING", "KWALIFICATIE", "KWALIFICATIENAAM"),
    "code": ("CREBO", "CREBONUMMER", "CREBO NUMMER", "OPLEIDINGSCODE", "KWALIFICATIECODE"),
    "level": ("NIVEAU", "KWALIFICATIENIVEAU", "MBO NIVEAU"),
    "way": ("LEERWEG", "LEERTRAJECT", "TYPE MBO"),
    "place": ("PLAATSNAAM", "PLAATS", "PLAATSNAAM INSTELLING", "VESTIGINGSPLAATS"),
}
OPTIONAL: dict[str, tuple[str, ...]] = {
    "postcode": ("POSTCODE",),
    "url": ("INTERNETADRES", "WEBSITE"),
}
LEVELS: dict[str, Level] = {"1": "mbo1", "2": "mbo2", "3": "mbo3", "4": "mbo4"}
WAYS = {"BBL": "bbl", "OVO": "derde-leerweg", "BOL": "bol"}


def read(_version: str, paths: list[Path], given: Import) -> Iterator[Found]:
    """The rows of the files, in order. Raises ValueError for a file without the needed columns."""
    for path in paths:
        with path.open(encoding=_encoding(path), newline="") as file:
            first = file.readline()
            file.seek(0)
            rows = csv.DictReader(file, delimiter=";" if first.count(";") > first.count(",") else ",")
            where = _columns(path, rows.fieldnames or ())
            for number, row in enumerate(rows, start=2):
                values = {key: (row.get(name) or "").strip() for key, name in where.items()}
                yield attempt(f"{path.name}, line {number}", partial(_offer, values, given))


def _encoding(path: Path) -> str:
    try:
        path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _columns(path: Path, headings: Sequence[str]) -> dict[str, str]:
    """The heading of each column that we read."""
    plain = {re.sub(r"[\s_.]+", " ", heading).strip().upper(): heading for heading in headings if heading}
    found = {
        key: plain[name] for key, names in (COLUMNS | OPTIONAL).items() for name in reversed(names) if name in plain
    }
    missing = [f"{key} ({' or '.join(names)})" for key, names in COLUMNS.items() if key not in found]
    if missing:
        raise ValueError(f"{path.name}: columns that are missing: {'; '.join(missing)}; found: {', '.join(plain)}")
    return found


def _offer(row: Mapping[str, str], given: Import) -> Offer:
    level = LEVELS.get(row["level"].removeprefix("Niveau ").strip())
    if level is None:
        raise Refused("level", row["level"], "1, 2, 3 or 4")
    way = WAYS.get(row["way"].upper()[:3])
    if way is None:
        raise Refused("way", row["way"], "BBL, BOL or OVO (derde leerweg)")
    if way == "bol" and level != "mbo1" and not given.measure:
        raise Refused("way", row["way"], "BBL or OVO: a daytime BOL has no measure in the catalogue (or use --measure)")
    municipality = given.municipality(row.get("postcode"), row["place"])
    if municipality is None:
        raise Refused("place", row["place"], "a place that lies in one municipality, or a postcode")
    return Offer(
        source=given.source,
        id="/".join((row["school_code"], row["code"], row["level"], way, municipality))[:200],
        measure=given.measure_for(level, works=way == "bbl", whole=way == "derde-leerweg"),
        name=named(row["programme"], "programme"),
        provider=named(row["school"], "school")[:200],
        url=web_address(row.get("url")),
        level=level,
        municipality=municipality,
        place=row["place"].title()[:120],
        flexible_start=False,
    )
