"""`python -m leerroute.links`: look whether the addresses in the catalogue still work."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from leerroute.catalogue.__main__ import DEFAULT_DATABASE
from leerroute.database import make_engine, upgrade
from leerroute.links.asking import Asker, make_client
from leerroute.links.clock import RealClock
from leerroute.links.keeping import LinkCheck
from leerroute.links.manners import Manners, Pace, Robots
from leerroute.links.round import Report, go_round

app = typer.Typer(help="The addresses in the catalogue.", add_completion=False)
SOMETHING_BROKEN, OFFLINE = 1, 3
CONTACTS = ["LEERROUTE_CONTACT_EMAIL", "LEERROUTE_CONTACT_URL"]

Contact = Annotated[str, typer.Option(envvar=CONTACTS, help="Whom a site can turn to; it is told to every site.")]
Pause = Annotated[float, typer.Option(min=0, help="Seconds between two questions to the same site.")]
Timeout = Annotated[float, typer.Option(min=0.1, help="Seconds that a site has to answer.")]
AtOnce = Annotated[int, typer.Option(min=1, max=32, help="How many sites are asked side by side.")]
SkipDays = Annotated[int, typer.Option(min=0, help="Leave out what was fine less than this many days ago.")]
Private = Annotated[bool, typer.Option("--also-private", help="Also ask for addresses inside your own network.")]
Database = Annotated[str, typer.Option("--database", envvar="LEERROUTE_DATABASE_URL", help="Where the catalogue is.")]


@app.command()
def check(
    contact: Contact, pause: Pause = 2.0, timeout: Timeout = 20.0, at_once: AtOnce = 6, skip_days: SkipDays = 0,
    also_private: Private = False, database: Database = DEFAULT_DATABASE,
) -> None:  # fmt: skip
    """Look at the address of every measure, course and desk. Ends with 1 when any is broken, 3 when offline."""
    manners, clock = Manners(f"LeerrouteLinkCheck/1.0 (+{contact})", pause), RealClock()
    pace = Pace(clock, manners.pause)
    console = Console(stderr=True)
    columns = (
        TextColumn("Links"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[url]}"),
    )
    engine = make_engine(database)
    upgrade(engine)
    try:
        with (
            make_client(manners, pace, timeout, inside=also_private) as client,
            Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar,
        ):
            task = bar.add_task("links", total=None, url="")
            report = go_round(
                engine, Asker(client, Robots(client, manners.agent, pace), clock).ask, clock,
                at_once=at_once, skip_younger=timedelta(days=skip_days),
                starting=lambda total: bar.update(task, total=total),
                progress=lambda url: bar.update(task, advance=1, url=url),
            )  # fmt: skip
    finally:
        engine.dispose()
    _tell(report)


def _tell(report: Report) -> None:
    if report.offline:
        typer.echo("No site answered at all: is there a network? Nothing was noted.", err=True)
        raise typer.Exit(OFFLINE)
    for found in report.to_look_at:
        typer.echo(f"look      {_line(found, report)}")
    for found in report.broken:
        typer.echo(f"broken    {_line(found, report)}")
    counts = ", ".join(f"{count} {kind}" for kind, count in report.kinds.most_common())
    typer.echo(
        f"Asked: {report.kinds.total()} ({counts or 'none'}); {report.skipped} were fine not long ago, "
        f"{report.left} wait for the next time. Broken: {len(report.broken)}."
    )
    if report.broken:
        raise typer.Exit(SOMETHING_BROKEN)


def _line(found: LinkCheck, report: Report) -> str:
    outcome = found.outcome
    status = f" {outcome.status}" if outcome.status else ""
    to = outcome.moved_to or (outcome.final if outcome.final != found.url else None)
    onward = f" -> {to}" if to else ""
    uses = ", ".join(f"{use.where} {use.name}" for use in sorted(report.uses[found.url]))
    return f"{outcome.kind}{status}  {found.url}{onward}  ({uses})"


if __name__ == "__main__":
    app(prog_name="python -m leerroute.links")
