"""The rows of the files in catalogue/regions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from leerroute.catalogue.schema.base import Line, WebAddress

MunicipalityCode = Annotated[str, StringConstraints(pattern=r"^GM[0-9]{4}$")]
ProvinceCode = Annotated[str, StringConstraints(pattern=r"^(PV|NL)[0-9]{2}$")]
AnyText = Annotated[str, StringConstraints(max_length=500)]
OptionalAddress = Annotated[WebAddress | None, BeforeValidator(lambda text: text or None)]


class Row(BaseModel):
    """A line of a CSV file: all values are texts that are read as what they must be."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MunicipalityLine(Row):
    """municipalities.csv"""

    code: MunicipalityCode
    name: Line
    province_code: ProvinceCode
    province: Line
    labour_market_region: Line
    year: int


class PlaceLine(Row):
    """places.csv"""

    woonplaatscode: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,5}$")]
    place: Line
    municipality_code: MunicipalityCode
    municipality: Line
    province: Line
    arbeidsmarktregio: Line
    name_is_ambiguous: Literal["0", "1"]


class PostcodeLine(Row):
    """pc4.csv"""

    pc4: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{3}$")]
    municipality_code: MunicipalityCode
    municipality: Line
    province: Line
    arbeidsmarktregio: Line
    places: AnyText
    pc4_in_n_municipalities: int
    pair_confirmed_by_cbs_woonplaatsen: Literal["0", "1"]
    note: AnyText


class RegionLine(Row):
    """regions.csv"""

    arbeidsmarktregio: Line
    n_municipalities: int
    provinces: Line
    name_in_2015_decree: AnyText


class AliasLine(Row):
    """aliases.csv"""

    alias: Line
    municipality_code: MunicipalityCode
    kind: Literal["colloquial", "frisian", "regional", "former-municipality", "spelling"]
    source: Line


class DeskLine(Row):
    """regional_help.csv"""

    arbeidsmarktregio: Line
    national_werkcentrum: WebAddress
    national_leerwerkloket: WebAddress
    regional_name: AnyText
    regional_url: OptionalAddress
    evidence: AnyText
    remark: AnyText


class EarlyLeaverLine(Row):
    """vsv_provinces.csv"""

    schoolyear: Line
    status: Literal["provisional", "final"]
    region_code: ProvinceCode
    region: Line
    pupils: int
    early_school_leavers: int
    pct_computed_1dec: float
    source: Line


class LabourLine(Row):
    """labour_provinces.csv"""

    year: int
    region_code: ProvinceCode
    region: Line
    indicator: Line
    value: float
    unit: Line
    source: Line
