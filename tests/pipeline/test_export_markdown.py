"""Markdown shows spoken text as it was said, whatever marks are in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.markdown import escape
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.summary import (
    KEY_SENTENCES,
    Chapter,
    Evidence,
    KeyPoint,
    Result,
    Sentence,
    Summary,
)
from svs_desktop.pipeline.transcript import Segment, Transcript


def sentence(text: str, start: float) -> Sentence:
    return Sentence(text, (Evidence(start, start + 4, (0,)),))


HOSTILE = [
    "*stars* and _lines_ and **both** and ~~gone~~",
    "# no heading",
    "#",
    "+ no list",
    "- no list",
    "---",
    "===",
    "12. no list",
    "3) no list",
    "> no quote",
    "`no code` ``` nor ~~~ this",
    "<b>no tag</b> <!-- shown --> <https://a.b>",
    "&amp; &lt; &copy; AT&T",
    "[no](http://link) ![no](image) [ref]: x [^1]",
    "| no | table |",
    "$5 and $10",
    "a \\ backslash \\* at the end \\",
    "C #",
    "snake_case_name __init__",
    "**",
    "1986. A great year",
]


def shown(markdown: str) -> list[tuple[str, str]]:
    """The kind and the text of each block, as a reader sees it."""
    parsed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    kinds = [token.type.removesuffix("_open") for token in parsed]
    return [
        (
            kinds[i - 1],
            "".join(
                c.content if c.type in {"text", "text_special"} else f"⟦{c.type}⟧"
                for c in t.children or []
            ),
        )
        for i, t in enumerate(parsed)
        if t.type == "inline"
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_reads_as_was_said(text: str) -> None:
    assert shown(escape(text)) == [("paragraph", text)]
    assert shown(f"# {escape(text)}") == [("heading", text)]
    assert shown(f"- {escape(text)}") == [("paragraph", text)]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_result_keeps_its_blocks(text: str) -> None:
    summary = Summary(
        title=text,
        paragraphs=((sentence(text, 1), sentence(text, 2)),),
        key_points=(KeyPoint(text, Evidence(3, 4)),),
        language="en",
        duration_s=9.0,
        speech_model="base",
        writer=KEY_SENTENCES,
        sentences_read=1,
        chapters=(Chapter(0, 9, text, (sentence(text, 5),)),),
        action_items=(KeyPoint(text, Evidence(7, 8)),),
        decisions=(KeyPoint(text, Evidence(6, 7)),),
    )
    transcript = Transcript((Segment(0, 4, text),), "en")
    moment = datetime(2025, 11, 3, 12, tzinfo=UTC)
    hostile = Result("j", Path("a_b_c.mp4"), moment, MediaInfo(9.0), summary, transcript)
    blocks = shown(export(hostile, Format.MD).decode())
    assert ("heading", text) in blocks
    assert ("paragraph", f"{text} [00:01] {text} [00:02]") in blocks
    for second in (3, 6, 7):
        assert ("paragraph", f"{text} [00:0{second}]") in blocks
    assert ("heading", f"{text} [00:00]") in blocks
    at = blocks.index(("heading", "Transcript"))
    said = " ".join(re.sub(r"^\[\d\d:\d\d\] ", "", said) for _, said in blocks[at + 1 :])
    assert said == text


def test_text_of_several_lines_stays_one_block() -> None:
    assert escape("one\n\n# two\r\n\tthree\x00\u2028four") == "one \\# two three four"
