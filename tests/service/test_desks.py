"""A desk for each problem; unknown is no problem."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from leerroute.domain.profile import Profile
from leerroute.service.desks import PROBLEMS, problems_of


@pytest.mark.parametrize(
    ("facts", "desks"),
    [
        ({}, ()),
        ({"work": "unemployed", "age": 40}, ()),
        ({"debts": True}, ("debts",)),
        ({"debts": False}, ()),
        ({"benefit": "bijstand"}, ("municipality",)),
        ({"housingProblem": True}, ("municipality",)),
        ({"benefit": "ww"}, ("uwv",)),
        ({"benefit": "wia"}, ("uwv",)),
        ({"benefit": "wajong"}, ("uwv",)),
        ({"benefit": "ziektewet"}, ("uwv",)),
        ({"benefit": "none"}, ()),
        ({"literacy": "difficult"}, ("language",)),
        ({"dutch": "beginner"}, ("language",)),
        ({"dutch": "fluent", "literacy": "ok"}, ()),
        ({"literacy": "difficult", "benefit": "ww", "debts": True}, ("debts", "uwv", "language")),
    ],
)
def test_desks_of_a_person(facts: dict[str, Any], desks: tuple[str, ...]) -> None:
    assert problems_of(Profile.of(facts)) == desks


def test_there_is_a_text_for_every_desk() -> None:
    responses = yaml.safe_load(Path("data/responses/person.yml").read_text(encoding="utf-8"))["responses"]
    assert {f"utter_person_{problem}" for problem in PROBLEMS} <= set(responses)
