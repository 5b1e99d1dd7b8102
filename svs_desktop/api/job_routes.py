"""``/api/admin/jobs``: what there is, and adding to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query, Request
from msgspec.structs import replace
from pydantic import BaseModel, ValidationError
from starlette.responses import Response

from svs_desktop.api import models
from svs_desktop.api.answers import JSON, json_answer, told
from svs_desktop.api.guard import JOBS, UPLOAD
from svs_desktop.api.parts import Parts
from svs_desktop.api.problems import Problem, ProblemCode
from svs_desktop.api.views import JobList, job_view, progress_view
from svs_desktop.pipeline.job import JobOptions, JobState, Status
from svs_desktop.pipeline.models import is_installed

MOST_LISTED = 500

_MOST_NAME, _MOST_OPTIONS = 1000, 4096
_OPTIONS = "Of a sent video: as in the JSON body, as text."
M = TypeVar("M", bound=BaseModel)

_NEW_JOB = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {"schema": {"$ref": "#/components/schemas/NewJob"}},
            UPLOAD: {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


def job_routes(parts: Parts) -> APIRouter:
    """The addresses."""
    jobs, board = parts.jobs, parts.board
    routes = APIRouter(prefix=JOBS, tags=["jobs"])

    @routes.get("", **told(models.Jobs, 422))
    async def list_jobs(
        status: Annotated[list[Status] | None, Query(description="Only these.")] = None,
        limit: Annotated[int, Query(ge=1, le=MOST_LISTED)] = 50,
        offset: Annotated[int, Query(ge=0, le=2**31)] = 0,
    ) -> Response:
        """Active and finished jobs, the newest first."""
        last_event = board.journal.last_id
        found = await board.jobs(status or ())
        page = tuple(job_view(state) for state in found[offset : offset + limit])
        return json_answer(JobList(page, len(found), limit, offset, last_event))

    @routes.post("", openapi_extra=_NEW_JOB, **told(models.Job, 409, 415, 422, 507, status=201))
    async def add_job(
        request: Request,
        name: Annotated[str, Query(max_length=_MOST_NAME, description="Of a sent video.")] = "",
        options: Annotated[str, Query(max_length=_MOST_OPTIONS, description=_OPTIONS)] = "",
    ) -> Response:
        """Add a job: a path on this computer, a video that is sent, or an outside worker's."""
        return json_answer(job_view(await _added(parts, request, name, options)), 201)

    @routes.get("/{job_id}", **told(models.Job, 404, 422))
    async def get_job(job_id: str) -> Response:
        """How a job stands."""
        return json_answer(job_view(await board.job(job_id)))

    @routes.delete("/{job_id}", **told(None, 404, 422, status=204))
    async def delete_job(job_id: str) -> Response:
        """Take a job out of the queue, with its result."""
        await jobs.delete(job_id)
        return Response(status_code=204)

    @routes.get("/{job_id}/progress", **told(models.Progress, 404, 422))
    async def get_progress(job_id: str) -> Response:
        """How far a job has come."""
        return json_answer(progress_view(await board.job(job_id)))

    return routes


async def _added(parts: Parts, request: Request, name: str, options: str) -> JobState:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPLOAD:
        wanted_options = _chosen(parts, _read(models.Chosen, options.encode() or b"{}"))
        return await parts.jobs.add_upload(name, wanted_options, _not_empty(request.stream()))
    if kind != JSON:
        known = f"{JSON} and {UPLOAD}"
        raise Problem(ProblemCode.WRONG_MEDIA_TYPE, f"Only {known} are taken.")
    wanted = _read(models.NewJob, await request.body())
    if wanted.external:
        return await parts.jobs.add_external(wanted.name, _chosen(parts, wanted.options))
    return await parts.jobs.add_path(wanted.path, _chosen(parts, wanted.options))


def _chosen(parts: Parts, given: BaseModel) -> JobOptions:
    """The options as the settings have them, and over them what is chosen."""
    values = given.model_dump(exclude_none=True)
    for name in ("speech_model", "summarizer"):
        if name in values and not _is_model(values[name], parts.models_dir):
            raise Problem(ProblemCode.INVALID, f"There is no model “{values[name]}”.")
    options: JobOptions = replace(parts.options(), **values)
    return options


def _read(model: type[M], body: bytes) -> M:
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise Problem(ProblemCode.INVALID, first_fault(error.errors())) from None


def first_fault(faults: Any) -> str:
    """What is wrong with a request, in a sentence."""
    fault = faults[0]
    where = ".".join(str(part) for part in fault["loc"] if part not in {"body", "query", "path"})
    return f"{where or 'The body'}: {fault['msg']}."


def _is_model(name: str, models_dir: Path) -> bool:
    # Not a path: what a model's folder holds is loaded, so only the settings may name one.
    return name in {"auto", "extractive"} or is_installed(name, models_dir)


async def _not_empty(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    has_any = False
    async for chunk in body:
        has_any = has_any or bool(chunk)
        yield chunk
    if not has_any:
        raise Problem(ProblemCode.INVALID, "The video is empty.")
