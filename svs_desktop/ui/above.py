"""Widgets that lie over a video."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget


def lie_above_videos(widget: QWidget) -> None:
    """Let a widget be seen where a video is: that has a window of the system's own.

    Only another such window can cover it. Where there is no video the widget stays as it is.
    """
    whole = widget.window().windowHandle()
    if whole and whole.findChildren(QWindow):
        # Else all beside the widget get such windows, too, and the video is behind one of them.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontCreateNativeWidgetSiblings)
        widget.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
