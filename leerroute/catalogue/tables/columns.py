"""Column types that the tables of the catalogue share."""

from __future__ import annotations

from typing import Annotated

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import mapped_column

Id = Annotated[str, mapped_column(String(80), primary_key=True)]
Name = Annotated[str, mapped_column(String(200))]
Word = Annotated[str, mapped_column(String(40))]
Position = Annotated[int, mapped_column(primary_key=True, autoincrement=False)]
Part = Annotated[str, mapped_column(String(20), primary_key=True)]
LanguageKey = Annotated[str, mapped_column(String(2), primary_key=True)]
MeasureKey = Annotated[str, mapped_column(ForeignKey("measures.id"), primary_key=True)]
MunicipalityCode = Annotated[str, mapped_column(String(6), ForeignKey("municipalities.code"))]
