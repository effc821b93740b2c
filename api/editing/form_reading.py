"""From what was typed in the form to the data of a content file.

What cannot be read (a date that is no date) stays in the data as it was typed: the checks of the content then name
it, and the form shows it again.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from api.editing.form_spec import Field, fields
from api.editing.frame import words
from api.editing.session import Form
from leerroute.catalogue.errors import ContentErrors
from leerroute.catalogue.files import parse_yaml

Data = dict[str, Any]
_NUMBER = re.compile(r"\d{1,9}([.,]\d{1,2})?")
_NOTHING: tuple[Any, ...] = (None, "", [], {})


def read_measure(form: Form, base: Mapping[str, Any]) -> Data:
    """The data: what the form knows as it was typed, everything else as it is in `base`."""
    data = copy.deepcopy(dict(base))
    for one in fields():
        _put(data, one, _read(form, one, one.path, _at(base, one.path)))
    return data


def _put(data: Data, one: Field, value: Any) -> None:
    *above, key = one.path.split(".")
    for name in above:
        data = data.setdefault(name, {})
    if not (one.optional and value in _NOTHING and key not in data):
        data[key] = value


def _at(data: Any, path: str) -> Any:
    for key in path.split("."):
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _read(form: Form, one: Field, name: str, base: Any) -> Any:
    match one.kind:
        case "list":
            return _items(form, one, name, base)
        case "group":
            group = _group(form, one, name, base)
            return None if all(value in _NOTHING for value in group.values()) else group
        case "texts":
            return _texts(form, name, base)
        case "optional-texts":
            return _texts(form, name, base) or None
        case "choices":
            return _choices(form.many(name), base)
        case "ordered" | "ids":
            return [value.strip() for value in form.many(name) if value.strip()]
        case "notation":
            return _notation(form, name)
    return _VALUES[one.kind](form.text(name).strip())


def _group(form: Form, one: Field, name: str, base: Any) -> Data:
    group: Data = dict(base) if isinstance(base, Mapping) else {}
    for part in one.fields:
        _put(group, part, _read(form, part, f"{name}.{part.path}", _at(base, part.path)))
    return group


def _items(form: Form, one: Field, name: str, base: Any) -> list[Any]:
    """Items that were there (they carry a mark) or in which something was typed, without those that were ticked off."""
    start = f"{name}."
    numbers = {key[len(start) :].split(".")[0] for key in form.values if key.startswith(start)}
    found = []
    for number in sorted((int(number) for number in numbers if number.isdecimal()), key=int):
        place = f"{name}.{number}"
        if form.text(f"{place}.weg") or not (form.text(f"{place}.was") or _typed(form, one, place)):
            continue
        former = base[number] if isinstance(base, list) and number < len(base) else None
        found.append(_texts(form, place, former) if one.of == "texts" else _group(form, one, place, former))
    return found


def _typed(form: Form, one: Field, place: str) -> bool:
    if one.of == "texts":
        return bool(_texts(form, place, None))
    chosen = ("flag", "maybe", "choice", "optional-choice")  # always have a value, so they say nothing
    return any(
        _read(form, part, f"{place}.{part.path}", None) not in _NOTHING
        for part in one.fields
        if part.kind not in chosen
    )


def _texts(form: Form, name: str, base: Any) -> Data:
    languages = words()["form"]["languages"]
    former = list(base) if isinstance(base, Mapping) else []
    typed = {language: form.text(f"{name}.{language}").strip() for language in [*former, *languages]}
    return {language: text for language, text in typed.items() if text}


def _choices(chosen: list[str], base: Any) -> list[str]:
    former = [value for value in base if value in chosen] if isinstance(base, list) else []
    return former + [value for value in dict.fromkeys(chosen) if value not in former]


def _notation(form: Form, name: str) -> Any:
    """The requirements of the text field, and the one that was put together next to it."""
    text = form.text(name)
    try:
        found = parse_yaml(text, name) if text.strip() else []
    except ContentErrors:
        return text
    new = form.text(f"{name}+veld").strip()
    if new and isinstance(found, list):
        operator = form.text(f"{name}+toets")
        return [*found, {"field": new, operator: _operand(operator, form.text(f"{name}+waarde").strip())}]
    return found if isinstance(found, list) else text


def _operand(operator: str, typed: str) -> Any:
    if operator in ("one-of", "none-of"):
        return [value.strip() for value in typed.split(",") if value.strip()]
    if operator == "is":
        return {"ja": True, "nee": False, "true": True, "false": False}.get(typed.casefold(), typed)
    return int(typed) if typed.isdecimal() else typed


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.split("\n") if line.strip()]


def _flag(typed: str) -> Any:
    return {"true": True, "false": False, "": None}.get(typed, typed)


def _day(typed: str) -> Any:
    try:
        return date.fromisoformat(typed) if len(typed) == len("2026-11-23") else typed or None
    except ValueError:
        return typed


def _whole(typed: str) -> Any:
    return int(typed) if re.fullmatch(r"\d{1,9}", typed) else typed


def _euro(typed: str) -> Any:
    """An amount without a sign for thousands: 13.470 may be thirteen thousand or thirteen and a bit: refused."""
    if not _NUMBER.fullmatch(typed):
        return typed or None
    amount = float(typed.replace(",", "."))
    return int(amount) if amount.is_integer() and "," not in typed and "." not in typed else amount


_VALUES: Mapping[str, Callable[[str], Any]] = {
    "line": str,
    "choice": str,
    "optional-line": lambda typed: typed or None,
    "optional-choice": lambda typed: typed or None,
    "lines": _lines,
    "flag": _flag,
    "maybe": _flag,
    "date": _day,
    "optional-date": _day,
    "whole": _whole,
    "euro": _euro,
}
