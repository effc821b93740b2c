"""A profile in a request, checked by the domain: every fault at once, and its schema made from the fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from api.cleaning import cleaned
from api.faults import profile_error
from leerroute.domain.profile import FIELDS, MUNICIPALITY_CODE, Field, InvalidProfile, Profile, field_fault

MAX_NAMED = 60  # of a field name that is told back


def field_schema(spec: Field) -> dict[str, Any]:
    """The JSON schema of one field."""
    match spec.kind:
        case "integer":
            return {"type": "integer", "minimum": spec.minimum, "maximum": spec.maximum}
        case "boolean":
            return {"type": "boolean"}
        case "choice":
            return {"type": "string", "enum": list(spec.values)}
        case "choices":
            items = {"type": "string", "enum": list(spec.values)}
            return {"type": "array", "uniqueItems": True, "items": items}
        case "text":
            return {"type": "string", "maxLength": spec.max_length}
        case "municipality":
            return {"type": "string", "pattern": f"^{MUNICIPALITY_CODE.pattern}$"}


def profile_schema(*, nullable: bool = False) -> dict[str, Any]:
    """The JSON schema of a profile; with `nullable` null is allowed and means unknown again."""
    fields = {name: field_schema(spec) for name, spec in FIELDS.items()}
    if nullable:
        fields = {name: {"anyOf": [schema, {"type": "null"}]} for name, schema in fields.items()}
    return {"type": "object", "properties": fields, "additionalProperties": False}


def _text_cleaned(data: Mapping[str, Any]) -> dict[str, Any]:
    texts = {name for name, spec in FIELDS.items() if spec.kind == "text"}
    return {n: cleaned(v) if n in texts and isinstance(v, str) else v for n, v in data.items()}


def _object(data: object) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise PydanticCustomError("wrong-type", "not an object")
    return _text_cleaned(data)


def checked_profile(data: object) -> Profile:
    """A profile, or every fault of it."""
    if isinstance(data, Profile):
        return data
    try:
        return Profile.of(_object(data))
    except InvalidProfile as error:
        raise profile_error(error.errors) from None


def checked_changes(data: object) -> dict[str, Any]:
    """Changes to a profile: null makes a field unknown again."""
    changes = _object(data)
    if not changes:
        raise PydanticCustomError("nothing-to-change", "no field named")
    known = [field_fault(name, value if value is not None else _stand_in(name)) for name, value in changes.items()]
    if faults := [fault for fault in known if fault]:
        raise profile_error(faults)
    return changes


def _stand_in(name: str) -> object:
    """A fitting value, to check only the name of a field that is made unknown."""
    spec = FIELDS.get(name)
    if spec is None:
        return None
    return {"integer": spec.minimum, "boolean": True, "choices": (), "text": "", "municipality": "GM0000"}.get(
        spec.kind, next(iter(spec.values), None)
    )


ProfileIn = Annotated[Profile, BeforeValidator(checked_profile), WithJsonSchema(profile_schema())]
ChangesIn = Annotated[dict[str, Any], BeforeValidator(checked_changes), WithJsonSchema(profile_schema(nullable=True))]
