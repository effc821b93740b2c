"""What a message asks for: the intent. Requests are phrases in `data/lexicon/<language>/requests.yml`."""

from __future__ import annotations

from datetime import date

from .facts import Fact
from .lexicon import Match
from .meaning import INFORM, SURE, SURE_OF_CRISIS, RequestsByMeaning
from .reader import LanguageReader, Part
from .tokens import tokens_of

URGENT = "crisis"
STRONG = frozenset(
    "ask_measure ask_why ask_person restart delete switch_language repeat show_route next_steps stop save".split()  # noqa: SIM905
)
ORDER = (
    "delete", "restart", "switch_language", "hand_over", "ask_person", "ask_why", "choose_way", "ask_measure",
    "undo_choice", "next_steps",
    "save", "show_route", "change_answer", "stop", "simpler", "repeat", "rather_not_say", "dont_know", "other_way",
    "resume", "insult", "thanks",
    "goodbye", "greet", "affirm", "deny",
)  # fmt: skip
PLAIN_YES = frozenset({("affirm", ""), ("hand_over", "yes")})
INSTEAD = frozenset({"dont_know", "rather_not_say", "simpler", "repeat", "ask_why", "ask_measure", "ask_person"})


class Requests:
    """Chooses the intent of a message, with what is known about its facts."""

    def __init__(self, by_meaning: RequestsByMeaning | None = None) -> None:
        self._by_meaning = by_meaning

    def of(self, reader: LanguageReader, message: str, today: date, facts: list[Fact]) -> tuple[str, float, list[Fact]]:
        """The intent, how sure, and facts that belong to it (kind of crisis, wished language)."""
        asked = self._asked(reader, message, today)
        crisis = [(m, p) for m, p in asked if m.owner[0] == URGENT]
        if crisis:
            match, part = crisis[0]
            return URGENT, 0.99, [_detail("crisis", match, part)]
        strong = [(m, p) for m, p in asked if m.owner[0] in STRONG or not facts]
        if any(m.owner[0] == "rather_not_say" for m, _ in strong):  # "liever" of "zeg ik liever niet" chooses nothing
            strong = [(m, p) for m, p in strong if m.owner[0] != "choose_way"]
        if strong:
            match, part = min(
                strong, key=lambda found: ORDER.index(found[0].owner[0]) if found[0].owner[0] in ORDER else 99
            )
            extra = [_detail("language", match, part)] if match.owner[0] == "switch_language" else []
            return match.owner[0], 0.9, extra
        if facts:
            return "inform", max(f.confidence for f in facts), []
        return self._unsaid(message)

    def has_within(self, reader: LanguageReader, message: str, today: date, answer: Fact) -> bool:
        """Whether the words of an answer belong to a longer request: the 'no' of 'no sé'."""
        spans = [_detail("", m, p) for m, p in self._asked(reader, message, today) if m.owner[0] in INSTEAD]
        longer = [s for s in spans if s.end - s.start > answer.end - answer.start]
        return any(s.start <= answer.start and answer.end <= s.end for s in longer)

    def asks(self, reader: LanguageReader, message: str, today: date) -> bool:
        """Whether a known phrase of a request stands in the message; a yes or no asks nothing."""
        return any(match.owner[0] not in ("affirm", "deny") for match, _ in self._asked(reader, message, today))

    def plain_yes(self, reader: LanguageReader, message: str, today: date) -> Fact | None:
        """Consent: a yes and nothing else. "Ja, maar niet alles" is none, for we can't do what it asks."""
        parts = reader.parts(message, today)
        agreed = bool(parts) and all(_is_all_yes(reader, part) for part in parts)
        return Fact("consent", "yes", 0, len(message), 0.99, "request") if agreed else None

    def _unsaid(self, message: str) -> tuple[str, float, list[Fact]]:
        """What a message without facts or known phrases most likely asks."""
        if self._by_meaning is None or not any(t.kind == "word" for t in tokens_of(message)):
            return "nonsense", 0.8, []
        intent, chance = self._by_meaning.intent(message)
        if intent == INFORM or chance < (SURE_OF_CRISIS if intent == URGENT else SURE) or intent == "switch_language":
            return "nonsense", 0.5, []
        if intent == URGENT:
            return intent, chance, [Fact("crisis", "suicide", 0, len(message), chance, "meaning")]
        return intent, chance, []

    def _asked(self, reader: LanguageReader, message: str, today: date) -> list[tuple[Match[tuple[str, str]], Part]]:
        parts = reader.parts(message, today)
        return [(match, part) for part in parts for match in reader.language.requests.matches(part.sentence)]


def _is_all_yes(reader: LanguageReader, part: Part) -> bool:
    """Whether every word of a part belongs to a yes."""
    matches = [m for m in reader.language.requests.matches(part.sentence) if m.owner in PLAIN_YES]
    covered = {place for match in matches for place in range(match.start, match.end)}
    words = {place for place, token in enumerate(part.tokens) if token.kind != "mark"}
    return bool(covered) and words <= covered


def _detail(field: str, match: Match[tuple[str, str]], part: Part) -> Fact:
    start, end = part.tokens[match.start].start, part.tokens[match.end - 1].end
    return Fact(field, match.owner[1], start, end, 0.99, "request")
