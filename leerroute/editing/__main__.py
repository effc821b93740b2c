"""`python -m leerroute.editing`: accounts of editors, and content out of and into the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated

import typer

from leerroute.catalogue.loader import CONTENT
from leerroute.database import make_engine, upgrade
from leerroute.editing.accounts import AccountFault, Accounts, Role

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


if __name__ == "__main__":
    app(prog_name="python -m leerroute.editing")
