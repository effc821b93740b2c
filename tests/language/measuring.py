"""How easy a text is: length of sentences, rare words, and Flesch-Douma (Douma 1960: 206.84 - 0.93 w - 77 s)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from statistics import mean

import textstat
import yaml
from wordfreq import zipf_frequency

from tests.language.texts import Text, sentences, words

HERE = Path(__file__).parent
MOST_WORDS = 20
MOST_WORDS_MEAN = 12.0
LOWEST_FLESCH = 65.0  # 60-70 is "standard" by Douma, which goes with B1; labels and single words are not counted
RARE_BELOW = 3.0  # Zipf scale: less than once in a million words
PART_OF_COMPOUND = 3.5  # both halves of a compound are everyday words
LONGEST_COMPOUND = 16
FEWEST_WORDS = 4  # shorter is a label, not a sentence


@cache
def explained_terms() -> Mapping[str, str]:
    """Rare words that may be used, each with where or how it is explained."""
    return {str(k).lower(): v for k, v in yaml.safe_load((HERE / "explained-terms.yml").read_text()).items()}


@cache
def forbidden() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns that no text may hold, with what to write in their place or why not."""
    listed = yaml.safe_load((HERE / "forbidden-words.yml").read_text(encoding="utf-8"))
    return tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), why) for pattern, why in listed.items())


def longest_sentence(text: str) -> tuple[int, str]:
    """The number of words of the longest sentence, and that sentence."""
    return max(((len(words(one)), one) for one in sentences(text)), default=(0, ""))


def is_everyday(word: str) -> bool:
    """Often used, explained, or a compound of two everyday words."""
    plain = word.lower().replace("’", "'").strip("'")
    if plain in explained_terms():
        return True
    if sum(letter.isupper() for letter in word) > 1:
        return False  # an abbreviation says nothing by itself
    if zipf_frequency(plain, "nl") >= RARE_BELOW:
        return True
    if "-" in plain:
        return all(is_everyday(part) for part in plain.split("-") if len(part) > 1)
    return len(plain) <= LONGEST_COMPOUND and any(_is_compound(plain, cut) for cut in range(3, len(plain) - 2))


def _is_compound(word: str, cut: int) -> bool:
    first, second = word[:cut], word[cut:]
    bare = [first, *(first[: -len(joint)] for joint in ("s", "en", "e") if first.endswith(joint))]
    common = any(len(part) >= 3 and zipf_frequency(part, "nl") >= PART_OF_COMPOUND for part in bare)
    return common and zipf_frequency(second, "nl") >= PART_OF_COMPOUND


def rare_words(text: Text) -> list[str]:
    """Words that many people do not know, without those of the names that the text is about."""
    named = {word.lower() for name in text.names for word in words(name)}
    return [word for word in words(text.nl) if word.lower() not in named and not is_everyday(word)]


def forbidden_words(text: str) -> list[str]:
    """What stands in a text that may not, with the advice."""
    return [f"{found.group(0)} ({why})" for pattern, why in forbidden() if (found := pattern.search(text))]


def mean_length(texts: Iterable[Text]) -> float:
    """Mean number of words of the sentences, labels left out."""
    lengths = [len(words(one)) for text in texts for one in sentences(text.nl)]
    return mean([length for length in lengths if length >= FEWEST_WORDS] or [0])


def flesch_douma(texts: Iterable[Text]) -> float:
    """Reading ease of a group as a whole; higher is easier."""
    textstat.set_lang("nl")
    whole = [one for text in texts for one in sentences(text.nl) if len(words(one)) >= FEWEST_WORDS]
    joined = " ".join(re.sub(r"[.!?…:]+", "", one) + "." for one in whole)
    return float(textstat.flesch_reading_ease(joined)) if joined else 100.0
