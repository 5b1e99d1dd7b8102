"""What a summary will cost, counted before it is written, so that progress can be honest."""

from __future__ import annotations

from collections.abc import Sequence

from svs_desktop.pipeline.job import AUTO, Style
from svs_desktop.pipeline.writing.effort import Effort

# Tokens of a word, and of a question beside the excerpts.
_TOKENS_A_WORD, _QUESTION = 1.4, 100
# Tokens of answers.
_KIND, _TITLE, _AGREEMENTS, _CHAPTER = 3, 10, 100, 45


def plan(effort: Effort, style: Style, sections: Sequence[tuple[str, float, int]]) -> None:
    """Count on what is to be asked; what must be written again comes on top.

    Args:
        effort: To count on it.
        style: What kind of talk it is; the model is asked when that is ``auto``.
        sections: Of each section what the model reads of it, which it does with the first question,
            the words that are asked for, and the chapters.
    """
    for number, (excerpts, words, chapters) in enumerate(sections):
        unread = _TOKENS_A_WORD * len(excerpts.split())
        if style == AUTO and not number:
            effort.plan("kind", read=unread, answer=_KIND)
            unread = _QUESTION
        effort.plan("summary", read=unread, answer=_TOKENS_A_WORD * words)
        if style in (AUTO, "meeting"):
            effort.plan("agreements", read=_QUESTION, answer=_AGREEMENTS)
        for _ in range(chapters):
            effort.plan("chapter", read=_QUESTION, answer=_CHAPTER)
    written = sum(words for _, words, _ in sections) if len(sections) > 1 else 0
    effort.plan("title", read=_QUESTION + _TOKENS_A_WORD * written, answer=_TITLE)
