"""How facts become answers, and how OpenAPI tells of them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from pydantic import BaseModel
from starlette.responses import Response

from svs_desktop.api.models import ProblemModel
from svs_desktop.api.problems import MEDIA_TYPE
from svs_desktop.pipeline.codec import to_json

JSON = "application/json"


def json_answer(what: object, status: int = 200) -> Response:
    """Facts as JSON. The text is ASCII: names of files may hold what is no valid Unicode."""
    return Response(to_json(what), status, media_type=JSON)


def told(model: type[BaseModel] | None, *problems: int, status: int = 200) -> dict[str, Any]:
    """What an address answers, for its OpenAPI entry.

    Args:
        model: What is answered when all is well; None for no content.
        problems: The statuses of the problems that it may tell, beside those of every address.
        status: The status when all is well.
    """
    well: dict[str, Any] = {"description": HTTPStatus(status).phrase}
    if model:
        schema = {"$ref": f"#/components/schemas/{model.__name__}"}
        well["content"] = {JSON: {"schema": schema}}
    return {"status_code": status, "responses": {status: well, **_problems(*problems)}}


def _problems(*statuses: int) -> dict[int | str, Any]:
    # The gate and the framework may answer any request with one of these.
    usual = {400, 401, 403, 413, 421, 431, 500, 503}
    schema = {"$ref": f"#/components/schemas/{ProblemModel.__name__}"}
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
        for status in sorted(usual.union(statuses))
    }
