"""What is known about a person: the contract fields, their checks and the profile itself.

Source of the fields: docs/contract/profile.schema.json. A test keeps the two equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, cast

Value: TypeAlias = int | bool | str | tuple[str, ...]
Kind: TypeAlias = Literal["integer", "boolean", "choice", "choices", "text", "municipality"]

MUNICIPALITY_CODE = re.compile(r"GM[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the profile: its kind and the values it takes."""

    name: str
    kind: Kind
    values: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    max_length: int | None = None


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field; `code` is the key of a text in the content."""

    field: str
    code: Literal["unknown-field", "wrong-type", "out-of-range", "not-a-choice", "too-long", "repeated"]
    value: object
    expected: str


class InvalidProfile(ValueError):
    """A profile that breaks the contract; `errors` holds every fault at once."""

    def __init__(self, errors: list[FieldError]) -> None:
        super().__init__("; ".join(f"{e.field}: {e.code} (expected {e.expected})" for e in errors))
        self.errors = errors


def _integer(name: str, minimum: int, maximum: int) -> Field:
    return Field(name, "integer", minimum=minimum, maximum=maximum)


def _choice(name: str, *values: str) -> Field:
    return Field(name, "choice", values)


def _boolean(name: str) -> Field:
    return Field(name, "boolean")


def _text(name: str) -> Field:
    return Field(name, "text", max_length=120)


EDUCATION_LEVELS = (
    "none", "primary", "vmbo", "mbo1", "mbo2", "mbo3", "mbo4", "havo", "vwo", "hbo", "wo",
)  # fmt: skip
BARRIERS = (
    "holds-on-to-certainty",
    "no-future-outlook",
    "negative-about-learning",
    "no-means",
    "multiple-problems",
    "time-pressure",
)
SECTORS = (
    "agriculture", "industry", "construction", "technical-installation", "retail", "transport-logistics",
    "hospitality", "ict", "finance-business", "cleaning", "security", "public-administration", "education",
    "health-care", "child-care", "culture-sport", "hairdressing-beauty", "other",
)  # fmt: skip

FIELDS: Mapping[str, Field] = {
    f.name: f
    for f in (
        _integer("age", 14, 100),
        _choice("work", "employed", "self-employed", "unemployed", "not-in-labour-force", "student"),
        _choice("contract", "permanent", "temporary", "agency", "on-call"),
        _integer("hoursPerWeek", 0, 80),
        _integer("monthsUnemployed", 0, 720),
        _boolean("jobAtRisk"),
        _choice("sector", *SECTORS),
        _text("occupation"),
        _choice("employerSize", "small", "medium", "large"),
        _choice("benefit", "none", "ww", "bijstand", "wia", "wajong", "ziektewet", "other"),
        _choice("education", *EDUCATION_LEVELS),
        _boolean("diplomaAbroad"),
        Field("municipality", "municipality"),
        _choice("careTasks", "none", "children", "informal-care", "both"),
        _boolean("singleParent"),
        _boolean("healthLimits"),
        _boolean("debts"),
        _boolean("housingProblem"),
        _choice("literacy", "ok", "difficult"),
        _choice("dutch", "fluent", "basic", "beginner"),
        _choice("digital", "ok", "difficult"),
        _integer("learningHoursPerWeek", 0, 40),
        Field("learningMoments", "choices", ("daytime", "evening", "weekend", "at-work", "online")),
        _choice("learningBudget", "none", "some"),
        _choice("learnsBest", "by-doing", "in-class", "alone-online"),
        _choice("goal", "find-work", "keep-work", "change-work", "grow"),
        _text("wish"),
        _choice(
            "driver",
            "personal-growth",
            "volunteering",
            "keep-up-with-my-field",
            "more-income",
            "contact-with-people",
        ),
        Field("barriers", "choices", BARRIERS),
    )
}


def _integer_fault(spec: Field, value: object) -> FieldError | None:
    minimum, maximum = cast("int", spec.minimum), cast("int", spec.maximum)
    expected = f"a whole number from {minimum} to {maximum}"
    if isinstance(value, bool) or not isinstance(value, int):
        return FieldError(spec.name, "wrong-type", value, expected)
    if not minimum <= value <= maximum:
        return FieldError(spec.name, "out-of-range", value, expected)
    return None


def _choices_fault(spec: Field, value: object) -> FieldError | None:
    expected = "a list of different values out of " + ", ".join(spec.values)
    if isinstance(value, str) or not isinstance(value, (list, tuple)):
        return FieldError(spec.name, "wrong-type", value, expected)
    if any(item not in spec.values for item in value):
        return FieldError(spec.name, "not-a-choice", value, expected)
    if len(set(value)) != len(value):
        return FieldError(spec.name, "repeated", value, expected)
    return None


def _text_fault(spec: Field, value: object) -> FieldError | None:
    expected = f"a text of at most {spec.max_length} characters"
    if not isinstance(value, str):
        return FieldError(spec.name, "wrong-type", value, expected)
    if len(value) > (spec.max_length or 0):
        return FieldError(spec.name, "too-long", value, expected)
    return None


def _choice_fault(spec: Field, value: object) -> FieldError | None:
    expected = "one of " + ", ".join(spec.values)
    if not isinstance(value, str):
        return FieldError(spec.name, "wrong-type", value, expected)
    return None if value in spec.values else FieldError(spec.name, "not-a-choice", value, expected)


def field_fault(name: str, value: object) -> FieldError | None:
    """The fault of one value for one field, or None when it fits the contract."""
    spec = FIELDS.get(name)
    if spec is None:
        return FieldError(name, "unknown-field", value, "one of " + ", ".join(FIELDS))
    match spec.kind:
        case "integer":
            return _integer_fault(spec, value)
        case "boolean":
            return None if isinstance(value, bool) else FieldError(name, "wrong-type", value, "true or false")
        case "choice":
            return _choice_fault(spec, value)
        case "choices":
            return _choices_fault(spec, value)
        case "text":
            return _text_fault(spec, value)
        case "municipality":
            fits = isinstance(value, str) and MUNICIPALITY_CODE.fullmatch(value)
            return None if fits else FieldError(name, "wrong-type", value, "a CBS code such as GM0363")


@dataclass(frozen=True)
class Profile(Mapping[str, Value]):
    """Known fields by their contract name; a field that is absent is unknown, never 'no'."""

    values_by_field: Mapping[str, Value] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Mapping[str, object]) -> Profile:
        """Check and take over; None counts as unknown. Raises InvalidProfile with every fault."""
        known = {name: value for name, value in data.items() if value is not None}
        errors = [fault for name, value in known.items() if (fault := field_fault(name, value))]
        if errors:
            raise InvalidProfile(errors)
        return cls({n: tuple(v) if isinstance(v, list) else v for n, v in known.items()})  # type: ignore[misc]

    def __getitem__(self, name: str) -> Value:
        return self.values_by_field[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_field)

    def __len__(self) -> int:
        return len(self.values_by_field)

    def having(self, name: str, value: Value | None) -> Profile:
        """The same profile with one field changed; None makes it unknown again."""
        rest = {n: v for n, v in self.values_by_field.items() if n != name}
        return Profile(rest if value is None else {**rest, name: value})

    def as_data(self) -> dict[str, int | bool | str | list[str]]:
        """Plain JSON data in the order of the contract."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name in FIELDS
            if (value := self.values_by_field.get(name)) is not None
        }


def said_barriers(known: Mapping[str, Value]) -> tuple[str, ...]:
    """The barriers that the person's own words or answers gave ground for."""
    return cast("tuple[str, ...]", known.get("barriers", ()))


def municipality_of(known: Mapping[str, Value]) -> str | None:
    """The code of the municipality where the person lives, when that is known."""
    return cast("str | None", known.get("municipality"))
