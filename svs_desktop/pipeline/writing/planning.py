"""What a summary will cost, counted before it is written, so that progress can be honest."""

from __future__ import annotations

from svs_desktop.pipeline.job import AUTO, Style
from svs_desktop.pipeline.writing.effort import Effort

# Tokens of a word, and of a question beside the excerpts.
_TOKENS_A_WORD, _QUESTION = 1.4, 100
# Tokens of answers.
_KIND, _TITLE, _AGREEMENTS, _CHAPTER = 3, 10, 100, 45


def plan(
    effort: Effort,
    excerpts: str,
    *,
    style: Style,
    words: float,
    paragraphs: int,
    chapters: int,
) -> None:
    """Count on what is to be asked; what must be written again comes on top.

    Args:
        effort: To count on it.
        excerpts: What the model reads of the talk; it does so with the first question.
        style: What kind of talk it is; the model is asked when that is ``auto``.
        words: Words of the summary, as many as are asked for.
        paragraphs: Its paragraphs.
        chapters: The parts of the talk.
    """
    unread = _TOKENS_A_WORD * len(excerpts.split())
    if style == AUTO:
        effort.plan("kind", read=unread, answer=_KIND)
        unread = _QUESTION
    for _ in range(paragraphs):
        effort.plan("summary", read=unread, answer=_TOKENS_A_WORD * words / paragraphs)
        unread = _QUESTION
    effort.plan("title", read=_QUESTION, answer=_TITLE)
    if style in (AUTO, "meeting"):
        effort.plan("agreements", read=_QUESTION, answer=_AGREEMENTS)
    for _ in range(chapters):
        effort.plan("chapter", read=_QUESTION, answer=_CHAPTER)
