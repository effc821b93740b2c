"""The one database of catalogue and cases: its metadata, engines and migrations."""

from leerroute.database.base import Base
from leerroute.database.columns import UtcDateTime
from leerroute.database.engine import make_engine, reading, writing
from leerroute.database.upgrading import upgrade

__all__ = ["Base", "UtcDateTime", "make_engine", "reading", "upgrade", "writing"]
