"""Where a municipality wants to receive somebody who would rather go on with a person: its live chat."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, SecretStr, field_validator

ON_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
MARK = "whsec_"
SECRET_BYTES = range(24, 65)  # as Standard Webhooks asks


class Handover(BaseModel):
    """The webhook of one municipality, as it stands in LEERROUTE_HANDOVERS."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1)]
    """As the person hears it: "het klantcontact van Voorbeeldstad"."""
    url: HttpUrl
    secret: SecretStr
    """`whsec_` and 24 to 64 random bytes in base64."""
    phone: str | None = None
    """What the person hears when the hand-over does not work."""
    chat_hosts: tuple[str, ...] = ()
    """Hosts besides that of `url` where the chat itself may be."""

    @field_validator("url")
    @classmethod
    def _safe(cls, url: HttpUrl) -> HttpUrl:
        if url.scheme != "https" and urlsplit(str(url)).hostname not in ON_THIS_MACHINE:
            raise ValueError("a hand-over goes over https")
        return url

    @field_validator("secret")
    @classmethod
    def _strong(cls, secret: SecretStr) -> SecretStr:
        prefix, _, written = secret.get_secret_value().partition(MARK)
        try:
            known = base64.b64decode(written, validate=True)
        except binascii.Error:
            known = b""
        if prefix or len(known) not in SECRET_BYTES:
            raise ValueError("a secret is whsec_ and 24 to 64 random bytes in base64")
        return secret
