"""One window takes another's place, so that all its words and sizes are made anew."""

from __future__ import annotations

from svs_desktop.ui.main_window import MainWindow
from svs_desktop.workers.background import Background


def take_place(after: MainWindow, before: MainWindow, background: Background) -> None:
    """Show the new window where the old one was, with what it showed."""
    before.keep_geometry()
    after.restore_geometry()
    after.history_model.reload()
    after.actions_.pause_queue.setChecked(before.actions_.pause_queue.isChecked())
    if before.result_page.isVisible() and (result := before.result_page.result):
        after.open_result(result.job_id)
    elif before.job_page.isVisible():
        after.queue_pane.select(before.job_page.job_id)
    after.show()
    before.hide()
    # What the old window asked for may still be on its way to it.
    background.run(lambda: None, lambda _: _forget(before))


def _forget(window: MainWindow) -> None:
    for thing in (window.queue_model, window.history_model, window):
        thing.deleteLater()
