"""Who may edit and publish: accounts with Argon2 hashes, and sessions that end."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Literal, cast

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Engine, delete, insert, select, update

from leerroute.database import reading, writing
from leerroute.editing.tables import SessionRow, UserRow

Role = Literal["editor", "publisher"]
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
LONGEST_SESSION = timedelta(hours=12)
_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{1,79}")
_TOKEN_BYTES = 32


class AccountFault(ValueError):
    """An account cannot be made or changed like this; the message says why, for the operator at the command line."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who is logged in."""

    name: str
    role: Role

    @property
    def may_publish(self) -> bool:
        """Publishing and undoing is for publishers."""
        return self.role == "publisher"


class Accounts:
    """Accounts and sessions in SQL: logging out and removing an account work at once, in every process."""

    def __init__(self, engine: Engine, idle: timedelta = timedelta(hours=2)) -> None:
        self._engine = engine
        self._idle = idle

    def add(self, name: str, role: Role, password: str, now: datetime) -> None:
        """Make an account. Raises AccountFault."""
        key = _checked_name(name)
        row = {"name": key, "role": role, "password_hash": _hashed(password), "created_at": now}
        with writing(self._engine) as connection:
            if connection.execute(select(UserRow.name).where(UserRow.name == key)).first():
                raise AccountFault(f"there is an account {key} already")
            connection.execute(insert(UserRow), row)

    def set_password(self, name: str, password: str) -> None:
        """Change a password; whoever is logged in with the old one is logged out. Raises AccountFault."""
        key, hashed = _key(name), _hashed(password)
        with writing(self._engine) as connection:
            changed = connection.execute(update(UserRow).where(UserRow.name == key).values(password_hash=hashed))
            if changed.rowcount == 0:
                raise AccountFault(f"there is no account {key}")
            connection.execute(delete(SessionRow).where(SessionRow.editor == key))

    def remove(self, name: str) -> None:
        """Remove an account and its sessions; history keeps the name. Raises AccountFault."""
        with writing(self._engine) as connection:
            if connection.execute(delete(UserRow).where(UserRow.name == _key(name))).rowcount == 0:
                raise AccountFault(f"there is no account {_key(name)}")

    def all(self) -> tuple[Editor, ...]:
        """Every account by name."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(UserRow.name, UserRow.role).order_by(UserRow.name)).all()
        return tuple(Editor(row.name, cast("Role", row.role)) for row in rows)

    def log_in(self, name: str, password: str, now: datetime) -> str | None:
        """The token of a new session, told here once; None when name or password is wrong."""
        query = select(UserRow.name, UserRow.password_hash).where(UserRow.name == _key(name))
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        # an unknown name costs the same as a wrong password
        fits = _fits(row.password_hash if row else _nobody(), password)
        if row is None or not fits:
            return None
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        session = {
            "token_sha256": _digest(token),
            "editor": row.name,
            "created_at": now,
            "expires_at": now + self._idle,
        }
        with writing(self._engine) as connection:
            connection.execute(delete(SessionRow).where(SessionRow.expires_at <= now))
            connection.execute(insert(SessionRow), session)
        return token

    def editor(self, token: str, now: datetime) -> Editor | None:
        """Who holds this token, kept logged in by this use; None when the session has ended."""
        digest = _digest(token)
        query = (
            select(UserRow.name, UserRow.role, SessionRow.created_at, SessionRow.expires_at)
            .join(SessionRow, SessionRow.editor == UserRow.name)
            .where(SessionRow.token_sha256 == digest)
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        if row is None or row.expires_at <= now or row.created_at + LONGEST_SESSION <= now:
            return None
        if now + self._idle - row.expires_at > timedelta(minutes=1):
            with writing(self._engine) as connection:
                kept = update(SessionRow).where(SessionRow.token_sha256 == digest)
                connection.execute(kept.values(expires_at=now + self._idle))
        return Editor(row.name, cast("Role", row.role))

    def log_out(self, token: str) -> None:
        """End the session of this token."""
        with writing(self._engine) as connection:
            connection.execute(delete(SessionRow).where(SessionRow.token_sha256 == _digest(token)))


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobody() -> str:
    return _hasher().hash(secrets.token_urlsafe(_TOKEN_BYTES))


def _hashed(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise AccountFault(f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters")
    return _hasher().hash(password)


def _fits(hashed: str, password: str) -> bool:
    try:
        return len(password) <= LONGEST_PASSWORD and _hasher().verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


def _key(name: str) -> str:
    return name.strip().casefold()


def _checked_name(name: str) -> str:
    key = _key(name)
    if not _NAME.fullmatch(key):
        raise AccountFault("a name has 2 to 80 letters, digits or . _ @ -")
    return key


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
