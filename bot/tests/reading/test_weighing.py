"""Phrases and learning together: each drops what the other makes unlikely, and adds what the other missed."""

from __future__ import annotations

from datetime import date

from bot.components.reading.facts import Fact
from bot.components.reading.messages import MessageReader
from bot.components.reading.suggestions import Suggestion
from bot.components.reading.weighing import weighed

TODAY = date(2026, 11, 23)


def phrase(field: str, value: object, start: int = 0, end: int = 4) -> Fact:
    return Fact(field, value, start, end)  # type: ignore[arg-type]


def learnt(field: str, value: object, chance: float, start: int = 0, end: int = 4) -> Suggestion:
    return Suggestion(field, value, chance, start, end)  # type: ignore[arg-type]


def pairs(facts: list[Fact]) -> set[tuple[str, object]]:
    return {(fact.field, fact.value) for fact in facts}


def test_a_phrase_is_believed_when_learning_is_in_doubt() -> None:
    assert pairs(weighed([phrase("debts", True)], [learnt("debts", True, 0.1)], {})) == {("debts", True)}


def test_a_phrase_is_dropped_when_learning_is_sure_that_it_is_not_said() -> None:
    assert weighed([phrase("debts", True)], [learnt("debts", True, 0.001)], {}) == []


def test_what_no_phrase_knew_is_added_with_its_words() -> None:
    (fact,) = weighed([], [learnt("debts", True, 0.9, 7, 20), learnt("debts", False, 0.01)], {})
    assert (fact.field, fact.value, fact.start, fact.end, fact.source) == ("debts", True, 7, 20, "learnt")


def test_what_is_only_likely_is_not_added() -> None:
    assert weighed([], [learnt("debts", True, 0.6)], {}) == []


def test_of_two_values_the_one_with_most_ground_is_kept() -> None:
    said = [phrase("work", "unemployed")]
    assert pairs(weighed(said, [learnt("work", "employed", 0.9), learnt("work", "unemployed", 0.4)], {})) == {
        ("work", "unemployed")
    }
    assert pairs(weighed(said, [learnt("work", "employed", 0.99), learnt("work", "unemployed", 0.03)], {})) == {
        ("work", "employed")
    }


def test_items_of_a_list_stand_beside_each_other() -> None:
    said = [phrase("learningMoments", "evening")]
    suggestions = [learnt("learningMoments", "evening", 0.9), learnt("learningMoments", "weekend", 0.9)]
    assert pairs(weighed(said, suggestions, {})) == {("learningMoments", "evening"), ("learningMoments", "weekend")}


def test_a_number_is_read_where_its_ground_stands() -> None:
    numbers = {"age": [phrase("age", 12, 40, 42), phrase("age", 58, 8, 10)]}
    assert pairs(weighed([], [learnt("age", None, 0.9, 5, 10)], numbers)) == {("age", 58)}
    assert weighed([], [learnt("age", None, 0.9, 80, 90)], numbers) == []


def test_a_phrase_of_an_open_field_is_weighed_by_whether_it_is_there_at_all() -> None:
    said = [phrase("age", 58)]
    assert pairs(weighed(said, [learnt("age", None, 0.2)], {})) == {("age", 58)}
    assert weighed(said, [learnt("age", None, 0.001)], {}) == []


def test_a_phrase_that_is_surely_so_is_not_weighed() -> None:
    said = [phrase("debts", True).but(confidence=1.0)]
    assert pairs(weighed(said, [learnt("debts", True, 0.001)], {})) == {("debts", True)}


def test_nonsense_is_not_left_to_learning() -> None:
    class Eager:
        def suggestions(self, message: str) -> list[Suggestion]:
            return [learnt("work", "self-employed", 0.99, 0, len(message))]

    reader = MessageReader.of(codes=["nl"], meaning=False, learned=Eager())
    assert reader.read("asdf qwer zxcv hgfds", TODAY).profile() == {}
    assert reader.read("geldfit", TODAY).profile() == {}
    assert reader.read("ik doe alles zelf", TODAY).profile() == {"work": "self-employed"}


def test_a_learnt_fact_quotes_its_clause() -> None:
    class Pointing:
        def suggestions(self, message: str) -> list[Suggestion]:
            start = message.index("straks")
            return [learnt("jobAtRisk", True, 0.99, start, start + len("straks"))]

    message = "ik heb twee honden, en straks doen machines alles"
    found = MessageReader.of(codes=["nl"], meaning=False, learned=Pointing()).read(message, TODAY).facts
    quoted = {fact.field: message[fact.start : fact.end] for fact in found}
    assert quoted["jobAtRisk"] == "straks doen machines alles"


def test_what_is_no_field_of_a_profile_passes() -> None:
    assert pairs(weighed([phrase("barriersDenied", "no-means")], [], {})) == {("barriersDenied", "no-means")}
