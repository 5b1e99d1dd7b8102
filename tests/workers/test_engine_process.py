"""An engine's child may do whatever it likes: each run ends once, in time, and leaves nothing."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.events import (
    TERMINAL,
    Cancelled,
    Drafted,
    Event,
    Failed,
    Finished,
    Progressed,
    Transcribed,
)
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.wire import Probe, Run, encode
from svs_desktop.workers.child_process import ChildProcess, exit_reason
from svs_desktop.workers.engine_process import EngineProcess, ProcessRun

from .conftest import CHILDREN
from .stubs import earlier, eventually, is_alive

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the children use POSIX signals"),
    pytest.mark.usefixtures("no_descriptor_stays"),
    pytest.mark.timeout(60),
]

SOON_S = 5.0
CANCEL_S = 1.0


def a_job(behaviour: str) -> Job:
    return Job.new(Path(f"/videos/{behaviour}.mp4"))


def outcome(run: ProcessRun) -> Event:
    """How a run ends, after a look at what any run must hold to."""
    begun = time.monotonic()
    events = list(run)
    assert time.monotonic() - begun < SOON_S
    assert [e for e in events if isinstance(e, TERMINAL)] == events[-1:]
    return events[-1]


def failure_of(engine: EngineProcess, behaviour: str):
    event = outcome(engine.run(a_job(behaviour)))
    assert isinstance(event, Failed)
    return event.failure


def works(engine: EngineProcess) -> bool:
    return isinstance(outcome(engine.run(a_job("succeed"))), Finished)


def stopped_after(delay_s: float, run: ProcessRun) -> threading.Timer:
    timer = threading.Timer(delay_s, run.stop)
    timer.start()
    return timer


def seconds_to_cancel(engine: EngineProcess, behaviour: str) -> float:
    """Stop a run at its first event; how long its end takes."""
    run = engine.run(a_job(behaviour))
    events = iter(run)
    next(events)
    begun = time.monotonic()
    run.stop()
    *_, last = events
    assert isinstance(last, Cancelled)
    return time.monotonic() - begun


# how runs end


def test_a_good_run_yields_its_events_and_keeps_its_child(stand_in):
    events = list(stand_in.run(a_job("succeed")))
    assert [type(e) for e in events] == [Progressed, Finished]
    pid = stand_in.pid
    assert works(stand_in)
    assert stand_in.pid == pid is not None


def test_a_failed_run_keeps_its_child(stand_in):
    assert failure_of(stand_in, "fail").code is ErrorCode.NO_AUDIO
    pid = stand_in.pid
    assert works(stand_in)
    assert stand_in.pid == pid


@pytest.mark.parametrize(
    ("behaviour", "code", "sentence"),
    [
        ("abort", ErrorCode.ENGINE_CRASHED, "a part of it gave up (abort)."),
        ("segfault", ErrorCode.ENGINE_CRASHED, "a part of it crashed (memory fault)."),
        ("be_killed", ErrorCode.ENGINE_CRASHED, "as it does when memory runs out."),
        ("exit_3", ErrorCode.ENGINE_CRASHED, "it ended with status 3."),
        ("leave_child", ErrorCode.ENGINE_CRASHED, "a part of it gave up (abort)."),
        ("close_output", ErrorCode.ENGINE_CRASHED, "it broke off, and had to be ended."),
        ("say_garbage", ErrorCode.ENGINE_GARBLED, "could not be understood."),
        ("say_other_json", ErrorCode.ENGINE_GARBLED, "could not be understood."),
        ("say_wrong_type", ErrorCode.ENGINE_GARBLED, "could not be understood."),
        ("say_deep", ErrorCode.ENGINE_GARBLED, "could not be understood."),
        ("say_requeued", ErrorCode.ENGINE_GARBLED, "could not be understood."),
        ("say_huge", ErrorCode.ENGINE_GARBLED, "could not be understood."),
    ],
)
def test_a_child_that_breaks_fails_its_job_and_no_other(stand_in, behaviour, code, sentence):
    failure = failure_of(stand_in, behaviour)
    assert failure.code is code
    assert failure.sentence.endswith(sentence)
    assert works(stand_in)


def test_drafts_come_through(stand_in):
    texts = [e.text for e in stand_in.run(a_job("draft")) if isinstance(e, Drafted)]
    assert texts == ["Nodules", "Nodules grow\nslowly."]


# an earlier result


def test_an_earlier_result_is_given_to_the_child_and_to_this_run_only(stand_in):
    result = earlier("Nodules grow.", "naïve — 話 \udcff")
    said, *_ = stand_in.run(a_job("use_earlier"), result)
    assert said == Transcribed(result.transcript.segments)
    assert [type(e) for e in stand_in.run(a_job("use_earlier"))] == [Progressed, Finished]


def test_the_transcript_of_a_long_day_is_given_whole(stand_in):
    result = earlier(*(f"sentence {n} of many, many more" for n in range(20_000)))
    assert len(encode(Run(a_job("use_earlier"), result))) > 1 << 20
    said, *_ = stand_in.run(a_job("use_earlier"), result)
    assert said == Transcribed(result.transcript.segments)


def test_a_child_that_does_not_read_its_request_counts_as_hung(engine_of, tmp_path):
    engine = engine_of("stand_in.py", "hang_at_once", tmp_path / "mark", silence_s=0.5)
    result = earlier("what fills a pipe" * 100_000)
    event = outcome(engine.run(a_job("use_earlier"), result))
    assert isinstance(event, Failed)
    assert event.failure.code is ErrorCode.ENGINE_SILENT
    assert isinstance(outcome(engine.run(a_job("use_earlier"), result)), Finished)


def test_a_run_is_stopped_while_its_child_does_not_read_the_request(engine_of, tmp_path):
    engine = engine_of("stand_in.py", "hang_at_once", tmp_path / "mark")
    run = engine.run(a_job("use_earlier"), earlier("what fills a pipe" * 100_000))
    timer = stopped_after(0.5, run)
    assert isinstance(outcome(run), Cancelled)
    timer.join()
    assert engine.pid is None


@pytest.mark.parametrize("behaviour", ["abort", "segfault", "say_garbage", "say_deep", "hang"])
def test_a_warm_child_that_breaks_fails_its_job_too(engine_of, behaviour):
    engine = engine_of("stand_in.py", silence_s=0.5)
    assert works(engine)
    assert failure_of(engine, behaviour)
    assert works(engine)


@pytest.mark.parametrize("behaviour", ["abort", "exit_3", "say_garbage"])
def test_the_last_words_of_a_child_are_in_the_detail(stand_in, behaviour):
    detail = failure_of(stand_in, behaviour).detail
    assert detail.endswith("the last words")
    assert len(detail) < 20_000


def test_last_words_that_come_in_small_pieces_are_kept_together(stand_in):
    detail = failure_of(stand_in, "trickle").detail
    assert detail.startswith("line 0, line 1, ")
    assert detail.endswith("line 199,")


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        ("hang_at_once", ErrorCode.ENGINE_SILENT),
        ("tell_wrong_version", ErrorCode.ENGINE_GARBLED),
        ("die_at_once", ErrorCode.ENGINE_CRASHED),
    ],
)
def test_a_child_that_begins_badly_fails_the_job(engine_of, tmp_path, behaviour, code):
    engine = engine_of("stand_in.py", behaviour, tmp_path / "mark", silence_s=1.0)
    assert failure_of(engine, "succeed").code is code
    assert works(engine)


@pytest.mark.parametrize("behaviour", ["hang", "hang_deaf", "hang_stopped"])
def test_a_child_that_is_silent_for_too_long_counts_as_hung(engine_of, behaviour):
    engine = engine_of("stand_in.py", silence_s=0.5)
    assert failure_of(engine, behaviour).code is ErrorCode.ENGINE_SILENT
    assert works(engine)


@pytest.mark.parametrize("program", ["/nowhere/engine", "/"])
def test_a_program_that_cannot_be_started_is_a_failure(program):
    engine = EngineProcess([program])
    failure = failure_of(engine, "succeed")
    assert failure.code is ErrorCode.ENGINE_CRASHED
    assert "cannot be started" in failure.sentence
    assert failure.detail
    engine.close()


@pytest.mark.parametrize(("behaviour", "count"), [("flood_stderr", 2), ("say_much", 3002)])
def test_nothing_is_lost_of_what_a_talkative_child_says(stand_in, behaviour, count):
    events = list(stand_in.run(a_job(behaviour)))
    assert len(events) == count
    assert isinstance(events[-1], Finished)


def test_a_child_that_died_while_idle_is_replaced_unseen(stand_in):
    assert works(stand_in)
    child = psutil.Process(stand_in.pid)
    child.kill()
    assert works(stand_in)
    assert stand_in.pid != child.pid
    assert isinstance(outcome(stand_in.run(a_job("finish_and_die"))), Finished)
    assert works(stand_in)


def test_a_look_at_a_file_ends_with_one_event(stand_in):
    event = outcome(stand_in.probe(Probe(Path("/videos/fail.mp4"), Path("/cache/1.jpg"))))
    assert isinstance(event, Failed)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (-signal.SIGKILL, "memory runs out"),
        (-signal.SIGILL, "lacks an instruction"),
        (-signal.SIGUSR1, "signal SIGUSR1"),
        (-60, "signal 60"),
        (0, "ended with status 0"),
        (0xC0000135, "library that it needs is missing"),
        (None, "had to be ended"),
    ],
)
def test_each_exit_has_its_words(status, words):
    assert words in exit_reason(status)


# what a child leaves behind


def test_a_childs_child_goes_with_it(stand_in):
    pid = int(failure_of(stand_in, "leave_child").detail)
    eventually(lambda: not is_alive(pid))


def test_a_child_that_is_flooding_ends_at_once():
    for behaviour in ("flood", "flood_with_empty_lines"):
        child = ChildProcess([sys.executable, "-IS", str(CHILDREN / "stand_in.py")])
        child.send(b'{"do":"run","job":{"path":"/videos/%s.mp4"}}\n' % behaviour.encode())
        while b"progress" not in child.next_line(SOON_S):
            pass
        begun = time.monotonic()
        assert child.end() is None
        assert time.monotonic() - begun < CANCEL_S


# stop


def test_a_run_that_was_stopped_before_it_began_does_nothing(stand_in):
    run = stand_in.run(a_job("succeed"))
    run.stop()
    run.stop()
    assert [type(e) for e in run] == [Cancelled]
    assert stand_in.pid is None


def test_a_run_that_is_stopped_before_it_begins_leaves_the_warm_child(stand_in):
    assert works(stand_in)
    pid = stand_in.pid
    run = stand_in.run(a_job("succeed"))
    run.stop()
    assert isinstance(outcome(run), Cancelled)
    assert stand_in.pid == pid


@pytest.mark.parametrize(
    "behaviour",
    ["hang", "hang_deaf", "hang_stopped", "flood", "say_much", "close_output"],
)
def test_stop_ends_any_run_within_a_second(stand_in, behaviour):
    assert seconds_to_cancel(stand_in, behaviour) < CANCEL_S
    assert works(stand_in)


def test_stop_ends_a_run_whose_child_has_not_said_a_word(engine_of, tmp_path):
    engine = engine_of("stand_in.py", "hang_at_once", tmp_path / "mark")
    run = engine.run(a_job("succeed"))
    timer = stopped_after(0.2, run)
    assert isinstance(outcome(run), Cancelled)
    timer.join()
    assert works(engine)


def test_stop_after_the_end_changes_nothing(stand_in):
    run = stand_in.run(a_job("succeed"))
    assert isinstance(outcome(run), Finished)
    pid = stand_in.pid
    run.stop()
    run.stop()
    assert works(stand_in)
    assert stand_in.pid == pid


def test_stop_while_the_last_event_is_looked_at_leaves_it_as_it_is(stand_in):
    run = stand_in.run(a_job("succeed"))
    events = []
    for event in run:
        events.append(event)
        if isinstance(event, Finished):
            run.stop()
    assert [type(e) for e in events] == [Progressed, Finished]
    assert works(stand_in)


@pytest.mark.slow
def test_stop_at_random_moments_ends_its_own_run_and_no_other(stand_in):
    chance = random.Random(20261103)
    ends = []
    for _ in range(80):
        run = stand_in.run(a_job("take_long"))
        timer = stopped_after(chance.uniform(0.0, 0.06), run)
        begun = time.monotonic()
        ends.append(type(outcome(run)))
        assert time.monotonic() - begun < CANCEL_S + 0.1
        # The next run is on its way while the last one may still be asked to stop.
        assert isinstance(outcome(stand_in.run(a_job("take_long"))), Finished)
        timer.join()
    # Which of them, chance decides, and how quick the machine is.
    assert set(ends) <= {Cancelled, Finished}


def test_stop_works_from_a_signal_handler_on_the_thread_of_the_run(stand_in):
    chance = random.Random(7)
    run: ProcessRun | None = None
    before = signal.signal(signal.SIGALRM, lambda *_: run.stop())
    try:
        for _ in range(40):
            run = stand_in.run(a_job("take_long"))
            signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.0001, 0.05))
            outcome(run)
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert works(stand_in)


def test_stop_does_not_wait_for_a_start(stand_in, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    start = stand_in._start

    def slow_start(run: ProcessRun) -> ChildProcess:
        begun.set()
        assert go_on.wait(SOON_S)
        return start(run)

    monkeypatch.setattr(stand_in, "_start", slow_start)
    run = stand_in.run(a_job("hang"))
    events: list[Event] = []
    thread = threading.Thread(target=lambda: events.extend(run))
    thread.start()
    assert begun.wait(SOON_S)
    before = time.monotonic()
    run.stop()
    assert time.monotonic() - before < CANCEL_S
    go_on.set()
    thread.join(SOON_S)
    assert [type(e) for e in events] == [Cancelled]


# idle, abandoned, closed


def test_a_child_without_work_is_let_go(engine_of):
    engine = engine_of("stand_in.py", idle_s=0.1)
    assert works(engine)
    child = psutil.Process(engine.pid)
    gone, _ = psutil.wait_procs([child], timeout=SOON_S)
    assert gone
    assert engine.pid is None
    assert works(engine)


def test_runs_at_the_very_moment_of_letting_go_succeed(engine_of):
    engine = engine_of("stand_in.py", idle_s=0.002)
    assert all(works(engine) for _ in range(40))


def test_work_keeps_the_child_from_being_let_go(engine_of):
    engine = engine_of("stand_in.py", idle_s=0.2)
    assert works(engine)
    pid = engine.pid
    with closing(iter(engine.run(a_job("hang")))) as events:
        next(events)
        assert not threading.Event().wait(0.4)
        assert engine.pid == pid


def test_an_abandoned_run_ends_its_child(stand_in):
    events = iter(stand_in.run(a_job("hang")))
    next(events)
    child = psutil.Process(stand_in.pid)
    events.close()
    assert not child.is_running()
    assert stand_in.pid is None
    assert works(stand_in)


def test_a_run_that_is_abandoned_at_its_last_event_keeps_its_child(stand_in):
    for event in stand_in.run(a_job("succeed")):
        if isinstance(event, Finished):
            break
    assert stand_in.pid is not None
    assert works(stand_in)


def test_close_ends_a_run_in_progress(stand_in):
    events = iter(stand_in.run(a_job("hang")))
    next(events)
    begun = time.monotonic()
    stand_in.close()
    assert [type(e) for e in events] == [Cancelled]
    assert time.monotonic() - begun < CANCEL_S
    assert stand_in.pid is None


def test_close_is_for_good(stand_in):
    assert works(stand_in)
    stand_in.close()
    stand_in.close()
    assert isinstance(outcome(stand_in.run(a_job("succeed"))), Cancelled)
    assert stand_in.pid is None


def test_close_while_the_last_event_is_looked_at_leaves_no_child(stand_in):
    for event in stand_in.run(a_job("succeed")):
        if isinstance(event, Finished):
            stand_in.close()
    assert stand_in.pid is None


def test_close_at_random_moments_leaves_no_child(engine_of):
    chance = random.Random(3)
    for _ in range(40):
        engine = engine_of("stand_in.py")
        timer = threading.Timer(chance.uniform(0.0, 0.05), engine.close)
        timer.start()
        assert isinstance(outcome(engine.run(a_job("take_long"))), Cancelled | Finished)
        timer.join()
        assert engine.pid is None


def test_two_engines_do_not_hold_each_others_pipes(engine_of):
    first, second = engine_of("stand_in.py"), engine_of("stand_in.py")
    assert works(first)
    assert works(second)
    child = psutil.Process(first.pid)
    first._child._process.stdin.close()  # what happens when this process dies
    gone, _ = psutil.wait_procs([child], timeout=SOON_S)
    assert gone
    assert os.getpgid(second.pid) == second.pid
