"""``/api/admin/jobs/ID/result`` and ``picture``: what became of a job."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from svs_desktop.api import models
from svs_desktop.api.answers import JSON, json_answer, told
from svs_desktop.api.guard import JOBS
from svs_desktop.api.parts import Parts
from svs_desktop.api.problems import Problem, ProblemCode
from svs_desktop.api.views import job_view
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.files import file_name
from svs_desktop.pipeline.export.json_text import load

_MEDIA_TYPES = {
    Format.MD: "text/markdown",
    Format.JSON: JSON,
    Format.SRT: "application/x-subrip",
    Format.VTT: "text/vtt",
    Format.HTML: "text/html",
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_RESULT = {
    "requestBody": {
        "required": True,
        "content": {JSON: {"schema": {"$ref": "#/components/schemas/ExportedResult"}}},
    }
}


def _files(*media_types: str) -> dict[str, Any]:
    answers = told(models.ResultModel if JSON in media_types else None, 404, 409, 422)
    content = answers["responses"][200].setdefault("content", {})
    for media_type in media_types:
        content.setdefault(media_type, {"schema": {"type": "string"}})
    return answers


def result_routes(parts: Parts) -> APIRouter:
    """The addresses."""
    jobs, board, workspace = parts.jobs, parts.board, parts.workspace
    routes = APIRouter(prefix=JOBS, tags=["results"])

    @routes.get("/{job_id}/picture", **_files("image/jpeg"))
    async def get_picture(job_id: str) -> Response:
        """A still picture of the video."""
        path = workspace.picture((await board.job(job_id)).job.id)
        try:
            return Response(path.read_bytes(), media_type="image/jpeg")
        except OSError:
            raise Problem(ProblemCode.NOT_FOUND, "There is no picture of this video.") from None

    @routes.get("/{job_id}/result", **_files(JSON, *sorted({*_MEDIA_TYPES.values(), "text/plain"})))
    async def get_result(
        job_id: str, form: Annotated[Format, Query(alias="format")] = Format.JSON
    ) -> Response:
        """The result of a finished job."""
        result = await jobs.result(job_id)
        name = file_name(result, form)
        media_type = _MEDIA_TYPES.get(form, "text/plain")
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
        # A document of many pages takes a second, in which others want to be answered.
        content = await asyncio.to_thread(export, result, form)
        return Response(content, headers=headers, media_type=media_type)

    @routes.put("/{job_id}/result", openapi_extra=_RESULT, **told(models.Job, 404, 409, 422))
    async def put_result(job_id: str, request: Request) -> Response:
        """Hand in the result of an outside worker's job, as the JSON export has it."""
        try:
            result = load(await request.body())
        except (ValueError, RecursionError) as error:
            raise Problem(ProblemCode.INVALID, f"This is no result: {error}") from None
        return json_answer(job_view(await jobs.hand_in(job_id, result)))

    return routes
