"""Measures how well messages are understood, next to Rasa's default pipeline: `make bench-understanding`.

Options by hand: `bot/.venv/bin/python -m bench.understanding --misreads --without-baseline`.
Ends with 1 when test messages stand in the training data: then no figure is worth anything.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from bench.understanding.baseline import baseline_model, facts_of_baseline, fields
from bench.understanding.comparing import Outcome, compare
from bench.understanding.overlap import learnt_texts, shared_messages, training_texts
from bench.understanding.places import MISREADS, RESULT, ROOT, TRAINING, WORK, trained_model
from bench.understanding.report import misreads, result_of, tables
from bench.understanding.testset import (
    Fact,
    TestMessage,
    fingerprint_of_messages,
    load_messages,
    pairs_of,
)

LEERROUTE, BASELINE = "leerroute", "counts + DIET"


def main() -> int:
    """Read, compare, write and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--misreads", action="store_true", help="also print what was misread (always in var/bench)")
    options.add_argument("--without-baseline", action="store_true", help="measure only Leerroute")
    options.add_argument("--model", type=Path, help="a trained model to measure, instead of the present one")
    chosen = options.parse_args()
    messages = load_messages()
    if not _apart(messages):
        return 1
    WORK.mkdir(parents=True, exist_ok=True)
    models = {LEERROUTE: chosen.model or trained_model()}
    if not chosen.without_baseline:
        models[BASELINE] = baseline_model()
    outcomes, results = {}, {}
    for system, model in models.items():
        measured = _read(system, model)
        outcomes[system] = _outcomes(system, messages, measured)
        results[system] = {"model": model.name, **result_of(outcomes[system], measured)}
    _write(results, outcomes[LEERROUTE])
    print(tables(results))
    print(f"\nFigures: {RESULT.relative_to(ROOT)}; misreads: {MISREADS.relative_to(ROOT)}")
    if chosen.misreads:
        print(f"\n{misreads(outcomes[LEERROUTE])}")
    return 0


def _apart(messages: list[TestMessage]) -> bool:
    known = training_texts(TRAINING) + learnt_texts()
    shared = shared_messages((message.text for message in messages), known)
    for text, trained, similarity in shared:
        print(f"In both sets ({similarity:.0f} % alike): {text!r} and {trained!r}", file=sys.stderr)
    return not shared


def _read(system: str, model: Path) -> dict[str, Any]:
    """Read all messages in a process of its own; its progress bar goes to the screen."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "read.json"
        command = [sys.executable, "-m", "bench.understanding.reading", str(model), str(result), "--name", system]
        subprocess.run(command, cwd=ROOT, check=True)
        read: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return read


def _outcomes(system: str, messages: list[TestMessage], measured: dict[str, Any]) -> list[Outcome]:
    found = zip(messages, measured["entities"], strict=True)
    return [compare(message, _facts(system, entities, message.text)) for message, entities in found]


def _facts(system: str, entities: list[dict[str, Any]], text: str) -> list[Fact]:
    """Entities that are fields of the profile; a field that got two values counts twice."""
    if system == BASELINE:
        return facts_of_baseline(entities, text)
    return pairs_of_entities(
        [(entity["entity"], entity["value"]) for entity in entities if entity["entity"] in fields()]
    )


def pairs_of_entities(entities: list[Fact]) -> list[Fact]:
    """A value may be a whole list."""
    return [pair for name, value in entities for pair in pairs_of({name: value})]


def _write(results: dict[str, Any], outcomes: list[Outcome]) -> None:
    about = {
        "measured": datetime.now(timezone.utc).isoformat(timespec="seconds"),  # noqa: UP017  (Python 3.10)
        "test_set": fingerprint_of_messages(),
        "messages": len(outcomes),
        "load_of_the_machine": os.getloadavg()[0],
    }
    RESULT.write_text(json.dumps({**about, "systems": results}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    MISREADS.write_text(misreads(outcomes), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
