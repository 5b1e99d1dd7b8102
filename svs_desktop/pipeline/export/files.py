"""Names that every file system takes, and files written whole, none over another by accident."""

from __future__ import annotations

import os
import re
import unicodedata
import uuid
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.export.wording import one_line, title_of
from svs_desktop.pipeline.summary import Result

# File systems take 255 bytes; this leaves room for " (2)" and keeps paths short for Windows.
_LONGEST_BYTES = 120

_SEPARATORS = re.compile(r"[/\\:|]+")
_FORBIDDEN = re.compile(r'[<>"?*]')
# The device names of Windows, which it takes for devices with any ending as well.
_RESERVED = re.compile(
    r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE
)
# Invisible characters; Persian and emoji need the joiners inside a word, nobody at its ends.
_JOINERS = "\u200c\u200d"
_OUTER = " ." + _JOINERS


def file_name(titled: Result | str, form: Format) -> str:
    """A name for an export, which Windows, macOS and Linux take as it is."""
    title = titled if isinstance(titled, str) else title_of(titled)
    name = clean_name(title, _LONGEST_BYTES - len(form.suffix))
    return (name if name.strip("-_") else "summary") + form.suffix


def clean_name(text: str, longest_bytes: int = _LONGEST_BYTES) -> str:
    """What of a text can be the name of a file, without any separator; perhaps nothing."""
    name = _SEPARATORS.sub("-", _FORBIDDEN.sub("", one_line(text).replace("\ufffd", "_")))
    name = unicodedata.normalize("NFC", "".join(filter(_is_visible, name)))
    name = " ".join(name.split()).strip(_OUTER)
    name = f"_{name}" if _RESERVED.match(name) else name
    return _cut(name, longest_bytes).rstrip(_OUTER)


def format_of(path: Path) -> Format | None:
    """The format that a file of this name has; None when its ending is no format's."""
    name = path.name.lower()
    fitting = [f for f in Format if name.endswith(f.suffix) and len(name) > len(f.suffix)]
    return max(fitting, key=lambda form: len(form.suffix), default=None)


def free_path(folder: Path, name: str) -> Path:
    """The path of a file that does not exist yet: ``name.md``, else ``name (2).md`` and so on."""
    return next(path for path in _paths(folder, name) if not _exists(path))


def write_new(path: Path, data: bytes) -> None:
    """Write a file that appears whole or not at all.

    Raises:
        FileExistsError: There is one of that name; it stays as it is.
        OSError: The folder is missing, full or not open to this user.
    """
    _write_beside(path, data, _link_new)


def write(path: Path, data: bytes) -> None:
    """Write a file whole, in the place of one that may exist and that the user gave up.

    Raises:
        OSError: The folder is missing, full or not open to this user; an old file stays.
    """
    # A link stays a link: what it points to is replaced.
    _write_beside(path.resolve(), data, os.replace)


def save_new(folder: Path, name: str, data: bytes) -> Path:
    """Write a file under ``name`` or the first free name like it; the path it went to.

    A name that someone else takes at this moment is passed over.

    Raises:
        OSError: The folder is missing, full or not open to this user.
    """
    for path in _paths(folder, name):
        if _exists(path):
            continue
        try:
            write_new(path, data)
        except FileExistsError:
            continue
        return path
    raise AssertionError("The numbers are endless.")


def _paths(folder: Path, name: str) -> Iterator[Path]:
    path = folder / name
    yield path
    form = format_of(path)
    suffix = name[-len(form.suffix) :] if form else path.suffix
    for number in count(2):
        yield path.with_name(f"{name.removesuffix(suffix)} ({number}){suffix}")


def _exists(path: Path) -> bool:
    # A link to nowhere takes a name too.
    return os.path.lexists(path)


def _write_beside(path: Path, data: bytes, move: Callable[[Path, Path], None]) -> None:
    """Write a temporary file in the same folder, then move it to its name in one step."""
    # Not tempfile: its files are closed to everyone else, an export follows the user's mask.
    beside = path.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        move(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _link_new(beside: Path, path: Path) -> None:
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # FAT, some network folders and phones have no links
        path.open("xb").close()  # takes the name, or fails
        try:
            beside.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _is_visible(character: str) -> bool:
    """Whether a character is no mere control, such as one that turns ``fdp.exe`` around."""
    return character in _JOINERS or unicodedata.category(character) not in {"Cf", "Cc", "Cn"}


def _cut(name: str, most: int) -> str:
    """The name in at most ``most`` bytes, no character nor its accents cut off."""
    kept = name.encode()[:most].decode(errors="ignore")
    if kept == name:
        return name
    rest = name[len(kept) :]
    while kept and unicodedata.category(rest[0])[0] == "M":
        kept, rest = kept[:-1], kept[-1] + rest
    return kept
