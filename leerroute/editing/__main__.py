"""`python -m leerroute.editing`: accounts of editors, and content out of and into the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from leerroute.catalogue.edits import sha256, text_in
from leerroute.catalogue.errors import ContentErrors
from leerroute.catalogue.loader import CONTENT
from leerroute.database import make_engine, upgrade
from leerroute.editing.accounts import AccountFault, Accounts, Role
from leerroute.editing.exchanging import changes_in, export, import_from
from leerroute.editing.publishing import Change, NoReason, Outdated, Publishing

app = typer.Typer(help="Editing the catalogue.", add_completion=False, no_args_is_help=True)
DEFAULT_DATABASE = f"sqlite:///{CONTENT.parent / 'var' / 'leerroute.db'}"

Database = Annotated[str, typer.Option("--database", envvar="LEERROUTE_DATABASE_URL", help="Which database.")]
Name = Annotated[str, typer.Argument(help="The name with which the person logs in.")]
Password = Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for.")]


@contextmanager
def _accounts(database: str) -> Iterator[Accounts]:
    engine = make_engine(database)
    try:
        upgrade(engine)
        yield Accounts(engine)
    except AccountFault as fault:
        typer.echo(f"Not done: {fault}.", err=True)
        raise typer.Exit(1) from None
    finally:
        engine.dispose()


@app.command()
def add_user(
    name: Name,
    password: Password,
    role: Annotated[Role, typer.Option(help="An editor drafts; a publisher also publishes and undoes.")] = "editor",
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Make an account for the screens under /beheer."""
    with _accounts(database) as accounts:
        accounts.add(name, role, password, datetime.now(UTC))
    typer.echo(f"{name} can log in at /beheer as {role}.")


@app.command()
def set_password(name: Name, password: Password, database: Database = DEFAULT_DATABASE) -> None:
    """Change a password and end the sessions of that account."""
    with _accounts(database) as accounts:
        accounts.set_password(name, password)
    typer.echo(f"The password of {name} is changed.")


@app.command()
def remove_user(name: Name, database: Database = DEFAULT_DATABASE) -> None:
    """Remove an account at once; what this person published stays in the history."""
    with _accounts(database) as accounts:
        accounts.remove(name)
    typer.echo(f"{name} can no longer log in.")


@app.command()
def users(database: Database = DEFAULT_DATABASE) -> None:
    """List the accounts."""
    with _accounts(database) as accounts:
        for editor in accounts.all():
            typer.echo(f"{editor.name}\t{editor.role}")


@contextmanager
def _publishing(database: str) -> Iterator[Publishing]:
    engine = make_engine(database)
    try:
        upgrade(engine)
        yield Publishing(engine)
    except ContentErrors as errors:
        for error in errors.errors:
            typer.echo(str(error), err=True)
        typer.echo("Nothing was changed.", err=True)
        raise typer.Exit(1) from None
    except (Outdated, NoReason) as refused:
        typer.echo(f"Nothing was changed: {refused}.", err=True)
        raise typer.Exit(1) from None
    finally:
        engine.dispose()


@app.command("export")
def export_content(
    folder: Annotated[Path, typer.Argument(help="Where to write; `catalogue` brings the edits home.", file_okay=False)],
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Write the content as it counts now, with all edits, as content files."""
    with _publishing(database) as publishing:
        written = export(publishing, folder)
    typer.echo(f"{len(written)} files written to {folder}.")


@app.command("import")
def import_content(
    folder: Annotated[Path, typer.Argument(help="A folder with measures/*.yml.", exists=True, file_okay=False)],
    why: Annotated[str, typer.Option(prompt="Why", help="The reason that stands in the history.")],
    author: Annotated[str, typer.Option(help="Whose name stands in the history.")] = "import",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only check, and say what would change.")] = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Publish the measures of a folder that differ from what counts now, all of them or none."""
    with _publishing(database) as publishing:
        changes = changes_in(publishing, folder)
        if dry_run:
            publishing.content_with({change.file: change.text for change in changes})
        else:
            import_from(publishing, folder, author, why, datetime.now(UTC))
    for change in changes:
        typer.echo(change.file)
    typer.echo(f"{len(changes)} measures {'would change' if dry_run else 'changed'}.")


@app.command()
def set_aside(
    measure: Annotated[str, typer.Argument(help="The id of the measure.")],
    why: Annotated[str, typer.Option(prompt="Why", help="The reason that stands in the history.")],
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Let the file of a measure count again in place of what was published; history keeps the edit."""
    with _publishing(database) as publishing:
        file = f"measures/{measure}.yml"
        over, in_files = publishing.overlay(), text_in(publishing.folder, file)
        if file not in over or in_files is None:
            typer.echo(f"Nothing was changed: there is no edit over {file}.", err=True)
            raise typer.Exit(1)
        change = Change(file, in_files, sha256(over[file]))
        publishing.publish([change], "set-aside", why, datetime.now(UTC))
    typer.echo(f"{file} counts again.")


if __name__ == "__main__":
    app(prog_name="python -m leerroute.editing")
