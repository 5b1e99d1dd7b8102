"""A Word file as it is written: paragraphs, times that are links, marks that they lead to.

The elements are those of WordprocessingML (ECMA-376, part 1, chapter 17).
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.image.exceptions import InvalidImageStreamError, UnrecognizedImageError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from svs_desktop.pipeline.export.docx_styles import TIME, dress, number_pages
from svs_desktop.pipeline.export.region import language_code, paper

_SIZES_MM = {"a4": (210, 297), "us-letter": (215.9, 279.4)}
_MARGIN_MM = 24
_LONGEST_PROPERTY = 255
# XML has no room for these.
_NO_XML = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


class WordFile:
    """A document that grows from its top to its end.

    Args:
        language: ISO 639 code of its text, for the spelling; may be empty.
        right_to_left: Whether that is written so.
    """

    def __init__(self, language: str, *, right_to_left: bool) -> None:
        self._document = Document()
        self._language = language_code(language)
        self._styles = dress(self._document.styles, self._language, right_to_left=right_to_left)
        section = self._document.sections[0]
        width, height = _SIZES_MM[paper()]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(_MARGIN_MM)
        section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
        number_pages(section.footer.paragraphs[0])
        self._marks = 0

    def describe(self, title: str, made_at: datetime) -> None:
        """Fill in the properties that Word shows of a file."""
        properties = self._document.core_properties
        properties.title = _xml(title)[:_LONGEST_PROPERTY]
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.language = self._language
        # Word takes times without a zone for UTC.
        properties.created = properties.modified = made_at.astimezone(UTC).replace(tzinfo=None)

    def add(self, style: str) -> WordParagraph:
        """A new paragraph at the end."""
        self._marks += 1
        paragraph = self._document.add_paragraph()
        paragraph._p.style = self._styles[style]  # noqa: SLF001 - by name each is sought anew
        return WordParagraph(paragraph, self._marks)

    def add_picture(self, data: bytes, width_mm: int, description: str) -> None:
        """A picture at the end, on the page of what follows; nothing where it is none."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        try:
            shape = paragraph.add_run().add_picture(BytesIO(data), width=Mm(width_mm))
        except (UnrecognizedImageError, InvalidImageStreamError, ValueError, KeyError, IndexError):
            paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - it cannot be taken back
            return
        shape._inline.docPr.set("descr", _xml(description))  # noqa: SLF001 - no other way

    def save(self, target: BinaryIO, made_at: datetime) -> None:
        """Write the file; the same content makes the same bytes."""
        draft = BytesIO()
        self._document.save(draft)
        moment = made_at.astimezone(UTC).timetuple()[:6]
        with ZipFile(draft) as source, ZipFile(target, "w", ZIP_DEFLATED) as packed:
            for entry in source.infolist():
                info = ZipInfo(entry.filename, moment)
                info.compress_type = ZIP_DEFLATED
                packed.writestr(info, source.read(entry))


class WordParagraph:
    """A paragraph that grows from its start to its end."""

    def __init__(self, paragraph: Paragraph, number: int) -> None:
        self._paragraph = paragraph
        self._number = number

    def text(self, text: str) -> Self:
        """Append text."""
        self._paragraph.add_run(_xml(text))
        return self

    def time(self, shown: str, mark: str, before: str = "\N{NO-BREAK SPACE}") -> Self:
        """Append a time, as a link where there is a mark that it leads to."""
        if before:
            self.text(before)
        run = self._paragraph.add_run(shown)._r  # noqa: SLF001 - by name styles are sought anew
        run.style = TIME
        if mark:  # python-docx makes no links within a file
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), mark)
            link.set(qn("w:history"), "1")
            run.addprevious(link)
            link.append(run)
        return self

    def mark(self, name: str) -> Self:
        """Make this a place that links lead to."""
        for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
            element = OxmlElement(kind)
            element.set(qn("w:id"), str(self._number))
            if kind == "w:bookmarkStart":
                element.set(qn("w:name"), name)
            self._paragraph._p.append(element)  # noqa: SLF001 - python-docx makes no bookmarks
        return self


def _xml(text: str) -> str:
    return text.translate(_NO_XML)
