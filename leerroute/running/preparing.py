"""Everything that must be there before the three processes can start; what is up to date is left alone."""

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from leerroute.running import model, widget
from leerroute.running.places import ROOT, VAR
from leerroute.running.steps import Step, run_step


def prepare(logs: Path, console: Console, *, database: bool = True) -> Path:
    """Build, load and train what is out of date, one at a time per checkout. Gives the model to run."""
    with _alone(console):
        prepare_widget(logs, console)
        trained = prepare_model(logs, console)
        if database:
            run_step(loading_step(), logs, console)
    return trained


def prepare_widget(logs: Path, console: Console) -> None:
    if widget.is_built():
        return
    for step in widget.widget_steps():
        run_step(step, logs, console)
    widget.remember_built()


def prepare_model(logs: Path, console: Console) -> Path:
    trained = model.model_file()
    if not trained.exists():
        run_step(model.training_step(), logs, console)
        model.keep_trained(trained)
    return trained


def loading_step() -> Step:
    """Migrate the database and load the catalogue; both do nothing when nothing changed."""
    command = [sys.executable, "-m", "leerroute.catalogue", "load"]
    return Step("catalogue", "Loading the catalogue into the database", command, ROOT)


@contextmanager
def _alone(console: Console) -> Iterator[None]:
    """Two preparations of one checkout at once would overwrite each other's files."""
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "preparing.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            console.print("Another preparation is under way in this folder; waiting for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
