"""The engine on a computer where a part of it is missing.

``module``: a Python module is not there. ``system``: it is, but not a library that it loads.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType

from svs_desktop.pipeline import engine


class Breaking:
    """Finds CTranslate2, and fails to load it as it does without OpenMP."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None):
        if name == "ctranslate2":
            raise OSError("libgomp.so.1: cannot open shared object file")


if sys.argv[1] == "module":
    sys.modules["faster_whisper"] = None
else:
    sys.meta_path.insert(0, Breaking())

sys.exit(engine.main(sys.argv[2:]))
