"""Plays only the moments that the summary rests on, and says which sentence each of them proves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.route import Route
from svs_desktop.pipeline.skim import Skim, skim
from svs_desktop.pipeline.summary import Summary
from svs_desktop.ui.job_text import readable


class Skimming(QObject):
    """The skim of the summary that is read.

    Signals:
        proving: The sentence that is proven from now on; empty at the end.
        told: What is said of it, and of the rest; empty at the end.
    """

    proving = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.skim = Skim((), Route(()))
        self.is_on = False
        self._sentence = self._said = ""

    def take(self, summary: Summary) -> None:
        """Skim this summary from now on."""
        self.stop()
        self.skim = skim(summary)

    def begin(self) -> float:
        """Begin; the second of the first moment."""
        self.is_on = True
        return self.skim.route.stretches[0].start

    def stop(self) -> None:
        """No longer."""
        self.is_on = False
        self._tell("", "")

    def follow(self, second: float, speed: float) -> None:
        """Tell what is proven at this second, and how long the rest takes."""
        number = self.skim.number_at(second) if self.is_on else None
        if number is not None:
            proof = self.skim.proofs[number]
            left = clock(self.skim.route.left_s(second) / speed)
            said = self.tr("{} of {}  ·  {} left  ·  {}").format(
                number + 1, len(self.skim.proofs), left, readable(proof.text)
            )
            self._tell(readable(proof.text), said)

    def _tell(self, sentence: str, said: str) -> None:
        if sentence != self._sentence:
            self._sentence = sentence
            self.proving.emit(sentence)
        if said != self._said:
            self._said = said
            self.told.emit(said)
