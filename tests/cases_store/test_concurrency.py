"""API and actions write the same talk at the same time, from several threads and processes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from leerroute.cases import CaseRepository, StoredFact

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TIMES = 25


def test_writers_at_the_same_time_lose_nothing(cases: CaseRepository) -> None:
    case, token = cases.create("nl", None, "web", NOW)

    def tell_age(number: int) -> None:
        cases.put_facts(case.id, [StoredFact("age", 20 + number, "tap")])

    def count(number: int) -> None:
        cases.update(case.id, asked=number, memory={"number": number})

    def use(_: int) -> None:
        assert cases.with_token(case.id, token, NOW) is not None

    with ThreadPoolExecutor(6) as pool:
        for work in [pool.submit(job, number) for number in range(TIMES) for job in (tell_age, count, use)]:
            work.result()
    kept = cases.get(case.id)
    assert kept is not None
    assert len(kept.facts) == 1
    assert kept.memory["number"] in range(TIMES)
