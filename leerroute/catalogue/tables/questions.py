"""Questions of the interview with their answers."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.catalogue.tables.columns import Id, LanguageKey, Part, Position, Word
from leerroute.database import Base
from leerroute.domain.profile import Value


class QuestionRow(Base):
    """A question about a profile field, `barrier:<id>`, or `situation`."""

    __tablename__ = "questions"

    field: Mapped[Id]
    input: Mapped[Word]
    sensitive: Mapped[bool]
    rank: Mapped[int]


class QuestionTextRow(Base):
    """The question (part text) or why it is asked (part why)."""

    __tablename__ = "question_texts"

    question: Mapped[str] = mapped_column(String(80), ForeignKey("questions.field"), primary_key=True)
    part: Mapped[Part]
    language: Mapped[LanguageKey]
    text: Mapped[str] = mapped_column(Text)


class AnswerRow(Base):
    """A tappable answer."""

    __tablename__ = "answers"

    question: Mapped[str] = mapped_column(String(80), ForeignKey("questions.field"), primary_key=True)
    position: Mapped[Position]
    value: Mapped[Value] = mapped_column(JSON)
    likelihood: Mapped[float]
    likelihood_then: Mapped[float | None]


class AnswerTitleRow(Base):
    """What stands on the button."""

    __tablename__ = "answer_titles"
    __table_args__ = (ForeignKeyConstraint(["question", "position"], ["answers.question", "answers.position"]),)

    question: Mapped[Id]
    position: Mapped[Position]
    language: Mapped[LanguageKey]
    text: Mapped[str] = mapped_column(Text)
