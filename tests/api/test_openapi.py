"""The OpenAPI document: it is valid, and all that is answered is as it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from svs_desktop.api.models import choices_of, model_of
from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.summary import Result
from svs_desktop.settings import Settings

from .conftest import JOBS, LIMITS, Station, a_result_document

# It never ends by itself; test_events.py listens to it.
EVENTS = "/api/admin/events"
EXAMPLES, EXAMPLES_OUTSIDE = 30, 10
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


def operations(station: Station) -> list[Any]:
    document = station.get("/openapi.json").json
    schema = schemathesis.openapi.from_dict(document)
    schema.config.base_url = station.service.url
    found = [found.ok() for found in schema.get_all_operations()]
    # What deletes comes last: the others need jobs that are there.
    found.sort(key=lambda operation: operation.method.upper() == "DELETE")
    return [operation for operation in found if operation.path != EVENTS]


def try_all(
    station: Station,
    operation: Any,
    check: Callable[[Any], None],
    ids: list[str],
    examples: int = EXAMPLES,
) -> None:
    """Check what is answered to many requests, most of which are odd."""
    known = st.none() | st.sampled_from(ids)

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), known=known)
    def run(case: Any, known: str | None) -> None:
        if known and "job_id" in (case.path_parameters or {}):
            case.path_parameters["job_id"] = known
        check(case)

    future = station._threads.submit(run)
    station._qtbot.waitUntil(future.done, timeout=120_000)
    future.result()


@pytest.mark.slow
@pytest.mark.parametrize("limits", [replace(LIMITS, body_bytes=64 << 10, uploads=8)])
def test_all_that_is_answered_is_as_the_document_says(station: Station) -> None:
    load_all_checks()
    ids = [station.finish("done.mp4"), station.add("runs.mp4"), station.add("waits.mp4")]
    ids.append(station.post(JOBS, {"external": True, "name": "elsewhere"}).json["id"])
    head = {"Authorization": f"Bearer {station.token}"}
    statuses: set[int] = set()

    def check(case: Any) -> None:
        answer = case.call(headers=head, timeout=10)
        statuses.add(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    found = operations(station)
    for operation in found:
        try_all(station, operation, check, ids)

    assert len(found) >= 15
    # It has not been turned away at the door each time.
    assert {200, 201, 204, 404, 409, 422} <= statuses


@pytest.mark.slow
def test_without_the_token_nothing_is_answered(station: Station) -> None:
    load_all_checks()
    answered: dict[str, set[int]] = {}

    def check(case: Any) -> None:
        answer = case.call(timeout=10)
        answered.setdefault(case.operation.path, set()).add(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    for operation in operations(station):
        try_all(station, operation, check, ["x"], EXAMPLES_OUTSIDE)

    assert answered.pop("/healthz") <= {200, 422}
    assert len(answered) >= 10
    assert all(statuses == {401} for statuses in answered.values()), answered
    assert station.queue.ids == []


def test_the_document_is_of_version_3_1_and_names_its_parts(station: Station) -> None:
    document = station.get("/openapi.json").json

    assert document["openapi"] == "3.1.0"
    assert document["security"] == [{"token": []}]
    assert document["paths"]["/healthz"]["get"]["security"] == []
    schemas = document["components"]["schemas"]
    text = str(document)
    for name in schemas:
        assert f"'#/components/schemas/{name}'" in text, f"nothing uses {name}"
    for part in text.split("'#/components/schemas/")[1:]:
        assert part.partition("'")[0] in schemas
    assert set(document["paths"][JOBS + "/{job_id}/result"]) == {"get", "put"}


def test_models_are_made_from_the_facts() -> None:
    options = choices_of(JobOptions, Settings)
    assert set(options.model_fields) == set(JobOptions.__struct_fields__)
    schema = options.model_json_schema()["properties"]
    assert schema["length"]["anyOf"][0]["enum"] == ["short", "normal", "long"]
    assert schema["threads"]["anyOf"][0]["maximum"] == 256
    assert schema["threads"]["description"].startswith("Processor threads; 0 for")

    document = a_result_document()
    assert model_of(Result).model_validate(
        {name: document[name] for name in Result.__struct_fields__}
    )
