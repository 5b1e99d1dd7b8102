from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
import threading
from concurrent.futures import wait
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from svs_desktop.library import (
    Library,
    LibraryDamaged,
    LibraryFull,
    LibraryTooNew,
    LibraryUnusable,
)
from svs_desktop.library.schema import MIGRATIONS, migrate, transaction, version_of
from svs_desktop.pipeline.codec import from_json
from svs_desktop.pipeline.job import JobOptions, JobState

from .conftest import a_job, finish

# The tables of version 1 as they were released, and rows as that version wrote them. They stay as
# they are: today's program must read them.
VERSION_1 = (Path(__file__).parent / "version_1.sql").read_text("utf-8")


@pytest.fixture
def connection(path):
    path.parent.mkdir()
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


def test_closing_leaves_one_whole_file(path, library, reopened):
    finish(library, a_job())
    library.close()
    library.close()
    assert [file.name for file in path.parent.iterdir() if "lock" not in file.name] == [path.name]
    assert len(reopened().history().result()) == 1


def test_calls_made_before_closing_are_done(path, reopened):
    library = Library(path)
    added = [library.add([a_job(f"{n}.mp4")]) for n in range(50)]
    library.close()
    assert all(future.done() for future in added)
    assert len(reopened().queue().result()) == 50


def test_a_closed_library_takes_no_calls(library):
    library.close()
    with pytest.raises(RuntimeError):
        library.queue()


def test_work_is_done_on_the_library_s_thread_in_order(library):
    names = library._do(lambda store: threading.current_thread().name)
    assert names.result().startswith("library")
    done: list[int] = []
    futures = [library.add([a_job()]) for _ in range(20)]
    for n, future in enumerate(futures):
        future.add_done_callback(lambda _, n=n: done.append(n))
    wait(futures)
    library.queue().result()
    assert done == list(range(20))


def test_commits_survive_a_power_cut(library):
    def pragma(name):
        row = library._do(lambda store: store._connection.execute(f"PRAGMA {name}").fetchone())
        return row.result()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2  # FULL
    assert pragma("foreign_keys") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_nobody_else_may_read_the_library(path, library):
    finish(library, a_job())
    for file in path.parent.glob("library.sqlite*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


# --- versions


def test_a_file_of_version_1_opens(path, connection, reopened):
    connection.executescript(VERSION_1)
    connection.close()
    library = reopened()
    waiting, failed = library.queue().result()
    assert (waiting.job.path.name, failed.failure.code) == ("café \udcff.mp4", "engine_crashed")
    (entry,) = library.history().result()
    assert (entry.title, entry.kept) == ("Minerals of the deep sea", True)
    result = library.result(entry.job_id).result()
    assert result.transcript.text == "Nodules grow\nvery slowly."
    assert result.summary.key_points[0].evidence.segments == (0, 1)
    # What came later: nobody asked for anything else.
    assert (result.summary.action_items, result.summary.decisions) == ((), ())
    assert result.summary.sentences_dropped == 0
    assert (waiting.job.options, waiting.job.transcript_of) == (JobOptions(), "")
    finish(library, a_job())
    assert len(library.history().result()) == 2


def test_version_1_is_as_it_was_released(connection):
    def tables(database):
        schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
        return database.execute(schema).fetchall()

    connection.executescript(VERSION_1)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh, MIGRATIONS[:1])
        assert tables(fresh) == tables(connection)


NEXT = ("ALTER TABLE results ADD COLUMN note TEXT", "UPDATE results SET note = 'new'")


def test_the_next_migration_keeps_what_is_there(connection):
    connection.executescript(VERSION_1)
    migrate(connection, (MIGRATIONS[0], NEXT))
    assert version_of(connection) == 2
    assert connection.execute("SELECT note, kept FROM results").fetchall() == [("new", 1)]
    states = connection.execute("SELECT state FROM jobs").fetchall()
    assert all(from_json(state, JobState) for (state,) in states)
    migrate(connection, (MIGRATIONS[0], NEXT))


def test_a_migration_that_fails_changes_nothing(connection):
    connection.executescript(VERSION_1)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (MIGRATIONS[0], NEXT, ("no SQL",)))
    assert version_of(connection) == 1
    assert "note" not in [row[1] for row in connection.execute("PRAGMA table_info(results)")]


def test_a_transaction_that_fails_changes_nothing(connection):
    connection.execute("CREATE TABLE t (x)")
    with pytest.raises(sqlite3.OperationalError), transaction(connection):
        connection.executemany("INSERT INTO t VALUES (abs(?))", [(1,), (-(2**63),)])
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)


def test_a_newer_file_is_left_as_it_is(path, library, reopened):
    finish(library, a_job())
    library.close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    library = reopened()
    with pytest.raises(LibraryTooNew, match="newer version of this program") as caught:
        library.opened.result()
    assert caught.value.remedy
    with pytest.raises(LibraryTooNew):
        library.add([a_job()]).result()
    with pytest.raises(LibraryTooNew):
        library.own_queue().result()
    library.close()
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*damaged*"))


# --- damage


@pytest.fixture
def damaged(path, library):
    """A file of some hundred kilobytes, closed, for a test to damage."""
    library.add([a_job(f"{n}.mp4") for n in range(500)])
    finish(library, a_job())
    library.close()
    return path


