"""What helps after a failure."""

from __future__ import annotations

from enum import Enum, auto

from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.job import JobState, Status


class Help(Enum):
    """Something to do about a failure, beside trying again."""

    INSTALL = auto()
    """Install the model, or install it again."""
    TRACK = auto()
    """Choose another audio track."""
    LANGUAGE = auto()
    """Choose another language."""
    MODEL = auto()
    """Choose another model."""
    FILE = auto()
    """Look at the file, in its folder."""


_C = ErrorCode
_HELP = {
    Help.INSTALL: {_C.MODEL_MISSING, _C.MODEL_BROKEN, _C.MODEL_UNAVAILABLE},
    Help.TRACK: {_C.NO_SUCH_TRACK, _C.AUDIO_UNDECODABLE},
    Help.LANGUAGE: {_C.LANGUAGE_UNKNOWN},
    Help.MODEL: {
        _C.MODEL_UNKNOWN,
        _C.MODEL_TOO_LARGE,
        _C.MODEL_FAILED,
        _C.PROMPT_TOO_LONG,
        _C.OUT_OF_MEMORY,
    },
    Help.FILE: {
        _C.FILE_NOT_FOUND,
        _C.FILE_UNREADABLE,
        _C.FILE_EMPTY,
        _C.FILE_VANISHED,
        _C.NOT_MEDIA,
        _C.ENCRYPTED,
        _C.NO_AUDIO,
        _C.NO_SUCH_TRACK,
        _C.AUDIO_UNDECODABLE,
        _C.ENGINE_CRASHED,
        _C.ENGINE_SILENT,
        _C.INTERNAL,
    },
}
_SEVERAL = 2


def helps(state: JobState) -> set[Help]:
    """What helps a job that failed; nothing otherwise."""
    failure = state.failure
    if state.status is not Status.FAILED or failure is None:
        return set()
    found = {help_ for help_, codes in _HELP.items() if failure.code in codes}
    if state.job.external:  # what is done elsewhere is not changed here
        return set()
    if Help.TRACK in found and state.media and len(state.media.tracks) < _SEVERAL:
        found.discard(Help.TRACK)
    if not failure.values.get("model"):
        found.discard(Help.INSTALL)
    return found
