"""`python -m leerroute.running`: prepare, train and start Leerroute. `make` calls these."""

import signal
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console

from leerroute.running import model, preparing
from leerroute.running.places import LOGS
from leerroute.running.ports import busy_ports
from leerroute.running.processes import processes
from leerroute.running.steps import PreparationFailed
from leerroute.running.supervisor import Supervisor
from leerroute.service.settings import Settings

app = typer.Typer(help=__doc__, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
console = Console(highlight=False)
Logs = Annotated[Path, typer.Option(help="The folder for the logs.")]
STOPPED_BY_SIGNAL = 130


@app.command()
def up(logs: Logs = LOGS) -> None:
    """Prepare what is out of date, then run Rasa, the actions and the API until Ctrl-C."""
    settings = _settings()
    if busy := busy_ports(settings):
        _stop_with("\n".join(busy))
    trained = preparing.prepare(logs, console)
    address = f"http://{settings.host}:{settings.port}"
    raise SystemExit(Supervisor(processes(settings, trained), logs, address, console).run())


@app.command()
def prepare(logs: Logs = LOGS) -> None:
    """Build the widget, train the model, and load the catalogue into the database, each when out of date."""
    preparing.prepare(logs, console)


@app.command()
def train(logs: Logs = LOGS) -> None:
    """Train the Rasa model when its inputs changed."""
    preparing.prepare_model(logs, console)
    console.print(f"The model is {model.model_file()}", soft_wrap=True)


@app.command()
def widget(logs: Logs = LOGS) -> None:
    """Build the widget when its sources changed."""
    preparing.prepare_widget(logs, console)


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as fault:
        wrong = (f"  LEERROUTE_{'_'.join(map(str, at['loc'])).upper()}: {at['msg']}" for at in fault.errors())
        _stop_with("These settings cannot be used (see docs/how-to/settings.md):\n" + "\n".join(wrong))


def _stop_with(words: str) -> NoReturn:
    print(words, file=sys.stderr)  # noqa: T201  (a command's last words belong on stderr)
    raise SystemExit(1)


def _stop_on_signal(*_: object) -> NoReturn:
    raise SystemExit(STOPPED_BY_SIGNAL)


if __name__ == "__main__":
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, _stop_on_signal)
    try:
        app()
    except PreparationFailed as failed:
        _stop_with(str(failed))
