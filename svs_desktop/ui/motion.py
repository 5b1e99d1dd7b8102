"""What moves by itself: little, briefly, and nothing where the person or the desktop wants none.

Nothing else in the window may move by itself; who needs it to asks here.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_MOTION_MS = 120
_BLINKS_AS_ELSEWHERE = -1
_EFFECTS = Qt.UIEffect.UI_General
# What the desktop said before the program changed anything.
_DESKTOP = "desktop_moves"
_STYLE = "QMainWindow, QTabBar, QProgressBar {{ widget-animation-duration: {ms}; }}"


def apply_motion(app: QApplication, motion: str) -> str:
    """Let things move, or keep them still.

    Args:
        app: The application.
        motion: ``reduced`` for nothing, or ``system`` for as much as the desktop wants.

    Returns:
        What belongs at the end of the style sheet.
    """
    if app.property(_DESKTOP) is None:
        app.setProperty(_DESKTOP, QApplication.isEffectEnabled(_EFFECTS))
    is_reduced = motion == "reduced"
    moves = bool(app.property(_DESKTOP)) and not is_reduced
    # Menus, lists and tips that fade or unroll.
    QApplication.setEffectEnabled(_EFFECTS, moves)
    # Only who chose it here wants the cursor to stand still, too.
    app.setCursorFlashTime(0 if is_reduced else _BLINKS_AS_ELSEWHERE)
    return _STYLE.format(ms=_MOTION_MS if moves else 0)
