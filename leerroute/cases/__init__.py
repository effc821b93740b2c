"""Kept talks: what a person said and where the talk stands, until it expires or is erased."""

from leerroute.cases.case import Case, Source, StoredFact
from leerroute.cases.codes import CaseCodes
from leerroute.cases.repository import CaseRepository, UnknownCase

__all__ = ["Case", "CaseCodes", "CaseRepository", "Source", "StoredFact", "UnknownCase"]
