"""Municipalities by what people type: a name, what else it is called, a place, or a postcode."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, Select, literal, select, union_all

from leerroute.catalogue.naming import plain_key
from leerroute.catalogue.tables.regions import MunicipalityAliasRow, MunicipalityRow, PlaceRow, PostcodeRow

POSTCODE = re.compile(r"([1-9][0-9]{3})( ?[a-z]{2})?")
SHORTEST_PREFIX = 2
SHORTEST_WITH_SLIP = 5
NEAR = 85
LONGEST_QUERY = 100


def find_municipalities(connection: Connection, query: str, *, exact: bool) -> tuple[str, ...]:
    """Codes, best first: the whole name, then names that begin so, then (unless `exact`) names that look like it.

    A name or postcode of several municipalities gives all of them, so that can be asked which one is meant.
    """
    key = plain_key(query[:LONGEST_QUERY])
    postcode = POSTCODE.fullmatch(key)
    if postcode:
        found = select(PostcodeRow.municipality_code).where(PostcodeRow.pc4 == postcode[1])
        return tuple(connection.execute(found.order_by(PostcodeRow.municipality_code)).scalars())
    if not key:
        return ()
    whole = _ranked(connection, _named(key, begins=False))
    if exact:
        return whole
    begins = _ranked(connection, _named(key, begins=True)) if len(key) >= SHORTEST_PREFIX else ()
    found_codes = tuple(dict.fromkeys([*whole, *begins]))
    return found_codes or _looks_like(connection, key)


def _named(key: str, *, begins: bool) -> list[Select[str, int, str]]:
    tables = (
        (MunicipalityRow.code, MunicipalityRow.name_key, 0),
        (MunicipalityAliasRow.municipality_code, MunicipalityAliasRow.name_key, 1),
        (PlaceRow.municipality_code, PlaceRow.name_key, 1),
    )
    return [
        select(code.label("code"), literal(rank).label("rank"), name.label("name_key")).where(
            name.startswith(key, autoescape=True) if begins else name == key
        )
        for code, name, rank in tables
    ]


def _ranked(connection: Connection, queries: list[Select[str, int, str]]) -> tuple[str, ...]:
    found = union_all(*queries).subquery()
    statement = select(found.c.code).order_by(found.c.rank, found.c.name_key, found.c.code)
    return tuple(dict.fromkeys(connection.execute(statement).scalars()))


def _looks_like(connection: Connection, key: str) -> tuple[str, ...]:
    if len(key) < SHORTEST_WITH_SLIP:
        return ()
    every = union_all(
        select(MunicipalityRow.name_key, MunicipalityRow.code),
        select(MunicipalityAliasRow.name_key, MunicipalityAliasRow.municipality_code),
        select(PlaceRow.name_key, PlaceRow.municipality_code),
    )
    rows = [(str(name), str(code)) for name, code in connection.execute(every)]
    names = [name for name, _ in rows]
    near = process.extract(key, names, scorer=fuzz.ratio, score_cutoff=NEAR, limit=5)
    return tuple(dict.fromkeys(rows[index][1] for _, _, index in near))
