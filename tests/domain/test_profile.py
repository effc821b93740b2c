"""The contract of the profile."""

import json
from pathlib import Path

import pytest

from leerroute.domain.profile import FIELDS, InvalidProfile, Profile

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/contract/profile.schema.json").read_text())


def _as_contract(name: str) -> dict[str, object]:
    spec = FIELDS[name]
    match spec.kind:
        case "integer":
            return {"type": "integer", "minimum": spec.minimum, "maximum": spec.maximum}
        case "boolean":
            return {"type": "boolean"}
        case "choice":
            return {"enum": list(spec.values)}
        case "choices":
            return {"type": "array", "uniqueItems": True, "items": {"enum": list(spec.values)}}
        case "text":
            return {"type": "string", "maxLength": spec.max_length}
        case "municipality":
            return {"type": "string", "pattern": "^GM[0-9]{4}$"}


def test_the_fields_are_those_of_the_contract() -> None:
    contract = {
        name: {k: v for k, v in spec.items() if k != "description"} for name, spec in SCHEMA["properties"].items()
    }
    assert {name: _as_contract(name) for name in FIELDS} == contract


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("shoeSize", 44, "unknown-field"),
        ("age", "58", "wrong-type"),
        ("age", True, "wrong-type"),
        ("age", 13, "out-of-range"),
        ("age", 101, "out-of-range"),
        ("work", "retired", "not-a-choice"),
        ("debts", "yes", "wrong-type"),
        ("municipality", "Utrecht", "wrong-type"),
        ("learningMoments", "evening", "wrong-type"),
        ("learningMoments", ["evening", "night"], "not-a-choice"),
        ("learningMoments", ["evening", "evening"], "repeated"),
        ("wish", "x" * 121, "too-long"),
    ],
)
def test_a_value_outside_the_contract_is_named(field: str, value: object, code: str) -> None:
    with pytest.raises(InvalidProfile) as caught:
        Profile.of({field: value})
    assert [(e.field, e.code) for e in caught.value.errors] == [(field, code)]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InvalidProfile) as caught:
        Profile.of({"age": 5, "work": "x", "debts": True})
    assert [e.field for e in caught.value.errors] == ["age", "work"]


def test_null_is_unknown_and_data_comes_back_as_it_went_in() -> None:
    data = {"age": 58, "learningMoments": ["evening"], "debts": False}
    assert Profile.of({**data, "work": None}).as_data() == data


def test_a_field_can_be_changed_and_forgotten() -> None:
    profile = Profile.of({"age": 58})
    assert profile.having("age", 59).as_data() == {"age": 59}
    assert profile.having("age", None).as_data() == {}
