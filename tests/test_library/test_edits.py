from __future__ import annotations

import pytest
from msgspec.structs import replace

from svs_desktop.library import Part, Place, UnknownJob
from svs_desktop.library.edits import differences, texts_before
from svs_desktop.library.word_edits import corrected
from svs_desktop.pipeline.events import Finished, Started, Transcribed
from svs_desktop.pipeline.summary import Chapter
from svs_desktop.pipeline.transcript import Segment, Word

from .conftest import NOON, a_job, a_summary, finish, segments

EVERYWHERE = {
    Place(Part.TITLE): "Another title",
    Place(Part.PARAGRAPHS, 0, 0): "A sentence.",
    Place(Part.KEY_POINTS, 0): "A point.",
    Place(Part.DECISIONS, 0): "A decision.",
    Place(Part.ACTION_ITEMS, 0): "A task.",
    Place(Part.CHAPTER_TITLES, 0): "A chapter",
    Place(Part.CHAPTERS, 0, 0): "What it says.",
    Place(Part.TRANSCRIPT, 1): "quite slowly.",
}


@pytest.fixture
def job(library):
    job = a_job()
    made = a_summary()
    summary = replace(
        made,
        decisions=made.key_points,
        action_items=made.key_points,
        chapters=(Chapter(0.0, 2.0, "Slow things", made.paragraphs[0]),),
    )
    library.add([job])
    library.commit(job.id, Started(NOON))
    library.commit(job.id, Transcribed(segments("Nodules grow", "very slowly.")))
    library.commit(job.id, Finished(summary, NOON)).result()
    return job


def test_every_text_can_be_edited_and_taken_back(library, reopened, job):
    made = library.result(job.id).result()
    assert library.made(job.id).result() is None
    before = texts_before(made, EVERYWHERE)

    edited = library.edit(job.id, EVERYWHERE).result()
    library = reopened()

    assert library.result(job.id).result() == edited
    assert texts_before(edited, EVERYWHERE) == EVERYWHERE
    assert library.history().result()[0].title == "Another title"
    assert library.made(job.id).result() == made
    assert differences(edited, made) == before
    # The evidence stays, and with it every link to a moment.
    assert edited.summary.key_points[0].evidence == made.summary.key_points[0].evidence
    assert library.edit(job.id, before).result() == made
    assert library.made(job.id).result() is None


def test_an_edit_over_an_edit_still_goes_back_to_what_was_made(library, job):
    made = library.result(job.id).result()
    for text in ("First", "Second"):
        library.edit(job.id, {Place(Part.TITLE): text, Place(Part.TRANSCRIPT, 0): text})
    assert library.made(job.id).result() == made


def test_edits_are_all_made_or_none(library, job):
    made = library.result(job.id).result()
    wrong = {Place(Part.TITLE): "No", Place(Part.TRANSCRIPT, 9): "no", Place(Part.DECISIONS, 4): ""}
    with pytest.raises(LookupError):
        library.edit(job.id, wrong).result()
    assert library.result(job.id).result() == made
    with pytest.raises(UnknownJob):
        library.edit("nobody", {Place(Part.TITLE): "No"}).result()


def test_a_deleted_result_comes_back_whole_or_is_gone(library, reopened, job):
    made = library.result(job.id).result()
    library.hide([job.id]).result()

    assert library.history().result() == library.finished().result() == []
    assert library.search("slowly").result() == []
    for asked in (library.result(job.id), library.find(job.id), library.made(job.id)):
        with pytest.raises(UnknownJob):
            asked.result()

    library.show([job.id])
    assert library.result(job.id).result() == made
    library.hide([job.id])
    assert library.purge().result() == (job.id,)
    library.show([job.id])
    with pytest.raises(UnknownJob):
        library.result(job.id).result()
    assert library.purge().result() == ()


def test_what_was_deleted_stays_so_over_a_crash(library, reopened, job):
    library.hide([job.id]).result()
    library = reopened()
    assert library.history().result() == []
    library.own_queue().result()
    library.show([job.id]).result()
    assert library.history().result() == []


def test_what_is_deleted_takes_no_room_among_the_newest(reopened):
    library = reopened(keep=2)
    jobs = [a_job(f"{n}.mp4") for n in range(3)]
    finish(library, jobs[0])
    finish(library, jobs[1])
    library.hide([jobs[1].id])
    assert finish(library, jobs[2]) == ()


SAID = Segment(
    10.0,
    14.0,
    "The nodules grow slowly.",
    (
        Word(10.0, 10.5, " The"),
        Word(10.5, 11.5, " nodules"),
        Word(12.0, 12.5, " grow"),
        Word(13.0, 14.0, " slowly."),
    ),
)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The nodules grow slowly.", [(10.0, 10.5), (10.5, 11.5), (12.0, 12.5), (13.0, 14.0)]),
        ("The models grow slowly.", [(10.0, 10.5), (10.5, 11.5), (12.0, 12.5), (13.0, 14.0)]),
        ("Nodules grow slowly.", [(10.0, 11.5), (12.0, 12.5), (13.0, 14.0)]),
        ("The nodules grow.", [(10.0, 10.5), (10.5, 11.5), (12.0, 14.0)]),
        ("The no dules grow slowly.",
         [(10.0, 10.5), (10.5, 10.786), (10.786, 11.5), (12.0, 12.5), (13.0, 14.0)]),
        ("The nodules grow slowly. Yes.",
         [(10.0, 10.5), (10.5, 11.5), (12.0, 12.5), (13.0, 13.636), (13.636, 14.0)]),
        ("So the nodules grow slowly.",
         [(10.0, 10.2), (10.2, 10.5), (10.5, 11.5), (12.0, 12.5), (13.0, 14.0)]),
        ("Nothing of it", [(10.0, 12.545), (12.545, 13.273), (13.273, 14.0)]),
    ],
)  # fmt: skip
def test_words_keep_sensible_times(text, times):
    after = corrected(SAID, text)
    assert "".join(word.text for word in after.words).strip() == after.text == text
    assert [(round(w.start, 3), round(w.end, 3)) for w in after.words] == times
    assert (after.start, after.end) == (SAID.start, SAID.end)


def test_words_of_scripts_without_spaces_keep_their_times_too():
    made = Segment(
        0.0, 3.0, "深海の", tuple(Word(float(n), n + 1.0, c) for n, c in enumerate("深海の"))
    )
    after = corrected(made, "深山の")
    assert [(w.start, w.text) for w in after.words] == [(0.0, "深"), (1.0, "山"), (2.0, "の")]


def test_a_sentence_whose_words_have_no_times_gets_none():
    assert corrected(Segment(0.0, 1.0, "Yes"), "No") == Segment(0.0, 1.0, "No")
