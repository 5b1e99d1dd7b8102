"""Jobs over HTTP: what there is, what can be done, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from workers.stubs import HEARD, SAID, failed, make_files, progressed, whole_run

from svs_desktop.api.limits import Limits
from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.progress import Stage

from .conftest import JOBS, Station, a_result_document


def test_a_job_is_added_and_comes_to_its_end(station: Station) -> None:
    job_id = station.add("talk.mp4", HEARD, progressed(Stage.TRANSCRIBE, 0.5))
    station.wait(lambda: station.queue.state(job_id).overall)

    running = station.get(f"{JOBS}/{job_id}").json
    assert (running["name"], running["status"], running["stage"]) == (
        "talk.mp4",
        "running",
        "transcribe",
    )
    assert running["stages"] == [
        {"stage": "extract", "weight": 20, "fraction": 1.0},
        {"stage": "transcribe", "weight": 50, "fraction": 0.5},
        {"stage": "summarize", "weight": 30, "fraction": 0.0},
    ]
    assert running["overall"] == 45.0
    assert running["language"] == "en"
    assert running["started_at"]
    numbers = station.get(f"{JOBS}/{job_id}/progress").json
    assert numbers == {name: running[name] for name in numbers}
    assert "path" not in numbers

    station.engines.say("talk.mp4", SAID, *whole_run("Tides")[-1:])
    station.reach(job_id, Status.FINISHED)

    done = station.get(f"{JOBS}/{job_id}").json
    assert (done["status"], done["overall"], done["title"]) == ("finished", 100.0, "Tides")
    assert all(stage["fraction"] == 1.0 for stage in done["stages"])


def test_jobs_are_listed_the_newest_first(station: Station) -> None:
    ids = [station.finish("a.mp4"), station.finish("b.mp4"), station.add("c.mp4")]

    whole = station.get(JOBS).json
    page = station.get(f"{JOBS}?limit=1&offset=1").json
    done = station.get(f"{JOBS}?status=finished").json
    some = station.get(f"{JOBS}?status=failed&status=cancelled").json

    assert [job["id"] for job in whole["jobs"]] == ids[::-1]
    assert whole["total"] == 3
    assert [job["id"] for job in page["jobs"]] == [ids[1]]
    assert (page["total"], page["limit"], page["offset"]) == (3, 1, 1)
    assert [job["id"] for job in done["jobs"]] == ids[1::-1]
    assert some["jobs"] == []


def test_no_more_than_the_newest_twenty_results_are_listed(station: Station) -> None:
    ids = [station.finish(f"{n}.mp4") for n in range(21)]

    listed = [job["id"] for job in station.get(JOBS).json["jobs"]]

    assert listed == ids[:0:-1]
    assert station.get(f"{JOBS}/{ids[0]}").code == "not_found"


def test_a_failed_job_says_why(station: Station) -> None:
    job_id = station.add("talk.mp4", failed(ErrorCode.NO_AUDIO))
    station.reach(job_id, Status.FAILED)

    assert station.get(f"{JOBS}/{job_id}").json["error"] == {
        "code": "no_audio",
        "sentence": "“talk.mp4” has no audio track, so there is nothing to transcribe.",
        "remedy": "Choose a file with sound.",
    }


def test_a_job_is_cancelled_and_tried_again(station: Station) -> None:
    job_id = station.add("talk.mp4", progressed(Stage.EXTRACT, 0.5))
    station.wait(lambda: "talk.mp4" in station.engines.begun)

    assert station.post(f"{JOBS}/{job_id}/cancel").status == 200
    station.reach(job_id, Status.CANCELLED)
    assert station.post(f"{JOBS}/{job_id}/cancel").code == "wrong_status"

    station.engines.plays["talk.mp4"] = whole_run()
    again = station.post(f"{JOBS}/{job_id}/retry")
    assert again.status == 200
    assert again.json["status"] in {"queued", "running"}
    station.reach(job_id, Status.FINISHED)
    for name in ("cancel", "retry", "pause", "resume"):
        assert station.post(f"{JOBS}/{job_id}/{name}").code == "wrong_status"


def test_a_job_is_paused_and_resumed(station: Station) -> None:
    job_id = station.add("talk.mp4", progressed(Stage.EXTRACT, 0.5))
    station.wait(lambda: "talk.mp4" in station.engines.begun)

    assert station.post(f"{JOBS}/{job_id}/resume").code == "wrong_status"
    assert station.post(f"{JOBS}/{job_id}/pause").json["status"] == "paused"
    station.engines.plays["talk.mp4"] = whole_run()
    assert station.post(f"{JOBS}/{job_id}/resume").json["status"] in {"queued", "running"}

    station.reach(job_id, Status.FINISHED)


def test_a_job_is_deleted_with_its_result(station: Station) -> None:
    job_id = station.finish("talk.mp4")

    assert station.ask("DELETE", f"{JOBS}/{job_id}").status == 204

    assert station.get(f"{JOBS}/{job_id}").code == "not_found"
    assert station.library.history().result() == []
    assert station.queue.ids == []
    assert station.ask("DELETE", f"{JOBS}/{job_id}").code == "not_found"


FORMATS = {
    "json": ("application/json", b'{\n  "format": "svs-desktop result"'),
    "md": ("text/markdown", b"# Tides"),
    "txt": ("text/plain", b"Tides"),
    "srt": ("application/x-subrip", b"1\n00:00:00,000 --> "),
    "vtt": ("text/vtt", b"WEBVTT"),
    "html": ("text/html", b"<!doctype html>"),
    "pdf": ("application/pdf", b"%PDF-"),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        b"PK\x03\x04",
    ),
}


def test_results_come_in_all_formats(station: Station) -> None:
    job_id = station.finish("talk.mp4", "Tides")

    for form, (media_type, begins) in FORMATS.items():
        answer = station.get(f"{JOBS}/{job_id}/result?format={form}")

        assert answer.status == 200
        assert answer.headers["Content-Type"].partition(";")[0] == media_type
        name = f"attachment; filename*=UTF-8''Tides.{form}"
        assert answer.headers["Content-Disposition"] == name
        assert answer.body.startswith(begins)


def test_a_job_that_has_not_finished_has_no_result(station: Station) -> None:
    job_id = station.add("talk.mp4")

    assert station.get(f"{JOBS}/{job_id}/result").code == "wrong_status"
    assert station.get(f"{JOBS}/{job_id}/result?format=doc").code == "invalid"
    assert station.get(f"{JOBS}/nobody/result").code == "not_found"


def test_a_picture_is_shown_if_there_is_one(station: Station) -> None:
    job_id = station.add("talk.mp4")
    assert station.get(f"{JOBS}/{job_id}/picture").code == "not_found"
    station.workspace.picture(job_id).write_bytes(b"\xff\xd8 picture")

    answer = station.get(f"{JOBS}/{job_id}/picture")

    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.body == b"\xff\xd8 picture"


def test_options_are_taken_and_checked(station: Station) -> None:
    (path,) = make_files(station.videos, "talk.mp4")

    def add(**options: object) -> object:
        answer = station.post(JOBS, {"path": str(path), "options": options})
        return answer.json["options"] if answer.status == 201 else answer.code

    taken = add(language="de", length="short", threads=3)
    assert isinstance(taken, dict)
    assert (taken["language"], taken["length"], taken["threads"]) == ("de", "short", 3)
    assert taken["speech_model"] == "base"
    assert add(language="Deutsch") == "invalid"
    assert add(threads=-1) == "invalid"
    assert add(colour="red") == "invalid"
    # What a model's folder holds is loaded: only the settings may name one.
    assert add(speech_model=str(station.videos)) == "invalid"
    assert add(summarizer="../../evil") == "invalid"


def test_what_is_no_job_is_refused(station: Station) -> None:
    assert station.post(JOBS, {}).code == "invalid"
    assert station.post(JOBS, {"paths": ["/a"]}).code == "invalid"
    assert station.ask("POST", JOBS, "{", {"Content-Type": "application/json"}).code == "invalid"
    deep = "[" * 1500
    assert station.ask("POST", JOBS, deep, {"Content-Type": "application/json"}).code == "invalid"
    assert station.ask("POST", JOBS, "x", {"Content-Type": "text/plain"}).code == (
        "wrong_media_type"
    )
    assert station.get(f"{JOBS}?limit=0").code == "invalid"
    assert station.get(f"{JOBS}?status=odd").code == "invalid"
    assert station.get("/api/admin/nothing").code == "not_found"
    assert station.ask("PUT", JOBS).code == "wrong_method"
    assert station.get(f"{JOBS}/%2e%2e%2f%2e%2e").code == "not_found"


# jobs that an outside worker does


def external(station: Station, name: str = "town hall") -> str:
    answer = station.post(JOBS, {"external": True, "name": name})
    assert answer.status == 201
    return answer.json["id"]


def test_an_outside_worker_tells_its_progress(station: Station) -> None:
    job_id = external(station)
    assert station.get(f"{JOBS}/{job_id}").json["status"] == "queued"

    told = station.post(
        f"{JOBS}/{job_id}/progress", {"stage": " Transcription", "fraction": 0.5}
    ).json

    assert (told["status"], told["stage"], told["overall"]) == ("running", "transcribe", 45.0)
    assert station.engines.begun == []
    assert station.look.looked_at == []


def test_its_numbers_are_brought_within_bounds(station: Station) -> None:
    job_id = external(station)

    for stage, fraction, overall in (
        ("EXTRACT", -3, 0.0),
        ("extract", 7, 20.0),
        ("summarisation", 1, 99.0),
    ):
        told = station.post(f"{JOBS}/{job_id}/progress", {"stage": stage, "fraction": fraction})

        assert told.json["overall"] == overall


def test_its_progress_never_goes_back(station: Station) -> None:
    job_id = external(station)
    for fraction in (0.8, 0.2):
        told = station.post(f"{JOBS}/{job_id}/progress", {"stage": "extract", "fraction": fraction})

    assert told.json["overall"] == 16.0


def test_what_is_no_number_is_refused(station: Station) -> None:
    path = f"{JOBS}/{external(station)}/progress"

    for fraction in ("NaN", "Infinity", '"much"', "null"):
        body = f'{{"stage": "extract", "fraction": {fraction}}}'
        assert station.ask("POST", path, body, {"Content-Type": "application/json"}).code == (
            "invalid"
        )
    assert station.post(path, {"stage": "tea", "fraction": 1}).code == "invalid"


def test_nobody_tells_the_progress_of_jobs_of_ours(station: Station) -> None:
    job_id = station.add("talk.mp4")

    told = station.post(f"{JOBS}/{job_id}/progress", {"stage": "extract", "fraction": 1})

    assert told.code == "wrong_status"
    assert station.get(f"{JOBS}/{job_id}").json["overall"] == 0.0
    assert station.ask("PUT", f"{JOBS}/{job_id}/result", a_result_document()).code == "wrong_status"


def test_an_outside_worker_hands_in_its_result(station: Station) -> None:
    job_id = external(station)

    told = station.ask("PUT", f"{JOBS}/{job_id}/result", a_result_document())

    assert (told.json["status"], told.json["overall"]) == ("finished", 100.0)
    result = station.library.result(job_id).result()
    assert result.summary.title == "From elsewhere"
    assert result.transcript.text == "Nodules grow."
    assert station.ask("PUT", f"{JOBS}/{job_id}/result", {"format": "?"}).code == "invalid"


def test_an_outside_worker_gives_up(station: Station) -> None:
    job_id = external(station)
    report = {"stage": "extract", "fraction": 0.1, "error": "The tape\nis torn."}

    told = station.post(f"{JOBS}/{job_id}/progress", report).json

    assert told["status"] == "failed"
    assert told["error"]["code"] == "external_failed"
    assert "The tape is torn." in told["error"]["sentence"]
    assert station.post(f"{JOBS}/{job_id}/progress", report).code == "wrong_status"


def test_an_external_job_is_cancelled_while_it_runs(station: Station) -> None:
    job_id = external(station)
    station.post(f"{JOBS}/{job_id}/progress", {"stage": "extract", "fraction": 0.1})

    assert station.post(f"{JOBS}/{job_id}/cancel").json["status"] == "cancelled"


# a program that is busy


@pytest.mark.parametrize("limits", [Limits(answer_s=0.2)])
def test_a_main_thread_that_hangs_is_told_within_bounds(station: Station) -> None:
    """Reading goes on without it; what needs it is refused, and not done later on."""
    job_id = station.add("talk.mp4")

    def ask(method: str, path: str) -> int:
        import http.client

        connection = http.client.HTTPConnection("127.0.0.1", station.port, timeout=10)
        connection.request(method, path, headers={"Authorization": f"Bearer {station.token}"})
        status = connection.getresponse().status
        connection.close()
        return status

    # The event loop does not run here: this thread hangs.
    busy = station._threads.submit(ask, "POST", f"{JOBS}/{job_id}/cancel").result(10)
    unwell = station._threads.submit(ask, "GET", "/healthz").result(10)
    reads = station._threads.submit(ask, "GET", f"{JOBS}/{job_id}").result(10)

    assert (busy, unwell, reads) == (503, 503, 200)
    assert station.get("/healthz").json["status"] == "ok"
    assert station.status(job_id) != "cancelled"


def test_a_path_with_odd_bytes_is_told_all_the_same(station: Station, videos: Path) -> None:
    path = Path(f"{videos}/caf\udce9.mp4")
    path.touch()
    station.queue.submit([path], station.service._options())
    station.wait(lambda: station.queue.ids)

    (job,) = station.get(JOBS).json["jobs"]

    assert job["name"] == "caf\ufffd.mp4"
