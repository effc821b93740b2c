"""What the templates of a measure ask: values as they are typed, conditions in words, faults in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from api.editing.form_spec import Field, Options, options_by_name, place_of
from api.editing.frame import words
from leerroute.catalogue.errors import ContentError
from leerroute.domain.measure import Measure
from leerroute.domain.profile import FIELDS
from leerroute.editing.documents import as_notation
from leerroute.service.wording import Wording

LONGEST_SHOWN = 300


@dataclass(frozen=True)
class Fault:
    """A fault as it is shown: where, what stands there, what was expected, and where to mend it."""

    place: str
    value: str
    expected: str
    anchor: str
    file: str


class FormView:
    """The words and lists that a page of one measure needs."""

    def __init__(self, wording: Wording, measures: Mapping[str, Measure]) -> None:
        self._wording = wording
        self.measure_ids = {name: measure.name["nl"] for name, measure in measures.items()}
        self.profile_fields = {name: wording.field(name) for name, spec in FIELDS.items() if spec.kind != "text"}

    @cached_property
    def _options(self) -> dict[str, Options]:
        return options_by_name(self._wording)

    def options(self, one: Field) -> Options:
        """The choices of a field."""
        return self._options[one.options] if isinstance(one.options, str) else one.options

    def at(self, data: Any, path: str) -> Any:
        """The value at a path; None when it is not there."""
        for key in path.split("."):
            data = data.get(key) if isinstance(data, Mapping) else None
        return data

    def plain(self, value: Any) -> str:
        """A value as it is typed."""
        return "" if value is None else str(value)

    def flag(self, value: Any) -> str:
        """True and false as the choices have them."""
        return str(value).lower() if isinstance(value, bool) else self.plain(value)

    def lines(self, value: Any) -> str:
        """A list, one item a line."""
        return "\n".join(map(str, value)) if isinstance(value, list) else self.plain(value)

    def is_day(self, value: Any) -> bool:
        """Whether a date field can show it; what is no date is shown as text, so that it is not lost."""
        return value is None or isinstance(value, date)

    def notation(self, value: Any) -> str:
        """Conditions as they are written; what could not be read as it was typed."""
        return value if isinstance(value, str) else as_notation(value or [])

    def said(self, conditions: Any) -> Markup:
        """Conditions in plain words, as a list in which groups are lists."""
        items = [Markup("<li>{}</li>").format(self._said(one)) for one in conditions if isinstance(one, Mapping)]
        return Markup("<ul>{}</ul>").format(Markup("").join(items))

    def _said(self, one: Mapping[str, Any]) -> Markup:
        form = words()["form"]
        for group, said in form["groups"].items():
            if isinstance(one.get(group), list):
                return Markup("{}:{}").format(said, self.said(one[group]))
        name = str(one.get("field", ""))
        for operator, said in form["operators"].items():
            if operator in one:
                return escape(f"{self._wording.field(name)} {said} {self._operand(name, one[operator])}")
        return escape(str(dict(one)))

    def _operand(self, name: str, value: Any) -> str:
        if isinstance(value, list):
            return self._wording.listed((self._wording.value(name, str(item)) for item in value), style="or")
        if isinstance(value, bool):
            return str(words()["values"][str(value).lower()])
        return self._wording.value(name, str(value))

    def place(self, path: str) -> str:
        """Where in the form, in words."""
        return place_of(path)[0]

    def shown(self, value: Any) -> str:
        """A value in a table of differences."""
        said = words()["values"]
        if value in (None, "", [], {}):
            return str(said["nothing"])
        if isinstance(value, bool):
            return str(said[str(value).lower()])
        if isinstance(value, list) and not any(isinstance(item, Mapping) for item in value):
            return ", ".join(map(str, value))
        return as_notation(value) if isinstance(value, list | Mapping) else str(value)

    def faults(self, errors: Iterable[ContentError], file: str) -> list[Fault]:
        """The faults with the words of the form; of another file with its name."""
        return [self._fault(error, file) for error in errors]

    def _fault(self, error: ContentError, file: str) -> Fault:
        value = self.shown(list(error.value) if isinstance(error.value, tuple) else error.value)
        if len(value) > LONGEST_SHOWN:
            value = value[:LONGEST_SHOWN] + "…"
        elsewhere = error.file != file and not file.endswith(f"{error.file}.yml")
        if elsewhere or not error.field:
            return Fault(error.field or error.file, value, in_dutch(error.expected), "", error.file)
        place, anchor = place_of(error.field)
        return Fault(f"{place} ({error.field})", value, in_dutch(error.expected), anchor, "")


def in_dutch(expected: str) -> str:
    """What the checks expected; each part of "a, or b" by itself."""
    for pattern, dutch in words()["expected"]:
        if re.match(pattern, expected):
            return re.sub(pattern, dutch, expected)
    return expected


def marked(faults: Iterable[Fault]) -> set[str]:
    """The ids of the inputs with a fault."""
    return {fault.anchor for fault in faults if fault.anchor}
