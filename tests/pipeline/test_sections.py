"""Long talks, whose summaries are written in sections."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from itertools import pairwise
from typing import TypeVar

import numpy as np
import pytest
from writers import Answer, Scripted

from svs_desktop.pipeline.job import JobOptions, Style
from svs_desktop.pipeline.notices import NoticeCode
from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.summarize import Composed, Source, summarize
from svs_desktop.pipeline.writing.asking import Draft

T = TypeVar("T")
LOOKS = {
    "harbours": "broad and crowded", "bridges": "slender and rusty", "tunnels": "narrow and unlit",
    "railways": "noisy and punctual", "airports": "distant and new", "canals": "shallow and green",
    "turbines": "white and silent", "dynamos": "heavy and greasy", "batteries": "square and costly",
    "engines": "polished and thirsty", "pumps": "patient and leaky", "boilers": "round and sooty",
}  # fmt: skip
SUBJECTS = tuple(LOOKS)
_A_SUBJECT = 200


class ByWords:
    """An encoder for which sentences are alike that have a subject in common."""

    def encode(self, sentences: Sequence[str]) -> Generator[tuple[slice, np.ndarray], None, None]:
        vectors = np.zeros((len(sentences), len(SUBJECTS)), np.float32)
        for row, sentence in zip(vectors, sentences, strict=True):
            row[[subject in sentence.lower() for subject in SUBJECTS]] = 1.0
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
        yield slice(0, len(sentences)), vectors


def spoken() -> tuple[Spoken, ...]:
    """A talk of three and a half hours, about one subject after the other."""

    def sentence(i: int) -> Spoken:
        words = (
            f"Here the {SUBJECTS[i // _A_SUBJECT]} of the town are seen from side {i} once more."
        )
        return Spoken(words, 5.0 * i, 5.0 * i + 5, (i,))

    return tuple(sentence(i) for i in range(_A_SUBJECT * len(SUBJECTS)))


def subjects_in(text: str) -> list[str]:
    return [subject for subject in SUBJECTS if subject in text.lower()]


def tells(user: str) -> str:
    """A sentence about each subject of the excerpts."""
    return " ".join(f"The {subject} are {LOOKS[subject]}." for subject in subjects_in(user))


def agrees(user: str) -> str:
    first, *_, last = subjects_in(user)
    return f"Decision: The {first} are {LOOKS[first]}.\nAction: See the {last} from one place."


def heads(user: str) -> str:
    number = re.search(r"about part \[(\d+)\]", user)
    assert number
    part = user.partition(f"\n[{number[1]}]\n")[2].partition("\n\n")[0]
    subject = subjects_in(part)[0]
    return f"All about {subject}\nThe {subject} are {LOOKS[subject]}."


def written(style: Style, **changed: Answer) -> tuple[Scripted, list[float | Draft], Composed]:
    answers: dict[str, Answer] = {
        "title": "What one sees from one place",
        "agreements": agrees,
        "chapter": heads,
        **{f"summary_{kind}": tells for kind in ("lecture", "meeting", "interview")},
        **changed,
    }
    writer = Scripted(answers)
    steps: list[float | Draft] = []
    options = JobOptions(style=style)
    running = summarize(Source(spoken(), "en"), options, ByWords(), lambda: writer)  # type: ignore[arg-type]
    while True:
        try:
            steps.append(next(running))
        except StopIteration as end:
            return writer, steps, end.value


def said(writer: Scripted, name: str) -> list[str]:
    return [user for asked, user in writer.asked if asked == name]


@pytest.mark.parametrize("style", ["lecture", "meeting", "interview"])
def test_each_section_is_read_and_told_by_itself(style: Style) -> None:
    writer, _, composed = written(style)

    first, later = said(writer, f"summary_{style}")
    assert "from the beginning of a long" in first
    assert "from a later part of a long" in later
    # All that was said is read, and nothing of it twice.
    assert subjects_in(first) + subjects_in(later) == list(SUBJECTS)
    one, two = (" ".join(s.text for s in paragraph) for paragraph in composed.paragraphs)
    assert subjects_in(one) == subjects_in(first)
    assert subjects_in(two) == subjects_in(later)
    for paragraph in composed.paragraphs:
        for sentence in paragraph:
            (subject,) = subjects_in(sentence.text)
            place = SUBJECTS.index(subject) * _A_SUBJECT
            assert place <= sentence.evidence[0].segments[0] < place + _A_SUBJECT


def test_chapters_are_asked_for_where_they_are_read() -> None:
    writer, _, composed = written("lecture")

    asked = said(writer, "chapter")
    assert len(asked) == len(composed.chapters)
    assert all(a.end == b.start for a, b in pairwise(composed.chapters))
    assert composed.chapters[-1].end == spoken()[-1].end
    for chapter in composed.chapters:
        (subject,) = subjects_in(chapter.title)
        within = SUBJECTS.index(subject) * _A_SUBJECT * 5.0
        assert chapter.start <= within + _A_SUBJECT * 5.0
        assert within <= chapter.end


def test_what_was_agreed_upon_in_each_section_is_kept() -> None:
    _, _, composed = written("meeting")

    decided, to_do = composed.decisions, composed.action_items
    assert len(decided) == len(to_do) == len(composed.paragraphs) == 2
    assert "harbours" in decided[0].text
    assert "boilers" in to_do[-1].text
    assert decided[0].start < decided[1].start


def test_the_title_is_that_of_all() -> None:
    writer, _, composed = written("lecture")

    (asked,) = said(writer, "title")
    assert all(sentence.text in asked for part in composed.paragraphs for sentence in part)
    assert composed.title == "What one sees from one place"


def test_progress_and_drafts_go_on_from_section_to_section() -> None:
    _, steps, composed = written("lecture")

    fractions = [step for step in steps if isinstance(step, float)]
    assert all(a <= b for a, b in pairwise(fractions))
    assert fractions[-1] == pytest.approx(1.0)
    drafts = [step.text for step in steps if isinstance(step, Draft)]
    first = " ".join(s.text for s in composed.paragraphs[0])
    assert drafts[-1].startswith(f"{first}\n\n")
    assert subjects_in(drafts[-1]) == list(SUBJECTS)


def test_a_section_of_which_nothing_comes_is_a_gap() -> None:
    writer, _, composed = written(
        "lecture", summary_lecture=lambda user: tells(user) if "from a later part" in user else ""
    )

    assert len(composed.paragraphs) == 1
    (notice,) = composed.notices
    assert notice.code is NoticeCode.GAP
    assert notice.values["start"] == "0:00"
    assert len(composed.chapters) == len(said(writer, "chapter"))
