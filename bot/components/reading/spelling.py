"""Repairs words that are not known, towards the words that the phrases are made of.

Three ways, from sure to less sure: a list of common misspellings, words that sound alike, and words one letter apart
(two in long words). A word that people really use (wordfreq's short list) is never touched, so 'huren' stays 'huren'.
Words cut in two ('werk loos') are joined; places in the text stay those of the message.
"""

from __future__ import annotations

import re
from dataclasses import replace

from symspellpy import SymSpell, Verbosity
from wordfreq import get_frequency_dict

from .lexicon import Language
from .phrases import literals
from .tokens import Token, folded

SHORTEST = 4
LONG = 8
SOUNDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        ("sch", "sg"), ("ch", "g"), ("(ij|ei|y|ey)", "1"), ("(au|ou)w?", "2"), ("ph", "f"), ("qu?", "kw"), ("x", "ks"),
        ("c(?=[ei1])", "s"), ("c", "k"), ("z", "s"), ("v", "f"), ("(dt|d)$", "t"), ("b$", "p"), ("ie", "i"),
        ("oe", "u"), (r"(.)\1+", r"\1"), ("en$", "e"), ("th", "t"),
    )
)  # fmt: skip


UMLAUT = re.compile("([aou])e")  # "fuer" for "für": accents are folded before


def sound(word: str) -> str:
    """How a Dutch word sounds, roughly: equal for 'uitkering' and 'uitkeering', 'geit' and 'gijd'."""
    for pattern, put in SOUNDS:
        word = pattern.sub(put, word)
    return word


def _scope_words(language: Language) -> set[str]:
    """The words by which clauses are judged."""
    scope = language.scope
    runs = (scope.persons, scope.past, scope.now, scope.wished, scope.supposed, scope.opening, scope.fearing)
    found = {word for run in runs for phrase in run for part in phrase.parts for word in literals(part)}
    sets = (
        scope.joins,
        scope.self_words,
        scope.self_verbs,
        scope.other_pronouns,
        scope.conditions,
        scope.reports,
        scope.transparent,
    )
    return found.union(*sets)


