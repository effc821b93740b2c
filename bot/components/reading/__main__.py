"""Shows what is read in a sentence: `python -m bot.components.reading "ik ben 58 en werkloos"`."""

from __future__ import annotations

import argparse
from datetime import date, datetime, timezone

from .messages import MessageReader


def main() -> None:
    """Read each sentence given, or lines from the keyboard."""
    options = argparse.ArgumentParser(description="Show what is read in a sentence.")
    options.add_argument("sentence", nargs="*")
    options.add_argument("--question", help="the field that was asked for, e.g. age or barrier:time-pressure")
    options.add_argument("--today", default=datetime.now(tz=timezone.utc).date().isoformat())
    options.add_argument("--language", default="nl")
    chosen = options.parse_args()
    reader = MessageReader.of()
    for sentence in chosen.sentence or iter(lambda: input("> "), ""):
        reading = reader.read(sentence, date.fromisoformat(chosen.today), chosen.question, chosen.language)
        print(f"{sentence}\n  intent {reading.intent} ({reading.confidence:.2f}), language {reading.language}")
        for fact in reading.facts:
            words = repr(sentence[fact.start : fact.end])
            print(f"  {fact.field:20} {fact.value!s:24} {words} {fact.confidence:.2f} {fact.source}")


if __name__ == "__main__":
    main()
