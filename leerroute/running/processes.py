"""The three processes: what starts them and with which surroundings. docker-compose.yml starts the same three."""

import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leerroute.running.model import QUIET
from leerroute.running.places import RASA_PYTHON
from leerroute.service.settings import Settings


@dataclass(frozen=True)
class Process:
    """One long-running program."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]

    @property
    def shell_command(self) -> str:
        """`exec`: the shell makes way, so that a signal reaches the program itself."""
        return f"exec {shlex.join(self.command)}"


def processes(settings: Settings, model: Path) -> tuple[Process, ...]:
    """Rasa, the actions and the API, bound as the settings say: to this machine only, unless told otherwise."""
    return (
        Process("rasa", _rasa(settings, model), {**QUIET, **settings.rasa_environment()}),
        Process("actions", (sys.executable, "-m", "actions"), {}),
        Process("api", (sys.executable, "-m", "api"), {}),
    )


def _rasa(settings: Settings, model: Path) -> tuple[str, ...]:
    """Never with --enable-api: Rasa's HTTP API has no authentication and known holes (CVE-2024-49375)."""
    address = ("-i", settings.rasa_host, "-p", str(settings.rasa_port))
    return (str(RASA_PYTHON), "-m", "bot.quiet_rasa", "run", *address, "-m", str(model))
