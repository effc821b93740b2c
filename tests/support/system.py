"""The whole system, as `make up` runs it, for the tests: on ports of its own, with a database of its own."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from leerroute.running.places import ROOT
from leerroute.running.steps import tail
from tests.support.postgres import free_port

TODAY = "2026-11-23"
SECONDS_TO_START = 600
"""Room for training a model and building the widget first, when nobody did."""
GENEROUS = {
    "LEERROUTE_RATE_TALK": "6000/minute",
    "LEERROUTE_RATE_START": "6000/hour",
    "LEERROUTE_RATE_ADDRESS": "60000/minute",
}
"""All tests come from one address."""


@dataclass(frozen=True)
class RunningSystem:
    """Where the running system is and what it leaves behind."""

    base_url: str
    rasa_url: str
    actions_url: str
    database_url: str
    logs: Path


@contextmanager
def run_system(folder: Path, **settings: str) -> Iterator[RunningSystem]:
    """Start everything, wait until a talk can be held, and stop everything at the end."""
    api, rasa, actions = free_port(), free_port(), free_port()
    system = RunningSystem(
        base_url=f"http://127.0.0.1:{api}",
        rasa_url=f"http://127.0.0.1:{rasa}",
        actions_url=f"http://127.0.0.1:{actions}",
        database_url=f"sqlite:///{folder / 'leerroute.db'}",
        logs=folder / "log",
    )
    environment = {
        **os.environ,
        **GENEROUS,
        "LEERROUTE_TODAY": TODAY,
        "LEERROUTE_PORT": str(api),
        "LEERROUTE_RASA_PORT": str(rasa),
        "LEERROUTE_ACTIONS_PORT": str(actions),
        "LEERROUTE_DATABASE_URL": system.database_url,
        **settings,
    }
    process = start_up(environment, system.logs)
    try:
        wait_for_line(process, "Leerroute is ready", system.logs)
        yield system
    finally:
        stop(process)


def start_up(environment: dict[str, str], logs: Path) -> subprocess.Popen[str]:
    """setpriv: also when the tests themselves are killed, the system stops."""
    return subprocess.Popen(
        ["setpriv", "--pdeathsig", "TERM", "--", sys.executable, "-m", "leerroute.running", "up", "--logs", str(logs)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def wait_for_line(process: subprocess.Popen[str], awaited: str, logs: Path, seconds: float = SECONDS_TO_START) -> None:
    """Read what is said until the line comes; a system that ends before it fails with all that it said."""
    said: list[str] = []
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_pass_on, args=(process, lines), daemon=True).start()
    while (line := _next(lines, seconds)) is not None:
        said.append(line)
        if awaited in line:
            return
    logged = "\n".join(f"{log.name}:\n{tail(log)}" for log in sorted(logs.glob("*.log")))
    raise RuntimeError(f"The system did not start. It said:\n{''.join(said)}\nThe logs:\n{logged}")


def stop(process: subprocess.Popen[str], how: signal.Signals = signal.SIGINT) -> int:
    """As Ctrl-C does. Gives the exit code."""
    if process.poll() is None:
        process.send_signal(how)
    return process.wait(timeout=30)


def _pass_on(process: subprocess.Popen[str], lines: "queue.Queue[str | None]") -> None:
    """Keeps reading to the end, so that the system never waits for room in the pipe."""
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            lines.put(line)
    lines.put(None)


def _next(lines: "queue.Queue[str | None]", seconds: float) -> str | None:
    try:
        return lines.get(timeout=seconds)
    except queue.Empty:
        return None
