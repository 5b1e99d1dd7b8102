"""How a Word file looks: its styles, and the number at the foot of each page.

The elements are those of WordprocessingML (ECMA-376, part 1, chapter 17), whose order counts.
"""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.styles.styles import Styles
from docx.text.paragraph import Paragraph

TIME = "Time"
"""The style of a moment in the recording."""

_TRANSCRIPT = "Transcript"
_QUIET, _INK = RGBColor(0x59, 0x59, 0x59), RGBColor(0x1A, 0x1A, 0x1A)
_FONT, _LINES, _SMALL = "Calibri", 1.25, 9
_TIME_COLUMN = Pt(48)
# Name, size, whether bold, and the space above and below it, in points.
_STYLES = (
    ("Normal", 11, False, 0, 8),
    ("Title", 22, True, 0, 4),
    ("Subtitle", _SMALL, False, 0, 4),
    ("Heading 1", 15, True, 18, 6),
    ("Heading 2", 12, True, 12, 4),
    ("List Bullet", 11, False, 0, 4),
    (_TRANSCRIPT, 11, False, 0, 4),
)
_AFTER_BIDI = tuple(
    f"w:{name}"
    for name in (
        "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
        "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap",
        "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    )
)  # fmt: skip


def dress(styles: Styles, language: str, *, right_to_left: bool) -> dict[str, str]:
    """Set the styles of a document; the ids of those that paragraphs use, by name."""
    add: Any = styles.add_style  # python-docx gives it no types
    add(_TRANSCRIPT, WD_STYLE_TYPE.PARAGRAPH)
    time = add(TIME, WD_STYLE_TYPE.CHARACTER)
    time.font.size, time.font.bold, time.font.color.rgb = Pt(_SMALL), False, _QUIET
    ids = {}
    for name, size, bold, above, below in _STYLES:
        style = styles[name]
        _set_font(style, size, bold=bold)
        page = style.paragraph_format
        page.space_before, page.space_after, page.line_spacing = Pt(above), Pt(below), _LINES
        _drop(style.element.pPr, "w:pBdr")  # a line below the title
        if right_to_left:
            style.font.rtl = True
            style.element.pPr.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        ids[name] = style.style_id
    page = styles[_TRANSCRIPT].paragraph_format
    page.left_indent, page.first_line_indent = _TIME_COLUMN, -_TIME_COLUMN
    page.tab_stops.add_tab_stop(_TIME_COLUMN)
    _set_language(styles.element, language)
    return ids


def number_pages(footer: Paragraph) -> None:
    """Put a field that says the number of the page at the line's end."""
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = footer.add_run()
    run.font.size, run.font.color.rgb = Pt(_SMALL), _QUIET
    parts = run._r  # noqa: SLF001 - python-docx makes no fields
    code = OxmlElement("w:instrText")
    code.text = "PAGE"
    parts.append(_field_mark("begin"))
    parts.append(code)
    parts.append(_field_mark("separate"))
    run.add_text("1")
    parts.append(_field_mark("end"))


def _set_font(style: ParagraphStyle, size: int, *, bold: bool) -> None:
    font = style.font
    font.name, font.size, font.italic = _FONT, Pt(size), False
    font.bold = font.cs_bold = bold
    font.color.rgb = _QUIET if size == _SMALL else _INK
    element = style.element.rPr
    # The template's titles have a font, a spacing and a kerning of their own.
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        element.rFonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("w:spacing", "w:kern", "w:szCs"):
        _drop(element, name)
    complex_size = OxmlElement("w:szCs")  # of Arabic, Hebrew and others
    complex_size.set(qn("w:val"), str(2 * size))
    element.find(qn("w:sz")).addnext(complex_size)


def _set_language(styles: Any, code: str) -> None:
    path = "/".join(qn(f"w:{name}") for name in ("docDefaults", "rPrDefault", "rPr", "lang"))
    found = styles.find(path)
    if code and found is not None:
        for name in ("val", "eastAsia", "bidi"):
            found.set(qn(f"w:{name}"), code)


def _field_mark(kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _drop(element: Any, name: str) -> None:
    found = element.find(qn(name))
    if found is not None:
        element.remove(found)
