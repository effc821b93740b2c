"""What a measure is linked to: the lists of the article, other measures, municipalities, and small closed lists."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.catalogue.tables.columns import MeasureKey, Position
from leerroute.database import Base


class MeasureBarrierRow(Base):
    """A barrier the measure helps with."""

    __tablename__ = "measure_barriers"

    measure_id: Mapped[MeasureKey]
    position: Mapped[Position]
    value: Mapped[str] = mapped_column(ForeignKey("barriers.id"), index=True)


class MeasureSolutionRow(Base):
    """A solution the measure brings."""

    __tablename__ = "measure_solutions"

    measure_id: Mapped[MeasureKey]
    position: Mapped[Position]
    value: Mapped[str] = mapped_column(ForeignKey("solutions.id"), index=True)


class MeasureTargetGroupRow(Base):
    """A target group the measure is meant for; not a condition."""

    __tablename__ = "measure_target_groups"

    measure_id: Mapped[MeasureKey]
    position: Mapped[Position]
    value: Mapped[str] = mapped_column(ForeignKey("target_groups.id"), index=True)


class MeasureReplacementRow(Base):
    """What to use in its place."""

    __tablename__ = "measure_replacements"

    measure_id: Mapped[MeasureKey]
    position: Mapped[Position]
    value: Mapped[str] = mapped_column(ForeignKey("measures.id"))


class MeasureExclusionRow(Base):
    """What it cannot be combined with."""

    __tablename__ = "measure_exclusions"

    measure_id: Mapped[MeasureKey]
    position: Mapped[Position]
    value: Mapped[str] = mapped_column(ForeignKey("measures.id"))


class MeasureMunicipalityRow(Base):
    """Where it exists; a measure without rows exists everywhere."""

    __tablename__ = "measure_municipalities"

    measure_id: Mapped[MeasureKey]
    position: Mapped[Position]
    value: Mapped[str] = mapped_column(ForeignKey("municipalities.code"), index=True)


class MeasureTagRow(Base):
    """A value of a small closed list of the domain: `list_name` is kinds, levels or applicants."""

    __tablename__ = "measure_tags"

    measure_id: Mapped[MeasureKey]
    list_name: Mapped[str] = mapped_column(String(20), primary_key=True)
    position: Mapped[Position]
    value: Mapped[str] = mapped_column(String(40), index=True)
