"""The tables of the catalogue (migration 0001_catalogue), in an order in which they can be filled."""

from leerroute.catalogue.tables import links, measures, questions, regions, requirements, texts
from leerroute.database import Base

MODULES = (links, measures, questions, regions, requirements, texts)
NAMES = frozenset(
    row.__tablename__
    for module in MODULES
    for row in vars(module).values()
    if isinstance(row, type) and issubclass(row, Base) and row is not Base
)
TABLES = tuple(table for table in Base.metadata.sorted_tables if table.name in NAMES)
