"""The core of the simulated people talks in free text with the whole system; all of them do in the bench."""

import pytest

from tests.simulated.judging import surprises
from tests.simulated.person import Person, known_failures, people
from tests.simulated.playing import talk_with
from tests.support.system import RunningSystem

CORE = [person for person in people() if person.core]


@pytest.mark.parametrize("person", CORE, ids=lambda person: person.name)
def test_a_talk_goes_well(person: Person, running_system: RunningSystem) -> None:
    talked = talk_with(person, running_system)
    assert not surprises(talked), f"{surprises(talked)}\nasked: {talked.asked}\n{talked.transcript}"


def test_there_are_enough_people_and_some_are_the_core() -> None:
    assert len(people()) >= 40
    assert 6 <= len(CORE) <= 10
    assert len({person.opening for person in people()}) == len(people())


def test_known_failures_are_of_people_that_exist() -> None:
    assert {name.split(":")[0] for name in known_failures()} <= {person.name for person in people()}
