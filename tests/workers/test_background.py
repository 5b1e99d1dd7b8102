"""Short work off the GUI thread, and looks at files."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.events import Probed
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.background import Background, while_there
from svs_desktop.workers.prober import Prober

from .stubs import MEDIA, eventually, failed


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    background.close()


def test_work_is_done_elsewhere_and_its_result_handed_over_here(background, shown):
    here = threading.get_ident()
    results = []
    background.run(
        threading.get_ident, lambda there: results.append((there, threading.get_ident()))
    )
    assert results == []
    shown(lambda: results)
    ((there, then),) = results
    assert then == here != there


def test_an_exception_is_handed_over_here(background, shown):
    errors = []
    here = threading.get_ident()
    background.run(
        lambda: 1 / 0,
        lambda _: errors.append("result"),
        lambda error: errors.append((type(error), threading.get_ident())),
    )
    shown(lambda: errors)
    assert errors == [(ZeroDivisionError, here)]


@pytest.mark.qt_no_exception_capture
def test_an_exception_that_nobody_expects_reaches_the_programs_hook(background, shown, monkeypatch):
    seen = []
    monkeypatch.setattr(
        sys, "excepthook", lambda kind, *_: seen.append((kind, threading.get_ident()))
    )
    background.run(lambda: 1 / 0, lambda _: None)
    shown(lambda: seen)
    assert seen == [(ZeroDivisionError, threading.get_ident())]


def test_a_future_that_is_done_before_is_still_handed_over_later(background, shown):
    done: Future[int] = Future()
    done.set_result(3)
    results = []
    background.deliver(done, results.append)
    assert results == []
    shown(lambda: results == [3])


def test_an_outcome_is_not_for_one_that_is_deleted(background, shown):
    receivers = {"gone": QObject(), "there": QObject()}
    results = []
    for name, receiver in receivers.items():
        background.run(lambda name=name: name, while_there(receiver, results.append))
    delete(receivers["gone"])
    shown(lambda: results)
    background.run(lambda: "last", results.append)
    shown(lambda: "last" in results)
    assert sorted(results) == ["last", "there"]


def test_it_tells_when_all_is_handed_over_also_what_comes_of_it(background, shown):
    slow: Future[str] = Future()
    after: Future[str] = Future()
    heard = []

    def hear(first):
        heard.append(first)
        background.deliver(after, heard.append)

    background.deliver(slow, hear)
    background.when_idle(lambda: heard.append("idle"))
    background.run(lambda: "quick", heard.append)
    shown(lambda: heard == ["quick"])
    slow.set_result("slow")
    shown(lambda: heard == ["quick", "slow"])
    after.set_result("next")
    shown(lambda: heard == ["quick", "slow", "next", "idle"])


def test_it_is_idle_once_it_is_closed(background):
    heard = []
    background.deliver(Future(), heard.append)
    background.when_idle(lambda: heard.append("idle"))
    background.close()
    assert heard == ["idle"]


def test_a_future_that_is_cancelled_is_not_handed_over(background, shown):
    results = []
    cancelled: Future[int] = Future()
    background.deliver(cancelled, results.append, results.append)
    assert cancelled.cancel()
    background.run(lambda: 1, results.append)
    shown(lambda: results == [1])


def test_a_thousand_results_arrive(background, shown):
    results = []
    for number in range(1000):
        background.run(lambda number=number: number, results.append)
    shown(lambda: len(results) == 1000)
    assert sorted(results) == list(range(1000))


def test_nothing_is_handed_over_once_it_is_closed(background, qtbot):
    results, go_on = [], threading.Event()
    background.run(go_on.wait, results.append)
    waiting = [background.run(lambda: 1, results.append) for _ in range(10)]
    late: Future[int] = Future()
    background.deliver(late, results.append)
    go_on.set()
    background.close()
    late.set_result(1)
    assert all(future.done() for future in waiting)
    with qtbot.assertNotEmitted(background.destroyed, wait=50):
        pass
    assert results == []


# the prober


@pytest.fixture
def prober(qapp, look, tmp_path):
    prober = Prober(look, Workspace(tmp_path))
    yield prober
    prober.close()


def jobs(*names: str) -> list[Job]:
    return [Job.new(Path("/videos") / name) for name in names]


def test_files_are_looked_at_in_their_order(prober, look, qtbot):
    look.otherwise = Probed(MEDIA)
    wanted = jobs("b.mp4", "a.mp4", "c.mp4")
    told = []
    prober.probed.connect(lambda job_id, event: told.append(job_id))
    prober.look_at(wanted)
    qtbot.waitUntil(lambda: told == [job.id for job in wanted])
    assert look.looked_at == ["b.mp4", "a.mp4", "c.mp4"]


def test_only_what_says_something_about_the_file_is_told(prober, look, qtbot):
    bad, crash, good = jobs("bad.mp4", "crash.mp4", "good.mp4")
    look.answers = {
        "bad.mp4": failed(ErrorCode.NOT_MEDIA),
        "crash.mp4": failed(ErrorCode.ENGINE_CRASHED),
        "good.mp4": Probed(MEDIA),
    }
    told = []
    prober.probed.connect(lambda job_id, event: told.append(job_id))
    prober.look_at([bad, crash, good])
    qtbot.waitUntil(lambda: good.id in told)
    assert told == [bad.id, good.id]


def test_a_fault_in_a_look_shows_in_the_log_and_the_next_file_is_looked_at(
    prober, look, qtbot, caplog
):
    look.answers = {"a.mp4": ZeroDivisionError("a fault"), "b.mp4": Probed(MEDIA)}
    with qtbot.waitSignal(prober.probed):
        prober.look_at(jobs("a.mp4", "b.mp4"))
    assert "a fault" in caplog.text


def test_a_prober_that_is_closed_looks_at_nothing_more(prober, look):
    look.gate.clear()
    prober.look_at(jobs("a.mp4", "b.mp4", "c.mp4"))
    assert look.waiting.wait(5)
    prober.close()
    prober.look_at(jobs("d.mp4"))
    prober.close()
    assert look.looked_at == ["a.mp4"]


def test_a_file_that_hangs_the_engine_does_not_hang_the_end(engine_of, qapp, tmp_path):
    engine = engine_of("stand_in.py")
    prober = Prober(engine, Workspace(tmp_path))
    prober.look_at(jobs("hang.mp4", "hang.mp4"))
    eventually(lambda: engine.pid is not None)
    prober.close()
    assert engine.pid is None


def test_the_number_of_references_to_none_stays(qapp):
    """PySide6 6.12.0 dropped one at every call that returns nothing, and died of it."""
    item = QObject()
    before = sys.getrefcount(None)
    for _ in range(100):
        item.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 20
