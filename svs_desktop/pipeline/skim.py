"""A recording in a few minutes: only the moments that its summary rests on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from svs_desktop.pipeline.route import Route, Stretch, route_over
from svs_desktop.pipeline.summary import Sentence, Summary

_SLACK_S = 0.5


class Proof(Struct, frozen=True):
    """A moment, and the sentence of the summary that rests on it."""

    start: float
    end: float
    text: str


class Skim(Struct, frozen=True):
    """What is played, and what it proves.

    Attributes:
        proofs: In the order of time; two sentences may rest on the same moment.
        route: The way through the recording over all of them.
    """

    proofs: tuple[Proof, ...]
    route: Route

    def number_at(self, second: float) -> int | None:
        """Which of the proofs is heard at this second; the later one where two are."""
        heard = [
            number
            for number, proof in enumerate(self.proofs)
            if proof.start - _SLACK_S <= second <= proof.end + _SLACK_S
        ]
        begun = [number for number in heard if self.proofs[number].start <= second]
        return begun[-1] if begun else (heard[0] if heard else None)


def skim(summary: Summary) -> Skim:
    """The moments on which the sentences and the points of a summary rest."""
    moments = sorted(
        (evidence.start, evidence.end, sentence.text)
        for sentence in _sentences(summary)
        for evidence in sentence.evidence
        if evidence.end > evidence.start >= 0.0
    )
    proofs = tuple(Proof(*moment) for moment in dict.fromkeys(moments))
    return Skim(proofs, route_over(Stretch(proof.start, proof.end) for proof in proofs))


def _sentences(summary: Summary) -> Iterator[Sentence]:
    for paragraph in summary.paragraphs:
        yield from paragraph
    for point in (*summary.key_points, *summary.decisions, *summary.action_items):
        yield Sentence(point.text, (point.evidence,))
