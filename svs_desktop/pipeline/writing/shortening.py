"""Making a paragraph as long as it was to be, without leaving a part of the talk out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from svs_desktop.pipeline.summary import Sentence


class Upheld(Struct, frozen=True):
    """A written sentence, and the index of the spoken one that it is most like."""

    sentence: Sentence
    nearest: int


def shortened(
    written: Sequence[Upheld],
    parts: Sequence[range],
    weights: npt.NDArray[np.float32],
    most_words: int,
) -> list[Upheld]:
    """Leave out sentences until no more words are left than wanted.

    The first sentence stays, since it says what all is about; of the others one goes from the part
    that has the most, the one whose moment carries the talk least.

    Args:
        written: The sentences of a paragraph.
        parts: The parts of the talk, as indices of spoken sentences.
        weights: How much each spoken sentence carries.
        most_words: Words that are not too many.
    """
    kept = list(written)
    while len(kept) > 1 and sum(len(found.sentence.text.split()) for found in kept) > most_words:
        counts = Counter(part_of(found.nearest, parts) for found in kept[1:])
        fullest = max(counts.values())
        spare = [f for f in kept[1:] if counts[part_of(f.nearest, parts)] == fullest]
        kept.remove(min(spare, key=lambda found: float(weights[found.nearest])))
    return kept


def part_of(spoken: int, parts: Sequence[range]) -> int:
    """The index of the part that has this spoken sentence."""
    return next(i for i, part in enumerate(parts) if spoken in part)
