"""Where in the transcript a moment is: what the links of an export lead to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from svs_desktop.pipeline.sentences import Spoken


def sentence_at(said: Sequence[Spoken], second: float) -> int:
    """The number of the last sentence that has begun by then; the first one before all."""
    return max(0, bisect_right(said, second + 0.01, key=lambda sentence: sentence.start) - 1)
