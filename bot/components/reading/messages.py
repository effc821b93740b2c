"""Reads a whole message, as an answer to the question asked and for all else it says, in the languages known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from .answers import Answers
from .contract import closed
from .detecting import LanguageGuess
from .facts import GUESS, Fact, Reading
from .lexicon import LEXICON, languages
from .meaning import RequestsByMeaning
from .places import REGIONS, Places
from .reader import LanguageReader
from .requests import URGENT, Requests
from .settling import both_kinds_of_care, settled
from .suggestions import Learned, Suggestion
from .weighing import LEARNT, likely, weighed

HOME = "nl"
OPEN = "situation"  # the question at the start; whole stories answer it
CONSENT = "consent"  # asked before a talk is handed over; no field of a profile
SHORT = 2
FEW = 4
LEADS = frozenset({"in", "uit", "te"})
UNASKED = 0.8
BEYOND = ("municipalityOptions",)
WITHOUT_QUESTION = ("municipality", "education", "benefit", "debts", "careTasks")
"""What a word or two say without a doubt; 'alleen' or 'werk' need their question."""
SAID = 0.9  # from here on a request was said in words we know
NOTHING = "nonsense"
MOST_GUESSES = 3


class MessageReader:
    """The one entrance: a message in, a reading out. Never raises on what people write."""

    def __init__(
        self,
        readers: dict[str, LanguageReader],
        by_meaning: RequestsByMeaning | None = None,
        learned: Learned | None = None,
    ) -> None:
        self._readers = readers
        self._learned = learned
        self._guess = LanguageGuess({code: r.language for code, r in readers.items()})
        self._answers = Answers()
        self._requests = Requests(by_meaning)

    @classmethod
    def of(
        cls,
        folder: Path = LEXICON,
        regions: Path = REGIONS,
        codes: list[str] | None = None,
        meaning: bool = True,
        learned: Learned | None = None,
    ) -> MessageReader:
        """Load the languages that have data; `meaning` adds the classifier for requests in words not known.

        Without `learned` only the phrases are read.
        """
        chosen = codes or languages(folder)
        aliases = {
            alias: name
            for code in dict.fromkeys([*chosen, HOME])
            for alias, name in LanguageReader.aliases(folder / code).items()
        }
        places = Places(regions, aliases, LanguageReader.plain_places(folder / HOME))
        readers = {code: LanguageReader.of(code, places, folder) for code in chosen}
        return cls(readers, RequestsByMeaning.of() if meaning else None, learned)

    def read(self, message: str, today: date, question: str | None = None, language: str = HOME) -> Reading:
        """All facts and the request of a message."""
        code = self._language_of(message, today, language)
        reader = self._readers.get(code) or self._readers[HOME]
        suggestions = self._suggestions(message, question) if reader.makes_sense(message, today) else ()
        facts = reader.facts(message, today)
        if suggestions:
            numbers = reader.readable(message, today)
            facts = weighed(both_kinds_of_care(facts), suggestions, numbers)
            facts = [_with_its_clause(fact, reader, message, today) for fact in facts]
        answers = self._answered(reader, message, question, today) if question else []
        if question and not facts and not answers and len(message.split()) <= SHORT:
            answers = self._in_another_language(message, question, today)
        if not facts and not answers and len(message.split()) <= FEW:
            answers = self._unasked(reader, message, today)
        chosen = settled(both_kinds_of_care(_answered_first(facts, answers)))
        intent, confidence, extra = self._requests.of(reader, message, today, chosen)
        if not chosen and confidence < SAID and intent != URGENT:
            extra = [*extra, *_guesses([*reader.hedged(message, today), *likely(suggestions)])]
            intent = NOTHING if any(fact.field == GUESS for fact in extra) else intent
        if question == CONSENT and (consent := self._requests.plain_yes(reader, message, today)):
            extra = [consent]
        return Reading((*chosen, *extra), intent, confidence, code)

    def unbelieved(self, message: str, today: date, reading: Reading) -> list[Fact]:
        """What the phrases alone would have read, and this reading left out."""
        reader = self._readers[reading.language]
        alone = settled(both_kinds_of_care(reader.facts(message, today)))
        return [fact for fact in alone if fact.value not in (f.value for f in reading.facts if f.field == fact.field)]

    def _suggestions(self, message: str, question: str | None) -> Sequence[Suggestion]:
        """What was learnt about such messages; a few words that answer a question are left to its own phrases."""
        if self._learned is None or (question and question != OPEN and len(message.split()) <= FEW):
            return ()
        return self._learned.suggestions(message)

    def _language_of(self, message: str, today: date, language: str) -> str:
        """The language of a message; a few words that ask for something in the language of the talk are in that one."""
        home = self._readers.get(language)
        if home and len(message.split()) <= FEW and self._requests.asks(home, message, today):
            return language
        return self._guess.of(message, language)

    def _answered(self, reader: LanguageReader, message: str, question: str, today: date) -> list[Fact]:
        """The answers of a message, without words that ask something: 'geen idee' is no 'geen'."""
        answers = self._answers.of(reader, message, question, today)
        return [a for a in answers if not self._requests.has_within(reader, message, today, a)]

    def _unasked(self, reader: LanguageReader, message: str, today: date) -> list[Fact]:
        """A few words that are wholly the answer to one question, though another was asked: 'Groningen', 'mbo 2'."""
        if self._requests.asks(reader, message, today):
            return []
        start = self._answers.after_yes_or_no(reader, message, today)
        text = message[start:].strip(" .!,")
        if text.casefold() in reader.language.scope.negators:
            return []
        found = [
            answer.but(start=start + answer.start, end=start + answer.end, confidence=UNASKED)
            for question in WITHOUT_QUESTION
            for answer in reader.answers(message[start:], question, today)
            if answer.field in (question, *BEYOND) and _bare(message[start:][answer.start : answer.end]) == _bare(text)
        ]
        return found if len({(answer.field, str(answer.value)) for answer in found}) == 1 else []

    def _in_another_language(self, message: str, question: str, today: date) -> list[Fact]:
        """A word or two can be of any language: 'no', 'nie', 'kinder'. The first that reads all of it counts."""
        text = message.strip(" .!,")
        for reader in self._readers.values():
            answers = self._answered(reader, message, question, today)
            if any(message[a.start : a.end] == text for a in answers):
                return answers
        return []


def _with_its_clause(fact: Fact, reader: LanguageReader, message: str, today: date) -> Fact:
    """What was learnt points at the weightiest word; people understand a quote by the clause around it."""
    if fact.source != LEARNT or not closed(fact.field):
        return fact
    start, end = reader.clause_around(message, today, fact.start, fact.end)
    return fact.but(start=start, end=end)


def _bare(text: str) -> str:
    """The words without what only leads to them: 'in Almelo' is 'Almelo'."""
    return " ".join(word for word in text.casefold().split() if word not in LEADS)


def _guesses(hedged: list[Fact]) -> list[Fact]:
    """Facts about which the assistant may ask, each as `<field>=<value>`."""
    likely = [fact for fact in settled(both_kinds_of_care(hedged)) if closed(fact.field)]
    return [f.but(field=GUESS, value=f"{f.field}={str(f.value).lower()}") for f in likely[:MOST_GUESSES]]


def _answered_first(facts: list[Fact], answers: list[Fact]) -> list[Fact]:
    """An answer to the question counts for its field, unless the same message says it with more words."""
    facts = [f for f in facts if not any(a.start <= f.start and f.end <= a.end and f.field != a.field for a in answers)]
    said = [(f.field, f.value) for f in facts]
    fields = {f.field for f in facts if f.field not in ("barriers", "learningMoments")}
    return [*facts, *(a for a in answers if (a.field, a.value) not in said and a.field not in fields)]