def overwrite(path, start, content):
    with path.open("r+b") as file:
        file.seek(start)
        file.write(content)


DAMAGE = {
    "garbage": lambda path: path.write_bytes(b"garbage" * 1000),
    "text": lambda path: path.write_text("hello", "utf-8"),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "header": lambda path: overwrite(path, 0, b"SQLite format 3\0" + b"\xff" * 84),
    "schema": lambda path: overwrite(path, 100, b"\xff" * 500),
    "middle": lambda path: overwrite(path, 8192, b"\xaa" * 8192),
    "cut": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "cut in the header": lambda path: path.write_bytes(path.read_bytes()[:50]),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_set_aside_and_a_fresh_one_begun(damaged, reopened, damage):
    damage(damaged)
    content = damaged.read_bytes()
    library = reopened()
    aside = library.opened.result().set_aside
    assert aside.name.startswith("library.damaged-20")
    assert aside.suffix == ".sqlite"
    assert aside.parent == damaged.parent
    assert aside.read_bytes() == content
    assert library.queue().result() == []
    finish(library, a_job())
    library = reopened()
    assert library.opened.result().set_aside is None
    assert len(library.history().result()) == 1


def test_files_set_aside_never_replace_each_other(damaged):
    for n in range(3):
        damaged.write_text(f"garbage {n}", "utf-8")
        with Library(damaged) as library:
            assert library.opened.result().set_aside
    found = {file.read_text("utf-8") for file in damaged.parent.glob("library.damaged-*.sqlite")}
    assert found == {"garbage 0", "garbage 1", "garbage 2"}


@pytest.mark.parametrize("content", [b"garbage" * 1000, b""])
def test_the_log_of_a_damaged_file_goes_with_it(path, library, reopened, content):
    finish(library, a_job())
    log = path.with_name(path.name + "-wal")
    saved = log.read_bytes()
    library.close()
    path.write_bytes(content)
    log.write_bytes(saved)
    aside = reopened().opened.result().set_aside
    assert aside.read_bytes() == content
    assert aside.with_name(aside.name + "-wal").read_bytes() == saved


def test_a_crash_s_log_is_read(path, library, reopened, tmp_path):
    finish(library, a_job())
    copy = tmp_path / "copy"
    shutil.copytree(path.parent, copy)
    with Library(copy / path.name) as recovered:
        assert len(recovered.history().result()) == 1
        assert recovered.opened.result().set_aside is None


def test_a_file_under_an_open_window_is_not_set_aside(damaged, reopened):
    window = reopened()
    assert window.own_queue().result()
    overwrite(damaged, 8192, b"\xaa" * 8192)
    with Library(damaged) as other, pytest.raises(LibraryDamaged):
        other.opened.result()
    assert not list(damaged.parent.glob("*damaged*"))


def test_damage_found_while_open_is_told(damaged, reopened):
    library = reopened()
    library._do(lambda store: store._connection.execute("PRAGMA shrink_memory")).result()
    overwrite(damaged, 4096, b"\xaa" * (damaged.stat().st_size - 4096))
    with pytest.raises(LibraryDamaged, match="is damaged"):
        library.queue().result()
    assert reopened().opened.result().set_aside


# --- what the disk does


def test_an_empty_file_becomes_a_library(path, reopened):
    path.parent.mkdir()
    path.touch()
    assert reopened().queue().result() == []


def test_a_folder_in_its_place_is_told_and_left_alone(path, reopened):
    (path / "mine").mkdir(parents=True)
    library = reopened()
    with pytest.raises(LibraryUnusable, match="cannot be used") as caught:
        library.opened.result()
    assert str(path) in caught.value.sentence
    assert (path / "mine").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    library = Library(tmp_path / "file" / "library.sqlite")
    with library, pytest.raises(LibraryUnusable):
        library.queue().result()


def test_a_full_disk_is_told_and_nothing_is_stored_by_halves(library, reopened):
    def limit(store):
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    library._do(limit).result()
    with pytest.raises(LibraryFull, match="disk is full"):
        library.add([a_job() for _ in range(500)]).result()
    assert library.queue().result() == []
    job = a_job()
    library.add([job]).result()
    assert [state.job for state in reopened().queue().result()] == [job]


@pytest.mark.parametrize("content", [None, b"garbage" * 1000], ids=["missing", "damaged"])
def test_opening_at_once_makes_one_library(tmp_path, content):
    for n in range(10):
        path = tmp_path / str(n) / "library.sqlite"
        if content:
            path.parent.mkdir()
            path.write_bytes(content)
        with ExitStack() as together:
            libraries = [together.enter_context(Library(path)) for _ in range(6)]
            for library in libraries:
                library.add([a_job()])
            found = [library.opened.result().set_aside for library in libraries]
            assert all(len(library.queue().result()) for library in libraries)
        assert len(list(path.parent.glob("*damaged*"))) == sum(map(bool, found)) == bool(content)
        with Library(path) as library:
            assert len(library.queue().result()) == 6


def test_a_link_to_a_library_has_the_same_queue(path, library, tmp_path):
    library.opened.result()
    link = tmp_path / "link.sqlite"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("links are not allowed here")
    assert library.own_queue().result()
    with Library(link) as other:
        assert not other.own_queue().result()
