"""Things worth knowing about a result that did not stop it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class NoticeCode(StrEnum):
    """The kinds of notices."""

    CPU_INSTEAD = "cpu_instead"
    DAMAGED = "damaged"
    ENDS_EARLY = "ends_early"
    GAP = "gap"
    KEY_SENTENCES_ONLY = "key_sentences_only"
    NO_SPEECH = "no_speech"
    PART = "part"
    WRITER_FAILED = "writer_failed"


_SENTENCES = {
    NoticeCode.CPU_INSTEAD: "The graphics card could not be used ({reason}); the processor was.",
    NoticeCode.DAMAGED: "{count} damaged pieces of the recording were skipped.",
    NoticeCode.ENDS_EARLY: "The recording says it lasts {expected}, but it ends at {actual}.",
    NoticeCode.GAP: "The part from {start} to {end} is not in the summary: {reason}.",
    NoticeCode.KEY_SENTENCES_ONLY: (
        "These are the talk's own key sentences: no language model wrote them."
    ),
    NoticeCode.NO_SPEECH: "No speech was found in this recording.",
    NoticeCode.PART: "Only the first {until} of {whole} are transcribed and summarised.",
    NoticeCode.WRITER_FAILED: (
        "These are the talk's own key sentences, because the language model “{model}” did not "
        "write a summary: {reason}."
    ),
}
_OF_ONE = {NoticeCode.DAMAGED: "1 damaged piece of the recording was skipped."}


class Notice(Struct, frozen=True):
    """One notice: its code and the values that its sentence names."""

    code: NoticeCode
    values: dict[str, str] = {}

    @property
    def template(self) -> str:
        """The English sentence with its values still open, as translators see it."""
        of_one = _OF_ONE.get(self.code) if self.values.get("count") == "1" else None
        return of_one or _SENTENCES[self.code]

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return self.template.format_map(self.values)
