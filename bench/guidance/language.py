"""The report on the language: every text of the assistant and the catalogue, by group."""

from __future__ import annotations

from rich.table import Table

from tests.language.measuring import (
    LOWEST_FLESCH,
    MOST_WORDS,
    MOST_WORDS_MEAN,
    flesch_douma,
    forbidden_words,
    longest_sentence,
    mean_length,
    rare_words,
)
from tests.language.texts import Text, all_texts


def _groups() -> dict[str, list[Text]]:
    found: dict[str, list[Text]] = {}
    for text in all_texts():
        found.setdefault(text.group, []).append(text)
    return found


def language_table() -> Table:
    """One row a group of texts."""
    table = Table(title="Language (Dutch; B1 or simpler)", title_justify="left")
    for heading in ("group", "texts", "words a sentence", "longest", "Flesch-Douma", "rare", "forbidden", "no English"):
        table.add_column(heading)
    for group, texts in _groups().items():
        table.add_row(
            group,
            str(len(texts)),
            f"{mean_length(texts):.1f}",
            str(max(longest_sentence(text.nl)[0] for text in texts)),
            f"{flesch_douma(texts):.0f}",
            str(sum(len(rare_words(text)) for text in texts)),
            str(sum(len(forbidden_words(text.nl)) for text in texts)),
            str(sum(text.en is None for text in texts)),
        )
    table.caption = (
        f"limits: {MOST_WORDS} words, {MOST_WORDS_MEAN:g} on the whole, Flesch-Douma {LOWEST_FLESCH:g} or higher"
    )
    return table


def texts_that_fail() -> list[str]:
    """Each text that breaks a limit, and why."""
    found = []
    for text in all_texts():
        count, sentence = longest_sentence(text.nl)
        if count > MOST_WORDS:
            found.append(f"{text.place}: {count} words: {sentence}")
        found += [f"{text.place}: rare word {word}" for word in rare_words(text)]
        found += [f"{text.place}: {word}" for word in forbidden_words(text.nl)]
    return found
