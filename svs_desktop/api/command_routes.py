"""``/api/admin/jobs/ID/…``: what can be done with a job that is there."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from svs_desktop.api import models
from svs_desktop.api.answers import json_answer, told
from svs_desktop.api.guard import JOBS
from svs_desktop.api.parts import Parts
from svs_desktop.api.views import job_view


def command_routes(parts: Parts) -> APIRouter:
    """The addresses."""
    jobs = parts.jobs
    routes = APIRouter(prefix=JOBS, tags=["jobs"])

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

    return routes
