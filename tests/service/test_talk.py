"""The talk on a real catalogue and a real database, without Rasa."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from leerroute.cases import CaseRepository, UnknownCase
from leerroute.catalogue.loader import load
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine, upgrade
from leerroute.domain.profile import BARRIERS, InvalidProfile
from leerroute.service.routes import RouteService
from leerroute.service.talk import Heard, Said, Talk
from leerroute.service.talk_facts import SaidFact

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    made = make_engine(f"sqlite:///{tmp_path_factory.mktemp('talk') / 'talk.db'}")
    upgrade(made)
    load(made, Path("catalogue"))
    yield made
    made.dispose()


class Person:
    """Somebody who talks: each message has an id of its own."""

    def __init__(self, engine: Engine, language: Any = "nl") -> None:
        catalogue = CatalogueRepository(engine)
        self.cases = CaseRepository(engine)
        self.talk = Talk(catalogue, self.cases, RouteService(catalogue))
        case, _ = self.cases.create(language, None, "web", datetime(2026, 11, 23, tzinfo=UTC))
        self.id, self.count = case.id, 0
        self.talk.start(self.id, TODAY)

    def says(self, intent: str = "inform", text: str = "", **facts: Any) -> Heard:
        self.count += 1
        said = tuple(
            SaidFact(name, item, "quote", str(item))
            for name, value in facts.items()
            for item in (value if isinstance(value, list) else [value])
        )
        return self.talk.hear(self.id, Said(str(self.count), intent, text, said), TODAY)

    @property
    def asked(self) -> str | None:
        return self.talk.case(self.id).open_question

    @property
    def state(self) -> dict[str, Any]:
        return dict(self.talk.state(self.talk.case(self.id), TODAY, "nl"))

    @property
    def profile(self) -> dict[str, Any]:
        return dict(self.talk.case(self.id).profile.as_data())


@pytest.fixture
def person(engine: Engine) -> Person:
    return Person(engine)


def test_a_talk_starts_with_the_open_question(person: Person) -> None:
    question = person.state["question"]
    assert question["field"] == "situation"
    assert len(question["quickReplies"]) >= 4
    assert person.state["progress"]["answered"] == 0
    assert person.state["progress"]["atMostLeft"] > 0
    assert person.state["done"] is False


def test_the_choice_of_language_is_offered_only_when_none_was_given(engine: Engine) -> None:
    payload = '/switch_language{"language": "en"}'
    for language, offered in ((None, True), ("nl", False)):
        replies = Person(engine, language).state["question"]["quickReplies"]
        assert (payload in [reply["payload"] for reply in replies]) is offered


def test_every_talk_ends_in_a_route_when_nothing_is_known(person: Person) -> None:
    for _ in range(20):
        if person.says("dont_know").ready:
            break
    assert person.asked is None
    route, changed = person.talk.give_route(person.id, TODAY, "nl")
    assert route["steps"]
    assert changed == {}
    assert person.state["done"] is True


def test_nothing_that_was_said_or_refused_is_asked_again(person: Person) -> None:
    asked = []
    person.says(work="unemployed", age=58, education="none", debts=True)
    while (field := person.asked) is not None:
        asked.append(field)
        person.says("rather_not_say")
    assert len(asked) == len(set(asked)) <= 12
    assert not {"work", "age", "education", "debts", "situation"} & set(asked)


def test_a_message_is_taken_in_once_even_when_rasa_hands_it_over_twice(person: Person) -> None:
    said = Said("same", "inform", "", (SaidFact("age", 58),))
    first = person.talk.hear(person.id, said, TODAY)
    second = person.talk.hear(person.id, said, TODAY)
    assert first.taken.noted
    assert second.again
    assert not second.taken.noted
    assert second.goes_on == first.goes_on


def test_a_question_that_gets_no_answer_is_left_out_in_the_end(person: Person) -> None:
    person.says(work="unemployed")
    stuck = person.asked
    for _ in range(3):
        assert not person.says(text="plop").goes_on
    assert person.asked != stuck


def test_a_typed_answer_that_is_as_good_as_a_tappable_one_is_taken(person: Person) -> None:
    person.says(text="ik heb geen werk")
    assert person.profile == {"work": "unemployed"}


def test_the_words_of_a_tappable_answer_win_from_another_reading_of_them(person: Person) -> None:
    person.talk.correct(person.id, {"work": "employed"}, TODAY, "form")
    person.cases.update(person.id, open_question="barrier:negative-about-learning")
    person.says(text="niet fijn", barriersDenied="negative-about-learning")
    assert person.profile["barriers"] == ["negative-about-learning"]


def test_a_plain_no_to_a_yes_no_question_is_taken(person: Person) -> None:
    person.cases.update(person.id, open_question="debts")
    person.says("deny", "nee hoor")
    assert person.profile == {"debts": False}


def test_nothing_makes_it_hard_is_an_answer_and_ends_the_questions_about_barriers(person: Person) -> None:
    person.says(work="employed")
    person.says(barriersDenied=list(BARRIERS))
    asked = set()
    while (field := person.asked) is not None:
        asked.add(field)
        person.says("dont_know")
    assert "barriers" not in asked
    assert not any(field.startswith("barrier:") for field in asked)


def test_a_clash_is_asked_with_both_ways_out_and_goes_with_the_answer(person: Person) -> None:
    person.says(work="unemployed")
    person.says(hoursPerWeek=24)
    assert person.asked == "work"
    payloads = [reply["payload"] for reply in person.state["question"]["quickReplies"]]
    assert payloads[:2] == ['/inform{"work": "unemployed"}', '/inform{"work": "employed", "hoursPerWeek": 24}']
    person.says(work="unemployed")
    assert person.asked not in (None, "work")
    assert "hoursPerWeek" not in person.profile


def test_an_ambiguous_place_is_asked_with_the_names(person: Person) -> None:
    person.says(municipalityOptions=["GM0888", "GM0344"])
    question = person.state["question"]
    assert question["field"] == "municipality"
    assert question["quickReplies"][0]["payload"] == '/inform{"municipality": "GM0888"}'
    assert question["quickReplies"][0]["title"].startswith("Beek")
    person.says(municipality="GM0888")
    assert person.profile["municipality"] == "GM0888"
    assert person.asked != "municipality"


def test_a_pause_asks_nothing_and_going_on_asks_the_same(person: Person) -> None:
    person.says(work="unemployed")
    field = person.asked
    person.says("crisis")
    assert person.state["question"] is None
    person.says("resume")
    assert person.state["question"]["field"] == field


def test_starting_over_forgets_everything(person: Person) -> None:
    person.says(work="unemployed", age=58, barriers=["time-pressure"])
    person.says("restart")
    assert person.profile == {}
    assert person.state["question"]["field"] == "situation"


def test_a_correction_by_form_gives_the_new_route_and_what_changed(person: Person) -> None:
    person.says(work="unemployed", age=58, education="none", debts=True)
    corrected = person.talk.correct(person.id, {"debts": False, "age": None}, TODAY, "form")
    assert person.profile["debts"] is False
    assert "age" not in person.profile
    changed: Any = corrected["changed"]
    assert "geldfit" in [step["measure"] for step in changed["gone"]]


def test_a_correction_by_form_replaces_the_list_of_barriers(person: Person) -> None:
    person.says(barriers=["time-pressure", "no-means"])
    person.talk.correct(person.id, {"barriers": ["no-future-outlook"]}, TODAY, "form")
    assert person.profile["barriers"] == ["no-future-outlook"]


def test_a_wrong_correction_changes_nothing_and_tells_every_fault(person: Person) -> None:
    person.says(age=58)
    with pytest.raises(InvalidProfile) as caught:
        person.talk.correct(person.id, {"age": 400, "work": "lazy"}, TODAY, "form")
    assert {error.field for error in caught.value.errors} == {"age", "work"}
    assert person.profile == {"age": 58}


def test_new_facts_after_the_route_say_what_changed_in_it(person: Person) -> None:
    person.says(work="unemployed", education="none")
    while person.asked is not None:
        person.says("dont_know")
    person.talk.give_route(person.id, TODAY, "nl")
    person.says(debts=True)
    while person.asked is not None:
        person.says("dont_know")
    _, changed = person.talk.give_route(person.id, TODAY, "nl")
    new: Any = changed["new"]
    assert "geldfit" in [step["measure"] for step in new]


def test_the_words_of_the_person_stand_with_the_step(person: Person) -> None:
    person.talk.hear(person.id, Said("q", "inform", "", (SaidFact("debts", True, "quote", "ik heb schulden"),)), TODAY)
    route: Any = person.talk.route(person.talk.case(person.id), TODAY, "nl")
    quotes = [quote for step in route["steps"] for why in step["why"] for quote in why["quotes"]]
    assert "ik heb schulden" in quotes


def test_three_steps_at_a_time_until_they_are_all_shown(person: Person) -> None:
    person.says(work="unemployed", education="none", debts=True, benefit="ww")
    while person.asked is not None:
        person.says("dont_know")
    route: Any = person.talk.give_route(person.id, TODAY, "nl")[0]
    shown: list[Any] = []
    while person.talk.has_more_steps(person.id):
        shown += person.talk.more_steps(person.id, TODAY, "nl", 3)
    assert [step["order"] for step in shown] == [step["order"] for step in route["steps"]]


def test_a_talk_that_is_gone_is_unknown(person: Person) -> None:
    person.cases.delete(person.id)
    with pytest.raises(UnknownCase):
        person.says(age=58)


def test_who_only_repeats_what_is_known_does_not_get_the_same_question_for_ever(person: Person) -> None:
    person.says(work="unemployed", age=40)
    question = person.asked
    assert question is not None
    for _ in range(3):
        assert person.asked == question
        person.says(work="unemployed")
    assert person.asked not in (question, None)
