"""Requirements as a tree: any-of and all-of rows have children, the others test one profile field."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.catalogue.tables.columns import Position, Word
from leerroute.database import Base


class RequirementRow(Base):
    """One node. It belongs to a measure (role conditions, not-when, useful-when,
    not-useful-when) or a question (ask-when, likely-when).

    `operator` is any-of, all-of, or that of a condition; its value is a number, a flag, a name, or the rows of
    requirement_values.
    """

    __tablename__ = "requirements"
    __table_args__ = (Index("ix_requirements_field_operator", "field", "operator"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    measure_id: Mapped[str | None] = mapped_column(ForeignKey("measures.id"), index=True)
    question: Mapped[str | None] = mapped_column(ForeignKey("questions.field"), index=True)
    role: Mapped[Word]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("requirements.id"), index=True)
    position: Mapped[int]
    operator: Mapped[Word]
    field: Mapped[str | None] = mapped_column(String(40))
    number: Mapped[int | None]
    flag: Mapped[bool | None]
    name: Mapped[str | None] = mapped_column(String(80))
    reason: Mapped[str | None] = mapped_column(String(80))


class RequirementValueRow(Base):
    """One of the values of one-of and none-of."""

    __tablename__ = "requirement_values"

    requirement_id: Mapped[int] = mapped_column(ForeignKey("requirements.id"), primary_key=True)
    position: Mapped[Position]
    value: Mapped[str] = mapped_column(String(80), index=True)
