"""Talks that are long, or in other languages, with the real models."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.summarize import Composed
from svs_desktop.pipeline.talk import word_count

from .conftest import Summarize
from .meetings import GERMAN, SPANISH, spoken

pytestmark = pytest.mark.llm

# Words that every text of some length has, and texts in the other languages have not.
COMMON = {
    "de": {"der", "die", "das", "und", "den", "dem", "wird", "werden", "ist", "mit", "für", "auf"},
    "es": {"el", "la", "los", "las", "que", "del", "para", "con", "una", "por", "se", "y"},
    "en": {"the", "and", "of", "to", "is", "was", "that", "with", "for", "by", "are", "were"},
}


def prose(composed: Composed) -> str:
    return " ".join(s.text for paragraph in composed.paragraphs for s in paragraph)


def language_of(text: str) -> str:
    found = re.findall(r"\w+", text.casefold())
    return max(COMMON, key=lambda code: sum(word in COMMON[code] for word in found))


@pytest.mark.parametrize(
    ("code", "text", "subjects"),
    [
        ("de", GERMAN, ("radweg", "mühle", "schule")),
        ("es", SPANISH, ("biblioteca", "ventanas", "libros")),
    ],
)
def test_a_meeting_is_summarised_in_its_language(
    code: str, text: str, subjects: tuple[str, ...], summarized: Summarize
) -> None:
    composed = summarized(spoken(text), code, JobOptions(style="meeting"))
    assert composed.notices == ()
    written = prose(composed)
    assert language_of(written) == code
    assert sum(subject in written.casefold() for subject in subjects) >= 2
    assert language_of(" ".join(s.text for c in composed.chapters for s in c.sentences)) == code
    assert language_of(" ".join([composed.title, written])) == code


SUBJECTS = (
    "the harbour", "the tramway", "the school garden", "the old bridge", "the water tower",
    "the library", "the night market", "the museum", "the stadium", "the hospital",
    "the railway station", "the botanical garden",
)  # fmt: skip
TURNS = (
    "Now about {subject}: the repair of part {n} costs more than the council had planned for it.",
    "People who live near {subject} complain that part {n} is noisy, dark and hard to reach.",
    "The engineers measured part {n} of {subject} twice and found the same crack in its wall.",
    "We could close part {n} of {subject} in winter and ask the region to pay for the work.",
    "Somebody has to write to the owner of part {n} of {subject} before the summer begins.",
)
WORDS = 30_000


def long_talk() -> tuple[Spoken, ...]:
    """Thirty thousand words about one thing after another, each sentence said once."""
    sentences: list[str] = []
    per_subject = WORDS / len(SUBJECTS)
    for subject in SUBJECTS:
        begun, n = len(sentences), 0
        while word_count(" ".join(sentences[begun:])) < per_subject:
            sentences.append(TURNS[n % len(TURNS)].format(subject=subject, n=n))
            n += 1
    return tuple(Spoken(text, 6.0 * i, 6.0 * i + 6, (i,)) for i, text in enumerate(sentences))


def test_thirty_thousand_words_are_read_whole(summarized: Summarize) -> None:
    talk = long_talk()
    composed = summarized(talk, "en", JobOptions(style="meeting"))
    assert composed.notices == ()
    assert composed.chapters[0].start == 0
    assert composed.chapters[-1].end == talk[-1].end
    assert all(a.end == b.start for a, b in pairwise(composed.chapters))
    # From the first subject to the last one, and most of those between.
    told = " ".join([prose(composed), *(c.title for c in composed.chapters)]).casefold()
    told += " ".join(s.text for c in composed.chapters for s in c.sentences).casefold()
    found = [subject for subject in SUBJECTS if subject.removeprefix("the ") in told]
    assert len(found) >= 9
    assert SUBJECTS[0] in found
    assert SUBJECTS[-1] in found
    # Its sentences rest on moments all over the talk.
    moments = [e.start for p in composed.paragraphs for s in p for e in s.evidence]
    assert min(moments) < talk[-1].end / 4
    assert max(moments) > talk[-1].end * 3 / 4
