"""``svs history`` and ``svs export``."""

from __future__ import annotations

import argparse
from pathlib import Path

from svs_desktop.cli.arguments import Commands, a_format, a_target, check_printable
from svs_desktop.cli.terminal import complain, refusal, write_bytes, write_line, write_path
from svs_desktop.library import HistoryEntry, Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.codec import to_json
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.export.files import file_name, format_of, save_new, write, write_new
from svs_desktop.pipeline.export.wording import one_line
from svs_desktop.pipeline.summary import Result

_STDOUT = Path("-")
_ID_CHARS = 8


def add_to(commands: Commands) -> None:
    """Add the commands."""
    history = commands.add_parser(
        "history", help="list the results", description="List the results, the newest first."
    )
    history.add_argument(
        "--json",
        action="store_true",
        help="print one JSON object a line: job_id, title, path, finished_at, duration_s, kept",
    )
    history.set_defaults(run=show_history)
    parser = commands.add_parser(
        "export", help="write a result to a file", description="Write a result to a file."
    )
    add = parser.add_argument
    add("id", metavar="ID", help="what the id of the result begins with, see: svs history")
    add(
        "--format",
        type=a_format,
        metavar="|".join(Format),
        help="format; without it, that of the file's ending, or md",
    )
    add(
        "--output",
        type=a_target,
        default=_STDOUT,
        metavar="PATH",
        help="a file, a folder, or - for standard output (the default)",
    )
    add("--force", action="store_true", help="replace a file that is there")
    parser.set_defaults(run=export_result)


def show_history(arguments: argparse.Namespace, places: Places) -> int:
    """List the results."""
    with Library(places.library) as library:
        entries = library.history().result()
    if arguments.json:
        for entry in entries:
            write_line(to_json(entry))
    elif entries:
        _print_table(entries)
    else:
        complain("There is no result yet. Make one with: svs summarize VIDEO")
    return 0


def export_result(arguments: argparse.Namespace, places: Places) -> int:
    """Write a result to a file or to standard output."""
    target: Path = arguments.output
    form = arguments.format or format_of(target) or Format.MD
    if target == _STDOUT:
        check_printable(form, 1, "Add --output, a file or a folder.")
    with Library(places.library) as library:
        result = library.result(library.find(arguments.id).result()).result()
    if target == _STDOUT:
        write_bytes(export(result, form))
        return 0
    try:
        write_path(_save(result, form, target, force=arguments.force))
    except FileExistsError:
        complain(f"The file “{target}” is there already.", "Add --force to replace it.")
        return 1
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(refusal(OSError(error.errno, error.strerror, str(target))))
        return 1
    return 0


def _save(result: Result, form: Format, target: Path, *, force: bool) -> Path:
    data = export(result, form)
    if target.is_dir() and not force:
        return save_new(target, file_name(result, form), data)
    path = target / file_name(result, form) if target.is_dir() else target
    if force:
        write(path, data)
    else:
        write_new(path, data)
    return path


def _print_table(entries: list[HistoryEntry]) -> None:
    """A line a result, the title last: it may be of any width."""
    lines = [("ID", "DATE", "LENGTH", "TITLE"), *map(_row, entries)]
    for job_id, date, length, title in lines:
        line = f"{job_id:{_ID_CHARS}}  {date:16}  {length:>8}  {title}"
        write_line(line)


def _row(entry: HistoryEntry) -> tuple[str, str, str, str]:
    date = entry.finished_at.astimezone().strftime("%Y-%m-%d %H:%M")
    title = one_line(entry.title) or one_line(entry.path.stem)
    return entry.job_id[:_ID_CHARS], date, clock(entry.duration_s), title
