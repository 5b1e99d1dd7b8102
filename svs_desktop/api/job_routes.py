"""The addresses under ``/api/admin/jobs``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from msgspec.structs import replace
from pydantic import BaseModel, ValidationError
from starlette.responses import Response

from svs_desktop.api import models
from svs_desktop.api.answers import JSON, json_answer, told
from svs_desktop.api.board import Board
from svs_desktop.api.guard import JOBS, UPLOAD
from svs_desktop.api.jobs import Jobs
from svs_desktop.api.problems import Problem, ProblemCode
from svs_desktop.api.views import JobList, job_view, progress_view
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.files import file_name
from svs_desktop.pipeline.export.json_text import load
from svs_desktop.pipeline.job import JobOptions, Status
from svs_desktop.pipeline.models import is_installed
from svs_desktop.pipeline.workspace import Workspace

MOST_LISTED = 500

_MEDIA_TYPES = {
    Format.MD: "text/markdown",
    Format.JSON: JSON,
    Format.SRT: "application/x-subrip",
    Format.VTT: "text/vtt",
    Format.HTML: "text/html",
}
_NEW_JOB = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {"schema": {"$ref": "#/components/schemas/NewJob"}},
            UPLOAD: {"schema": {"type": "string", "format": "binary"}},
        },
    }
}
_RESULT = {
    "requestBody": {
        "required": True,
        "content": {JSON: {"schema": {"$ref": "#/components/schemas/ExportedResult"}}},
    }
}


def job_routes(  # noqa: C901 - one function an address
    jobs: Jobs,
    board: Board,
    workspace: Workspace,
    options: Callable[[], JobOptions],
    models_dir: Path,
) -> APIRouter:
    """The addresses.

    Args:
        jobs: Does what is asked.
        board: Knows how jobs stand.
        workspace: Has the pictures.
        options: What a job is asked for that does not say.
        models_dir: Where the models are.
    """
    routes = APIRouter(prefix=JOBS, tags=["jobs"])

    def chosen(given: BaseModel) -> JobOptions:
        values = given.model_dump(exclude_none=True)
        for name in ("speech_model", "summarizer"):
            if name in values and not _is_model(values[name], models_dir):
                raise Problem(ProblemCode.INVALID, f"There is no model “{values[name]}”.")
        return replace(options(), **values)

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
        name: Annotated[str, Query(max_length=1000, description="What a sent video is called.")] = (
            "video"
        ),
    ) -> Response:
        """Add a job: a path on this computer, a video that is sent, or an outside worker's."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == UPLOAD:
            body = _not_empty(request.stream())
            state = await jobs.add_upload(name, options(), body)
        elif kind == JSON:
            wanted = _read(models.NewJob, await request.body())
            if wanted.external:
                state = await jobs.add_external(wanted.name, chosen(wanted.options))
            else:
                state = await jobs.add_path(wanted.path, chosen(wanted.options))
        else:
            known = f"{JSON} and {UPLOAD}"
            raise Problem(ProblemCode.WRONG_MEDIA_TYPE, f"Only {known} are taken.")
        return json_answer(job_view(state), 201)

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

    @routes.post("/{job_id}/progress", **told(models.Job, 404, 409, 422))
    async def report_progress(job_id: str, report: models.Report) -> Response:
        """Tell how far an outside worker has come with its job."""
        state = await jobs.report(job_id, report.stage, report.fraction, report.error)
        return json_answer(job_view(state))

    @routes.post("/{job_id}/cancel", **told(models.Job, 404, 409, 422))
    async def cancel_job(job_id: str) -> Response:
        """End a job; one that runs is over within a second."""
        return json_answer(job_view(await jobs.cancel(job_id)))

    @routes.post("/{job_id}/pause", **told(models.Job, 404, 409, 422))
    async def pause_job(job_id: str) -> Response:
        """Let a job rest; what is transcribed of it stays."""
        return json_answer(job_view(await jobs.pause(job_id)))

    @routes.post("/{job_id}/resume", **told(models.Job, 404, 409, 422))
    async def resume_job(job_id: str) -> Response:
        """Have a job go on that rests."""
        return json_answer(job_view(await jobs.resume(job_id)))

    @routes.post("/{job_id}/retry", **told(models.Job, 404, 409, 422))
    async def retry_job(job_id: str) -> Response:
        """Queue a job again that failed or was cancelled."""
        return json_answer(job_view(await jobs.retry(job_id)))

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
        return Response(export(result, form), headers=headers, media_type=media_type)

    @routes.put("/{job_id}/result", openapi_extra=_RESULT, **told(models.Job, 404, 409, 422))
    async def put_result(job_id: str, request: Request) -> Response:
        """Hand in the result of an outside worker's job, as the JSON export has it."""
        try:
            result = load(await request.body())
        except (ValueError, RecursionError) as error:
            raise Problem(ProblemCode.INVALID, f"This is no result: {error}") from None
        return json_answer(job_view(await jobs.hand_in(job_id, result)))

    return routes


def _read(model: type[models.NewJob], body: bytes) -> models.NewJob:
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


def _files(*media_types: str) -> dict[str, Any]:
    answers = told(models.ResultModel if JSON in media_types else None, 404, 409, 422)
    content = answers["responses"][200].setdefault("content", {})
    for media_type in media_types:
        content.setdefault(media_type, {"schema": {"type": "string"}})
    return answers


async def _not_empty(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    has_any = False
    async for chunk in body:
        has_any = has_any or bool(chunk)
        yield chunk
    if not has_any:
        raise Problem(ProblemCode.INVALID, "The video is empty.")
