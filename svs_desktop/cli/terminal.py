"""What is written where: results on standard output, words and bars on standard error."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.table import Column

from svs_desktop.pipeline.export.wording import one_line
from svs_desktop.words import percent_text

_SHORTEST_NAME, _LONGEST_NAME = 12, 32
_WHAT_WIDTH, _PERCENT_WIDTH, _NOTE_WIDTH = 16, 5, 27
# With a bar of ten and the spaces between the columns.
_OTHERS_WIDTH = _WHAT_WIDTH + 10 + _PERCENT_WIDTH + _NOTE_WIDTH + 4


def prepare_streams() -> None:
    """Have streams that are there and that no character can break."""
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def write_line(text: str) -> None:
    """Write a line to standard output, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Write to standard output: exactly to a file or a pipe, what it can show to a terminal."""
    if sys.stdout.isatty():
        sys.stdout.write(data.decode("utf-8", "replace"))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    sys.stdout.flush()


def write_path(path: os.PathLike[str]) -> None:
    """Write a path to standard output, byte for byte where another program reads it."""
    write_bytes(os.fsencode(path) + b"\n")


def complain(*sentences: str, detail: str = "") -> None:
    """Write sentences to standard error, as one line that no file name can break.

    Technical details follow for those who ask for them.
    """
    with suppress(OSError):  # there is nowhere left to tell it
        sys.stderr.write(f"svs: {one_line(' '.join(sentences))}\n")
        if detail and os.environ.get("SVS_DEBUG", "0") not in {"", "0"}:
            sys.stderr.write(f"{detail}\n")
        sys.stderr.flush()


def refusal(error: OSError) -> str:
    """What the system would not do, as a sentence."""
    reason = error.strerror or str(error)
    return f"“{error.filename}” cannot be used: {reason}." if error.filename else f"{reason}."


def close_stdout() -> None:
    """Leave nothing to be written to a pipe that nobody reads any more."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Bar:
    """One line on the terminal that shows how far something is; nothing where there is none."""

    def __init__(self) -> None:
        self._console = Console(file=sys.stderr)
        self._shown = sys.stderr.isatty() and not self._console.is_dumb_terminal
        self._progress: Progress | None = None
        self._task = TaskID(0)

    def start(self, name: str, number: str = "") -> None:
        """Begin a line for something of this name; ``number`` says which of several it is."""
        self.stop()
        if self._shown:
            self._progress = _line(self._console)
            room = self._console.width - len(number) - _OTHERS_WIDTH
            elided = _elided(one_line(name), min(max(room, _SHORTEST_NAME), _LONGEST_NAME))
            self._task = self._progress.add_task(
                number + elided, total=100, what="", percent="", note=""
            )
            self._progress.start()

    def show(self, what: str, percent: float, note: str = "") -> None:
        """Show what is being done, how much is done (0 to 100), and more."""
        if self._progress:
            self._progress.update(
                self._task,
                completed=percent,
                what=what,
                percent=percent_text(percent),
                note=note,
                refresh=True,
            )

    def stop(self) -> None:
        """Take the line away, if there is one."""
        if self._progress:
            self._progress.stop()
            self._progress = None


def _line(console: Console) -> Progress:
    """Columns that keep their places while their words change."""

    def text(template: str, width: int | None = None) -> TextColumn:
        column = Column(no_wrap=True, overflow="ellipsis", width=width)
        return TextColumn(template, markup=False, table_column=column)

    return Progress(
        text("{task.description}"),
        text("{task.fields[what]}", _WHAT_WIDTH),
        BarColumn(bar_width=None),
        text("{task.fields[percent]:>5}", _PERCENT_WIDTH),
        text("{task.fields[note]}", _NOTE_WIDTH),
        console=console,
        expand=True,
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _elided(name: str, width: int) -> str:
    """The name without its middle: the ends tell files apart."""
    if cell_len(name) <= width:
        return name
    half = width // 2
    begin, end = set_cell_size(name, half - 1).rstrip(), name[-half:]
    while cell_len(end) > half:
        end = end[1:]
    return f"{begin}…{end.lstrip()}"


def _nowhere(mode: str) -> TextIO:
    return open(os.devnull, mode, encoding="utf-8")  # type: ignore[return-value]  # noqa: PTH123
