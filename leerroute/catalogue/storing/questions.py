"""Questions of the interview with their answers."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, RowMapping

from leerroute.catalogue.storing.requirements import RequirementReader, RequirementWriter
from leerroute.catalogue.storing.rows import Rows, by_language, grouped, read, text_rows, write
from leerroute.catalogue.tables.questions import AnswerRow, AnswerTitleRow, QuestionRow, QuestionTextRow
from leerroute.domain.profile import Value
from leerroute.domain.question import Answer, Question


def write_questions(connection: Connection, questions: Collection[Question], requirements: RequirementWriter) -> None:
    """Insert the questions; when to ask them is handed to the writer of requirements."""
    columns = ("field", "input", "sensitive", "rank")
    write(connection, QuestionRow, [{name: getattr(q, name) for name in columns} for q in questions])
    texts = [
        row
        for q in questions
        for part, text in (("text", q.text), ("why", q.why))
        for row in text_rows(text, question=q.field, part=part)
    ]
    write(connection, QuestionTextRow, texts)
    write(connection, AnswerRow, [row for q in questions for row in _answer_rows(q)])
    titles = [
        row
        for q in questions
        for position, answer in enumerate(q.answers)
        for row in text_rows(answer.title, question=q.field, position=position)
    ]
    write(connection, AnswerTitleRow, titles)
    for question in questions:
        requirements.add(question.ask_when, "ask-when", question=question.field)
        requirements.add(question.likely_when, "likely-when", question=question.field)


def read_questions(connection: Connection, requirements: RequirementReader) -> tuple[Question, ...]:
    """All questions, the ones with the lowest rank first."""
    texts = grouped(read(connection, QuestionTextRow), "question", "part")
    titles = grouped(read(connection, AnswerTitleRow), "question", "position")
    answers = grouped(read(connection, AnswerRow, "position"), "question")

    def answer(row: RowMapping) -> Answer:
        title = by_language(titles.get((row["question"], row["position"]), ()))
        return Answer(_value(row["value"]), title, row["likelihood"], row["likelihood_then"])

    return tuple(
        Question(
            field=row["field"],
            text=by_language(texts.get((row["field"], "text"), ())),
            why=by_language(texts.get((row["field"], "why"), ())),
            answers=tuple(answer(found) for found in answers.get(row["field"], ())),
            input=row["input"],
            sensitive=row["sensitive"],
            ask_when=requirements.of_question(row["field"], "ask-when"),
            likely_when=requirements.of_question(row["field"], "likely-when"),
            rank=row["rank"],
        )
        for row in read(connection, QuestionRow, "rank", "field")
    )


def _answer_rows(question: Question) -> Rows:
    return [
        {
            "question": question.field,
            "position": position,
            "value": answer.value,
            "likelihood": answer.likelihood,
            "likelihood_then": answer.likelihood_then,
        }
        for position, answer in enumerate(question.answers)
    ]


def _value(stored: bool | int | str | list[str]) -> Value:
    return tuple(stored) if isinstance(stored, list) else stored
