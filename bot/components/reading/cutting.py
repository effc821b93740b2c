"""Cuts a sentence into clauses: at commas and joining words, and where a new subject or verb begins without one."""

from __future__ import annotations

from dataclasses import dataclass

from .scope_words import ScopeWords
from .tokens import CLAUSE_MARKS, Token


def boundaries(tokens: list[Token], known: ScopeWords) -> list[bool]:
    """Which tokens close a clause (marks) or open the next (joining words)."""
    return [(t.kind == "mark" and t.text in CLAUSE_MARKS) or t.text in known.joins for t in tokens]


@dataclass
class _Run:
    """The clause being read: how many words it has, what was seen, and whether it names something ('mijn man')."""

    number: int = 0
    verb: bool = False
    subject: bool = False
    subordinate: bool = False
    determined: bool = False
    length: int = 0


def clause_numbers(tokens: list[Token], boundary: list[bool], known: ScopeWords) -> list[int]:
    """The clause each word belongs to; people who leave out commas are helped at a new 'ik' or a new verb."""
    numbers: list[int] = []
    run = _Run()
    for i, token in enumerate(tokens):
        if _opens(tokens, boundary, i, known, run):
            run = _Run(run.number + 1)
            _take_leads(tokens, boundary, numbers, run.number, known)
        numbers.append(run.number)
        run.verb |= token.text in known.self_verbs or token.text in known.verbs
        run.subject |= token.text in known.self_words
        run.subordinate |= run.length == 0 and token.text in known.subordinators
        run.determined |= run.length < 2 and token.text in known.determiners
        run.length += not boundary[i]
    return numbers


def _opens(tokens: list[Token], boundary: list[bool], i: int, known: ScopeWords, run: _Run) -> bool:
    """Whether a clause begins at this word."""
    before = tokens[i - 1].text if i else ""
    closed = bool(before) and before.endswith(tuple(known.closing_endings)) and not boundary[i - 1]
    return (
        boundary[i]
        or closed
        or _main_after_subordinate(tokens, i, known, run)
        or _fresh_subject(tokens, i, known, run)
        or _fresh_verb(tokens, boundary, i, known, run)
    )


def _main_after_subordinate(tokens: list[Token], i: int, known: ScopeWords, run: _Run) -> bool:
    """'Toen hij zijn baan verloor | ben ik ...': verb and 'ik' behind a clause that a word like 'toen' began."""
    is_verb = tokens[i].text in known.self_verbs or tokens[i].text in known.verbs
    return run.subordinate and run.verb and run.length > 1 and is_verb and _before_self(tokens, i, known)


def _fresh_subject(tokens: list[Token], i: int, known: ScopeWords, run: _Run) -> bool:
    before = tokens[i - 1].text if i else ""
    new = run.verb or (not run.subject and run.length >= 2)
    inverted = before in known.self_verbs or before in known.verbs
    is_self = tokens[i].text in known.self_words
    return is_self and not inverted and run.length >= 1 and new and not _subordinate(tokens, i, known)


def _fresh_verb(tokens: list[Token], boundary: list[bool], i: int, known: ScopeWords, run: _Run) -> bool:
    """A verb that fits 'ik' begins a clause of its own when the clause has a verb, or only names something."""
    if tokens[i].text not in known.self_verbs or i + 1 == len(tokens) or boundary[i + 1]:
        return False
    before = tokens[i - 1].text if i else ""
    if before in known.articles:
        return False  # 'in de zorg' is no 'ik zorg'
    shared = tokens[i].text in known.either_verbs and run.determined
    named = not run.subject and run.length >= 1 and not shared
    dropped = (run.verb and run.length >= 2) or named
    return dropped and before not in known.self_words | known.binders and not _before_self(tokens, i, known)


def _before_self(tokens: list[Token], i: int, known: ScopeWords) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text in known.self_words


def _take_leads(tokens: list[Token], boundary: list[bool], numbers: list[int], number: int, known: ScopeWords) -> None:
    """Small words before a verb go with it: 'no tengo', 'nie mam', 'me siento'."""
    for j in range(len(numbers) - 1, -1, -1):
        if tokens[j].text not in known.leads or boundary[j]:
            return
        numbers[j] = number


def _subordinate(tokens: list[Token], i: int, known: ScopeWords) -> bool:
    return i > 0 and (tokens[i - 1].text in known.joins or tokens[i - 1].text in known.conditions)
