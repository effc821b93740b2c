"""What the link checker found at each address (migration link_checks). A load of content leaves it be."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from leerroute.database import Base, UtcDateTime


class LinkCheckRow(Base):
    """The last look at an address.

    `key` is the sha256 of the address: addresses can be longer than an index of PostgreSQL allows.
    `broken_since` is the first of the looks in a row at which it was broken; `fine_at` the last at which it was not.
    """

    __tablename__ = "link_checks"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    url: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20), index=True)
    status: Mapped[int | None]
    final: Mapped[str | None] = mapped_column(Text)
    moved_to: Mapped[str | None] = mapped_column(Text)
    checked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    broken_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    fine_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
