"""What is known, said back in words: "werk: zonder werk", "gemeente: Hengelo"."""

from __future__ import annotations

from dataclasses import dataclass

from leerroute.catalogue.repository import CatalogueRepository
from leerroute.domain.profile import Value
from leerroute.service.talk_facts import Change
from leerroute.service.wording import Wording


@dataclass(frozen=True, slots=True)
class FactWords:
    """Fields and values in the words of the content, places by their name."""

    wording: Wording
    catalogue: CatalogueRepository

    def fact(self, field: str, value: Value) -> str:
        """One field and its value."""
        return self._line("noted", field, after=self.value(field, value))

    def change(self, change: Change) -> str:
        """A field that got another value, or none."""
        if change.after is None:
            return self._line("dropped", change.field)
        if change.before is None:
            return self.fact(change.field, change.after)
        before, after = self.value(change.field, change.before), self.value(change.field, change.after)
        return self._line("changed", change.field, before=before, after=after)

    def value(self, field: str, value: Value) -> str:
        """A value of a field."""
        if field == "municipality":
            place = self.catalogue.municipality(str(value))
            return place.name if place else str(value)
        return self.wording.value(field, value)

    def _line(self, kind: str, field: str, **filled: str) -> str:
        return self.wording.label("talk", kind).format(field=self.wording.field(field), **filled)
