"""Reads a message: words, repaired, in clauses with a scope; phrases found in them; the facts that remain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from .births import birth_spans
from .contract import fits
from .cutting import boundaries, clause_numbers
from .echoes import echoes
from .facts import LIST_FIELDS, Fact, Value
from .free_words import nouns, rest
from .lexicon import EVERYWHERE, LEXICON, Entry, Index, Language, Match, load
from .numbers import Spans, age_spans, duration_spans, number_spans, since_spans, staff_spans, whole_months
from .phrases import Sentence, ends, parse
from .places import Places
from .plain_yaml import read_yaml
from .readable import READINGS, readable
from .scope import Clause, Scope, clauses_of, found, negated
from .spelling import Spelling
from .tokens import Token, folded, sentences_of, tokens_of

FEWEST_WORDS = 2  # from here on a message can tell something that no phrase knows
ANSWER_BARS = frozenset({"others"})


@dataclass
class Part:
    """One sentence of a message, ready to be searched."""

    tokens: list[Token]
    sentence: Sentence
    clauses: list[Clause]

    def scope(self, word: int) -> Scope:
        """The scope of the clause in which a word stands."""
        for clause in self.clauses:
            if clause.start <= word < clause.end:
                return clause.scope
        return Scope()


class LanguageReader:
    """Finds the facts of messages in one language."""

    def __init__(self, language: Language, places: Places, spelling: Spelling) -> None:
        self.language = language
        self._places = places
        self._spelling = spelling
        self._kept: tuple[tuple[str, date], list[Part]] | None = None

    @classmethod
    def of(cls, code: str, places: Places, folder: Path = LEXICON) -> LanguageReader:
        """Load the phrases of a language and make its reader."""
        language = load(code, folder)
        return cls(language, places, Spelling(language, places.names()))

    @staticmethod
    def aliases(folder: Path) -> dict[str, str]:
        """Names that people use for places."""
        path = folder / "places.yml"
        return {str(k): str(v) for k, v in read_yaml(path).items()} if path.exists() else {}

    @staticmethod
    def plain_places(folder: Path) -> frozenset[str]:
        """Words that are also a place: such a place needs its capital letter."""
        words = read_yaml(folder / "words.yml")
        return frozenset(folded(str(w)) for w in words.get("plain_places", []))

    def found_at_start(self, part: Part, phrases: list[str]) -> list[int]:
        """Where a phrase that begins the sentence ends; the longest first."""
        sequences = [parse(p, self.language.lists).parts[0] for p in phrases]
        return sorted({end for s in sequences for end, _ in ends(s, part.sentence, 0)}, reverse=True)

    def parts(self, message: str, today: date) -> list[Part]:
        """The sentences of a message; kept until the next message, since three readers ask for them."""
        key = (message, today)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self._cut(message, today))
        return self._kept[1]

    def _cut(self, message: str, today: date) -> list[Part]:
        tokens = self._spelling.repair(tokens_of(message))
        return [self._part(words, asks, message, today) for words, asks in sentences_of(tokens)]

    def _part(self, tokens: list[Token], asks: bool, message: str, today: date) -> Part:
        known = self.language.scope
        boundary = boundaries(tokens, known)
        words = [t.text for t in tokens]
        sentence = Sentence(words, boundary, clause_numbers(tokens, boundary, known), fillers=known.fillers)
        self._take_readings(sentence, tokens, message, today)
        return Part(tokens, sentence, clauses_of(sentence, known, asks))

    def _take_readings(self, sentence: Sentence, tokens: list[Token], message: str, today: date) -> None:
        known = self.language.numbers
        numbers = number_spans(sentence.words, known)
        durations = duration_spans(sentence.words, numbers, known)
        since, moments = since_spans(sentence.words, numbers, durations, known, today)
        sentence.readings = {
            "number": numbers, "duration": durations, "since": since, "moment": moments,
            "birth": birth_spans(sentence.words, numbers, known.months, today),
            "place": self._place_spans(tokens, message), "postcode": self._places.postcode_spans(tokens, message),
            "rest": {i: [(end, None) for end in rest(sentence, i)] for i in range(len(tokens))},
        }  # fmt: skip
        sentence.readings.update({**staff_spans(numbers), **age_spans(numbers)})
        for name, index in self.language.by_sector.items():
            sentence.readings[name.removesuffix("s")] = _names(index, sentence)
        sentence.readings["task"] = _tasks(sentence, self.language.lists.get("task_verbs", ()))
        sentence.readings["noun"] = nouns(sentence, self.language.lists.get("no_job", ()))
        sentence.readings["field"] = _names(self.language.fields, sentence)

    def _place_spans(self, tokens: list[Token], message: str) -> Spans:
        lives = frozenset(self.language.lists.get("lives", ()))
        misspelled = self._places.misspelled(tokens, message, lives, self._spelling.is_used) if lives else {}
        return {**misspelled, **self._places.spans(tokens, message)}

    def facts(self, message: str, today: date) -> list[Fact]:
        """All facts in a message, before those that clash or follow from each other are settled."""
        parts = self.parts(message, today)
        own = [fact for part in parts for fact in self.facts_in(part, message)]
        return own + list(echoes(parts, self.language.scope, partial(self._said_in, message)))

    def _said_in(self, message: str, part: Part, clause: Clause) -> Iterator[Fact]:
        """What one clause says, whoever it is about and whenever it was."""
        within = [m for m in self.language.entries.matches(part.sentence) if clause.start <= m.start < clause.end]
        matches = [m for m in within if not self._excepted(m, part)] or within
        for match in matches:
            if not _inside_a_longer(match, matches):
                yield from self._fact(match, part, message)

    def readable(self, message: str, today: date) -> dict[str, list[Fact]]:
        """Everything that could be the value of an open field, whatever the words around it say."""
        parts = self.parts(message, today)
        return {field: [fact for part in parts for fact in readable(field, part)] for field in READINGS}

    def makes_sense(self, message: str, today: date) -> bool:
        """Whether a message has some words, and most of them are words of this language."""
        words = [token for part in self.parts(message, today) for token in part.tokens if token.kind == "word"]
        known = sum(token.repaired or self._spelling.is_used(token.text) for token in words)
        return len(words) >= FEWEST_WORDS and 2 * known > len(words)

    def clause_around(self, message: str, today: date, start: int, end: int) -> tuple[int, int]:
        """The clause in which words stand, so that a quote can be understood by itself."""
        for part in self.parts(message, today):
            for clause in part.clauses:
                words = [token for token in part.tokens[clause.start : clause.end] if token.kind != "mark"]
                while len(words) > 1 and words[0].text in self.language.scope.joins:
                    words = words[1:]
                if words and words[0].start < end and start < words[-1].end:
                    return min(start, words[0].start), max(end, words[-1].end)
        return start, end

    def facts_in(self, part: Part, message: str) -> list[Fact]:
        """The facts of one sentence."""
        return self._facts(self.language.entries, part, message, EVERYWHERE)

    def hedged(self, message: str, today: date) -> list[Fact]:
        """What a message says only with 'misschien' or 'ik denk': never noted, but it may be asked about."""
        barred, entries = EVERYWHERE - {"supposed"}, self.language.entries
        return [f for part in self.parts(message, today) for f in self._facts(entries, part, message, barred)]

    def answers(self, message: str, question: str, today: date) -> list[Fact]:
        """What a message says as the answer to a question about one field."""
        index = self.language.answers.get(question)
        if index is None:
            return []
        return [f for part in self.parts(message, today) for f in self._facts(index, part, message, ANSWER_BARS)]

    def _facts(self, index: Index[Entry], part: Part, message: str, barred: frozenset[str]) -> list[Fact]:
        found_all = (m for m in index.matches(part.sentence) if _counts(m, part, barred))
        matches = [m for m in found_all if not self._excepted(m, part) and not _any_sector(m)]
        facts: list[Fact] = []
        for match in matches:
            if not _inside_a_longer(match, matches):
                facts.extend(self._fact(match, part, message))
        return facts

    def _leads_on(self, part: Part, word: int) -> bool:
        """Whether a word only begins what follows ('werk 16 uur in'), so that the quote ends before it."""
        return part.sentence.words[word] in self.language.lists.get("leads_on", ())

    def _excepted(self, match: Match[Entry], part: Part) -> bool:
        """Whether a phrase under `unless` stands in one of the clauses of the match."""
        if not match.owner.unless:
            return False
        numbers = set(part.sentence.clause[match.start : match.end])
        numbers |= self._added_denial(part, max(numbers) + 1)
        places = [i for i, number in enumerate(part.sentence.clause) if number in numbers]
        return found(match.owner.unless, part.sentence, places[0], places[-1] + 1)

    def _added_denial(self, part: Part, number: int) -> set[int]:
        """The next clause when it only takes something back: 'hbo gedaan, maar niet afgemaakt'."""
        words = [w for w, n in zip(part.sentence.words, part.sentence.clause, strict=True) if n == number]
        known = self.language.scope
        takes_back = 0 < len(words) <= 6 and any(
            w in known.negators or w in ("mee", "gestopt", "afgebroken") for w in words
        )
        return {number} if takes_back and not any(w in known.self_words for w in words) else set()

    def _fact(self, match: Match[Entry], part: Part, message: str) -> Iterable[Fact]:
        entry = match.owner
        scope = part.scope(match.start)
        value = _value(match, part, message)
        denied = match.denied_within or negated(part.sentence, match.start, match.end, self.language.scope)
        if denied and not entry.keeps_denied:
            value = None if scope.wished else entry.denied  # 'I hope never to be in debt' denies nothing
        if value is None:
            return
        last = match.end - 1
        while last > match.start and (part.sentence.boundary[last] or self._leads_on(part, last)):
            last -= 1
        start, end = part.tokens[match.start].start, part.tokens[last].end
        if entry.words:
            start, end = _captured(match, entry.words, part) or (start, end)
        repaired = any(t.repaired for t in part.tokens[match.start : match.end])
        sure = entry.confidence * (0.93 if repaired else 1.0)
        fact = Fact(entry.field, value, start, end, sure, "phrase", scope.past, entry.rank)
        if fits(fact.field, value):
            yield fact
        elif fact.field == "municipality" and isinstance(value, list):
            yield fact.but(field="municipalityOptions") if len(value) > 1 else fact.but(value=value[0])
        if value != entry.denied:
            yield from (fact.but(field=field, value=extra) for field, extra in entry.extra)


def _names(index: Index[str], sentence: Sentence) -> Spans:
    """Names of jobs or fields of work: the longest at each place, none within another."""
    names: Spans = {}
    for match in index.matches(sentence):
        if match.end > names.get(match.start, [(0, "")])[0][0]:
            names[match.start] = [(match.end, match.owner)]
    return _outermost(names)


def _tasks(sentence: Sentence, verbs: Iterable[str]) -> Spans:
    """Jobs said as what somebody does now: 'rij taxi', 'sta voor groep 5'."""
    doing = frozenset(verbs)
    return {i: ends for i, ends in sentence.readings["job"].items() if sentence.words[i] in doing}


def _outermost(spans: Spans) -> Spans:
    """Spans that do not lie within a longer one that began earlier."""
    kept: Spans = {}
    reached = 0
    for start in sorted(spans):
        end = spans[start][0][0]
        if end > reached:
            kept[start], reached = spans[start], end
    return kept


def _counts(match: Match[Entry], part: Part, barring: frozenset[str]) -> bool:
    """Whether the clause is one in which the phrase counts; an answer to a question may be hedged or wished."""
    marks = part.scope(match.start).marks()
    barred = marks - match.owner.also
    return not (barred & barring or match.owner.needs - marks)


def _any_sector(match: Match[Entry]) -> bool:
    """Whether a job gives no sector, since it exists in every one: then the place of work may say it."""
    return match.owner.reader == "job" and all(value == "-" for name, value, *_ in match.captures if name == "job")


def _inside_a_longer(match: Match[Entry], matches: list[Match[Entry]]) -> bool:
    return any(
        other.owner.field == match.owner.field
        and (other.owner.value == match.owner.value or match.owner.field not in LIST_FIELDS)
        and other.start <= match.start
        and match.end <= other.end
        and other.owner.rank >= match.owner.rank
        and (other.end - other.start, other.owner.rank) > (match.end - match.start, match.owner.rank)
        for other in matches
        if other is not match
    )


def _value(match: Match[Entry], part: Part, message: str) -> Value | None:
    entry = match.owner
    if entry.words:
        span = _captured(match, entry.words, part)
        return message[span[0] : span[1]][:120] if span else None
    if not entry.reader:
        return entry.value
    taken = [value for name, value, _, _ in match.captures if name == entry.reader]
    if not taken:
        return None
    if entry.multiply:
        product = 1.0
        for number in taken:
            product *= number if isinstance(number, float) else 1.0
        taken = [product]
    return _typed(taken[0], entry)


def _typed(value: object, entry: Entry) -> Value | None:
    if isinstance(value, float):
        if entry.reader == "number" and value != int(value) and not entry.multiply and entry.field != "hoursPerWeek":
            return None
        number = whole_months(value) if entry.reader in ("duration", "since", "moment") else round(value)
        return number if entry.least <= number <= entry.most else None
    return value if isinstance(value, (str, list)) else None


def _captured(match: Match[Entry], name: str, part: Part) -> tuple[int, int] | None:
    for reader, _, first, last in match.captures:
        if reader == name and last > first:
            return part.tokens[first].start, part.tokens[last - 1].end
    return None