class Spelling:
    """Repairs the words of one language."""

    def __init__(self, language: Language, names: frozenset[str] = frozenset(), most_used: int = 30000) -> None:
        used = list(get_frequency_dict(language.code, wordlist="small"))[:most_used]
        self._lexicon = {w for w in language.vocabulary if w.isalpha()}
        self._used = {folded(w) for w in used} | names
        self._stems = tuple(w[:-1] for w in language.vocabulary if w.endswith("*"))
        self._home = language.code == "nl"
        self._umlauts = language.code == "de"
        self._names = names
        self._endings = tuple(language.scope.name_endings)
        self._negators = language.scope.negators | language.scope.negators_after
        self._prefixes = sorted(language.scope.prefixes, key=lambda p: -len(p[0]))
        self._known = self._lexicon | (_scope_words(language) if self._prefixes else set())
        self._starts = tuple(w[:-1] for w in language.vocabulary if w.endswith("*"))
        self._careful = bool(language.scope.self_endings)
        self._fixed = {folded(k): folded(v) for k, v in language.spelling.items()}
        self._joined = {w for w in self._lexicon if len(w) >= LONG}
        self._sounds = {sound(w): w for w in sorted(self._lexicon, reverse=True) if len(w) >= SHORTEST}
        self._near = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for word in self._lexicon:
            if len(word) >= SHORTEST:
                self._near.create_dictionary_entry(word, 10)
        self._cache: dict[str, str] = {}

    def is_used(self, word: str) -> bool:
        """Whether people use this word, so that it is no misspelling."""
        return word in self._used or word in self._lexicon or word in self._fixed

    def repair(self, tokens: list[Token]) -> list[Token]:
        """The same words, repaired; joined where one word was cut in two."""
        repaired: list[Token] = []
        i = 0
        while i < len(tokens):
            token = tokens[i]
            joined = self._join(tokens, i)
            if joined:
                repaired.append(joined)
                i += 2
                continue
            repaired.extend(self._one(token))
            i += 1
        return repaired

    def _join(self, tokens: list[Token], i: int) -> Token | None:
        if i + 1 >= len(tokens) or tokens[i].kind != "word" or tokens[i + 1].kind != "word":
            return None
        text = tokens[i].text + tokens[i + 1].text
        if text not in self._joined or len(tokens[i].text) < 2 or len(tokens[i + 1].text) < 3:
            return None
        if tokens[i + 1].text in self._negators:
            return None  # "weet niet" is two words, though a phrase also knows "weetniet"
        return Token(text, tokens[i].start, tokens[i + 1].end, "word", True)

    def _one(self, token: Token) -> list[Token]:
        if token.kind != "word":
            return [token]
        text = self._cache.get(token.text)
        if text is None:
            text = self._word(token.text)
            if len(self._cache) < 50_000:
                self._cache[token.text] = text
        if text == token.text:
            return [token]
        return [replace(token, text=part, repaired=True) for part in text.split()]

    def _word(self, word: str) -> str:
        if word in self._fixed:
            return self._fixed[word]
        if self._prefixes and (apart := self._apart(word)):
            return apart
        if self._endings and word not in self._lexicon and (name := self._name(word)):
            return name
        if (
            word in self._lexicon
            or word in self._used
            or len(word) < SHORTEST
            or (not self._home and word.startswith(self._stems))
        ):
            return word
        if (
            self._umlauts
            and (short := UMLAUT.sub(r"\1", word)) != word
            and (short in self._lexicon or short in self._used)
        ):
            return short
        if self._home and (alike := self._sounds.get(sound(word))) and abs(len(alike) - len(word)) <= 2:
            return alike
        two = (self._chatted(word) or self._split(word)) if self._home else None
        if two:
            return two
        distance = 2 if len(word) >= LONG and not self._careful else 1
        for near in self._near.lookup(word, Verbosity.CLOSEST, max_edit_distance=distance):
            if near.term[0] == word[0] and (len(near.term) > 4 or len(word) > 4):
                return str(near.term)
        return word

    def _apart(self, word: str) -> str | None:
        """Small words that are written onto the next one: 'وزوجي' is 'و زوجي'."""
        if word in self._known or word in self._names:
            return None
        for prefix, *put in self._prefixes:
            rest = word[len(prefix) :]
            if word.startswith(prefix) and len(rest) > 1 and self._stands(word, rest):
                return " ".join([*put, self._word(rest)])
        return None

    def _stands(self, word: str, rest: str) -> bool:
        known = rest in self._known or rest in self._names or rest.startswith(self._starts)
        return known or (word not in self._used and len(rest) > 3 and rest in self._used)

    def _name(self, word: str) -> str | None:
        """The name of a place without its ending: 'rotterdamda'."""
        bare = (word[: -len(e)] for e in self._endings if word.endswith(e))
        return None if word in self._names else next((w for w in bare if len(w) > 2 and w in self._names), None)

    def _chatted(self, word: str) -> str | None:
        """A verb without its silent e: 'wordn', 'hebbn'."""
        whole = f"{word[:-1]}en"
        return whole if word[-1] == "n" and word[-2] not in "aeiouyn" and whole in self._lexicon else None

    def _split(self, word: str) -> str | None:
        """Two words run together: 'ikben', 'hebgeen'."""
        for cut in range(2, len(word) - 1):
            head, tail = word[:cut], word[cut:]
            if head in self._small_words and (tail in self._lexicon and len(tail) >= 3):
                return f"{head} {tail}"
        return None

    _small_words = frozenset(["ik", "ben", "heb", "geen", "niet", "mijn", "een", "het", "de", "en", "van", "in", "met"])
