"""The transcript follows the sound, until a person scrolls away from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from svs_desktop.ui.reading import ReadingView, TranscriptView


class Following(QObject):
    """Keeps what is said in view; ``back`` is enabled while it is not kept there."""

    def __init__(self, transcript: TranscriptView, summary: ReadingView, back: QAction) -> None:
        super().__init__(transcript)
        self._transcript = transcript
        self._summary = summary
        self._back = back
        self._second = 0.0
        back.triggered.connect(self.come_back)
        # A wheel, a key or a drag triggers an action; what the program scrolls does not.
        transcript.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.stop()

    @property
    def is_away(self) -> bool:
        """Whether a person scrolled away."""
        return self._back.isEnabled()

    def stop(self) -> None:
        """Follow nothing."""
        self._is_on = False
        self._set_away(away=False)

    def follow(self, second: float) -> None:
        """Mark what is said at this second, in view or where it is."""
        self._is_on = True
        self._second = second
        self._transcript.follow_moment(second, into_view=not self.is_away)

    @Slot(str)
    def prove(self, sentence: str) -> None:
        """Mark a sentence of the summary and have it seen; none, and no mark is left."""
        self._summary.show_sentence(sentence)

    @Slot()
    def come_back(self) -> None:
        """Show what is said now, and go on following."""
        self._set_away(away=False)
        if self._is_on and self._transcript.isVisible():
            self._transcript.show_moment(self._second)

    @Slot()
    def _on_scrolled(self) -> None:
        if self._is_on and self._transcript.isVisible():
            self._set_away(away=True)

    def _set_away(self, *, away: bool) -> None:
        self._back.setEnabled(away)
        self._back.setVisible(away)
