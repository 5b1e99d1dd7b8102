"""Paints a job as a row: picture, name, how it stands, a bar, and its buttons."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.directions import draw_line, first_line, mirrored
from svs_desktop.ui.icons import pixmap
from svs_desktop.ui.job_text import file_name, short_sentence, status_line
from svs_desktop.ui.pictures import SIZE as PICTURE
from svs_desktop.ui.queue_model import STATE
from svs_desktop.ui.row_buttons import (
    RowButton,
    button_at,
    button_name,
    button_rects,
    picture_size,
)
from svs_desktop.ui.theme import (
    GRID,
    RADIUS,
    Size,
    font,
    hairline_color,
    pixels,
    secondary_color,
    warning_color,
)

ROW_HEIGHT = 76
_PAD = 3 * GRID
_BAR = 4
_ICON = 16

_State = QStyle.StateFlag
_Role = QPalette.ColorRole


class QueueDelegate(QStyledItemDelegate):
    """Paints rows and hears clicks on their buttons.

    Signals:
        clicked: A job's id and the ``RowButton``.
    """

    clicked = Signal(str, object)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: tuple[str, RowButton] | None = None

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high."""
        return QSize(200, pixels(ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        state: JobState = index.data(STATE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = _Row(painter, option, state, index.data(Qt.ItemDataRole.DecorationRole))
        row.paint(self._view.viewport().mapFromGlobal(QCursor.pos()))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Turn a click on a button into a signal: it begins and ends on the same one."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        state: JobState = index.data(STATE)
        button = button_at(option.rect, state, event.position().toPoint())
        match event.type():
            case QEvent.Type.MouseMove:
                self._view.update(index)  # the button under the mouse has a ground
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                is_left = event.button() is Qt.MouseButton.LeftButton
                self._pressed = (state.job.id, button) if button and is_left else None
            case QEvent.Type.MouseButtonRelease:
                pressed, self._pressed = self._pressed, None
                if button and pressed == (state.job.id, button):
                    self.clicked.emit(*pressed)
        return button is not None

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say what the button under the mouse does; elsewhere, how the job stands."""
        state = index.data(STATE)
        button = button_at(option.rect, state, event.pos()) if state else None
        if button is None or event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), button_name(button), view)
        return True


class _Row:
    """One row while it is painted."""

    def __init__(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        state: JobState,
        picture: QPixmap | None,
    ) -> None:
        self._painter = painter
        self._palette = option.palette
        self._rect = option.rect.adjusted(GRID, 2, -GRID, -2)
        self._state = state
        self._picture = picture
        self._selected = bool(option.state & _State.State_Selected)
        self._focused = bool(option.state & _State.State_HasFocus)
        self._active = bool(option.state & _State.State_MouseOver) or self._focused
        self._whole = option.rect

    def paint(self, mouse: QPoint) -> None:
        self._paint_ground()
        picture = QRect(QPoint(0, 0), picture_size())
        picture.moveLeft(self._rect.left() + _PAD - GRID)
        picture.moveTop(self._rect.center().y() - picture.height() // 2 + 1)
        self._paint_picture(self._seen(picture))
        buttons = button_rects(self._whole, self._state) if self._active else {}
        # The picture stays small beside large text; the lines and the bar need their room.
        height = max(picture.height(), pixels(PICTURE.height()))
        top = picture.center().y() - (height - 1) // 2
        text = QRect(picture.right() + _PAD, top, 0, height)
        text.setRight(self._rect.right() - 2 * GRID)
        firsts = (self._seen(rect).left() for rect in buttons.values())
        self._paint_text(text, min(firsts, default=text.right()))
        for button, rect in buttons.items():
            self._paint_button(button, rect, hovered=rect.contains(mouse))

    def _seen(self, rect: QRect) -> QRect:
        """Where a part stands; all is laid out as in English before."""
        return mirrored(rect, self._whole)

    def _paint_ground(self) -> None:
        if self._selected or self._active:
            role = _Role.Midlight if self._selected else _Role.AlternateBase
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._palette.color(role))
            self._painter.drawRoundedRect(self._rect, RADIUS, RADIUS)
        if self._focused:
            self._painter.setPen(self._palette.color(_Role.Highlight))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(self._rect.adjusted(0, 0, -1, -1), RADIUS, RADIUS)

    def _paint_picture(self, rect: QRect) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(rect, GRID, GRID)
        self._painter.save()
        self._painter.setClipPath(shape)
        if self._picture:
            self._painter.drawPixmap(rect, self._picture)
        else:
            self._painter.fillRect(rect, hairline_color(self._palette))
            media = self._state.media
            name = "sound" if media and not media.has_video else "film"
            side = pixels(24)
            drawing = pixmap(name, secondary_color(self._palette), side)
            self._painter.drawPixmap(rect.center() - QPoint(side // 2 - 1, side // 2 - 1), drawing)
        self._painter.restore()
        self._painter.setPen(hairline_color(self._palette))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(shape)

    def _paint_text(self, rect: QRect, name_ends: int) -> None:
        state = self._state
        bold = font(Size.TEXT, bold=True)
        name = QRect(rect.left(), rect.top() + 1, name_ends - rect.left() - GRID, pixels(20))
        self._write(
            name,
            file_name(state),
            bold,
            self._palette.color(_Role.Text),
            Qt.TextElideMode.ElideMiddle,
        )
        line = QRect(rect.left(), name.bottom() + 2, rect.width(), pixels(18))
        if state.status is Status.FAILED:
            self._paint_failure(self._mark(line, "warning"))
            return
        if state.status is Status.FINISHED or state.summarised_as:
            line = self._mark(line, "done")
        small, color = font(Size.SECONDARY), secondary_color(self._palette)
        said = status_line(state)
        if QFontMetrics(small).horizontalAdvance(said) > line.width():
            said = status_line(state, with_speed=False)  # what is left matters more
        self._write(line, said, small, color, Qt.TextElideMode.ElideRight)
        if state.status.is_active and not state.summarised_as:
            self._paint_bar(QRect(rect.left(), rect.bottom() - _BAR - 1, rect.width(), _BAR))

    def _paint_failure(self, line: QRect) -> None:
        """A sentence, on two lines if it needs them."""
        self._painter.setFont(font(Size.SECONDARY))
        self._painter.setPen(warning_color(self._palette))
        metrics = self._painter.fontMetrics()
        text = _failure_line(self._state)
        first, rest = first_line(text, line.width(), metrics)
        draw_line(self._painter, self._seen(line), first)
        draw_line(self._painter, self._seen(line.translated(0, pixels(16))), rest)

    def _mark(self, line: QRect, name: str) -> QRect:
        failed = self._state.status is Status.FAILED
        color = warning_color(self._palette) if failed else self._palette.color(_Role.Highlight)
        side = pixels(_ICON)
        place = self._seen(QRect(line.left(), line.top() + 1, side, side))
        self._painter.drawPixmap(place, pixmap(name, color, side))
        return line.adjusted(side + GRID, 0, 0, 0)

    def _write(
        self, rect: QRect, text: str, used: QFont, color: QColor, elide: Qt.TextElideMode
    ) -> None:
        self._painter.setFont(used)
        self._painter.setPen(color)
        draw_line(self._painter, self._seen(rect), text, elide)

    def _paint_bar(self, rect: QRect) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(hairline_color(self._palette))
        self._painter.drawRoundedRect(self._seen(rect), _BAR / 2, _BAR / 2)
        done = round(rect.width() * self._state.overall / 100)
        if done:
            filled = QRect(rect.left(), rect.top(), max(done, _BAR), _BAR)
            self._painter.setBrush(self._palette.color(_Role.Highlight))
            self._painter.drawRoundedRect(self._seen(filled), _BAR / 2, _BAR / 2)

    def _paint_button(self, button: RowButton, rect: QRect, *, hovered: bool) -> None:
        if hovered:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(hairline_color(self._palette))
            self._painter.drawRoundedRect(rect, GRID, GRID)
        side = pixels(18)
        drawing = pixmap(button.value, self._palette.color(_Role.Text), side)
        self._painter.drawPixmap(rect.center() - QPoint(side // 2 - 1, side // 2 - 1), drawing)


def _failure_line(state: JobState) -> str:
    return short_sentence(state.failure) if state.failure else status_line(state)
