"""`python -m leerroute.supply import|sources|remove`: course supply in the database."""

from __future__ import annotations

import csv
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn
from sqlalchemy import delete

from leerroute.catalogue.__main__ import DEFAULT_DATABASE
from leerroute.catalogue.repository import CatalogueNotLoaded, CatalogueRepository
from leerroute.catalogue.tables.offers import CourseOfferRow
from leerroute.database import make_engine, upgrade, writing
from leerroute.supply.importing import READERS, Outcome, counted_sources, run_import
from leerroute.supply.records import Import

app = typer.Typer(help="Courses of schools, under the learning steps of a route.", add_completion=False)
Format = StrEnum("Format", {name: name for name in READERS})  # type: ignore[misc]  # names from the readers
Database = Annotated[str, typer.Option("--database", envvar="LEERROUTE_DATABASE_URL", help="Where to put it.")]
MOST_SHOWN = 20


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="The files of the source.", exists=True, dir_okay=False)],
    format_: Annotated[Format, typer.Option("--format", help="How the files are written.")],
    source: Annotated[str, typer.Option(help="A name for this source, the same each time.")],
    measure: Annotated[str | None, typer.Option(help="The measure these courses belong to.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    report: Annotated[Path | None, typer.Option(help="Write what was refused to this CSV.", dir_okay=False)] = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Take over the courses in the files. What is refused is said, with the reason; the rest is taken over."""
    engine = make_engine(database)
    try:
        upgrade(engine)
        catalogue = CatalogueRepository(engine)
        if measure and measure not in catalogue.catalogue().measures:
            _stop(f"--measure: the catalogue has no measure '{measure}'")
        given = Import(source.strip()[:80], PlaceFinder(catalogue), measure)
        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("Courses: {task.completed}"))
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task("courses", total=None)
            outcome = run_import(
                engine, format_.value, files, given, dry_run=dry_run,
                progress=lambda done: bar.update(task, completed=done),
            )  # fmt: skip
    except (ValueError, CatalogueNotLoaded) as error:
        _stop(str(error))
    finally:
        engine.dispose()
    _tell(outcome, report, dry_run=dry_run)


@app.command()
def sources(database: Database = DEFAULT_DATABASE) -> None:
    """Say which sources there are, and how many courses each has."""
    engine = make_engine(database)
    upgrade(engine)
    with engine.connect() as connection:
        for name, count in counted_sources(connection).items():
            typer.echo(f"{name}: {count}")
    engine.dispose()


@app.command()
def remove(source: str, database: Database = DEFAULT_DATABASE) -> None:
    """Take all courses of a source out."""
    engine = make_engine(database)
    upgrade(engine)
    with writing(engine) as connection:
        gone = connection.execute(delete(CourseOfferRow).where(CourseOfferRow.source == source)).rowcount
    engine.dispose()
    typer.echo(f"{gone} courses of {source} are gone.")


class PlaceFinder:
    """Municipalities by place or postcode; the same place is looked up once."""

    def __init__(self, catalogue: CatalogueRepository) -> None:
        self._catalogue = catalogue
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> tuple[str, ...]:
        if text not in self._known:
            self._known[text] = tuple(m.code for m in self._catalogue.municipalities(text, exact=True))
        return self._known[text]


def _stop(message: str) -> NoReturn:
    typer.echo(message, err=True)
    typer.echo("Nothing was changed.", err=True)
    raise typer.Exit(1)


def _tell(outcome: Outcome, report: Path | None, *, dry_run: bool) -> None:
    for refusal in outcome.refusals[:MOST_SHOWN]:
        typer.echo(f"Refused: {refusal}", err=True)
    if len(outcome.refusals) > MOST_SHOWN:
        typer.echo(f"Refused: {len(outcome.refusals) - MOST_SHOWN} more (--report FILE lists all).", err=True)
    if report:
        with report.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("record", "field", "value", "expected"))
            rows.writerows((r.record, r.field, r.value, r.expected) for r in outcome.refusals)
    resumed = f" (went on after record {outcome.resumed_after})" if outcome.resumed_after else ""
    typer.echo(
        f"{'Would be' if dry_run else 'Done'}{resumed}: {outcome.added} added, {outcome.changed} changed, "
        f"{outcome.unchanged} unchanged, {outcome.removed} removed, {outcome.refused} refused."
    )


if __name__ == "__main__":
    app(prog_name="python -m leerroute.supply")
