"""The talks as a table, as figures, and the transcripts of those that did not go as expected."""

from __future__ import annotations

from pathlib import Path
from statistics import mean, median
from typing import Any

from rich.table import Table

from bench.conversation.turns import TurnTimes
from tests.simulated.judging import failures, surprises
from tests.simulated.playing import Talked


def talk_table(talked: list[Talked]) -> Table:
    """One row a person."""
    table = Table(title="Simulated people", title_justify="left")
    for heading in ("person", "language", "questions", "put again", "turns", "finished", "not as expected"):
        table.add_column(heading, overflow="fold")
    for one in talked:
        broken = "; ".join(line.partition(": ")[2] for line in failures(one))
        finished = "yes" if one.done else "no"
        figures = (str(one.questions), str(one.put_again), str(one.turns))
        table.add_row(one.person.name, one.person.language, *figures, finished, broken)
    return table


def summary(talked: list[Talked]) -> str:
    """The figures over all talks."""
    figures = _figures(talked)
    return (
        f"{figures['people']} people, {figures['finished']} finish; median {figures['medianQuestions']:g} questions, "
        f"most {figures['mostQuestions']}; {figures['putAgain']:.1f} questions a talk are put again; "
        f"{figures['asExpected']} go wholly as expected, {figures['surprises']} surprises"
    )


def as_data(talked: list[Talked], times: TurnTimes | None) -> dict[str, Any]:
    """Everything but the words."""
    people = [
        {
            "person": one.person.name,
            "questions": one.questions,
            "putAgain": one.put_again,
            "turns": one.turns,
            "done": one.done,
            "asked": list(one.asked),
            "failed": failures(one),
            "surprises": surprises(one),
        }
        for one in talked
    ]
    turns = times and {"p95Turn5": times.early, "p95Turn100": times.late, "ratio": times.ratio, "measured": times.turns}
    return {"summary": _figures(talked), "turns": turns, "people": people}


def write_transcripts(talked: list[Talked], folder: Path) -> None:
    """Of talks with a failure, known or not; those of an earlier run go. The people are invented."""
    for old in folder.glob("*.txt"):
        old.unlink()
    for one in talked:
        if broken := failures(one):
            lines = [one.person.about, "", *broken, "", one.transcript, ""]
            (folder / f"{one.person.name}.txt").write_text("\n".join(lines), encoding="utf-8")


def _figures(talked: list[Talked]) -> dict[str, Any]:
    questions = [one.questions for one in talked] or [0]
    return {
        "people": len(talked),
        "finished": sum(one.done for one in talked),
        "medianQuestions": median(questions),
        "mostQuestions": max(questions),
        "putAgain": mean([one.put_again for one in talked] or [0]),
        "asExpected": sum(not failures(one) for one in talked),
        "surprises": sum(len(surprises(one)) for one in talked),
    }
