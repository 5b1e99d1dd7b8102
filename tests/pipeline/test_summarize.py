"""From what was said to a summary, with models that do well and models that do not."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from writers import PROMPTS, Broken, Endless, Scripted

from svs_desktop.paths import resource
from svs_desktop.pipeline.encoder import SentenceEncoder
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators import TextGenerator
from svs_desktop.pipeline.job import EXTRACTIVE, JobOptions
from svs_desktop.pipeline.language_codes import language_name
from svs_desktop.pipeline.notices import NoticeCode
from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.summarize import Composed, Source, summarize
from svs_desktop.pipeline.summary import KEY_SENTENCES
from svs_desktop.pipeline.writing.asking import Draft
from svs_desktop.pipeline.writing.prompts import prompt

GOOD = (
    "The moon pulls the water of the ocean and makes the tides. "
    "The shape of the coast decides how high the tide is. "
    "At new moon and at full moon there are spring tides. "
    "Tides carry energy, and mills and power stations use it."
)


@pytest.fixture(scope="module")
def spoken() -> tuple[Spoken, ...]:
    """The sample talk, as it is really spoken."""
    parts = json.loads(resource("sample", "timings.json").read_text())["parts"]
    said = [sentence for part in parts for sentence in part["sentences"]]
    return tuple(Spoken(s["text"], s["start"], s["end"], (i,)) for i, s in enumerate(said))


@pytest.fixture
def source(spoken: tuple[Spoken, ...], models_dir: Path) -> Source:
    cuts = (56.0, 113.0, 166.0)
    return Source(spoken, "en", cuts, models_dir / "base" / "tokenizer.json")


def answers(**changed: str | Callable[[str], str]) -> dict[str, str | Callable[[str], str]]:
    """What a model that does well answers; some answers may be others."""
    return {
        "kind": "Lecture.",
        "title": "Why the sea rises and falls",
        "chapter": "Tides\nThe tide depends on the moon and the coast.",
        "mend": "The moon pulls the water of the ocean.",
        **{f"summary_{kind}": GOOD for kind in ("lecture", "meeting", "interview")},
        **changed,
    }


def summarized(
    source: Source,
    encoder: SentenceEncoder,
    writer: TextGenerator | PipelineError | None,
    options: JobOptions | None = None,
) -> tuple[list[float | Draft], Composed]:
    def opened() -> TextGenerator | None:
        if isinstance(writer, PipelineError):
            raise writer
        return writer

    steps: list[float | Draft] = []
    running = summarize(source, options or JobOptions(), encoder, opened)
    while True:
        try:
            steps.append(next(running))
        except StopIteration as end:
            return steps, end.value


def text(composed: Composed) -> str:
    return " ".join(s.text for paragraph in composed.paragraphs for s in paragraph)


def codes(composed: Composed) -> list[NoticeCode]:
    return [notice.code for notice in composed.notices]


def test_each_sentence_leads_to_the_moment_it_rests_on(
    source: Source, encoder: SentenceEncoder
) -> None:
    _, composed = summarized(source, encoder, Scripted(answers()))
    assert text(composed) == GOOD
    assert composed.title == "Why the sea rises and falls"
    assert composed.writer == "scripted"
    assert composed.sentences_dropped == 0
    moments = [sentence.evidence[0].start for sentence in composed.paragraphs[0]]
    # Each of the sample's four parts begins at one of these seconds.
    parts = [0.0, 56.0, 113.0, 166.0, 220.0]
    for moment, (begin, end) in zip(moments, pairwise(parts), strict=True):
        assert begin <= moment < end
    for sentence in composed.paragraphs[0]:
        for evidence in sentence.evidence:
            assert evidence.segments
            assert source.spoken[evidence.segments[0]].start == evidence.start


def test_progress_rises_and_drafts_grow(source: Source, encoder: SentenceEncoder) -> None:
    steps, _ = summarized(source, encoder, Scripted(answers()))
    fractions = [step for step in steps if isinstance(step, float)]
    assert all(a <= b for a, b in pairwise(fractions))
    assert 0 < fractions[0] < 0.2
    assert fractions[-1] <= 1
    drafts = [step.text for step in steps if isinstance(step, Draft)]
    assert drafts
    assert all(after.startswith(before) for before, after in pairwise(drafts))
    assert drafts[-1].split() == GOOD.split()


def test_chapters_are_those_of_the_talk(source: Source, encoder: SentenceEncoder) -> None:
    _, composed = summarized(source, encoder, Scripted(answers()))
    starts = [chapter.start for chapter in composed.chapters]
    assert [round(start / 10) for start in starts] == [0, 6, 11, 17]
    assert all(a.end == b.start for a, b in pairwise(composed.chapters))
    assert all(chapter.title == "Tides" for chapter in composed.chapters)
    assert all(chapter.sentences for chapter in composed.chapters)


def test_a_planted_name_is_written_again_once(source: Source, encoder: SentenceEncoder) -> None:
    planted = GOOD.replace("The moon", "Galileo showed that the moon", 1)
    writer = Scripted(answers(summary_lecture=planted))
    _, composed = summarized(source, encoder, writer)
    assert writer.times_asked("mend") == 1
    asked = next(user for name, user in writer.asked if name == "mend")
    assert "Galileo" in asked
    assert text(composed).startswith("The moon pulls the water of the ocean. ")
    assert "Galileo" not in text(composed)
    assert composed.sentences_dropped == 0


TELLS = "Mills on the coast were turned by the tides."


@pytest.mark.parametrize(
    ("told", "last"),
    [
        (TELLS, [TELLS]),
        ("The moon pulls the water of the ocean and makes the tides.", []),  # said before
        ("The last part is about mills.", []),
        ("Galileo built the first of the mills.", []),
        ("", []),
    ],
)
def test_a_sentence_that_only_announces_says_something_or_goes(
    source: Source, encoder: SentenceEncoder, told: str, last: list[str]
) -> None:
    opening = "This talk is about the tides of the ocean."
    *others, of_the_last = GOOD.split(". ")
    rest = f"{'. '.join(others)}."
    announced = "The last part is about what the tides do."
    writer = Scripted(answers(summary_lecture=f"{opening} {rest} {announced}", tell=told))
    _, composed = summarized(source, encoder, writer)
    # Only at the very beginning may a sentence tell what all is about.
    assert text(composed) == " ".join([opening, rest, *last])
    assert writer.times_asked("tell") >= 1
    assert composed.sentences_dropped == 0
    # Where something is told of the same part, nothing need be written in its place.
    writer = Scripted(answers(summary_lecture=f"{opening} {rest} {announced} {of_the_last}"))
    _, composed = summarized(source, encoder, writer)
    assert text(composed) == f"{opening} {GOOD}"
    assert not writer.times_asked("tell")


def test_a_sentence_that_repeats_what_somebody_says_is_told_or_goes(
    source: Source, encoder: SentenceEncoder
) -> None:
    *others, of_the_last = GOOD.split(". ")
    rest = f"{'. '.join(others)}."
    repeated = "So uh I think that the tides turn mills."
    writer = Scripted(answers(summary_lecture=f"{repeated} {rest}", tell=TELLS))
    _, composed = summarized(source, encoder, writer)
    assert text(composed) == f"{TELLS} {rest}"
    writer = Scripted(answers(summary_lecture=f"{repeated} {rest} {of_the_last}"))
    _, composed = summarized(source, encoder, writer)
    assert text(composed) == GOOD
    assert not writer.times_asked("tell")


@pytest.mark.parametrize(
    ("titles", "title"),
    [
        (("Why the sea rises", "?"), "Why the sea rises"),
        (("Tides", "Why the sea rises and falls"), "Why the sea rises and falls"),
        (("Galileo explains the tides", "How the moon pulls"), "How the moon pulls"),
        (("Tides", ""), "Tides"),
        (("Tides", "TIDES"), "Tides"),
        (("Tides", "High tides"), "High tides"),
        (("Tides", "Galileo and the moon"), "Tides"),
        (("", "Galileo and the moon"), ""),
        (("Why the sea rises and falls on most of the coasts", "Tides"),
         "Why the sea rises and falls on most of the coasts"),
    ],
)  # fmt: skip
def test_a_title_that_says_little_is_asked_for_again(
    source: Source, encoder: SentenceEncoder, titles: tuple[str, str], title: str
) -> None:
    first, second = titles
    writer = Scripted(answers(title=first, title_again=second))
    _, composed = summarized(source, encoder, writer)
    assert composed.title == title
    assert bool(writer.times_asked("title_again")) is (second != "?")


@pytest.mark.parametrize(
    "planted",
    [
        "Sarah Miller disagreed with all of it.",
        "It was discovered in 1742 by the moon.",
        "Penguins play chess against brave lawyers.",
    ],
)
def test_what_is_not_in_the_talk_is_dropped_and_counted(
    planted: str, source: Source, encoder: SentenceEncoder
) -> None:
    writer = Scripted(answers(summary_lecture=f"{GOOD} {planted}", mend=planted))
    _, composed = summarized(source, encoder, writer)
    assert text(composed) == GOOD
    assert composed.sentences_dropped == 1


def test_a_meeting_has_decisions_and_action_items(source: Source, encoder: SentenceEncoder) -> None:
    agreed = (
        "Decision: Spring tides come at new moon and full moon.\n"
        "Decision: So uh I think that spring tides come at new moon.\n"
        "Decision: Are there spring tides at full moon?\n"
        "- Action: Peter Parker builds a mill.\n"
        "Action: Mills store the water of the sea at high tide. Is that so?\nNone"
    )
    writer = Scripted(answers(kind="meeting", agreements=agreed))
    _, composed = summarized(source, encoder, writer)
    assert [point.text for point in composed.decisions] == [
        "Spring tides come at new moon and full moon."
    ]
    (action,) = composed.action_items
    assert action.text == "Mills store the water of the sea at high tide."
    assert 166 < action.start < 185
    assert composed.sentences_dropped == 1


def test_the_style_can_be_told(source: Source, encoder: SentenceEncoder) -> None:
    writer = Scripted(answers())
    summarized(source, encoder, writer, JobOptions(style="interview"))
    assert writer.times_asked("kind") == 0
    assert writer.times_asked("summary_interview") == 1


def test_lengths(source: Source, encoder: SentenceEncoder) -> None:
    sentences = " ".join(s.text for s in source.spoken)
    counts = {}
    for length in ("short", "normal", "long"):
        writer = Scripted(answers(summary_lecture=sentences))
        options = JobOptions(length=length, style="lecture")  # type: ignore[arg-type]
        _, composed = summarized(source, encoder, writer, options)
        counts[length] = len(text(composed).split())
    assert 20 < counts["short"] < counts["normal"] < counts["long"] < 300


# models that do not do well


def expect_key_sentences(composed: Composed, code: ErrorCode) -> None:
    assert composed.writer == KEY_SENTENCES
    assert text(composed)
    assert composed.key_points
    (notice,) = composed.notices
    assert notice.code is NoticeCode.WRITER_FAILED
    words = PipelineError(code).failure.templates[0].split("”")[-1].split("{")[0].strip(" :;.")
    assert words in notice.sentence


def test_a_model_that_fails_in_the_middle(source: Source, encoder: SentenceEncoder) -> None:
    _, composed = summarized(source, encoder, Broken())
    expect_key_sentences(composed, ErrorCode.MODEL_FAILED)


def test_a_model_that_says_nothing_is_asked_twice(source: Source, encoder: SentenceEncoder) -> None:
    writer = Scripted({})
    _, composed = summarized(source, encoder, writer, JobOptions(style="lecture"))
    assert writer.times_asked("summary_lecture") == 2
    expect_key_sentences(composed, ErrorCode.MODEL_FAILED)


def test_a_model_that_never_stops_is_stopped(source: Source, encoder: SentenceEncoder) -> None:
    _, composed = summarized(source, encoder, Endless())
    expect_key_sentences(composed, ErrorCode.MODEL_FAILED)


def test_a_model_that_repeats_itself_says_it_once(source: Source, encoder: SentenceEncoder) -> None:
    first = GOOD.partition(". ")[0] + ". "
    _, composed = summarized(source, encoder, Scripted(answers(summary_lecture=first * 30)))
    assert text(composed) == first.strip()


def test_a_context_smaller_than_the_prompt(source: Source, encoder: SentenceEncoder) -> None:
    _, composed = summarized(source, encoder, Scripted(answers(), context_size=300))
    expect_key_sentences(composed, ErrorCode.PROMPT_TOO_LONG)


def test_a_small_context_gets_fewer_excerpts(source: Source, encoder: SentenceEncoder) -> None:
    writer = Scripted(answers(), context_size=800)
    _, composed = summarized(source, encoder, writer)
    assert text(composed) == GOOD
    wide = Scripted(answers())
    summarized(source, encoder, wide)
    assert len(writer.asked[0][1]) < len(wide.asked[0][1])
    assert all(f"[{number}]" in writer.asked[0][1] for number in range(1, 5))


def test_chapters_that_stay_unwritten_are_named_as_gaps(
    source: Source, encoder: SentenceEncoder
) -> None:
    _, composed = summarized(source, encoder, Scripted(answers(chapter="")))
    assert text(composed) == GOOD
    assert codes(composed) == [NoticeCode.GAP] * len(composed.chapters)
    assert "0:56" in composed.notices[1].sentence
    assert all(chapter.title for chapter in composed.chapters)


@pytest.mark.parametrize(
    "code",
    [ErrorCode.MODEL_BROKEN, ErrorCode.MODEL_TOO_LARGE, ErrorCode.MODEL_MISSING],
)
def test_a_model_that_cannot_be_opened(
    code: ErrorCode, source: Source, encoder: SentenceEncoder
) -> None:
    failure = PipelineError(code, model="qwen", reason="no", needed="9 GB", free="1 GB")
    _, composed = summarized(source, encoder, failure)
    assert composed.writer == KEY_SENTENCES
    assert codes(composed) == [NoticeCode.WRITER_FAILED]
    assert "qwen" in composed.notices[0].sentence


def test_a_job_that_fails_for_another_reason_fails(
    source: Source, encoder: SentenceEncoder
) -> None:
    with pytest.raises(PipelineError):
        summarized(source, encoder, PipelineError(ErrorCode.DISK_FULL))


def test_without_a_model(source: Source, encoder: SentenceEncoder) -> None:
    options = JobOptions(summarizer=EXTRACTIVE)
    steps, composed = summarized(source, encoder, None, options)
    assert not any(isinstance(step, Draft) for step in steps)
    assert composed.writer == KEY_SENTENCES
    assert codes(composed) == [NoticeCode.KEY_SENTENCES_ONLY]
    assert len(composed.chapters) == 4
    assert all(chapter.title for chapter in composed.chapters)


# another language


def reversed_lines(user: str) -> str:
    """Translates by writing each line's words backwards."""
    lines = [line for line in user.splitlines() if line[:1].isdigit()]
    parted = [line.partition(" ") for line in lines]
    return "\n".join(f"{number} {' '.join(reversed(t.split()))}" for number, _, t in parted)


