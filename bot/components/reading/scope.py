"""Clauses of a sentence, and of each: whose it is, when it holds and how sure it is.

The words that decide this stand in `data/lexicon/<language>/scope.yml`. A phrase found in a clause counts as a
fact only when the clause is about the writer, now, and not wished, feared or supposed, unless the phrase says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .phrases import Phrase, Sentence, ends, parse
from .tokens import CLAUSE_MARKS, Token, folded


@dataclass(frozen=True)
class Scope:
    """What holds for a clause."""

    others: bool = False
    past: bool = False
    wished: bool = False
    supposed: bool = False
    feared: bool = False

    def marks(self) -> frozenset[str]:
        """The names by which phrase files say where they also count."""
        names = ("others", "past", "wished", "supposed", "feared")
        return frozenset(n for n in names if getattr(self, n))


@dataclass(frozen=True)
class ScopeWords:
    """The words of one language that decide about clauses."""

    fillers: frozenset[str]
    joins: frozenset[str]
    self_words: frozenset[str]
    self_verbs: frozenset[str]
    either_verbs: frozenset[str]
    leads: frozenset[str]
    persons: tuple[Phrase, ...]
    other_pronouns: frozenset[str]
    relatives: frozenset[str]
    conditions: frozenset[str]
    condition_subjects: frozenset[str]
    consequences: frozenset[str]
    reports: frozenset[str]
    negators: frozenset[str]
    negators_after: frozenset[str]
    transparent: frozenset[str]
    self_endings: frozenset[str]
    name_endings: frozenset[str]
    closing_endings: frozenset[str]
    binders: frozenset[str]
    prefixes: tuple[tuple[str, ...], ...]
    past: tuple[Phrase, ...]
    now: tuple[Phrase, ...]
    wished: tuple[Phrase, ...]
    supposed: tuple[Phrase, ...]
    opening: tuple[Phrase, ...]
    fearing: tuple[Phrase, ...]
    reach: int = 4

    @classmethod
    def of(cls, data: Mapping[str, list[str]], lists: Mapping[str, list[str]]) -> ScopeWords:
        """Build from the language's file; a missing list is an empty one."""

        def words(key: str) -> frozenset[str]:
            return frozenset(folded(str(w)) for w in data.get(key) or ())

        def phrases(key: str) -> tuple[Phrase, ...]:
            return tuple(parse(str(p), lists) for p in data.get(key) or ())

        sets = (
            "fillers", "joins", "self_words", "self_verbs", "either_verbs", "leads", "other_pronouns",
            "relatives", "conditions", "condition_subjects", "consequences", "reports", "negators",
            "negators_after", "transparent", "self_endings", "name_endings",
            "closing_endings", "binders",
        )  # fmt: skip
        runs = ("persons", "past", "now", "wished", "supposed", "opening", "fearing")
        prefixes = tuple(tuple(folded(str(p)).split()) for p in data.get("prefixes") or ())
        return cls(prefixes=prefixes, **{k: words(k) for k in sets}, **{k: phrases(k) for k in runs})  # type: ignore[arg-type]


@dataclass
class Clause:
    """A run of words with one scope; `start` and `end` count words in the sentence."""

    start: int
    end: int
    scope: Scope = field(default_factory=Scope)


def boundaries(tokens: list[Token], known: ScopeWords) -> list[bool]:
    """Which tokens close a clause (marks) or open the next (joining words)."""
    return [(t.kind == "mark" and t.text in CLAUSE_MARKS) or t.text in known.joins for t in tokens]


def clause_numbers(tokens: list[Token], boundary: list[bool], known: ScopeWords) -> list[int]:
    """The clause each word belongs to; people who leave out commas are helped at a new 'ik' or a new verb."""
    numbers: list[int] = []
    number = verb_seen = subject_seen = length = 0
    for i, token in enumerate(tokens):
        is_self, is_verb = token.text in known.self_words, token.text in known.self_verbs
        before = tokens[i - 1].text if i else ""
        inverted = i + 1 < len(tokens) and tokens[i + 1].text in known.self_words
        fresh_subject = (
            is_self
            and before not in known.self_verbs
            and length >= 1
            and (verb_seen or (not subject_seen and length >= 2))
        )
        dropped = (verb_seen and length >= 2) or (not subject_seen and length >= 1)
        fresh_verb = is_verb and dropped and before not in known.self_words | known.binders and not inverted
        last_word = i + 1 == len(tokens) or boundary[i + 1]
        closed = bool(before) and before.endswith(tuple(known.closing_endings)) and not boundary[i - 1]
        main_clause = fresh_subject and not _subordinate(tokens, i, known)
        if boundary[i] or closed or main_clause or (fresh_verb and not last_word):
            number, verb_seen, subject_seen, length = number + 1, 0, 0, 0
            _take_leads(tokens, boundary, numbers, number, known)
        numbers.append(number)
        verb_seen |= is_verb
        subject_seen |= is_self
        length += not boundary[i]
    return numbers


def _take_leads(tokens: list[Token], boundary: list[bool], numbers: list[int], number: int, known: ScopeWords) -> None:
    """Small words before a verb go with it: 'no tengo', 'nie mam', 'me siento'."""
    for j in range(len(numbers) - 1, -1, -1):
        if tokens[j].text not in known.leads or boundary[j]:
            return
        numbers[j] = number


