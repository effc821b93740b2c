"""Regions, municipalities and the names by which people call them; desks and figures."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.catalogue.tables.columns import Id, MunicipalityCode, Name, Word
from leerroute.database import Base


class RegionRow(Base):
    """A labour-market region."""

    __tablename__ = "regions"

    id: Mapped[Id]
    name: Mapped[Name]


class RegionProvinceRow(Base):
    """A province in which (a part of) the region lies."""

    __tablename__ = "region_provinces"

    region_id: Mapped[str] = mapped_column(ForeignKey("regions.id"), primary_key=True)
    province: Mapped[str] = mapped_column(String(40), primary_key=True)


class MunicipalityRow(Base):
    """A municipality of the present division."""

    __tablename__ = "municipalities"

    code: Mapped[str] = mapped_column(String(6), primary_key=True)
    name: Mapped[Name]
    name_key: Mapped[str] = mapped_column(String(200), index=True)
    province_code: Mapped[Word]
    province: Mapped[Word]
    region_id: Mapped[str] = mapped_column(ForeignKey("regions.id"), index=True)


class MunicipalityAliasRow(Base):
    """What else people call it, or a former municipality that went up in it; with the source."""

    __tablename__ = "municipality_aliases"

    name_key: Mapped[str] = mapped_column(String(200), primary_key=True)
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipalities.code"), primary_key=True)
    alias: Mapped[Name]
    source: Mapped[str] = mapped_column(Text)


class PlaceRow(Base):
    """A town or village; one name may lie in several municipalities."""

    __tablename__ = "places"

    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    municipality_code: Mapped[MunicipalityCode] = mapped_column(primary_key=True)
    name: Mapped[Name]
    name_key: Mapped[str] = mapped_column(String(200), index=True)


class PostcodeRow(Base):
    """The four digits of a postcode; some lie in several municipalities."""

    __tablename__ = "postcodes"

    pc4: Mapped[str] = mapped_column(String(4), primary_key=True)
    municipality_code: Mapped[MunicipalityCode] = mapped_column(primary_key=True)


class DeskRow(Base):
    """Where people of a region can go."""

    __tablename__ = "desks"

    region_id: Mapped[str] = mapped_column(ForeignKey("regions.id"), primary_key=True)
    werkcentrum_url: Mapped[str] = mapped_column(Text)
    leerwerkloket_url: Mapped[str] = mapped_column(Text)
    name: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text)
    remark: Mapped[str] = mapped_column(Text)


class LocalDeskRow(Base):
    """The desk that a municipality or region names itself."""

    __tablename__ = "local_desks"

    place: Mapped[Id]
    name: Mapped[Name]
    url: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(String(40))
    source: Mapped[str] = mapped_column(Text)
    checked_on: Mapped[date]


class FigureRow(Base):
    """A figure of an indicator for the country or a province in a period."""

    __tablename__ = "figures"

    indicator: Mapped[Id]
    area_code: Mapped[str] = mapped_column(String(10), primary_key=True)
    period: Mapped[str] = mapped_column(String(20), primary_key=True)
    area: Mapped[Name]
    value: Mapped[float]
    unit: Mapped[Word]
    source: Mapped[str] = mapped_column(Text)
    provisional: Mapped[bool]
