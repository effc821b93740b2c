"""The route, the next question, the catalogue and the reference lists, as a portal gets them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import httpx
import pytest

from tests.api.conftest import Api

ON = "2026-11-23"


def test_a_route_for_a_profile(client: httpx.Client) -> None:
    profile = {"age": 58, "work": "unemployed", "education": "none", "debts": True}
    answer = client.post("/api/v1/routes", json={"profile": profile})
    route = answer.json()
    assert answer.status_code == 200
    assert route["on"] == ON
    assert route["profile"] == profile
    assert "jobless-55-plus" in [group["id"] for group in route["targetGroups"]]
    assert route["steps"][0]["phase"] == "first"
    assert "assessments" not in route


def test_a_route_on_another_day(client: httpx.Client) -> None:
    body = {"profile": {"work": "employed", "age": 40}, "include": ["assessments"]}
    stap = {}
    for on in ("2023-12-31", "2024-01-01"):
        route = client.post("/api/v1/routes", json={**body, "on": on}).json()
        (stap[on],) = [entry for entry in route["assessments"] if entry["measure"] == "stap-budget"]
    assert stap["2024-01-01"]["status"] == "ended"
    assert stap["2023-12-31"]["status"] != "ended"


def test_a_route_in_english(client: httpx.Client) -> None:
    body = {"profile": {"work": "unemployed"}}
    dutch = client.post("/api/v1/routes", json=body)
    english = client.post("/api/v1/routes", json=body, headers={"Accept-Language": "en"})
    assert (dutch.headers["content-language"], english.headers["content-language"]) == ("nl", "en")
    assert dutch.json()["steps"][0]["text"] != english.json()["steps"][0]["text"]


def test_an_interview_ends(client: httpx.Client) -> None:
    """A form that answers each question with the first choice comes to an end within what it was told."""
    body: dict[str, object] = {"profile": {}, "asked": 0, "skipped": []}
    profile: dict[str, object] = {}
    skipped: list[str] = []
    for asked in range(20):
        body = {"profile": profile, "asked": asked, "skipped": skipped}
        found = client.post("/api/v1/interview/next", json=body).json()
        question = found["question"]
        if question is None:
            break
        assert found["atMostLeft"] >= 1
        assert question["field"] not in profile
        assert question["text"]
        first = question["quickReplies"][0]["value"] if question["quickReplies"] else None
        if first is None or question["field"].startswith("barrier:"):
            skipped.append(question["field"])
        else:
            profile[question["field"]] = first
    else:
        pytest.fail("the interview goes on and on")
    assert asked > 1


def test_the_catalogue_by_page(client: httpx.Client) -> None:
    first = client.get("/api/v1/measures").json()
    assert first["on"] == ON
    assert (first["page"], len(first["items"])) == (1, first["pageSize"])
    seen = [item["id"] for item in first["items"]]
    page = 1
    while len(seen) < first["total"]:
        page += 1
        items = client.get(f"/api/v1/measures?page={page}").json()["items"]
        assert items
        seen += [item["id"] for item in items]
    assert len(set(seen)) == first["total"]
    assert client.get(f"/api/v1/measures?page={page + 1}").json()["items"] == []


@pytest.mark.parametrize(
    "query",
    ["status=open", "status=ended", "barrier=no-means", "solution=funding", "targetGroup=worker-45-plus"],
)
def test_the_catalogue_by_one_thing(client: httpx.Client, query: str) -> None:
    found = client.get(f"/api/v1/measures?{query}").json()
    assert 0 < found["total"] < client.get("/api/v1/measures").json()["total"]
    name, value = query.split("=")
    if name == "status":
        assert {item["status"] for item in found["items"]} == {value}
    else:
        key = {"barrier": "barriers", "solution": "solutions", "targetGroup": "targetGroups"}[name]
        assert all(value in item[key] for item in found["items"])


@pytest.mark.parametrize(
    "query", ["'; DROP TABLE measures; --", "%", "_", '"', "(", "*", "🙂", "\u0000", "a AND", "NEAR("]
)
def test_any_words_may_be_looked_for(client: httpx.Client, query: str) -> None:
    for path in ("/api/v1/measures", "/api/v1/municipalities"):
        assert client.get(path, params={"query": query}).status_code == 200


def test_a_measure_is_found_by_words(client: httpx.Client) -> None:
    found = client.get("/api/v1/measures", params={"query": "stap budget"}).json()
    assert "stap-budget" in [item["id"] for item in found["items"]]


def test_a_measure_on_a_day(client: httpx.Client) -> None:
    now = client.get("/api/v1/measures/stap-budget").json()
    then = client.get("/api/v1/measures/stap-budget?on=2023-12-31").json()
    assert (now["on"], now["status"]) == (ON, "ended")
    assert then["status"] != "ended"
    assert now["versions"][0]["lastDay"] == "2023-12-31"
    assert any(source["references"] for source in now["sources"])
    assert all(source["checkedOn"] for source in now["sources"])


@pytest.mark.parametrize("days", [180, 30])
def test_sources_of_long_ago_are_told_from_the_day_after(start_api: Callable[..., Api], days: int) -> None:
    with start_api(stale_after_days=days).client() as portal:
        checked = date.fromisoformat(portal.get("/api/v1/measures/geldfit").json()["checkedOn"])
        for after, stale in ((days, False), (days + 1, True)):
            on = {"on": (checked + timedelta(days=after)).isoformat()}
            assert portal.get("/api/v1/measures/geldfit", params=on).json()["stale"] is stale
            (item,) = [
                found
                for found in portal.get("/api/v1/measures", params={**on, "query": "geldfit"}).json()["items"]
                if found["id"] == "geldfit"
            ]
            assert item["stale"] is stale


@pytest.mark.parametrize(("path", "count"), [("barriers", 6), ("solutions", 7), ("target-groups", 10)])
def test_the_skeleton(client: httpx.Client, path: str, count: int) -> None:
    dutch = client.get(f"/api/v1/{path}").json()["items"]
    english = client.get(f"/api/v1/{path}?language=en").json()["items"]
    assert len(dutch) == count
    assert [topic["id"] for topic in dutch] == [topic["id"] for topic in english]
    assert dutch[0]["name"] != english[0]["name"]
    assert all(topic["name"] and topic["explanation"] and topic["source"] for topic in dutch)


@pytest.mark.parametrize(
    ("query", "code"), [("Amsterdam", "GM0363"), ("den haag", "GM0518"), ("Scheveningen", "GM0518")]
)
def test_a_municipality_is_found(client: httpx.Client, query: str, code: str) -> None:
    items = client.get("/api/v1/municipalities", params={"query": query}).json()["items"]
    assert code in [place["code"] for place in items]
    assert all(set(place) == {"code", "name", "province", "region"} for place in items)


def test_the_figures_of_every_region(client: httpx.Client) -> None:
    regions = client.get("/api/v1/regions").json()["items"]
    assert len(regions) == 35
    for region in regions:
        found = client.get(f"/api/v1/regions/{region['id']}/indicators").json()
        assert found["region"] == region
        for figure in found["items"]:
            assert figure["missing"] is (figure["value"] is None)
            assert figure["name"]
            assert figure["missing"] or (figure["source"] and figure["period"])
    assert client.get("/api/v1/regions/nowhere/indicators").status_code == 404
