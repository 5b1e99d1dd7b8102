"""One window takes another's place, so that all its words and sizes are made anew.

What the old window was asked for may still be on its way: from a disk that is slow, from a file
that is being written. It is kept, unseen, until all of that has arrived; what it has to say, the
new one says.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent

from svs_desktop.ui.main_window import MainWindow
from svs_desktop.workers.background import Background


def take_place(after: MainWindow, before: MainWindow, background: Background) -> None:
    """Show the new window where the old one was, with what it showed."""
    before.editing.end()
    before.keep_geometry()
    after.restore_geometry()
    after.history_model.reload()
    after.actions_.pause_queue.setChecked(before.actions_.pause_queue.isChecked())
    deleted = before.deleting.let_go()
    result_id, gone = before.opening.result_meant, {entry.job_id for entry in deleted}
    if result_id and result_id not in gone:
        after.open_result(result_id)
    elif before.job_page.isVisible():
        after.queue_pane.select(before.job_page.job_id)
    after.editing.take_over(before.editing)
    after.searching.field.setText(before.searching.field.text())
    before.status.said.connect(after.say)
    after.show()
    after.deleting.offer(deleted)
    before.hide()
    background.when_idle(partial(_forget, before))


def _forget(window: MainWindow) -> None:
    for thing in (window.queue_model, window.history_model, window):
        thing.deleteLater()
        # Now: what happens to the queue before Qt comes to it would be asked for by them as well.
        QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)
