"""Of each clause: whose it is, when it holds and how sure it is.

The words that decide this stand in `data/lexicon/<language>/scope.yml`. A phrase found in a clause counts as a
fact only when the clause is about the writer, now, and not wished, feared or supposed, unless the phrase says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .phrases import Phrase, Sentence, ends
from .scope_words import ScopeWords
from .tokens import CLAUSE_MARKS


@dataclass(frozen=True)
class Scope:
    """What holds for a clause; `kin`: about a person who was named, and the writer has no part in it;
    `untrue`: behind words like 'het is niet zo dat'; `condition`: behind 'als' or in a question;
    `peer`: about a colleague, neighbour, friend, brother or sister."""

    others: bool = False
    kin: bool = False
    past: bool = False
    wished: bool = False
    supposed: bool = False
    feared: bool = False
    untrue: bool = False
    condition: bool = False
    peer: bool = False

    def marks(self) -> frozenset[str]:
        """The names by which phrase files say where they also count."""
        names = ("others", "kin", "past", "wished", "supposed", "feared", "untrue", "condition", "peer")
        return frozenset(n for n in names if getattr(self, n))


@dataclass
class Clause:
    """A run of words with one scope; `start` and `end` count words in the sentence."""

    start: int
    end: int
    scope: Scope = field(default_factory=Scope)


def found(phrases: tuple[Phrase, ...], sentence: Sentence, start: int, end: int) -> bool:
    """Whether one of the phrases begins between two words of the sentence."""
    return any(
        phrase.can_begin(sentence.words[i]) and any(True for _ in ends(phrase.parts[0], sentence, i))
        for i in range(start, end)
        for phrase in phrases
    )


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
        supposed = opened_here or (opened and reported) or found(known.supposed, sentence, clause.start, clause.end)
        asked = asks and _asked(sentence, clause, known)
        past = found(known.past, sentence, clause.start, clause.end) or _goes_on(sentence, clause, known, previous)
        others = _about_others(sentence, clause, known, previous)
        clause.scope = Scope(
            others=others,
            kin=others and _about_kin(sentence, clause, known, previous),
            peer=others and _about_peer(sentence, clause, known, previous),
            past=past and not found(known.now, sentence, clause.start, clause.end),
            wished=found(known.wished, sentence, clause.start, clause.end),
            supposed=supposed,
            feared=fears or (feared and reported),
            condition=condition or asked or (before and lead in known.consequences),
            untrue=found(known.untrue, sentence, max(0, clause.start - 5), clause.start + 1)
            and (lead in known.reports or found(known.untrue, sentence, clause.start, clause.start + 1)),
        )
        opened, before, previous = opened_here or (opened and reported), condition, clause
        feared = clause.scope.feared
    return clauses


def _goes_on(sentence: Sentence, clause: Clause, known: ScopeWords, previous: Clause | None) -> bool:
    """Whether words without a verb of their own go on about what was once so: '... had ik schulden en geen huis'."""
    words = sentence.words[clause.start : clause.end]
    own = any(w in known.self_words or w in known.self_verbs or w in known.verbs for w in words)
    return bool(previous and previous.scope.past) and not own and _lead(sentence, clause) in known.additions


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
    hours = {i for i in places if i and sentence.words[i - 1].isdigit()}  # "30 u per week" is not the polite "u"
    if after_person or any(sentence.words[i] in known.other_pronouns for i in places if i not in hours):
        return True
    head = [i for i in places if sentence.words[i] not in known.joins][:2]
    first = head[1:] if head and sentence.words[head[0]] in known.before_persons else head[:1]
    if any(any(True for _ in ends(p.parts[0], sentence, i)) for i in first for p in known.persons):
        return True
    if head and sentence.words[head[0]] in known.own_words:
        return False
    if (
        previous is None
        or not previous.scope.others
        or (words and (words[0] in known.reports - known.conditions or _is_condition(sentence, clause, known)))
    ):
        return False
    own = known.self_verbs - known.either_verbs
    words = [w for w in words if w not in known.leads and not (known.leads and w in known.joins)] or words
    return bool(words) and words[0] not in own and (len(words) < 2 or words[1] not in own)


def _about_kin(sentence: Sentence, clause: Clause, known: ScopeWords, previous: Clause | None) -> bool:
    """Whether a clause about others is about somebody in particular: 'mijn zwager', 'hij', 'haar contract'."""
    words = sentence.words[clause.start : clause.end]
    if any(w in known.ties for w in words):
        return False
    named = any(w in known.kin_pronouns for w in words) or found(known.persons, sentence, clause.start, clause.end)
    return named or bool(previous and previous.scope.kin)


def _about_peer(sentence: Sentence, clause: Clause, known: ScopeWords, previous: Clause | None) -> bool:
    words = sentence.words[clause.start : clause.end]
    return any(w in known.peers for w in words[:5]) or bool(previous and previous.scope.peer)


def _person_at_end(sentence: Sentence, clause: Clause, known: ScopeWords) -> bool:
    """Whether the words just before this clause name a person: 'een man, die werkloos is'."""
    if clause.start and sentence.words[clause.start - 1] in known.other_pronouns:
        return True
    reach = range(max(0, clause.start - 4), clause.start)
    return any(any(True for _ in ends(p.parts[0], sentence, i)) for i in reach for p in known.persons)


def negated(sentence: Sentence, start: int, end: int, known: ScopeWords) -> bool:
    """Whether a word like 'geen' or 'niet' denies the words from start to end."""
    for i in range(start - 1, max(-1, start - 1 - known.reach), -1):
        if sentence.words[i] in known.negators:
            return True
        if sentence.boundary[i] or sentence.words[i] not in known.transparent:
            break
    if any(any(True for _ in ends(phrase.parts[0], sentence, end)) for phrase in known.denied_after):
        return True
    for i in range(end, min(len(sentence.words), end + 3)):
        if sentence.words[i] in known.negators_after:
            return True
        if sentence.boundary[i] or sentence.words[i] not in known.transparent:
            break
    return False
