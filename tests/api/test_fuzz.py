"""Whatever is sent to the stateless calls: never a 500, and every answer has the form of the OpenAPI document."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.main import create_app
from leerroute.domain.profile import FIELDS
from tests.api.conftest import Api

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]
schema = schemathesis.openapi.from_dict(create_app().openapi())
stateless = schema.exclude(path_regex="^/api/v1/conversations").exclude(path_regex="^/health/ready")
operations = [found.ok() for found in stateless.get_all_operations()]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)
profiles = st.dictionaries(st.sampled_from(sorted(FIELDS)) | st.text(max_size=12), json_values, max_size=6)


@pytest.mark.parametrize("operation", operations, ids=lambda operation: operation.label)
@settings(max_examples=15, deadline=None, suppress_health_check=QUIET, derandomize=True)
@given(data=st.data())
def test_the_document_holds(operation: APIOperation, data: st.DataObject, shared_api: Api) -> None:
    case: Case = data.draw(operation.as_strategy())
    case.call_and_validate(base_url=shared_api.url, checks=CHECKS)


@settings(max_examples=80, deadline=None, suppress_health_check=QUIET, derandomize=True)
@given(profile=profiles | json_values, on=st.dates().map(str) | json_values)
def test_any_profile_gets_a_route_or_a_problem(shared_api: Api, profile: object, on: object) -> None:
    for path in ("/api/v1/routes", "/api/v1/interview/next"):
        answer = httpx.post(shared_api.url + path, json={"profile": profile, "on": on}, trust_env=False)
        assert answer.status_code in (200, 400)
        assert answer.status_code == 200 or answer.json()["errors"]


@settings(max_examples=60, deadline=None, suppress_health_check=QUIET, derandomize=True)
@given(text=st.text(max_size=60), body=json_values)
def test_any_message_gets_an_answer_or_a_problem(
    shared_api: Api, started: Callable[[], tuple[str, str]], text: str, body: object
) -> None:
    path, token = started()
    headers = {"Authorization": f"Bearer {token}"}
    for sent in ({"text": text}, {"text": body}, body):
        answer = httpx.post(f"{shared_api.url}{path}/messages", json=sent, headers=headers, trust_env=False)
        assert answer.status_code in (200, 400)
    answer = httpx.patch(f"{shared_api.url}{path}/profile", json=body, headers=headers, trust_env=False)
    assert answer.status_code in (200, 400)


@pytest.fixture
def started(shared_api: Api) -> Callable[[], tuple[str, str]]:
    """One talk for all examples."""
    shared_api.script.reset()
    answer = httpx.post(
        f"{shared_api.url}/api/v1/conversations", json={"consent": True, "language": "nl"}, trust_env=False
    ).json()
    return lambda: (f"/api/v1/conversations/{answer['id']}", answer["token"])
