"""Reads a message as the answer to the question that was asked: a bare '58', 'nee', 'vmbo', 'allebei'."""

from __future__ import annotations

from datetime import date

from .facts import Fact, Value
from .reader import LanguageReader, Part

BARRIER = "barrier:"
YES_IS_TRUE = ("debts", "housingProblem", "healthLimits", "jobAtRisk", "singleParent", "diplomaAbroad")
YES_NO: dict[str, tuple[Value | None, Value | None]] = {
    **dict.fromkeys(YES_IS_TRUE, (True, False)),
    **dict.fromkeys(("careTasks", "benefit", "education"), (None, "none")),
    "learningBudget": ("some", "none"), "literacy": ("difficult", "ok"), "work": ("employed", None),
}  # fmt: skip


class Answers:
    """Answers to a question about one field or one barrier."""

    def of(self, reader: LanguageReader, message: str, question: str, today: date) -> list[Fact]:
        """The facts that the message gives as an answer; nothing when it answers something else."""
        parts = reader.parts(message, today)
        if question.startswith(BARRIER):
            return _about_barrier(reader, parts, question[len(BARRIER) :])
        if question in YES_NO and _takes_back(reader, parts):
            return []
        found = [f.but(source="answer") for f in reader.answers(message, question, today) if f.field == question]
        if found:
            return found
        yes_no = _yes_or_no(reader, parts)
        if yes_no is None or question not in YES_NO:
            return []
        value = YES_NO[question][0 if yes_no[0] else 1]
        return [] if value is None else [_fact(question, value, yes_no[1], yes_no[2])]

    def after_yes_or_no(self, reader: LanguageReader, message: str, today: date) -> int:
        """Where a message goes on after its yes or no. A no that denies what follows ('no debts') stays: then 0."""
        found = _yes_or_no(reader, reader.parts(message, today))
        if found is None:
            return 0
        said, _, end = found
        rest = message[end:].lstrip(" ").casefold()
        denied_anew = rest.partition(" ")[0] in reader.language.scope.negators
        return end if said or rest.startswith(",") or denied_anew else 0


def _fact(field: str, value: Value, start: int, end: int) -> Fact:
    return Fact(field, value, start, end, 0.9, "answer")


def _about_barrier(reader: LanguageReader, parts: list[Part], barrier: str) -> list[Fact]:
    yes_no = _yes_or_no(reader, parts)
    if yes_no is None:
        return []
    return [_fact("barriers" if yes_no[0] else "barriersDenied", barrier, yes_no[1], yes_no[2])]


def _takes_back(reader: LanguageReader, parts: list[Part]) -> bool:
    """Whether the message takes back what was said before: the "nee" of "nee, 24 uur, geen 32" answers no question."""
    phrases = reader.language.lists.get("corrections", [])
    return bool(parts and parts[0].sentence.words and reader.found_at_start(parts[0], phrases))


def _yes_or_no(reader: LanguageReader, parts: list[Part]) -> tuple[bool, int, int] | None:
    """Whether the message begins with yes or no, and where those words stand."""
    lists = reader.language.lists
    for part in parts[:1]:
        if not part.sentence.words:
            continue
        for name, is_yes in (("yes", True), ("no", False)):
            for match in reader.found_at_start(part, lists.get(name, [])):
                return is_yes, part.tokens[0].start, part.tokens[match - 1].end
    return None
