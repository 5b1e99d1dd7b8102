"""Server-sent events: every change, in order, and what was missed."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from workers.stubs import progressed, whole_run

from svs_desktop.api import journal
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.progress import Stage

from .conftest import JOBS, LIMITS, Station


class Heard(NamedTuple):
    id: str
    kind: str
    data: dict[str, object]


class Ear:
    """One client that listens."""

    def __init__(self, station: Station, answer: http.client.HTTPResponse) -> None:
        self._station = station
        self._answer = answer
        self.heard: list[Heard] = []

    def until(self, kind: str, **values: object) -> list[Heard]:
        """What came until this was heard."""

        def listen() -> list[Heard]:
            new = []
            for event in self._events():
                new.append(event)
                if event.kind == kind and values.items() <= event.data.items():
                    return new
            raise AssertionError(f"it ended before {kind} {values}: {new}")

        new = self._station.meanwhile(listen)
        self.heard += new
        return new

    def until_end(self) -> None:
        self._station.meanwhile(self._answer.read)

    def _events(self) -> Iterator[Heard]:
        found: dict[str, str] = {}
        for line in self._answer:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name:
                found[name] = value
            elif "event" in found:
                yield Heard(found.get("id", ""), found["event"], json.loads(found["data"]))
                found = {}


@contextmanager
def ear(station: Station, after: str = "", last_event_id: str = "") -> Iterator[Ear]:
    connection = http.client.HTTPConnection("127.0.0.1", station.port, timeout=10)
    headers = {"Authorization": f"Bearer {station.token}"}
    if last_event_id:
        headers["Last-Event-ID"] = last_event_id
    connection.request("GET", f"/api/admin/events?after={after}", headers=headers)
    answer = station.meanwhile(connection.getresponse)
    try:
        assert answer.status == 200, answer.read()
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        yield Ear(station, answer)
    finally:
        answer.close()
        connection.close()


def numbers(heard: list[Heard]) -> list[int]:
    return [int(event.id.rpartition("-")[2]) for event in heard]


def test_every_change_is_told_in_order(station: Station) -> None:
    with ear(station) as listening:
        job_id = station.add("talk.mp4", *whole_run("Tides"))
        listening.until("job", id=job_id, status="finished")

    of_job = [event for event in listening.heard if event.data["id"] == job_id]
    statuses = [e.data["status"] for e in of_job if e.kind == "job"]
    assert list(dict.fromkeys(statuses)) == ["queued", "running", "finished"]
    overall = [e.data["overall"] for e in of_job]
    assert overall == sorted(overall)
    assert {e.data["stage"] for e in of_job} == {None, *Stage}
    first, *_, last = numbers(listening.heard)
    assert numbers(listening.heard) == list(range(first, last + 1))


def test_what_was_missed_is_told_again(station: Station) -> None:
    with ear(station) as listening:
        job_id = station.add("talk.mp4", progressed(Stage.EXTRACT, 0.5))
        (*_, last) = listening.until("progress", id=job_id, overall=10.0)
    station.engines.say("talk.mp4", *whole_run()[-3:])
    station.reach(job_id, Status.FINISHED)

    # A browser repeats its first address, but tells the newer id.
    with ear(station, after="old-7", last_event_id=last.id) as again:
        missed = again.until("job", id=job_id, status="finished")
        assert station.ask("DELETE", f"{JOBS}/{job_id}").status == 204
        again.until("removed", id=job_id)

    assert numbers(missed)[0] == numbers([last])[0] + 1
    assert numbers(again.heard) == sorted(numbers(again.heard))


def test_a_list_says_where_to_begin(station: Station) -> None:
    station.finish("a.mp4")
    begin = station.get(JOBS).json["last_event"]
    job_id = station.finish("b.mp4")

    with ear(station, after=begin) as listening:
        heard = listening.until("job", id=job_id, status="finished")

    assert {event.data["id"] for event in heard} == {job_id}


@pytest.mark.parametrize("last", ["00000000-3", "nonsense", "-1", "x-99999999999999999999"])
def test_who_missed_too_much_is_told_to_ask_again(station: Station, last: str) -> None:
    station.finish("a.mp4")
    with ear(station, after=last) as listening:
        assert [event.kind for event in listening.until("reset")] == ["reset"]


def test_what_is_no_longer_kept_was_missed(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = station.get(JOBS).json["last_event"]
    job_id = station.add("a.mp4")
    for _ in range(journal.KEPT + 1):
        station.queue.job_changed.emit(job_id)

    with ear(station, after=first) as listening:
        assert listening.until("reset")


def test_only_so_many_listen(station: Station) -> None:
    with ear(station), ear(station), ear(station):
        assert station.get("/api/admin/events").code == "busy"
        assert station.get(JOBS).status == 200
    station.wait(lambda: not station.service.bridge._board.journal._listeners)  # type: ignore[union-attr]


@pytest.mark.parametrize("limits", [replace(LIMITS, behind_bytes=100)])
def test_who_falls_behind_hears_the_end(station: Station) -> None:
    with ear(station) as listening:
        station.add("a.mp4")
        listening.until_end()


def test_listeners_hear_the_end_when_the_api_is_switched_off(station: Station) -> None:
    with ear(station) as listening:
        station.service.listen(None)
        listening.until_end()


def test_signs_of_life_break_the_silence(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "PING_S", 0.05)
    with ear(station) as listening:
        lines = station.meanwhile(lambda: [listening._answer.readline() for _ in range(6)])
    assert lines == [b"retry: 1000\n", b"\n"] + 2 * [b": still here\n", b"\n"]
