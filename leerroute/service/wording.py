"""Turning codes, dates and values into the words of the content, in Dutch or English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from babel.dates import format_date
from babel.lists import format_list
from babel.units import format_unit

from leerroute.catalogue.reference import Texts
from leerroute.domain.measure import Text
from leerroute.domain.profile import Value
from leerroute.domain.route import Reason

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Wording:
    """The words for one language; a text that misses in it falls back to Dutch, which is always there."""

    texts: Texts
    language: str

    def say(self, text: Text | None) -> str:
        """The text in this language."""
        return "" if text is None else text.get(self.language) or text.get("nl", "")

    def maybe(self, text: Text | None) -> str | None:
        """The text, or None when there is none."""
        return self.say(text) or None

    def day(self, day: date) -> str:
        """A date as people say it: 1 januari 2024."""
        pattern = "d MMMM y"
        return format_date(day, pattern, locale=self.language)

    def listed(self, words: Iterable[str], style: str = "standard") -> str:
        """Words with commas and 'en' (or 'of' with style 'or')."""
        return format_list(list(words), style="or" if style == "or" else "standard", locale=self.language)

    def label(self, category: str, code: str) -> str:
        """The name of a phase, status, applicant and the like."""
        return self.say(self.texts.labels.get(category, {}).get(code)) or code

    def field(self, name: str) -> str:
        """The name of a profile field."""
        known = self.texts.fields.get(name)
        return self.say(known.name) if known else name

    def value(self, name: str, value: Value) -> str:
        """A value of a profile field in words."""
        known = self.texts.fields.get(name)
        if isinstance(value, tuple):
            return self.listed(self.value(name, item) for item in value)
        code = str(value).lower() if isinstance(value, bool) else str(value)
        return (self.say(known.values.get(code)) if known else "") or code

    def reason(self, reason: Reason) -> str:
        """Why an outcome came out, as a sentence to the person."""
        text = self._reason_text(reason)
        return text.format_map(_Filled(self._filled(reason)))

    def _reason_text(self, reason: Reason) -> str:
        reasons = self.texts.reasons
        general = reason.code.removeprefix(reason.parameters.get("field", "") + "-")
        return self.say(reasons.get(reason.code) or reasons.get(general))

    def _limit(self, name: str, code: str, months: str | None) -> str:
        """A limit in words: its own name where it has one (the AOW age), else the number or the age."""
        named = self.value(name, code)
        return self.age(int(months)) if months and named == code else named

    def age(self, months: int) -> str:
        """An age in years, with months when there are any: 66 jaar en 10 maanden."""
        years, rest = divmod(months, _MONTHS_A_YEAR)
        parts = [format_unit(years, "duration-year", locale=self.language)]
        parts += [format_unit(rest, "duration-month", locale=self.language)] if rest else []
        return self.listed(parts)

    def _filled(self, reason: Reason) -> dict[str, str]:
        filled: dict[str, str] = {}
        name = reason.parameters.get("field", "")
        if "field" in reason.parameters:
            filled["field"] = self.field(name)
        if "value" in reason.parameters:
            codes = reason.parameters["value"].split(",")
            filled["values"] = self.listed((self.value(name, code) for code in codes), style="or")
            filled["limit"] = self._limit(name, codes[0], reason.parameters.get("months"))
        if "date" in reason.parameters:
            filled["date"] = self.day(date.fromisoformat(reason.parameters["date"]))
        if "fields" in reason.parameters:
            filled["fields"] = self.listed(self.field(f) for f in reason.parameters["fields"].split(","))
        return filled


class _Filled(dict[str, str]):
    """Leaves a placeholder that nothing fills out of the sentence instead of failing in front of a person."""

    def __missing__(self, key: str) -> str:
        return ""
