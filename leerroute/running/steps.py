"""One step of the preparation: a command with progress on the screen, its output in a log, and an end one can read."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from leerroute.running.places import ROOT

LINES_SHOWN = 15


@dataclass(frozen=True)
class Step:
    """A command that may take long. `said` is what a person sees while it runs."""

    name: str
    said: str
    command: Sequence[str]
    folder: Path = ROOT
    environment: Mapping[str, str] = field(default_factory=dict)


class PreparationFailed(Exception):
    """Something that has to be there could not be made; the message says what, and what to look at."""


def run_step(step: Step, logs: Path, console: Console) -> None:
    """Run the step to its end, or raise PreparationFailed with the last lines of its log."""
    log = logs / f"{step.name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    if not console.is_terminal:
        console.print(f"{step.said} …")
    with console.status(f"{step.said} …"):
        code = _run(step, log)
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


def _run(step: Step, log: Path) -> int:
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
            return process.wait()
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
