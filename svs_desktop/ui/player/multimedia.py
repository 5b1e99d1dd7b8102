"""Loading Qt's multimedia, which is large and needs libraries that a system may lack."""

from __future__ import annotations

from importlib import import_module


def load_multimedia() -> None:
    """Load it, off the GUI thread: it takes longer than a window may stand still.

    Raises:
        ImportError: A library is missing.
    """
    for name in ("QtMultimedia", "QtMultimediaWidgets"):
        import_module(f"PySide6.{name}")
