"""Everybody can read it: short sentences, everyday words, je, nothing promised, and English beside Dutch."""

from __future__ import annotations

import re

import pytest

from tests.language.measuring import (
    LOWEST_FLESCH,
    MOST_WORDS,
    MOST_WORDS_MEAN,
    explained_terms,
    flesch_douma,
    forbidden_words,
    is_everyday,
    longest_sentence,
    mean_length,
    rare_words,
)
from tests.language.texts import Text, all_texts, words

GROUPS = sorted({text.group for text in all_texts()})
HTML = re.compile(r"<[a-z/!][^>]*>|&[a-z]+;", re.IGNORECASE)
SAME_IN_BOTH = 4  # fewer words may be the same in both languages: names, "Mbo 2", "{field}: {after}"

every_group = pytest.mark.parametrize("group", GROUPS)


def of(group: str) -> list[Text]:
    return [text for text in all_texts() if text.group == group]


def may_be_the_same(text: Text) -> bool:
    """The name of a Dutch scheme, or a few words such as "Mbo 2"."""
    return text.place.endswith(":name") or len(words(text.nl)) < SAME_IN_BOTH


@every_group
def test_no_sentence_is_long(group: str) -> None:
    long = {
        text.place: sentence
        for text in of(group)
        for count, sentence in (longest_sentence(text.nl), longest_sentence(text.en or ""))
        if count > MOST_WORDS
    }
    assert not long


@every_group
def test_sentences_are_short_on_the_whole(group: str) -> None:
    assert mean_length(of(group)) <= MOST_WORDS_MEAN


@every_group
def test_reading_ease_by_flesch_douma(group: str) -> None:
    assert flesch_douma(of(group)) >= LOWEST_FLESCH


@every_group
def test_words_are_everyday_or_explained(group: str) -> None:
    rare = {text.place: found for text in of(group) if (found := rare_words(text))}
    assert not rare


@every_group
def test_nothing_forbidden_is_said(group: str) -> None:
    found = {text.place: found for text in of(group) if (found := forbidden_words(text.nl))}
    assert not found


@every_group
def test_english_stands_beside_dutch(group: str) -> None:
    missing = [text.place for text in of(group) if not text.en]
    same = [text.place for text in of(group) if text.nl == text.en and not may_be_the_same(text)]
    assert (missing, same) == ([], [])


@every_group
def test_no_text_holds_html(group: str) -> None:
    assert not [text.place for text in of(group) if HTML.search(text.nl) or HTML.search(text.en or "")]


@every_group
def test_both_languages_fill_in_the_same(group: str) -> None:
    slots = re.compile(r"\{[a-zA-Z_]+\}")
    other = [t.place for t in of(group) if set(slots.findall(t.nl)) != set(slots.findall(t.en or ""))]
    assert not other


def test_every_explained_term_is_used() -> None:
    used = {word.lower() for text in all_texts() for word in words(text.nl)}
    assert set(explained_terms()) <= used


@pytest.mark.parametrize("word", ["middels", "indien", "uw", "traject", "arbeidsmarkt", "laaggeletterden"])
def test_the_gate_stops_stiff_words(word: str) -> None:
    assert forbidden_words(f"Dit is {word} niet goed.")


@pytest.mark.parametrize("promise", ["Je vindt zeker een baan.", "Dit is gegarandeerd.", "Je krijgt een baan."])
def test_the_gate_stops_promises(promise: str) -> None:
    assert forbidden_words(promise)


@pytest.mark.parametrize("word", ["arbeidspotentieel", "competentiemanagement", "EQF", "WSP"])
def test_the_gate_stops_rare_words_and_unexplained_abbreviations(word: str) -> None:
    assert not is_everyday(word)


@pytest.mark.parametrize("word", ["werkgever", "cursusgeld", "leerbaan", "mbo", "taalles"])
def test_everyday_words_and_plain_compounds_pass(word: str) -> None:
    assert is_everyday(word)


def test_the_gate_stops_a_long_sentence() -> None:
    assert longest_sentence(" ".join(["woord"] * 21) + ". Kort.")[0] > MOST_WORDS
