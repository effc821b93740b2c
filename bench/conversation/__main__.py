"""Lets every simulated person talk with the whole system, and measures turns: `make bench-conversation`.

By hand: `python -m bench.conversation --only angry-man --only typo-writer`. The result is written to
var/bench/conversation: figures as JSON, and the transcript of every talk that did not go as expected.
Ends with 1 when something goes wrong that is not a known failure, or when a late turn is too slow.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bench.conversation.report import as_data, summary, talk_table, write_transcripts
from bench.conversation.turns import MOST_RATIO, TurnTimes, measure_turns
from tests.simulated.judging import surprises
from tests.simulated.person import people
from tests.simulated.playing import Talked, talk_with
from tests.support.system import run_system

RESULTS = Path(__file__).resolve().parents[2] / "var" / "bench" / "conversation"


def main() -> int:
    """Talk, measure, print, write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", action="append", help="the name of one person; may be given more than once")
    chosen = options.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 160)
    talked, times = _play(console, chosen.only)
    console.print(talk_table(talked))
    console.print(summary(talked))
    RESULTS.mkdir(parents=True, exist_ok=True)
    write_transcripts(talked, RESULTS)
    if times is not None:
        console.print(times.sentence())
    data = as_data(talked, times)
    (RESULTS / "result.json").write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    console.print(f"Written to {RESULTS.relative_to(RESULTS.parents[2])}")
    wrong = [line for one in talked for line in surprises(one)]
    for line in wrong:
        console.print(f"[red]{line}[/red]")
    slow = times is not None and times.ratio > MOST_RATIO
    return 1 if wrong or slow else 0


def _play(console: Console, only: list[str] | None) -> tuple[list[Talked], TurnTimes | None]:
    wanted = [person for person in people() if not only or person.name in only]
    with tempfile.TemporaryDirectory(prefix="leerroute-bench-") as folder:
        console.print("Starting the whole system …")
        with run_system(Path(folder)) as system:
            talked = [talk_with(person, system) for person in track(wanted, "Talking", console=console)]
            times = None if only else measure_turns(system, console)
    return talked, times


if __name__ == "__main__":
    sys.exit(main())
