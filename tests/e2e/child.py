"""What the tests of programs as processes of their own have in common."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import TypeAlias

Run: TypeAlias = Callable[..., "subprocess.Popen[str]"]
"""Starts Python with these arguments; keywords go to ``Popen``."""
