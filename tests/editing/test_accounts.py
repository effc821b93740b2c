"""Who may log in, for how long, and what is kept of a password."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from typer.testing import CliRunner

from leerroute.database import make_engine, upgrade
from leerroute.editing.__main__ import app
from leerroute.editing.accounts import AccountFault, Accounts
from leerroute.editing.tables import SessionRow, UserRow

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PASSWORD = "een lange zin als wachtwoord"


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    sqlite = f"sqlite:///{tmp_path / 'test.db'}"
    made = make_engine(sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url"))
    upgrade(made)
    yield made
    made.dispose()


@pytest.fixture
def accounts(engine: Engine) -> Accounts:
    made = Accounts(engine, timedelta(hours=1))
    made.add("Noor", "publisher", PASSWORD, NOW)
    return made


def test_the_right_password_opens_a_session(accounts: Accounts) -> None:
    token = accounts.log_in(" NOOR ", PASSWORD, NOW)
    assert token is not None
    editor = accounts.editor(token, NOW)
    assert editor is not None
    assert (editor.name, editor.may_publish) == ("noor", True)


@pytest.mark.parametrize(("name", "password"), [("noor", "iets anders dat lang is"), ("sam", PASSWORD), ("noor", "")])
def test_anything_else_does_not(accounts: Accounts, name: str, password: str) -> None:
    assert accounts.log_in(name, password, NOW) is None


def test_neither_password_nor_token_is_kept(accounts: Accounts, engine: Engine) -> None:
    token = accounts.log_in("noor", PASSWORD, NOW)
    with engine.connect() as connection:
        (stored,) = connection.execute(select(UserRow.password_hash)).scalars()
        (session,) = connection.execute(select(SessionRow.token_sha256)).scalars()
    assert stored.startswith("$argon2id$")
    assert token not in (session, stored)


def test_a_session_ends_when_unused_and_after_a_working_day(accounts: Accounts) -> None:
    token = accounts.log_in("noor", PASSWORD, NOW) or ""
    for minutes in range(0, 11 * 60, 50):
        assert accounts.editor(token, NOW + timedelta(minutes=minutes))
    assert accounts.editor(token, NOW + timedelta(hours=12)) is None
    other = accounts.log_in("noor", PASSWORD, NOW) or ""
    assert accounts.editor(other, NOW + timedelta(hours=1)) is None


def test_logging_out_a_new_password_and_removal_end_sessions(accounts: Accounts) -> None:
    token = accounts.log_in("noor", PASSWORD, NOW) or ""
    accounts.log_out(token)
    assert accounts.editor(token, NOW) is None
    token = accounts.log_in("noor", PASSWORD, NOW) or ""
    accounts.set_password("noor", "een ander lang wachtwoord")
    assert accounts.editor(token, NOW) is None
    token = accounts.log_in("noor", "een ander lang wachtwoord", NOW) or ""
    accounts.remove("noor")
    assert accounts.editor(token, NOW) is None


@pytest.mark.parametrize(("name", "password"), [("noor", PASSWORD), ("sam", "te kort"), ("<b>", PASSWORD)])
def test_an_account_that_cannot_be_is_refused(accounts: Accounts, name: str, password: str) -> None:
    with pytest.raises(AccountFault):
        accounts.add(name, "editor", password, NOW)


def test_the_command_asks_for_the_password_and_never_shows_it(tmp_path: Path) -> None:
    database = ["--database", f"sqlite:///{tmp_path / 'test.db'}"]
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    made = CliRunner().invoke(app, ["add-user", "sam", "--role", "editor", *database], input=typed)
    assert made.exit_code == 0, made.output
    assert PASSWORD not in made.output
    again = CliRunner().invoke(app, ["add-user", "sam", *database], input=typed)
    assert again.exit_code == 1
    assert "already" in again.output
    assert "sam\teditor" in CliRunner().invoke(app, ["users", *database]).output