def _subordinate(tokens: list[Token], i: int, known: ScopeWords) -> bool:
    return i > 0 and (tokens[i - 1].text in known.joins or tokens[i - 1].text in known.conditions)


def found(phrases: tuple[Phrase, ...], sentence: Sentence, start: int, end: int) -> bool:
    """Whether one of the phrases begins between two words of the sentence."""
    return any(any(True for _ in ends(phrase.parts[0], sentence, i)) for i in range(start, end) for phrase in phrases)


def clauses_of(sentence: Sentence, known: ScopeWords, asks: bool) -> list[Clause]:
    """The clauses of a sentence, each with its scope; a clause without a subject takes over from the one before."""
    clauses: list[Clause] = []
    for i, number in enumerate(sentence.clause):
        if not clauses or sentence.clause[clauses[-1].start] != number:
            clauses.append(Clause(i, i))
        clauses[-1].end = i + 1
    opened = before = feared = False
    previous: Clause | None = None
    for clause in clauses:
        lead = _lead(sentence, clause)
        opened_here = found(known.opening, sentence, clause.start, clause.end)
        fears = found(known.fearing, sentence, clause.start, clause.end)
        reported = lead in known.reports or lead in known.conditions
        condition = _is_condition(sentence, clause, known)
        supposed = (
            opened_here
            or (opened and reported)
            or condition
            or found(known.supposed, sentence, clause.start, clause.end)
            or (asks and _asked(sentence, clause, known))
            or (before and lead in known.consequences)
        )
        past = found(known.past, sentence, clause.start, clause.end)
        clause.scope = Scope(
            others=_about_others(sentence, clause, known, previous),
            past=past and not found(known.now, sentence, clause.start, clause.end),
            wished=found(known.wished, sentence, clause.start, clause.end),
            supposed=supposed,
            feared=fears or (feared and reported),
        )
        opened, before, previous = opened_here or (opened and reported), condition, clause
        feared = clause.scope.feared
    return clauses


def _lead(sentence: Sentence, clause: Clause) -> str:
    for i in range(clause.start, clause.end):
        if sentence.words[i] not in CLAUSE_MARKS:
            return sentence.words[i]
    return ""


def _content(sentence: Sentence, clause: Clause) -> list[int]:
    return [i for i in range(clause.start, clause.end) if sentence.words[i] not in CLAUSE_MARKS]


def _is_condition(sentence: Sentence, clause: Clause, known: ScopeWords) -> bool:
    inside = sentence.words[clause.start : clause.end]
    pairs = zip(inside, [*inside[1:], ""], strict=True)
    return any(
        w in known.conditions and (not known.condition_subjects or n in known.condition_subjects) for w, n in pairs
    )


def _asked(sentence: Sentence, clause: Clause, known: ScopeWords) -> bool:
    content = [sentence.words[i] for i in _content(sentence, clause) if sentence.words[i] not in known.joins]
    verbs = [w for w in content if w not in known.leads][:1] if known.leads else []
    own = known.self_verbs - known.either_verbs
    return not (content and (content[0] in known.self_words or any(w in own for w in verbs)))


def _about_others(sentence: Sentence, clause: Clause, known: ScopeWords, previous: Clause | None) -> bool:
    words = [sentence.words[i] for i in _content(sentence, clause)]
    if any(w in known.self_words or w.endswith(tuple(known.self_endings)) for w in words):
        return False
    places = _content(sentence, clause)
    after_person = bool(previous and words and words[0] in known.relatives and _person_at_end(sentence, clause, known))
    if after_person or any(w in known.other_pronouns for w in words):
        return True
    head = [i for i in places if sentence.words[i] not in known.joins][:2]
    if any(any(True for _ in ends(p.parts[0], sentence, i)) for i in head[:1] for p in known.persons):
        return True
    if previous is None or not previous.scope.others or (words and words[0] in known.reports | known.conditions):
        return False
    own = known.self_verbs - known.either_verbs
    words = [w for w in words if w not in known.leads and not (known.leads and w in known.joins)] or words
    return bool(words) and words[0] not in own and (len(words) < 2 or words[1] not in own)


def _person_at_end(sentence: Sentence, clause: Clause, known: ScopeWords) -> bool:
    """Whether the words just before this clause name a person: 'een man, die werkloos is'."""
    reach = range(max(0, clause.start - 4), clause.start)
    return any(any(True for _ in ends(p.parts[0], sentence, i)) for i in reach for p in known.persons)


def negated(sentence: Sentence, start: int, end: int, known: ScopeWords) -> bool:
    """Whether a word like 'geen' or 'niet' denies the words from start to end."""
    for i in range(start - 1, max(-1, start - 1 - known.reach), -1):
        if sentence.words[i] in known.negators:
            return True
        if sentence.boundary[i] or sentence.words[i] not in known.transparent:
            break
    for i in range(end, min(len(sentence.words), end + 3)):
        if sentence.words[i] in known.negators_after:
            return True
        if sentence.boundary[i] or sentence.words[i] not in known.transparent:
            break
    return False
