"""``svs serve`` and ``svs link``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from svs_desktop.cli.api_client import Unreachable, client_for, say_unreachable
from svs_desktop.cli.arguments import Commands, a_number
from svs_desktop.cli.terminal import write_line
from svs_desktop.paths import Places
from svs_desktop.settings import LEAST_PORT, MOST_PORT, Settings

_MODULE = "svs_desktop.server"

_DESCRIPTION = """\
Run the queue and its job API without a window, until Ctrl-C. Programs and a browser
on this computer can then add videos, follow them and read the summaries, with the
token whose place is printed; a link that works once opens the jobs page.

With --host, other computers may connect too: what is sent is not encrypted, so do
this only in a network that you trust.
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "serve",
        help="run the queue and its job API without a window",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen (127.0.0.1)")
    add(
        "--port",
        type=a_number(LEAST_PORT, MOST_PORT),
        default=Settings().api_port,
        metavar="N",
        help=f"where to listen ({Settings().api_port})",
    )
    add("--new-token", action="store_true", help="make a new token: the old one is no longer valid")
    parser.set_defaults(run=run)
    link = commands.add_parser(
        "link",
        help="make a link into the jobs page of the program that runs",
        description="Print the address of the jobs page, which opens in a browser once.",
    )
    link.set_defaults(run=print_link)


def run(arguments: argparse.Namespace, _places: Places) -> int:
    """Become the server."""
    # A process of its own: this one knows no Qt. -P: no Python files from the folder one is in.
    command = [sys.executable, "-P", "-m", _MODULE, "--host", arguments.host]
    command += ["--port", str(arguments.port)]
    if arguments.new_token:
        command.append("--new-token")
    sys.stdout.flush()
    if os.name != "nt":  # where a process cannot become another
        os.execv(command[0], command)  # noqa: S606 - no shell
    return subprocess.call(command)


def print_link(_arguments: argparse.Namespace, places: Places) -> int:
    """Print a link into the jobs page; 1 when no API runs."""
    try:
        client = client_for("", places)
        client.check()
        write_line(client.link())
    except Unreachable as error:
        say_unreachable(error)
        return 1
    return 0
