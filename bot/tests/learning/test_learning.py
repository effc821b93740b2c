"""Learning from a few messages, keeping it, and what is made of a new message."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path

import pytest
from bot.components.learning.examples import Lesson
from bot.components.learning.learned import LearnedReader
from bot.components.learning.teaching import learn
from bot.components.learning.training import Course
from bot.components.reading.suggestions import Suggestion

DEBTS = (
    "Ik heb schulden bij de bank",
    "We hebben schulden",
    "Mijn schulden zijn hoog",
    "Er zijn schulden en aanmaningen",
)
WELDER = ("Ik ben lasser in Oss", "Ik werk als lasser", "Al jaren lasser", "Ze noemen me lasser")
NOTHING = ("Het regent vandaag", "Ik houd van fietsen", "Mijn hond heet Max", "Morgen is het dinsdag")
LESSONS = [
    *(Lesson(text, {"debts": True}, "plain") for text in DEBTS),
    *(Lesson(text, {"occupation": "lasser"}, "plain") for text in WELDER),
    *(Lesson(text, {}, "plain") for text in NOTHING),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was learnt from a dozen messages."""
    made = tmp_path_factory.mktemp("learnt")
    shares: list[float] = []
    learn(made, LESSONS, Course(rounds=25, batch=4, typed=0.0), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    return made


def sure(suggestions: list[Suggestion]) -> dict[str, Suggestion]:
    return {s.field: s for s in suggestions if s.chance > 0.5}


def test_what_was_learnt_is_kept_and_found_in_other_words(folder: Path) -> None:
    reader = LearnedReader.load(folder)
    message = "Sinds vorig jaar heb ik schulden."
    found = sure(list(reader.suggestions(message)))
    assert found["debts"].value is True
    assert "occupation" not in found
    assert sure(list(reader.suggestions("Morgen regent het."))) == {}


def test_the_words_of_a_job_are_found(folder: Path) -> None:
    job = sure(list(LearnedReader.load(folder).suggestions("Ik ben lasser")))["occupation"]
    assert job.value == "lasser"
    assert (job.start, job.end) == (7, 13)


def test_what_people_write_does_not_stay_in_memory(folder: Path) -> None:
    """The tokenizer remembers each text that it cut, unless it is told not to."""
    reader = LearnedReader.load(folder)
    written = 200
    for number in range(written):
        reader.suggestions(f"Ik heb geheim{number:04d}" + "qz" + "kv en schulden")
    for number in range(written):
        reader.suggestions(f"iets anders {number}")
    gc.collect()
    assert _in_memory(b"qz" + b"kv\xe2\x96\x81en") < written / 4  # what is left are freed pages, not yet written over


def _in_memory(sought: bytes) -> int:
    """How often these bytes stand in the writable memory of this process."""
    maps = (line.split()[:2] for line in Path("/proc/self/maps").read_text().splitlines() if "[v" not in line)
    found = 0
    with Path("/proc/self/mem").open("rb", buffering=0) as memory:
        for span, rights in maps:
            first, last = (int(part, 16) for part in span.split("-"))
            if "rw" in rights:
                with suppress(OSError):
                    memory.seek(first)
                    found += memory.read(last - first).count(sought)
    return found


def test_every_suggestion_points_into_the_message(folder: Path) -> None:
    reader = LearnedReader.load(folder)
    for message in ("", " ", "😀", "<b>x</b>", "schulden " * 400, "‮دين‬ schulden", "a\u0000b"):
        for suggestion in reader.suggestions(message):
            assert 0 <= suggestion.start <= suggestion.end <= len(message)
            assert 0 <= suggestion.chance <= 1
