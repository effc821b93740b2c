"""What a message asks for: the intent. Requests are phrases in `data/lexicon/<language>/requests.yml`."""

from __future__ import annotations

from datetime import date

from .facts import Fact
from .lexicon import Match
from .phrases import parse
from .reader import LanguageReader, Part
from .tokens import tokens_of

URGENT = "crisis"
YIELDING = frozenset({"greet", "thanks", "goodbye", "affirm", "deny", "insult", "dont_know", "nonsense"})
ANSWERS = frozenset({"dont_know", "rather_not_say"})


class Requests:
    """Chooses the intent of a message, with what is known about its facts."""

    def of(
        self, reader: LanguageReader, message: str, today: date, question: str | None, facts: list[Fact]
    ) -> tuple[str, float, list[Fact]]:
        """The intent, how sure, and facts that belong to it (kind of crisis, wished language)."""
        asked = self._asked(reader, message, today)
        crisis = [(m, p) for m, p in asked if m.owner[0] == URGENT]
        if crisis:
            match, part = crisis[0]
            return URGENT, 0.99, [_detail("crisis", match, part)]
        strong = [(m, p) for m, p in asked if m.owner[0] not in YIELDING]
        if strong and not (facts and _is_weak(strong, facts)):
            match, part = max(strong, key=lambda found: found[0].end - found[0].start)
            extra = [_detail("language", match, part)] if match.owner[0] == "switch_language" else []
            return match.owner[0], 0.9, extra
        if facts:
            return "inform", max(f.confidence for f in facts), []
        if asked:
            match, _ = max(asked, key=lambda found: found[0].end - found[0].start)
            return match.owner[0], 0.9, []
        return "nonsense", 0.5 if any(t.kind == "word" for t in tokens_of(message)) else 0.8, []

    def _asked(self, reader: LanguageReader, message: str, today: date) -> list[tuple[Match[tuple[str, str]], Part]]:
        parts = reader.parts(message, today)
        return [(match, part) for part in parts for match in reader.language.requests.matches(part.sentence)]


def _is_weak(strong: list[tuple[Match[tuple[str, str]], Part]], facts: list[Fact]) -> bool:
    """Refusals next to facts are about something else: 'ik ben 58, dat wil ik liever niet zeggen' stays a fact."""
    return all(match.owner[0] in ANSWERS for match, _ in strong)


def _detail(field: str, match: Match[tuple[str, str]], part: Part) -> Fact:
    start, end = part.tokens[match.start].start, part.tokens[match.end - 1].end
    return Fact(field, match.owner[1], start, end, 0.99, "request")
