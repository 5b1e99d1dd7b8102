"""What a report of a fault needs, in one file: nothing of what videos say or are called."""

from __future__ import annotations

import io
import json
import platform
import re
import typing
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Literal, get_args, get_origin
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
import psutil
from msgspec import Struct

from svs_desktop import __version__
from svs_desktop.pipeline.job import AUTO, EXTRACTIVE, JobState
from svs_desktop.settings import Settings
from svs_desktop.workers.redaction import LIBRARIES, technical

_HIDDEN = "…"
_PACKAGES = {"docx": "python-docx"}
_CODE = re.compile(r"[a-z]{2,3}")
_CODES = {"language", "summary_language"}
_ABOUT = """\
This file tells how SVS Desktop and this computer are set up, and how the jobs in the queue went.
It holds no word of a transcript or a summary, no title, and no name of a file, a folder or a
person. You can open each of its files with a text editor before you give it to anyone.

program.json   versions, system, memory
settings.json  the settings; texts that somebody wrote are hidden
jobs.json      how the jobs stand, the kinds of their failures, and the technical part of the
               engine's last lines
faults.txt     faults of the program since it was started
"""


def bundle(
    states: Sequence[JobState],
    settings: Settings,
    models: Collection[str],
    faults: Iterable[str] = (),
) -> bytes:
    """The file.

    Args:
        states: The jobs in the queue.
        settings: As they are.
        models: The names of the catalogue's models; others stay hidden.
        faults: Tracebacks.
    """
    known = {AUTO, EXTRACTIVE, *models}
    files = {
        "about.txt": _ABOUT,
        "program.json": _json(_program()),
        "settings.json": _json(_shown(settings, known)),
        "jobs.json": _json([_job(state, known) for state in states]),
        "faults.txt": "\n\n".join(map(technical, faults)) + "\n",
    }
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return data.getvalue()


def _program() -> dict[str, Any]:
    memory = psutil.virtual_memory()
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "cores": {"physical": psutil.cpu_count(logical=False), "logical": psutil.cpu_count()},
        "memory": {"total": memory.total, "available": memory.available},
        "libraries": {name: _version(_PACKAGES.get(name, name)) for name in LIBRARIES},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _job(state: JobState, known: Collection[str]) -> dict[str, Any]:
    failure, media = state.failure, state.media
    return {
        "status": state.status,
        "stage": state.progress.stage if state.progress else None,
        "percent": round(state.overall, 1),
        "external": state.job.external,
        "transcribed_to_s": state.reached.second if state.reached else None,
        "added": state.job.created_at,
        "started": state.started_at,
        "ended": state.ended_at,
        "options": _shown(state.job.options, known),
        "media": media
        and {
            "duration_s": media.duration_s,
            "video": media.has_video,
            "tracks": [(t.codec, t.channels, t.sample_rate) for t in media.tracks],
        },
        "failure": failure
        and {"code": failure.code, "log": technical(failure.detail).splitlines()},
    }


def _shown(values: Struct, known: Collection[str]) -> dict[str, Any]:
    """The fields of a struct; what somebody may have written is hidden."""
    hints = typing.get_type_hints(type(values))
    default = {field.name: field.default for field in msgspec.structs.fields(type(values))}
    return {
        name: value
        if value == default[name] or _is_choice(name, value, hints[name], known)
        else _HIDDEN
        for name, value in msgspec.structs.asdict(values).items()
    }


def _is_choice(name: str, value: object, hint: Any, known: Collection[str]) -> bool:
    """Whether a value is a number, or one of those that the program itself offers."""
    match value:
        case None | bool() | int() | float() | Enum():
            return True
        case str():
            is_listed = get_origin(hint) is Literal and value in get_args(hint)
            is_code = name in _CODES and _CODE.fullmatch(value) is not None
            return is_listed or is_code or value in known
        case tuple():
            return all(isinstance(each, Enum) for each in value)
    return False


def _json(value: Mapping[str, Any] | Sequence[Any]) -> str:
    return json.dumps(msgspec.to_builtins(value), indent=1) + "\n"
