"""A result as a Word document: headings, lists and properties as Word has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.export.languages import locale_of
from svs_desktop.pipeline.export.moments import sentence_at
from svs_desktop.pipeline.export.pictures import picture
from svs_desktop.pipeline.export.region import is_right_to_left
from svs_desktop.pipeline.export.wording import (
    CHAPTERS,
    TRANSCRIPT,
    chapter_title,
    coverage,
    facts,
    notice_text,
    one_line,
    points_of,
    title_of,
)
from svs_desktop.pipeline.locales import Locale
from svs_desktop.pipeline.sentences import Spoken, spoken_sentences
from svs_desktop.pipeline.summary import Chapter, KeyPoint, Result, Sentence

if TYPE_CHECKING:
    from svs_desktop.pipeline.export.docx_parts import WordFile

_PICTURE_MM = 60


def render(result: Result) -> bytes:
    """The summary and its lists, the chapters and the transcript; times lead to what was said."""
    from svs_desktop.pipeline.export.docx_parts import WordFile

    summary = result.summary
    code = summary.written_language
    file = WordFile(code, right_to_left=is_right_to_left(code))
    file.describe(title_of(result), result.finished_at)
    locale = locale_of(summary)
    _Page(file, spoken_sentences(result.transcript.segments), locale).write(result)
    data = BytesIO()
    file.save(data, result.finished_at)
    return data.getvalue()


class _Page:
    """Writes a result, from its title to the last sentence of its transcript."""

    def __init__(self, file: WordFile, said: Sequence[Spoken], locale: Locale) -> None:
        self._file = file
        self._said = said
        self._locale = locale

    def write(self, result: Result) -> None:
        summary, file, locale = result.summary, self._file, self._locale
        file.add("Title").text(title_of(result))
        for line in (facts(result, locale), coverage(summary, locale)):
            if line:
                file.add("Subtitle").text(line)
        for notice in summary.notices:
            file.add("Subtitle").text(one_line(notice_text(notice, locale)))
        for paragraph in summary.paragraphs:
            self._sentences(paragraph)
        for heading, points in points_of(summary, locale):
            self._points(heading, points)
        if summary.chapters:
            file.add("Heading 1").text(locale.text(CHAPTERS))
        for number, chapter in enumerate(summary.chapters, 1):
            self._chapter(chapter, number)
        self._transcript()

    def _points(self, heading: str, points: Sequence[KeyPoint]) -> None:
        self._file.add("Heading 1").text(heading)
        for point in points:
            line = self._file.add("List Bullet").text(one_line(point.text))
            line.time(*self._moment(point.start))

    def _chapter(self, chapter: Chapter, number: int) -> None:
        title = chapter_title(chapter, number, self._locale)
        self._file.add("Heading 2").text(title).time(*self._moment(chapter.start))
        if data := picture(chapter.picture):
            self._file.add_picture(data, _PICTURE_MM, title)
        if chapter.sentences:
            self._sentences(chapter.sentences)

    def _sentences(self, sentences: Iterable[Sentence]) -> None:
        paragraph = self._file.add("Normal")
        for number, sentence in enumerate(sentences):
            paragraph.text(f"{' ' if number else ''}{one_line(sentence.text)}")
            if sentence.evidence:
                paragraph.time(*self._moment(sentence.evidence[0].start))

    def _transcript(self) -> None:
        if self._said:
            self._file.add("Heading 1").text(self._locale.text(TRANSCRIPT))
        for number, sentence in enumerate(self._said):
            line = self._file.add("Transcript").mark(_name(number))
            line.time(clock(sentence.start), "", before="").text(f"\t{one_line(sentence.text)}")

    def _moment(self, second: float) -> tuple[str, str]:
        """A time as people write it, and the mark that its link leads to."""
        return clock(second), _name(sentence_at(self._said, second)) if self._said else ""


def _name(number: int) -> str:
    return f"s{number}"
