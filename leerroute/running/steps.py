"""One step of the preparation: a command with progress on the screen, its output in a log, and an end one can read."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.status import Status

from leerroute.running.places import ROOT

LINES_SHOWN = 15
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_LINES = 60.0
BYTES_LOOKED_AT = 4000


@dataclass(frozen=True)
class Step:
    """A command that may take long. `said` is what a person sees while it runs.

    `progress` finds in a line of its output how far it is, in words that stand behind `said`.
    """

    name: str
    said: str
    command: Sequence[str]
    folder: Path = ROOT
    environment: Mapping[str, str] = field(default_factory=dict)
    progress: re.Pattern[str] | None = None


class PreparationFailed(Exception):
    """Something that has to be there could not be made; the message says what, and what to look at."""


def run_step(step: Step, logs: Path, console: Console) -> None:
    """Run the step to its end, or raise PreparationFailed with the last lines of its log."""
    log = logs / f"{step.name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    if not console.is_terminal:
        console.print(f"{step.said} …")
    with console.status(f"{step.said} …") as status:
        code = _run(step, log, _teller(step, console, status))
    if code != 0:
        raise PreparationFailed(
            f"{step.said} failed (code {code}). The whole output is in {log}; its end:\n{tail(log)}"
        )
    console.print(f"{step.said}: done in {time.monotonic() - started:.0f} s")


def tail(log: Path, lines: int = LINES_SHOWN) -> str:
    """The last lines of a log, indented so that they stand apart from our own words."""
    if not log.exists():
        return "  (there is no log)"
    last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]
    return "\n".join(f"  {line}" for line in last) or "  (the log is empty)"


def _teller(step: Step, console: Console, status: Status) -> Callable[[str], None]:
    """Shows how far the step is: on a terminal at once, elsewhere one line a minute."""
    told = time.monotonic()

    def tell(far: str) -> None:
        nonlocal told
        status.update(f"{step.said} … {far}")
        if not console.is_terminal and time.monotonic() - told >= SECONDS_BETWEEN_LINES:
            told = time.monotonic()
            console.print(f"{step.said} … {far}")

    return tell


def how_far(step: Step, log: Path) -> str:
    """What the last lines of the output say about how far the step is; empty when they say nothing."""
    if step.progress is None:
        return ""
    with log.open("rb") as output:
        output.seek(max(0, log.stat().st_size - BYTES_LOOKED_AT))
        found = step.progress.findall(output.read().decode("utf-8", "replace"))
    return str(found[-1]) if found else ""


def _run(step: Step, log: Path, tell: Callable[[str], None]) -> int:
    """The command gets a process group of its own, so that stopping us halfway leaves nothing of it behind."""
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603  (the commands are ours)
            step.command,
            cwd=step.folder,
            env={**os.environ, **step.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            while True:
                try:
                    return process.wait(SECONDS_BETWEEN_LOOKS)
                except subprocess.TimeoutExpired:
                    if far := how_far(step, log):
                        tell(far)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
