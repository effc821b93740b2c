"""The catalogue: content of editors, checked, kept in SQL, and asked through one repository."""

from leerroute.catalogue.repository import CatalogueNotLoaded, CatalogueRepository

__all__ = ["CatalogueNotLoaded", "CatalogueRepository"]
