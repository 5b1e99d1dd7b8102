"""The short way answers as the long one does."""

from __future__ import annotations

import pytest

from .conftest import JOBS, Answer, Station

# FastAPI answers what has a query; what it does not know in it changes nothing.
LONG = "?long=way"


def told(answer: Answer) -> tuple[int, dict[str, str], bytes]:
    head = {name.lower(): value for name, value in answer.headers.items()}
    return answer.status, head | {"date": ""}, answer.body


def test_both_ways_answer_the_same(station: Station) -> None:
    done, waits = station.finish("done.mp4"), station.add("waits.mp4")
    station.wait(lambda: station.status(waits) == "running")
    paths = [JOBS, "/", "/static/main.js", "/static/no.js", "/enter", "/healthz", f"{JOBS}/%C3%A4"]
    for job_id in (done, waits, "none", "no%0Ane", "no%2Fne"):
        own = ("", "/progress", "/progress%0A", "/picture", "/result", "/nothing")
        paths += [f"{JOBS}/{job_id}{end}" for end in own]
    for path in paths:
        for method in ("GET", "HEAD", "OPTIONS"):
            short = told(station.ask(method, path))
            assert short == told(station.ask(method, path + LONG)), (method, path)


def test_what_is_asked_most_takes_the_short_way(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = station.add("waits.mp4")

    def fail(*_: object) -> None:
        raise AssertionError("FastAPI was asked")

    monkeypatch.setattr("fastapi.routing.APIRouter.app", fail)
    for path in (JOBS, f"{JOBS}/{job_id}", f"{JOBS}/{job_id}/progress"):
        assert station.get(path).status == 200
