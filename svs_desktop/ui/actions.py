"""All that a person can do, each with its text, icon, key and tip, in one place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.exporting import is_worth_writing
from svs_desktop.ui.icons import icon
from svs_desktop.ui.job_text import tr

_Keys = QKeySequence.StandardKey
_Key = Qt.Key
_Ctrl = Qt.Modifier.CTRL
_Shift = Qt.Modifier.SHIFT
_Alt = Qt.Modifier.ALT


_EXPORT_KEYS = {
    Format.MD: _Ctrl | _Alt | _Key.Key_M,
    Format.TXT: _Ctrl | _Alt | _Key.Key_T,
    Format.HTML: _Ctrl | _Alt | _Key.Key_H,
    Format.PDF: _Ctrl | _Alt | _Key.Key_P,
    Format.DOCX: _Ctrl | _Alt | _Key.Key_W,
    Format.JSON: _Ctrl | _Alt | _Key.Key_J,
    Format.SRT: _Ctrl | _Alt | _Key.Key_S,
    Format.VTT: _Ctrl | _Alt | _Key.Key_V,
    Format.CHAPTERS: _Ctrl | _Alt | _Key.Key_C,
    Format.FFMETADATA: _Ctrl | _Alt | _Key.Key_F,
}


class Actions(QObject):
    """The window's actions. Whoever enables, triggers or shows one uses the same object."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window = window
        self._icons: dict[QAction, str] = {}
        make = self._make
        self.add_files = make(self.tr("Add videos…"), "add", _Keys.Open)
        self.add_folder = make(self.tr("Add a folder…"), "folder", _Ctrl | _Shift | _Key.Key_O)
        self.pause = make(self.tr("Pause"), "pause", _Ctrl | _Key.Key_P)
        self.resume = make(self.tr("Go on"), "resume", _Ctrl | _Key.Key_G)
        self.pause_queue = make(self.tr("Pause queue"), "pause", _Ctrl | _Shift | _Key.Key_P)
        self.pause_queue.setCheckable(True)
        self.pause_queue.toggled.connect(self._on_queue_paused)
        self.options = make(self.tr("Options…"), "settings", _Ctrl | _Key.Key_L)
        self.cancel = make(self.tr("Cancel"), "cancel", _Ctrl | _Key.Key_Period)
        self.retry = make(self.tr("Try again"), "retry", _Ctrl | _Key.Key_R)
        self.remove = make(self.tr("Remove from the queue"), "remove", _Keys.Delete)
        self.to_top = make(self.tr("To the top"), "top", _Ctrl | _Key.Key_Home)
        self.up = make(self.tr("Up"), "up", _Ctrl | _Key.Key_Up)
        self.down = make(self.tr("Down"), "down", _Ctrl | _Key.Key_Down)
        self.to_end = make(self.tr("To the end"), "end", _Ctrl | _Key.Key_End)
        self.lists = make(self.tr("Queue"), "", _Ctrl | _Key.Key_B)
        self.lists.setCheckable(True)
        self.lists.setToolTip(self.tr("Show or hide the queue and the history (Ctrl+B)"))
        retry_keys = _Ctrl | _Alt | _Key.Key_R
        self.retry_failed = make(self.tr("Try all that failed again"), "retry", retry_keys)
        self.clear = make(self.tr("Clear what is done"), "done", _Ctrl | _Shift | _Key.Key_Delete)
        self.again = make(self.tr("Summarise again…"), "again", _Ctrl | _Shift | _Key.Key_R)
        self.copy = make(self.tr("Copy the summary"), "copy", _Ctrl | _Shift | _Key.Key_C)
        self.settings = make(self.tr("Settings"), "settings", _Ctrl | _Key.Key_Comma)
        self.summary = make(self.tr("Show the summary"), "", _Ctrl | _Key.Key_1)
        self.transcript = make(self.tr("Show the transcript"), "", _Ctrl | _Key.Key_2)
        self.to_queue = make(self.tr("Go to the queue"), "", _Ctrl | _Key.Key_J)
        self.to_history = make(self.tr("Go to the history"), "", _Ctrl | _Key.Key_H)
        self.diagnostics = make(self.tr("Save diagnostics…"), "", _Ctrl | _Shift | _Key.Key_D)
        self.quit = make(self.tr("Quit"), "", _Keys.Quit)
        self.exports = {form: self._make_export(form) for form in Format}
        self.export = make(self.tr("Export"), "export", _Ctrl | _Key.Key_E)
        self.shortcuts = make(self.tr("Keyboard shortcuts"), "", _Key.Key_F1)
        self.full_screen = make(self.tr("Full screen"), "", _Key.Key_F11)
        self.full_screen.setCheckable(True)
        self._make_playing()
        self._make_searching()
        self._make_editing()
        self._dress()
        window.installEventFilter(self)

    def export_menu(self, parent: QWidget) -> QMenu:
        """A menu with an entry for each format."""
        menu = QMenu(parent)
        menu.addActions(list(self.exports.values()))
        menu.addSeparator()
        menu.addAction(self.copy)
        return menu

    def allow_for(self, result: Result | None) -> None:
        """Allow what can be done with the result on the page; nothing of that without one."""
        for action in (self.summary, self.export, self.copy, self.edit, self.revert):
            action.setEnabled(result is not None)
        for action in (self.transcript, self.again):
            action.setEnabled(bool(result and result.transcript.segments))
        for form, action in self.exports.items():
            action.setEnabled(bool(result and is_worth_writing(result, form)))

    def show_playing(self, playing: bool) -> None:  # noqa: FBT001 - called by a signal
        """Say what the next use of the player's button does."""
        self._name(self.play, self.tr("Pause") if playing else self.tr("Play"))
        self._show(self.play, "pause" if playing else "resume")

    def show_skim(self, takes: str, whole: str) -> None:
        """Say how long the skim takes of how much."""
        self._name(self.skim, self.tr("Skim · {}").format(takes))
        tip = self.tr("Play only the moments that the summary rests on: {} of {} ({})")
        keys = self.skim.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.skim.setToolTip(tip.format(takes, whole, keys))

    def _on_queue_paused(self, paused: bool) -> None:  # noqa: FBT001 - called by a signal
        """Say what the next use does."""
        text = self.tr("Resume queue") if paused else self.tr("Pause queue")
        self._name(self.pause_queue, text)
        self._show(self.pause_queue, "resume" if paused else "pause")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the icons anew when the window turns light or dark."""
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
        return super().eventFilter(watched, event)

    def _make(
        self, text: str, picture: str, keys: QKeySequence.StandardKey | QKeyCombination | Qt.Key
    ) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        self._name(action, text)
        self._icons[action] = picture
        return action

    def _make_playing(self) -> None:
        make = self._make
        self.play = make(self.tr("Play"), "resume", _Ctrl | _Key.Key_Space)
        self.skim = make(self.tr("Skim"), "skim", _Ctrl | _Key.Key_K)
        self.skip_silence = make(self.tr("Skip silence"), "skip", _Ctrl | _Shift | _Key.Key_K)
        self.mute = make(self.tr("Mute"), "volume", _Ctrl | _Key.Key_M)
        self.film = make(self.tr("Video in full screen"), "full-screen", _Key.Key_F)
        # A letter is a key of the reading page only: lists go by it to the next row.
        self.film.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.slower = make(self.tr("Slower"), "", _Key.Key_F7)
        self.faster = make(self.tr("Faster"), "", _Key.Key_F8)
        follow_keys = _Ctrl | _Shift | _Key.Key_J
        self.follow = make(self.tr("Back to what is said"), "follow", follow_keys)
        # Where brackets need a third key, Ctrl and a bracket cannot be pressed.
        self.slower.setShortcuts(_either(_Key.Key_F7, _Ctrl | _Key.Key_BracketLeft))
        self.faster.setShortcuts(_either(_Key.Key_F8, _Ctrl | _Key.Key_BracketRight))
        for action in (self.skim, self.skip_silence, self.mute):
            action.setCheckable(True)
        self.mute.toggled.connect(lambda on: self._show(self.mute, "muted" if on else "volume"))

    def _make_searching(self) -> None:
        make = self._make
        self.search = make(self.tr("Search all results"), "search", _Ctrl | _Shift | _Key.Key_F)
        self.find = make(self.tr("Find on this page"), "search", _Keys.Find)
        self.find_next = make(self.tr("Next place"), "next", _Key.Key_F3)
        self.find_previous = make(self.tr("Previous place"), "previous", _Shift | _Key.Key_F3)
        self.find_close = make(self.tr("Close"), "cancel", _Key.Key_Escape)
        self.find_close.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _make_editing(self) -> None:
        make = self._make
        self.keep = make(self.tr("Keep beyond the newest"), "star", _Ctrl | _Key.Key_D)
        self.keep_done = make(self.keep.text(), "star", _Ctrl | _Key.Key_D)
        for keep in (self.keep, self.keep_done):
            keep.setCheckable(True)
        self.delete_result = make(self.tr("Delete"), "remove", _Keys.Delete)
        self.edit = make(self.tr("Edit"), "edit", _Key.Key_F2)
        self.undo = make(self.tr("Undo"), "undo", _Keys.Undo)
        self.redo = make(self.tr("Redo"), "redo", _Ctrl | _Shift | _Key.Key_Z)
        self.revert = make(self.tr("Revert to what was made"), "", _Ctrl | _Alt | _Key.Key_Z)

    def _name(self, action: QAction, text: str) -> None:
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(text)
        action.setToolTip(f"{text.rstrip('…')} ({shown})" if shown else text)

    def _make_export(self, form: Format) -> QAction:
        action = QAction(f"{tr(form.title)}…", self)
        action.setData(form)
        action.setShortcut(QKeySequence(_EXPORT_KEYS[form]))
        return action

    def _show(self, action: QAction, picture: str) -> None:
        self._icons[action] = picture
        action.setIcon(icon(picture, self.window.palette()))

    def _dress(self) -> None:
        for action, picture in self._icons.items():
            if picture:
                action.setIcon(icon(picture, self.window.palette()))


def _either(first: Qt.Key, second: QKeyCombination) -> list[QKeySequence]:
    """Two keys for the same; the first one is shown."""
    return [QKeySequence(first), QKeySequence(second)]
