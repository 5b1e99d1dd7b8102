"""The program: its arguments, and how each outcome becomes an exit status and a sentence."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence

from svs_desktop import __version__
from svs_desktop.cli import models, results, resummarize, serve, submit, summarize
from svs_desktop.cli.arguments import UsageError
from svs_desktop.cli.interruption import Interrupted
from svs_desktop.cli.terminal import close_stdout, complain, prepare_streams, refusal
from svs_desktop.library import LibraryError
from svs_desktop.paths import Places
from svs_desktop.pipeline.errors import PipelineError

_FAILED, _WRONG_USE, _BROKEN_PIPE = 1, 2, 141

_EPILOG = """\
exit status:
  0    all is done
  1    something failed; standard error has a sentence for each failure
  2    the arguments are wrong; nothing was done
  130  interrupted with Ctrl-C

environment:
  SVS_HOME   a folder that holds settings, library, models and caches together
  SVS_DEBUG  set to 1 for technical details of failures
"""


def run(arguments: Sequence[str] | None) -> int:
    """Run ``svs`` and return its exit status; KeyboardInterrupt passes."""
    prepare_streams()
    try:
        try:
            return _status(arguments)
        finally:
            sys.stdout.flush()  # here, where it can still be told that nobody reads
    except BrokenPipeError:
        close_stdout()
        return _BROKEN_PIPE


def _status(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
        status: int = options.run(options, Places.default())
    except UsageError as error:
        complain(str(error), "See: svs --help")
        return _WRONG_USE
    except Interrupted as interrupted:
        return interrupted.status
    except PipelineError as error:
        failure = error.failure
        complain(failure.sentence, failure.remedy, detail=failure.detail)
    except LibraryError as error:
        complain(error.sentence, error.remedy)
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(refusal(error), detail=traceback.format_exc())
    except Exception as error:  # noqa: BLE001 - the program's edge
        complain(
            f"Something went wrong inside the program: {error!r}.",
            "For a report, run it again with SVS_DEBUG=1.",
            detail=traceback.format_exc(),
        )
    else:
        return status
    return _FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="svs",
        description="Summarise videos on this computer; nothing leaves it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"svs {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    summarize.add_to(commands)
    resummarize.add_to(commands)
    results.add_to(commands)
    serve.add_to(commands)
    submit.add_to(commands)
    models.add_to(commands)
    return parser
