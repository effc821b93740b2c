"""The rules of the NLGov REST API Design Rules (2.x) that docs/how-to/integrate.md claims; one test a rule."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx
import pytest
from fastapi.openapi.models import OpenAPI

from tests.api.conftest import Conversation


@pytest.fixture
def document(client: httpx.Client) -> dict[str, Any]:
    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def parameters(document: dict[str, Any], where: str) -> set[str]:
    operations = [operation for path in document["paths"].values() for operation in path.values()]
    return {p["name"] for operation in operations for p in operation.get("parameters", []) if p["in"] == where}


def test_core_doc_openapi(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.")
    OpenAPI.model_validate(document)
    schemas = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    references = set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(document)))
    assert references
    assert references <= schemas
    assert schemas <= references


def test_core_publish_openapi(client: httpx.Client) -> None:
    answer = client.get("/api/v1/openapi.json", headers={"Origin": "https://anyone.example"})
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["access-control-allow-origin"] == "*"


def test_core_doc_openapi_contact(document: dict[str, Any]) -> None:
    assert set(document["info"]["contact"]) == {"name", "url", "email"}


def test_core_uri_version(document: dict[str, Any]) -> None:
    paths = [path for path in document["paths"] if not path.startswith("/health")]
    assert paths
    assert all(path.startswith("/api/v1/") for path in paths)


def test_core_semver_and_version_header(client: httpx.Client, document: dict[str, Any]) -> None:
    version = document["info"]["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    for answer in (client.get("/api/v1/barriers"), client.get("/api/v1/nothing"), client.post("/api/v1/routes")):
        assert answer.headers["api-version"] == version


def test_core_no_trailing_slash(client: httpx.Client, document: dict[str, Any]) -> None:
    for path in ("/api/v1/barriers", "/api/v1/measures", "/health/live"):
        assert client.get(path).status_code == 200
        assert client.get(path + "/").status_code == 404
    assert not any(path.endswith("/") for path in document["paths"])


def test_core_path_segments_kebab_case(document: dict[str, Any]) -> None:
    segments = {part for path in document["paths"] for part in path.strip("/").split("/") if not part.startswith("{")}
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*(\.json)?", segment) for segment in segments)


def test_core_query_keys_camel_case(document: dict[str, Any]) -> None:
    names = parameters(document, "query")
    assert "targetGroup" in names
    assert all(re.fullmatch(r"[a-z]+([A-Z][a-z]*)*", name) for name in names)


def test_core_naming_collections(document: dict[str, Any]) -> None:
    collections = {path.split("/")[3] for path in document["paths"] if path.startswith("/api/v1/") and "{" in path}
    assert all(name.endswith("s") for name in collections)


def test_core_http_methods(document: dict[str, Any]) -> None:
    used = {method for path in document["paths"].values() for method in path}
    assert used <= {"get", "post", "put", "patch", "delete"}


def test_core_problem_details(client: httpx.Client, document: dict[str, Any]) -> None:
    answers = (client.get("/api/v1/nothing"), client.put("/api/v1/routes"), client.post("/api/v1/routes", json={}))
    for answer, status in zip(answers, (404, 405, 400), strict=True):
        assert answer.status_code == status
        assert answer.headers["content-type"].startswith("application/problem+json")
        assert {"type", "title", "status", "detail"} <= set(answer.json())
    for path in document["paths"].values():
        for operation in path.values():
            assert "application/problem+json" in operation["responses"]["default"]["content"]
            assert "422" not in operation["responses"]


def test_core_invalid_input(client: httpx.Client) -> None:
    answer = client.post("/api/v1/routes", json={"profile": {"age": 7, "hat": 1}})
    assert answer.status_code == 400
    assert len(answer.json()["errors"]) == 2


def test_core_security_headers(client: httpx.Client) -> None:
    headers = client.get("/api/v1/barriers").headers
    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["content-type"] == "application/json"
    assert "strict-transport-security" in headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_core_no_sensitive_uris(document: dict[str, Any]) -> None:
    assert not {"token", "text", "profile", "age"} & (parameters(document, "query") | parameters(document, "path"))


def test_core_stateless(client: httpx.Client, talk: Conversation) -> None:
    first = talk.client.get(talk.path).json()
    client.get("/api/v1/barriers")
    again = client.get(talk.path, headers={"Authorization": f"Bearer {talk.token}"}).json()
    assert {**again, "expiresAt": 0} == {**first, "expiresAt": 0}


def test_core_date_time(client: httpx.Client, talk: Conversation) -> None:
    kept = talk.client.get(talk.path).json()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00", kept["expiresAt"])
    assert client.get("/api/v1/measures?on=2026-11-23").json()["on"] == "2026-11-23"
