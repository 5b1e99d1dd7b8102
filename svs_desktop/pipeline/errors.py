"""What can go wrong with a job: a code, a sentence, and what to do next."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum

from msgspec import Struct


class ErrorCode(StrEnum):
    """The kinds of failures. The codes are stable: scripts may rely on them."""

    # the file
    FILE_NOT_FOUND = "file_not_found"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_VANISHED = "file_vanished"
    NOT_MEDIA = "not_media"
    ENCRYPTED = "encrypted"
    NO_AUDIO = "no_audio"
    NO_SUCH_TRACK = "no_such_track"
    AUDIO_UNDECODABLE = "audio_undecodable"
    # the machine
    DISK_FULL = "disk_full"
    OUT_OF_MEMORY = "out_of_memory"
    MISSING_LIBRARY = "missing_library"
    RESULT_NOT_KEPT = "result_not_kept"
    # the models
    MODEL_UNKNOWN = "model_unknown"
    MODEL_MISSING = "model_missing"
    MODEL_BROKEN = "model_broken"
    MODEL_UNAVAILABLE = "model_unavailable"
    MODEL_TOO_LARGE = "model_too_large"
    MODEL_FAILED = "model_failed"
    PROMPT_TOO_LONG = "prompt_too_long"
    LANGUAGE_UNKNOWN = "language_unknown"
    # the engine
    ENGINE_CRASHED = "engine_crashed"
    ENGINE_SILENT = "engine_silent"
    ENGINE_GARBLED = "engine_garbled"
    INTERNAL = "internal"
    # an outside worker
    EXTERNAL_FAILED = "external_failed"


_WORDS: dict[ErrorCode, tuple[str, str]] = {
    ErrorCode.FILE_NOT_FOUND: (
        "The file “{name}” is not there.",
        "Check that it was not moved or renamed, then try again.",
    ),
    ErrorCode.FILE_UNREADABLE: (
        "The file “{name}” may not be read: {reason}.",
        "Give yourself permission to read it, then try again.",
    ),
    ErrorCode.FILE_EMPTY: (
        "The file “{name}” is empty.",
        "The copy or download was probably cut off: fetch the file again.",
    ),
    ErrorCode.FILE_VANISHED: (
        "The file “{name}” went away while it was being read.",
        "Connect its drive again, then try again.",
    ),
    ErrorCode.NOT_MEDIA: (
        "“{name}” is not a video or audio file that can be read.",
        "Check that it plays in a video player; if it does not, fetch it again.",
    ),
    ErrorCode.ENCRYPTED: (
        "“{name}” is protected against copying and cannot be read.",
        "Use a copy without protection.",
    ),
    ErrorCode.NO_AUDIO: (
        "“{name}” has no audio track, so there is nothing to transcribe.",
        "Choose a file with sound.",
    ),
    ErrorCode.NO_SUCH_TRACK: (
        "“{name}” has no audio track number {track}; it has {count}.",
        "Choose one of its tracks.",
    ),
    ErrorCode.AUDIO_UNDECODABLE: (
        "Nothing in the audio track of “{name}” could be decoded.",
        "Check that it plays in a video player; if it does not, fetch it again.",
    ),
    ErrorCode.DISK_FULL: (
        "The disk is full: “{name}” needs up to {needed}.",
        "Make room on the disk, then try again.",
    ),
    ErrorCode.OUT_OF_MEMORY: (
        "The computer ran out of memory while working on “{name}”.",
        "Close other programs or choose a smaller model, then try again.",
    ),
    ErrorCode.MISSING_LIBRARY: (
        "A part of the program is missing: {library}.",
        "Install the program again.",
    ),
    ErrorCode.RESULT_NOT_KEPT: (
        "The work on “{name}” could not be stored: {reason}",
        "Make room on the disk, then try again.",
    ),
    ErrorCode.MODEL_UNKNOWN: (
        "There is no model called “{model}”.",
        "Choose one of: {known}; or give the folder of a model.",
    ),
    ErrorCode.MODEL_MISSING: (
        "The model “{model}” is not installed.",
        "Install it in the program, or with: svs models install {model}",
    ),
    ErrorCode.MODEL_BROKEN: (
        "The model “{model}” cannot be loaded: {reason}.",
        "Install it again.",
    ),
    ErrorCode.MODEL_UNAVAILABLE: (
        "The model “{model}” could not be fetched: {reason}.",
        "Check the connection and try again, or install it from a folder.",
    ),
    ErrorCode.MODEL_TOO_LARGE: (
        "The model “{model}” needs {needed} of memory; {free} are free.",
        "Close other programs, or choose a smaller model.",
    ),
    ErrorCode.MODEL_FAILED: (
        "The model “{model}” did not answer: {reason}.",
        "Try again; if it happens again, choose another model.",
    ),
    ErrorCode.PROMPT_TOO_LONG: (
        "The model “{model}” reads {limit} tokens at a time; {tokens} are needed.",
        "Choose a model with a larger context.",
    ),
    ErrorCode.LANGUAGE_UNKNOWN: (
        "The model does not know the language “{language}”.",
        "Choose another language, or let it be detected.",
    ),
    ErrorCode.ENGINE_CRASHED: (
        "The engine stopped while working on “{name}”: {reason}.",
        "Try again; if it happens again, the file may be damaged.",
    ),
    ErrorCode.ENGINE_SILENT: (
        "The engine gave no sign for {minutes} minutes while working on “{name}”.",
        "Try again; if it happens again, the file may be damaged.",
    ),
    ErrorCode.ENGINE_GARBLED: (
        "The engine answered something that could not be understood.",
        "Try again; if it happens again, install the program again.",
    ),
    ErrorCode.INTERNAL: (
        "Something went wrong inside the program while working on “{name}”.",
        "Try again; if it happens again, please report it with the details.",
    ),
    ErrorCode.EXTERNAL_FAILED: (
        "The program that worked on “{name}” gave up: {reason}",
        "Look there for the reason, then try again.",
    ),
}


class Failure(Struct, frozen=True):
    """A failure as a value: it travels between processes and is kept with its job.

    Attributes:
        code: The kind of failure.
        values: What the sentence names (a file, a model, a reason).
        detail: Technical text for a report: an exception, the end of the engine's log.
    """

    code: ErrorCode
    values: dict[str, str] = {}
    detail: str = ""

    @property
    def templates(self) -> tuple[str, str]:
        """Sentence and remedy in English with their values still open, as translators see them."""
        return _WORDS[self.code]

    @property
    def sentence(self) -> str:
        """What went wrong, in English."""
        return self.templates[0].format_map(defaultdict(lambda: "?", self.values))

    @property
    def remedy(self) -> str:
        """What to do next, in English."""
        return self.templates[1].format_map(defaultdict(lambda: "?", self.values))


class PipelineError(Exception):
    """A failure on its way up."""

    def __init__(self, code: ErrorCode, /, *, detail: str = "", **values: object) -> None:
        self.failure = Failure(code, {name: str(value) for name, value in values.items()}, detail)
        super().__init__(self.failure.sentence)

    @classmethod
    def of(cls, failure: Failure) -> PipelineError:
        """The exception of a failure that came as a value."""
        error = cls(failure.code)
        error.failure, error.args = failure, (failure.sentence,)
        return error
