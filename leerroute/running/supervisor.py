"""Keeps the processes together: started together, one log each, stopped together, whatever the reason."""

import os
import signal
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from honcho.manager import Manager
from honcho.printer import Message, Printer
from rich.console import Console

from leerroute.running.processes import Process
from leerroute.running.readiness import Outcome, in_background, wait_until_ready
from leerroute.running.steps import tail

SECONDS_TO_START = 180


class LogFiles(Printer):  # type: ignore[misc]  # honcho has no types
    """Writes what each process says to a file of its own, instead of all to the screen."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def write(self, message: Message) -> None:
        data = message.data if isinstance(message.data, bytes) else message.data.encode()
        with (self._folder / f"{message.name}.log").open("ab") as log:
            log.write(data)


class Supervisor(Manager):  # type: ignore[misc]  # honcho has no types
    """honcho's manager, plus: says when all is ready, and why it ended."""

    def __init__(self, wanted: Sequence[Process], logs: Path, address: str, console: Console) -> None:
        super().__init__(LogFiles(logs))
        self._logs, self._address, self._console = logs, address, console
        self._given_up = threading.Event()
        self._asked_to_stop = False
        self._too_late = False
        self._died: dict[str, int] = {}
        for process in wanted:
            (logs / f"{process.name}.log").write_bytes(b"")
            self.add_process(process.name, process.shell_command, env={**os.environ, **process.environment})

    def run(self) -> int:
        """Block until everything has stopped. 0 when somebody asked for that, 1 when a process ended by itself."""
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
        status = self._console.status("Starting Rasa, the actions and the API …")
        if not self._console.is_terminal:
            self._console.print("Starting Rasa, the actions and the API …")
        with status:
            self._status = status
            self.loop()
        return self._report()

    def terminate(self) -> None:
        """Called by honcho when a process has ended or a signal came: the first call knows which."""
        if not self._given_up.is_set():
            self._given_up.set()
            self._died = {
                name: state["returncode"]
                for name, state in self._processes.items()
                if state.get("returncode") is not None
            }
            self._status.update("Stopping …")
        super().terminate()

    def _start(self) -> None:
        super()._start()
        in_background(self._announce)

    def _announce(self) -> None:
        outcome = wait_until_ready(f"{self._address}/health/ready", seconds=SECONDS_TO_START, given_up=self._given_up)
        if outcome is Outcome.READY:
            self._status.stop()
            self._console.print(f"Leerroute is ready: {self._address}  (stop with Ctrl-C)", soft_wrap=True)
        elif outcome is Outcome.TOO_LATE:
            self._too_late = True
            signal.raise_signal(signal.SIGTERM)

    def _report(self) -> int:
        if self._too_late:
            self._say(f"Leerroute was not ready after {SECONDS_TO_START} seconds. The logs are in {self._logs}.")
            for name in self._processes:
                self._say(f"The end of {name}.log:\n{tail(self._logs / f'{name}.log')}")
            return 1
        for name, code in self._died.items():
            log = self._logs / f"{name}.log"
            self._say(
                f"{name} stopped by itself (code {code}), so the rest was stopped too. The end of {log}:\n{tail(log)}"
            )
        if not self._died:
            self._say("Leerroute has stopped.")
        return 1 if self._died else 0

    def _say(self, words: Any) -> None:
        self._console.print(words, soft_wrap=True, markup=False, highlight=False)
