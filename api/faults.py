"""What is wrong with which field: from pydantic's errors and the domain's, in one form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from api.problem_texts import is_fault
from leerroute.domain.profile import FieldError

PROFILE_FAULTS = "invalid-profile"  # one pydantic error that carries every fault of a profile
CODE_BY_TYPE: Mapping[str, str] = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "literal_error": "not-a-choice",
    "enum": "not-a-choice",
    "string_too_long": "too-long",
    "too_long": "too-long",
    "string_too_short": "too-short",
    "too_short": "too-short",
    "greater_than": "out-of-range",
    "greater_than_equal": "out-of-range",
    "less_than": "out-of-range",
    "less_than_equal": "out-of-range",
}
LIMITS = ("expected", "max_length", "min_length", "ge", "gt", "le", "lt", "pattern")


@dataclass(frozen=True, slots=True)
class Fault:
    """`field` is its place in the request (`profile.age`), `code` the key of a sentence, `expected` for programmers."""

    field: str
    code: str
    expected: str | None = None


def profile_error(faults: Iterable[FieldError]) -> PydanticCustomError:
    """Carry the domain's faults through pydantic, which allows one error a validator."""
    return PydanticCustomError(PROFILE_FAULTS, "invalid profile", {"faults": list(faults)})


def faults_of(errors: Sequence[Mapping[str, Any]]) -> tuple[Fault, ...]:
    """Every fault of pydantic's errors, in their order, each once."""
    found: dict[Fault, None] = {}
    for error in errors:
        place = _place(error["loc"])
        context = error.get("ctx", {})
        if error["type"] == PROFILE_FAULTS:
            found.update((Fault(_under(place, f.field), f.code, f.expected), None) for f in context["faults"])
        else:
            found[Fault(place, _code(error["type"]), _expected(error, context))] = None
    return tuple(found)


def _place(location: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in location[1:]) or str(location[0])


def _under(place: str, name: str) -> str:
    clean = name[:60].encode("utf-8", "replace").decode()
    return clean if place == "body" else f"{place}.{clean}"


def _code(kind: str) -> str:
    if is_fault(kind):
        return kind
    return "no-date" if kind.startswith("date") else CODE_BY_TYPE.get(kind, "wrong-type")


def _expected(error: Mapping[str, Any], context: Mapping[str, Any]) -> str | None:
    if error["type"].startswith("date"):
        return "YYYY-MM-DD"
    limits = [
        f"{name} {context[name]}" if name != "expected" else str(context[name]) for name in LIMITS if name in context
    ]
    return "; ".join(limits) or None
