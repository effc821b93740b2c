"""Two messages of one talk at the same time are taken one after the other; talks do not wait for each other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.api.conftest import Api, Conversation


def test_messages_of_one_talk_do_not_overlap(api: Api, talk: Conversation) -> None:
    api.script.seconds = 0.05
    payloads = [f'/inform{{"age": {40 + number}}}' for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(talk.say, payloads))
    assert [answer.status_code for answer in answers] == [200] * 8
    assert api.script.most_busy == 1
    api.script.seconds = 0
    kept = talk.client.get(talk.path).json()
    assert len(kept["facts"]) == 1
    assert kept["profile"]["age"] in range(40, 48)


def test_talks_do_not_wait_for_each_other(api: Api, new_talk: Callable[..., Conversation]) -> None:
    talks = [new_talk() for _ in range(4)]
    api.script.seconds = 0.3
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda talk: talk.say("hallo"), talks))
    assert [answer.status_code for answer in answers] == [200] * 4
    assert api.script.most_busy > 1


def test_erasing_waits_for_a_message_that_is_being_answered(api: Api, talk: Conversation) -> None:
    api.script.seconds = 0.3
    with ThreadPoolExecutor(2) as pool:
        message = pool.submit(talk.say, '/inform{"age": 58}')
        while not any(heard["sender"] == talk.id and "age" in heard["message"] for heard in api.script.heard):
            pass
        erased = pool.submit(talk.client.delete, talk.path)
        assert message.result().status_code == 200
        assert erased.result().status_code == 204
    assert talk.client.get(talk.path).status_code == 404


def test_messages_and_corrections_at_the_same_time(talk: Conversation) -> None:
    def correct(number: int) -> int:
        return talk.client.patch(f"{talk.path}/profile", json={"hoursPerWeek": number}).status_code

    def say(number: int) -> int:
        return talk.say(f'/inform{{"age": {20 + number}}}').status_code

    with ThreadPoolExecutor(6) as pool:
        jobs = [pool.submit(job, number) for number in range(6) for job in (correct, say)]
        assert {job.result() for job in jobs} == {200}
    assert set(talk.client.get(talk.path).json()["profile"]) == {"age", "hoursPerWeek"}
