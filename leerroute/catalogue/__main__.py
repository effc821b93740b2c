"""`python -m leerroute.catalogue load|check`: put the content in the database, or only check it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from leerroute.catalogue.content import read_content
from leerroute.catalogue.errors import ContentErrors
from leerroute.catalogue.files import content_files
from leerroute.catalogue.loader import CONTENT
from leerroute.catalogue.loader import load as load_content
from leerroute.database import make_engine, upgrade

app = typer.Typer(help="The catalogue of Leerroute.", add_completion=False, no_args_is_help=True)
DEFAULT_DATABASE = f"sqlite:///{CONTENT.parent / 'var' / 'leerroute.db'}"

Folder = Annotated[Path, typer.Option("--content", help="The folder with the content.", exists=True, file_okay=False)]
Database = Annotated[str, typer.Option("--database", envvar="LEERROUTE_DATABASE_URL", help="Where to put it.")]


@contextmanager
def _progress(folder: Path) -> Iterator[Callable[[str], None]]:
    """A bar over the files when somebody is looking, nothing in a log."""
    console = Console(stderr=True)
    columns = (TextColumn("Catalogue"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[name]}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("files", total=sum(1 for _ in content_files(folder)), name="")
        yield lambda name: bar.update(task, advance=1, name=name)


def _report(errors: ContentErrors) -> None:
    for error in errors.errors:
        typer.echo(str(error), err=True)
    count = len(errors.errors)
    typer.echo(f"The content has {count} fault{'' if count == 1 else 's'}; nothing was loaded.", err=True)


@app.command()
def check(content: Folder = CONTENT) -> None:
    """Only check the content; the database is not used."""
    try:
        with _progress(content) as progress:
            found = read_content(content, progress)
    except ContentErrors as errors:
        _report(errors)
        raise typer.Exit(1) from None
    typer.echo(f"The content is right: {len(found.measures)} measures, {len(found.questions)} questions.")


@app.command()
def load(content: Folder = CONTENT, database: Database = DEFAULT_DATABASE) -> None:
    """Bring the database up to date and put the content in it, unless it is there already."""
    engine = make_engine(database)
    upgrade(engine)
    try:
        with _progress(content) as progress:
            loaded = load_content(engine, content, progress)
    except ContentErrors as errors:
        _report(errors)
        raise typer.Exit(1) from None
    finally:
        engine.dispose()
    for name in loaded.conflicts:
        typer.echo(
            f"{name}: changed in the files and on the screens; the screens' version counts. See /beheer.", err=True
        )
    outcome = "The catalogue is loaded" if loaded.changed else "The catalogue was loaded already"
    typer.echo(f"{outcome} (revision {loaded.revision[:12]}).")


if __name__ == "__main__":
    app(prog_name="python -m leerroute.catalogue")
