"""The language of phrases, and the errors that its writers get."""

from __future__ import annotations

from pathlib import Path

import pytest
from bot.components.reading.lexicon import LexiconError, languages, load
from bot.components.reading.phrases import PhraseError, Sentence, ends, parse


def reach(phrase: str, text: str) -> int | None:
    """Where a phrase that begins the text ends, or None."""
    words = text.split()
    sentence = Sentence(words, [w == "," for w in words], [0] * len(words), fillers=frozenset({"ook"}))
    return max((end for end, _ in ends(parse(phrase, {}).parts[0], sentence, 0)), default=None)


@pytest.mark.parametrize(
    ("phrase", "text", "end"),
    [
        ("heb schulden", "heb schulden", 2),
        ("heb schulden", "heb ook schulden", 3),
        ("heb [veel] schulden", "heb veel schulden", 3),
        ("heb (schulden|een boete)", "heb een boete", 3),
        ("schuld*", "schuldsanering", 1),
        ("*chauffeur", "buschauffeur", 1),
        ("heb .. schulden", "heb dus hele grote schulden", 5),
        ("heb .. schulden", "heb werk , schulden", None),
        ("heb schulden $", "heb schulden nu", None),
    ],
)
def test_what_a_phrase_means(phrase: str, text: str, end: int | None) -> None:
    assert reach(phrase, text) == end


@pytest.mark.parametrize("phrase", ["heb (schulden", "heb schulden)", "een|twee"])
def test_a_phrase_that_cannot_be_read(phrase: str) -> None:
    with pytest.raises(PhraseError, match="'"):
        parse(phrase, {})


@pytest.mark.parametrize("code", languages())
def test_every_language_loads(code: str) -> None:
    assert load(code).code == code


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("debts:\n  - value: maybe\n    say: [schulden]\n", "debts"),
        ("debt:\n  - value: true\n    say: [schulden]\n", "debt"),
        ("debts:\n  - value: true\n    says: [schulden]\n", "says"),
        ("debts:\n  - value: true\n    say: ['heb (schulden']\n", "schulden"),
    ],
)
def test_a_wrong_file_is_named_with_field_and_fault(tmp_path: Path, content: str, said: str) -> None:
    folder = tmp_path / "nl"
    folder.mkdir()
    (folder / "money.yml").write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=said) as fault:
        load("nl", tmp_path)
    assert "money.yml" in str(fault.value)
