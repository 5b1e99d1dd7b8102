from __future__ import annotations

import sqlite3
import threading

import pytest
from msgspec.structs import replace

from svs_desktop.library import Library, Part, Place
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.summary import Chapter, Sentence

from .conftest import a_job, a_summary, finish, segments
from .test_results import run_outside_the_queue


def keep(library: Library, *said: str, title: str = "A talk", **changes: object) -> str:
    job = a_job()
    summary = replace(a_summary(title), paragraphs=(), key_points=(), **changes)
    library.record_result(run_outside_the_queue(job), summary, segments(*said)).result()
    return job.id


def lines(library: Library, typed: str) -> list[str]:
    return [found.line for found in library.search(typed).result()]


def test_words_are_found_in_title_summary_and_transcript_each_with_its_moment(library):
    evidence = a_summary().key_points[0].evidence
    said = Sentence("Copper came first.", (replace(evidence, start=7.5),))
    job_id = keep(
        library,
        "We begin.",
        "Then there was copper, much copper.",
        title="The copper age",
        chapters=(Chapter(3.0, 9.0, "Copper mines", (said,)),),
    )
    found = library.search("COPPER").result()
    # Three lines of a result are shown, those of the title and the summary first.
    assert [(f.place, f.line, f.second) for f in found] == [
        (Place(Part.TITLE), "The copper age", 0.0),
        (Place(Part.CHAPTER_TITLES, 0), "Copper mines", 3.0),
        (Place(Part.CHAPTERS, 0, 0), "Copper came first.", 7.5),
    ]
    assert {f.job_id for f in found} == {job_id}
    (place,) = library.search("much copper").result()
    assert (place.place, place.second) == (Place(Part.TRANSCRIPT, 1), 1.0)
    assert [place.line[a:b] for a, b in place.marks] == ["copper", "much", "copper"]


def test_words_may_stand_far_apart_in_a_result(library):
    keep(library, "Amina was there.", "Nothing.", "The budget is spent.", title="Board meeting")
    keep(library, "The budget is spent.")
    assert lines(library, "budget amina board") == [
        "Board meeting",
        "Amina was there.",
        "The budget is spent.",
    ]


def test_a_title_comes_first_then_the_newest(library):
    keep(library, "Nothing.", title="Nodules")
    for n in range(2):
        keep(library, f"Nodules, {n}.")
    assert lines(library, "nodules") == ["Nodules", "Nodules, 1.", "Nodules, 0."]


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("The minutes of the meeting", "meet min"),
        ("Ein Kaffee in der Straße", "strasse"),
        ("Un café très cher", "CAFE tres"),
        ("Crème brûlée", "crème"),
        ("Đặng Thị Huệ", "thi hue"),
        ("Ελληνικά λόγια", "λογια"),
        ("深海の鉱物について話します", "鉱物"),
        ("深海の鉱物について話します", "海"),
        ("데이터베이스를 만듭니다", "베이스"),
        ("เราคุยกันเรื่องทะเลลึก", "ทะเล"),
        ("हिन्दी में बात", "हिन्दी"),
        ("قَالَ الرَّجُل", "الرجل"),
        ("we use AI技術 a lot", "技術"),
        ("version 2.5 of Qwen2.5-Coder", "qwen2.5"),
        ("snake_case_names", "case"),
    ],
)
def test_accents_case_and_scripts_do_not_matter(library, said, typed):
    keep(library, "Something else.", said)
    (found,) = library.search(typed).result()
    assert found.line == said
    assert found.marks


@pytest.mark.parametrize(
    "typed",
    ['"', '"nodules', "nodules*", "-nodules", "^nodules", "nodules NEAR", "(nodules", "a:nodules",
     "nodules OR", "nodules'; --", "nodules\x00", "nodules\udcff", "{nodules}", "+nodules%"],
)  # fmt: skip
def test_what_is_typed_is_never_syntax(library, typed):
    keep(library, "Near or a: nodules.")
    assert lines(library, typed) == (["Near or a: nodules."] if "nodules" in typed else [])


@pytest.mark.parametrize("typed", ["", "  ", "…", "()", "odules", "zzz", "鉱", "x" * 5000])
def test_nothing_is_found_where_nothing_is(library, typed):
    keep(library, "Nodules.")
    assert lines(library, typed) == []


def test_a_title_that_is_no_unicode_is_found(library):
    keep(library, "Hello.", title="café \udcff take")
    assert lines(library, "cafe take") == ["café ? take"]


def test_the_index_keeps_step_with_the_results(reopened):
    library = reopened(keep=2)
    jobs = [a_job(f"Nodules {n}.mp4") for n in range(3)]
    for job in jobs:
        finish(library, job)
    assert {f.job_id for f in library.search("slowly").result()} == {jobs[1].id, jobs[2].id}
    library.delete([jobs[1].id])
    assert {f.job_id for f in library.search("slowly").result()} == {jobs[2].id}
    library.edit(jobs[2].id, {Place(Part.TRANSCRIPT, 1): "very quickly."}).result()
    assert lines(library, "very") == ["very quickly."]
    assert lines(library, "quickly") == ["very quickly."]
    checked = library._do(
        lambda store: store._connection.execute(
            "INSERT INTO found (found, rank) VALUES ('integrity-check', 1)"
        )
    )
    checked.result()


def test_a_job_without_a_result_is_not_found(library):
    library.add([Job.new(a_job().path)])
    assert lines(library, "talk") == []


def test_a_search_sees_results_of_before_there_was_an_index(path, reopened):
    keep(reopened(), "Nodules grow.")
    reopened().close()
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM searched")
    connection.close()
    assert lines(reopened(), "nodules") == ["Nodules grow."]


def test_a_search_waits_on_the_library_s_thread_only(library):
    keep(library, "Nodules.")
    gate = threading.Event()
    library._do(lambda _store: gate.wait(10))
    asked = library.search("nodules")
    assert not asked.done()
    gate.set()
    assert len(asked.result()) == 1


def test_what_is_deleted_can_be_read_nowhere_in_the_file(library, path):
    job_id = keep(library, "The password is xylophone.", title="Xylophone")
    keep(library, *(f"Sentence {number}." for number in range(200)))
    library.delete([job_id]).result()
    library.close()
    files = [file.read_bytes().lower() for file in path.parent.glob(f"{path.name}*")]
    assert files
    assert not any(b"xylophon" in content for content in files)
