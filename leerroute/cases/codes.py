"""Going on with a talk on another device: a short code that is swapped, once and within minutes, for a token."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete
from sqlalchemy.orm import Session

from leerroute.cases import tokens
from leerroute.cases.tables import CaseCodeRow, CaseTokenRow
from leerroute.database import writing

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without characters that look alike
LENGTH = 8  # 30^8 = 6.6e11 codes; with the rate limit and ten minutes nobody guesses one that is open
KEEP_FOR = timedelta(minutes=10)


class CaseCodes:
    """Hands codes out and swaps them. Only hashes are kept, of the code as well as of the new token."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def make(self, case_id: str, now: datetime) -> tuple[str, datetime]:
        """A new code and the moment until which it works; the code that was made before stops working."""
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        expires_at = now + KEEP_FOR
        with writing(self._engine) as connection, Session(connection) as session:
            session.execute(delete(CaseCodeRow).where(CaseCodeRow.case_id == case_id))
            session.add(CaseCodeRow(code_sha256=tokens.hashed(code), case_id=case_id, expires_at=expires_at))
            session.flush()
        return code, expires_at

    def swap(self, typed: str, now: datetime) -> tuple[str, str] | None:
        """The id of the talk and a token for the other device. None when the code is unknown, used or old."""
        code = plain(typed)
        with writing(self._engine) as connection, Session(connection) as session:
            session.execute(delete(CaseCodeRow).where(CaseCodeRow.expires_at <= now))
            taken = delete(CaseCodeRow).where(CaseCodeRow.code_sha256 == tokens.hashed(code))
            case_id = session.scalar(taken.returning(CaseCodeRow.case_id))
            if case_id is None:
                return None
            token = tokens.new_token()
            session.add(CaseTokenRow(token_sha256=tokens.hashed(token), case_id=case_id))
            session.flush()
            return case_id, token


def plain(typed: str) -> str:
    """The code as people type it: small letters, spaces and dashes do not matter."""
    return "".join(character for character in typed.upper() if character in ALPHABET)
