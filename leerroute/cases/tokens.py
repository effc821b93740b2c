"""The key to a talk: handed out once, kept as a hash only."""

from __future__ import annotations

import hashlib
import hmac
import secrets

TOKEN_BYTES = 32  # 256 bits: too many to guess, so a plain SHA-256 without salt is enough at rest


def new_token() -> str:
    """A fresh random token for use in a header."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hashed(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def fits(token: str, stored_hash: str) -> bool:
    """Whether this token is the one of the hash, in a time that tells nothing about it."""
    return hmac.compare_digest(hashed(token), stored_hash)
