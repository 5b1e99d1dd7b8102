"""``svs``: everything the program does, without a window."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``svs`` and return its exit status."""
    try:
        # Not before: Ctrl-C may come while this is loaded, too.
        from svs_desktop.cli.program import run

        return run(arguments)
    except KeyboardInterrupt:
        return 130
