"""What of a log may be shown to others: only what is known to be technical, whatever else it holds.

Nothing is searched for and taken out; a line keeps what is on the lists here, and no more.
"""

from __future__ import annotations

import builtins
import re
import sys
from pathlib import Path

import svs_desktop

LIBRARIES = (
    "PySide6", "av", "ctranslate2", "docx", "faster_whisper", "fastapi", "huggingface_hub", "lxml",
    "msgspec", "numpy", "onnxruntime", "psutil", "tokenizers", "torch", "transformers", "typst",
    "uvicorn", "xllamacpp",
)  # fmt: skip
"""Whose names and source files are no secret."""

_FRAME = re.compile(r'\s*File "(?P<path>[^"]+)", line (?P<line>\d+)(?:, in (?P<name>[\w<>]+))?\s*')
_ERROR = re.compile(r"(?P<module>(?:\w+\.)*)(?P<name>\w+)(?::.*)?")
_PHRASES = re.compile(
    r"traceback \(most recent call last\)|(?:exit (?:status|code)|signal|errno) -?\d{1,3}\b"
    r"|std::\w+|out of memory|cannot allocate memory|segmentation fault|illegal instruction"
    r"|bus error|core dumped|\bkilled\b|\baborted\b|assertion failed|stack overflow"
    r"|no space left on device|permission denied|no such file or directory|input/output error"
    r"|broken pipe|connection refused|timed out|too many open files|read-only file system"
    r"|undefined symbol|cannot open shared object file|invalid data found|moov atom not found"
    r"|end of file|\bcuda\b|\bcudnn\b|\bcublas\b|\bgguf\b|driver version",
    re.IGNORECASE,
)
_PACKAGE = Path(svs_desktop.__file__).parent
_PYTHON = re.compile(r"python3\.\d+")
_SEPARATORS = re.compile(r"[/\\]+")


def technical(text: str) -> str:
    """The technical part of a log: frames of tracebacks, kinds of errors, known phrases."""
    return "\n".join(_technical_line(line) for line in text.splitlines() if line.strip())


def _technical_line(line: str) -> str:
    said = " … ".join(_PHRASES.findall(line))
    if found := _FRAME.fullmatch(line):
        path = _source(found["path"])
        name = f", in {found['name']}" if _is_ours(path, found["name"]) else ""
        return f'  File "{path or "…"}", line {found["line"]}{name}'
    if (found := _ERROR.fullmatch(line.strip())) and (
        kind := _kind(found["module"], found["name"])
    ):
        return f"{kind}: {said}" if said else kind
    return said or f"({len(line)} characters)"


def _source(path: str) -> str:
    """A source file as it is called in everyone's installation; empty for any other file."""
    parts = _SEPARATORS.split(path)
    for start in reversed(range(1, len(parts))):
        first, before, rest = parts[start].removesuffix(".py"), parts[start - 1], parts[start:]
        if first == _PACKAGE.name and _PACKAGE.joinpath(*rest[1:]).is_file():
            return "/".join(rest)
        if first in LIBRARIES and before == "site-packages":
            return first
        if first in sys.stdlib_module_names and _PYTHON.fullmatch(before):
            return first
    return ""


def _is_ours(path: str, name: str | None) -> bool:
    """Whether there is a function of this name in a source file of this program."""
    if not name or not path.startswith(f"{_PACKAGE.name}/"):
        return False
    source = _PACKAGE.parent.joinpath(path).read_text("utf-8")
    return name in {"<module>", "<lambda>"} or f"def {name}(" in source


def _kind(module: str, name: str) -> str:
    """What a kind of error is called, if there is one of that name; empty if not."""
    if not module:
        return name if isinstance(getattr(builtins, name, None), type) else ""
    owner = module.partition(".")[0]
    if hasattr(sys.modules.get(module.removesuffix(".")), name):
        return f"{module}{name}"
    return f"{owner}.…" if owner in LIBRARIES else ""
