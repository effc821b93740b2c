"""Which language a message is in, by its script and by the small words that each language uses most."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from wordfreq import get_frequency_dict

from .lexicon import Language
from .tokens import folded, tokens_of

MOST_USED = 3000
GLUE = 80  # the words that hold every sentence together: 'ik', 'de'; 'i', 'the'
ENOUGH_ARABIC = 0.5
SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "uk"}
LETTERS = {"pl": "ąęłżźśćń", "es": "ñ¿¡", "de": "ß", "tr": "ışğ"}  # letters that hardly stand in the other languages


class LanguageGuess:
    """Guesses between the languages that have data; the language of the talk breaks ties."""

    def __init__(self, known: Mapping[str, Language]) -> None:
        self._weights = {code: _weights(code, language) for code, language in known.items()}
        self._starts = {code: _starts(language) for code, language in known.items() if language.scope.self_endings}

    def of(self, message: str, preferred: str = "nl") -> str:
        """The code of the language that most words of the message speak for."""
        words = list(dict.fromkeys(t.text for t in tokens_of(message) if t.kind == "word"))[:60]
        script = _script(words)
        if script in self._weights:
            return script
        scores = {code: sum(weights.get(w, 0.0) for w in words) for code, weights in self._weights.items()}
        for code, starts in self._starts.items():
            scores[code] += sum(0.8 for w in words if w not in self._weights[code] and w.startswith(starts))
        scores = {
            code: score * (1.15 if code == "nl" else 1.1 if code == preferred else 1.0)
            for code, score in scores.items()
        }
        for code in set(LETTERS) & set(scores):
            scores[code] += sum(letter in LETTERS[code] for letter in message[:500].casefold())
        best = max(scores, key=lambda code: scores[code], default="nl")
        return best if scores.get(best, 0) > 0 else "nl"


def _weights(code: str, language: Language) -> dict[str, float]:
    """More for frequent words, and for words of the phrases; long words say more than short ones."""
    used = get_frequency_dict(code, wordlist="small")
    ranked = sorted(used, key=lambda w: -used[w])[: MOST_USED * 4]
    weights = {
        folded(w): 1.5 if i < GLUE else (1.0 if i < MOST_USED else 0.6) * (1.0 if len(w) > 3 else 0.8)
        for i, w in reversed(list(enumerate(ranked)))
    }
    for word in language.vocabulary:
        if len(word) > 4 and word.isalpha():
            weights[word] = max(weights.get(word, 0), 1.0)
    return weights


def _starts(language: Language) -> tuple[str, ...]:
    """Beginnings of words, for languages that put much behind them: "issiz*" for "işsizim"."""
    return tuple(w[:-1] for w in language.vocabulary if w.endswith("*") and len(w) > 5)


def _script(words: list[str]) -> str:
    letters = "".join(words)[:200]
    counts: dict[str, int] = {}
    for letter in letters:
        name = unicodedata.name(letter, "").split(" ")[0]
        if name in SCRIPTS:
            counts[SCRIPTS[name]] = counts.get(SCRIPTS[name], 0) + 1
    best = max(counts, key=lambda c: counts[c], default="")
    return best if best and counts[best] > ENOUGH_ARABIC * len(letters) else ""
