"""Jobs followed to their ends, over whatever happens to the program that does them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from svs_desktop.cli.api_client import ApiClient, Refused, Unreachable
from svs_desktop.cli.interruption import Interruption
from svs_desktop.cli.terminal import Bar, complain
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.progress import Stage
from svs_desktop.words import speed_text, stage_name, time_left_text

_PATIENCE_S = 300.0
_BETWEEN_S = 0.5
_GONE = 404

# What the bar says where no stage says it.
_WORDS = {Status.QUEUED: "Waiting", Status.PAUSED: "Paused"}


class Follower:
    """Follows jobs by the API's events, and asks again whenever these break off."""

    def __init__(
        self, client: ApiClient, jobs: Sequence[dict[str, Any]], interruption: Interruption
    ) -> None:
        self._client = client
        self._jobs = {job["id"]: job for job in jobs}
        self._interruption = interruption
        self._bar = Bar()
        self._shown = ""

    def follow(self) -> list[dict[str, Any]]:
        """Wait for all jobs to end; how they stand then.

        Raises:
            Interrupted: The program was asked to end.
        """
        answered = time.monotonic()
        try:
            while self._is_waiting():
                try:
                    self._ask_and_listen()
                    answered = time.monotonic()
                except Unreachable:
                    self._bar.show("Not there", self._percent(), "waiting for the program")
                    if time.monotonic() - answered > _PATIENCE_S:
                        complain("The job API has gone away.", "Start it again with: svs serve")
                        break
                self._interruption.check()
                if self._is_waiting():
                    time.sleep(_BETWEEN_S)
                self._interruption.check()
        finally:
            self._bar.stop()
        return list(self._jobs.values())

    def _ask_and_listen(self) -> None:
        self._client.check()  # what listens there may have changed
        after = self._client.last_event()
        for job_id in [i for i, job in self._jobs.items() if _goes_on(job)]:
            try:
                self._put(self._client.job(job_id))
            except Refused as error:
                if error.status != _GONE:
                    raise Unreachable(str(error)) from error
                self._remove(job_id)
        if not self._is_waiting():
            return
        for event in self._client.events(after):
            match event.kind:
                case "reset":
                    return
                case "removed":
                    self._remove(event.data["id"])
                case _:
                    self._put(event.data)
            if not self._is_waiting():
                return

    def _put(self, told: dict[str, Any]) -> None:
        if told["id"] in self._jobs:
            self._jobs[told["id"]] |= told
            self._show()

    def _remove(self, job_id: str) -> None:
        if job_id in self._jobs:
            self._jobs[job_id] |= {"status": "removed", "error": None}

    def _is_waiting(self) -> bool:
        return any(map(_goes_on, self._jobs.values()))

    def _percent(self) -> float:
        return next((float(j["overall"]) for j in self._jobs.values() if _goes_on(j)), 100.0)

    def _show(self) -> None:
        """Show the first job that goes on."""
        jobs = list(self._jobs.values())
        number, job = next(((n, j) for n, j in enumerate(jobs, 1) if _goes_on(j)), (0, None))
        if job is None:
            return
        if job["id"] != self._shown:
            self._shown = job["id"]
            self._bar.start(job["name"], f"{number}/{len(jobs)} " if len(jobs) > 1 else "")
        stage = Stage(job["stage"]) if job["stage"] else None
        what = _WORDS.get(job["status"]) or stage_name(stage)
        words = [speed_text(job["speed"]), time_left_text(job["eta_s"])]
        self._bar.show(what, job["overall"], " · ".join(filter(None, words)))


def _goes_on(job: dict[str, Any]) -> bool:
    return job["status"] in set(Status) and Status(job["status"]).is_active