def test_a_translated_summary_keeps_its_evidence(source: Source, encoder: SentenceEncoder) -> None:
    _, plain = summarized(source, encoder, Scripted(answers()))
    writer = Scripted(answers(translate=reversed_lines))
    _, composed = summarized(source, encoder, writer, JobOptions(summary_language="de"))
    assert any("German" in user for name, user in writer.asked if name == "translate")
    pairs = list(zip(composed.paragraphs[0], plain.paragraphs[0], strict=True))
    assert all(a.text.split() == b.text.split()[::-1] for a, b in pairs)
    assert all(a.evidence == b.evidence for a, b in pairs)
    assert composed.title.split() == plain.title.split()[::-1]
    assert (composed.written_in, plain.written_in) == ("de", "")
    assert all(
        a.text.split() == b.text.split()[::-1]
        for a, b in zip(composed.key_points, plain.key_points, strict=True)
    )


def test_a_line_that_is_not_translated_stays(source: Source, encoder: SentenceEncoder) -> None:
    writer = Scripted(answers(translate="1. Eins\nnonsense"))
    _, composed = summarized(source, encoder, writer, JobOptions(summary_language="de"))
    assert composed.title == "Eins"
    assert text(composed) == GOOD


def test_the_language_of_the_talk_needs_no_translation(
    source: Source, encoder: SentenceEncoder
) -> None:
    writer = Scripted(answers())
    summarized(source, encoder, writer, JobOptions(summary_language="en"))
    assert writer.times_asked("translate") == 0


def test_prompts_say_in_which_language(spoken: Sequence[Spoken], encoder: SentenceEncoder) -> None:
    writer = Scripted(answers())
    summarized(Source(spoken, "es"), encoder, writer, JobOptions(style="lecture"))
    asked = next(user for name, user in writer.asked if name == "summary_lecture")
    assert asked.endswith("Write in Spanish.")


def test_every_prompt_can_be_read() -> None:
    for name in PROMPTS:
        assert prompt(name).user
    assert language_name("de") == "German"
    assert language_name("xx") == "xx"
