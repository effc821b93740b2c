"""Shows what is read in a sentence: `python -m bot.components.reading "ik ben 58 en werkloos"`.

Phrases are those of data/lexicon as it is now; what was learnt is that of the model that was trained last.
"""

from __future__ import annotations

import argparse
from datetime import date, datetime, timezone

from bot.components.learning.trained import newest_learned

from .messages import MessageReader


def main() -> None:
    """Read each sentence given, or lines from the keyboard."""
    options = argparse.ArgumentParser(description="Show what is read in a sentence.")
    options.add_argument("sentence", nargs="*")
    options.add_argument("--question", help="the field that was asked for, e.g. age or barrier:time-pressure")
    options.add_argument("--today", default=datetime.now(tz=timezone.utc).date().isoformat())
    options.add_argument("--language", default="nl")
    options.add_argument("--phrases", action="store_true", help="leave out what was learnt")
    chosen = options.parse_args()
    learned = None if chosen.phrases else newest_learned()
    if learned is None:
        print("With the phrases alone" + ("." if chosen.phrases else ": there is no trained model (`make train`)."))
    reader = MessageReader.of(learned=learned)
    for sentence in chosen.sentence or iter(lambda: input("> "), ""):
        reading = reader.read(sentence, date.fromisoformat(chosen.today), chosen.question, chosen.language)
        print(f"{sentence}\n  intent {reading.intent} ({reading.confidence:.2f}), language {reading.language}")
        for fact in reading.facts:
            words = repr(sentence[fact.start : fact.end])
            print(f"  {fact.field:20} {fact.value!s:24} {words} {fact.confidence:.2f} {fact.source}")
        for fact in reader.unbelieved(sentence, date.fromisoformat(chosen.today), reading):
            print(f"  not believed: {fact.field} {fact.value!s} {sentence[fact.start : fact.end]!r}, by a phrase")


if __name__ == "__main__":
    main()
