"""Paints one line of the basket."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.basket_line import LINE_ROLE, BasketLine

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_MARGIN = 16
_STEP = 48
_VALUE = 28
_MONEY_SHARE = 0.22
_WIDE = 420


def row_height_px(theme: Theme) -> int:
    """Return the height of a line; it follows the text size."""
    return max(64, theme.metrics.body + theme.metrics.hint + 34)


def money_width_px(row: QRect) -> int:
    """Return the width of the column of amounts."""
    return max(84, round(row.width() * _MONEY_SHARE))


def shows_stepper(row: QRect, line: BasketLine, *, chosen: bool) -> bool:
    """Return whether a line has its stepper: always, or on narrow screens when it is chosen."""
    return line.can_step and not line.removed and (chosen or row.width() >= _WIDE)


def stepper_areas(row: QRect) -> tuple[QRect, QRect, QRect]:
    """Return where minus, quantity and plus stand in a row."""
    right = row.right() - _MARGIN - money_width_px(row)
    top = row.top() + (row.height() - _STEP) // 2
    plus = QRect(right - _STEP, top, _STEP, _STEP)
    value = QRect(plus.left() - _VALUE, top, _VALUE, _STEP)
    return QRect(value.left() - _STEP, top, _STEP, _STEP), value, plus


class BasketDelegate(QStyledItemDelegate):
    """Paints name, what applied, stepper and amounts; keeps its fonts between rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts: dict[str, QFont] = {}
        theme.changed.connect(self._fonts.clear)

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of every line."""
        return QSize(320, row_height_px(self._theme))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, BasketLine):
            return
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, row, chosen=chosen)
        right = row.right() - _MARGIN - money_width_px(row)
        if shows_stepper(row, line, chosen=chosen):
            self._paint_stepper(painter, row, line=line)
            right = stepper_areas(row)[0].left()
        elif line.can_step and not line.removed:
            right -= _VALUE
            painter.setFont(self._font(self._theme.metrics.body, bold=True))
            painter.setPen(self._theme.colors.text)
            painter.drawText(QRect(right, row.top(), _VALUE, row.height()), _CENTER, line.quantity)
        left = row.left() + _MARGIN
        self._paint_words(painter, QRect(left, row.top(), right - left - 8, row.height()), line=line)
        self._paint_amounts(painter, row, line=line)
        painter.restore()

    def _font(self, text_px: int, *, bold: bool = False, struck: bool = False) -> QFont:
        key = f"{text_px}{bold}{struck}"
        if key not in self._fonts:
            font = self._theme.font(text_px, bold=bold)
            font.setStrikeOut(struck)
            self._fonts[key] = font
        return self._fonts[key]

    def _paint_ground(self, painter: QPainter, row: QRect, *, chosen: bool) -> None:
        colors = self._theme.colors
        painter.fillRect(row, colors.primary_soft if chosen else colors.surface)
        if chosen:
            painter.fillRect(QRect(row.left(), row.top(), 4, row.height()), colors.primary)
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), colors.line)

    def _paint_stepper(self, painter: QPainter, row: QRect, *, line: BasketLine) -> None:
        colors, metrics = self._theme.colors, self._theme.metrics
        minus, value, plus = stepper_areas(row)
        painter.setFont(self._font(metrics.title))
        for area, sign in ((minus, "\N{MINUS SIGN}"), (plus, "+")):
            painter.setPen(QPen(colors.outline, 1))
            painter.setBrush(colors.surface)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), metrics.r_button, metrics.r_button)
            painter.setPen(colors.text)
            painter.drawText(area, _CENTER, sign)
        painter.setFont(self._font(metrics.body, bold=True))
        painter.drawText(value.adjusted(-4, 0, 4, 0), _CENTER, line.quantity)

    def _paint_words(self, painter: QPainter, area: QRect, *, line: BasketLine) -> None:
        colors, metrics = self._theme.colors, self._theme.metrics
        below = bool(line.tags or line.hint)
        first = QRect(area.left(), area.top() + 8, area.width(), metrics.body + 10) if below else area
        font = self._font(metrics.body, struck=line.removed)
        painter.setFont(font)
        painter.setPen(colors.muted if line.removed else colors.text)
        fitting = QFontMetrics(font)
        name = fitting.elidedText(line.name, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, _LEFT, name)
        used = fitting.horizontalAdvance(name) + 6
        if line.detail and used < first.width() - 24:
            self._paint_hint(painter, first.adjusted(used, 1, 0, 1), text=line.detail)
        if not below:
            return
        second = QRect(area.left(), first.bottom() + 2, area.width(), metrics.hint + 9)
        left = self._paint_tags(painter, second, line=line)
        if line.hint and left < second.right() - 40:
            self._paint_hint(painter, second.adjusted(left - second.left(), 0, 0, 0), text=line.hint)

    def _paint_hint(self, painter: QPainter, area: QRect, *, text: str) -> None:
        font = self._font(self._theme.metrics.hint)
        painter.setFont(font)
        painter.setPen(self._theme.colors.muted)
        painter.drawText(
            area, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        )

    def _paint_tags(self, painter: QPainter, area: QRect, *, line: BasketLine) -> int:
        metrics = self._theme.metrics
        font = self._font(metrics.hint)
        fitting = QFontMetrics(font)
        left = area.left()
        for tag in line.tags:
            room = area.right() - left
            if room < 40:
                break
            text = fitting.elidedText(tag.text, Qt.TextElideMode.ElideRight, room - 14)
            ground, ink = self._tag_colors(tag.kind)
            box = QRect(left, area.top(), fitting.horizontalAdvance(text) + 14, area.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, metrics.r_tag, metrics.r_tag)
            painter.setPen(ink)
            painter.setFont(font)
            painter.drawText(box, _CENTER, text)
            left = box.right() + 6
        return left

    def _tag_colors(self, kind: str) -> tuple[QColor, QColor]:
        colors = self._theme.colors
        return {
            "ok": (colors.ok_soft, colors.ok),
            "warn": (colors.warn_soft, colors.warn),
            "bad": (colors.bad_soft, colors.bad),
            "gold": (colors.gold_soft, colors.gold),
            "primary": (colors.primary_soft, colors.primary),
        }.get(kind, (colors.surface2, colors.muted))

    def _paint_amounts(self, painter: QPainter, row: QRect, *, line: BasketLine) -> None:
        colors, metrics = self._theme.colors, self._theme.metrics
        width = money_width_px(row)
        area = QRect(row.right() - _MARGIN - width, row.top(), width, row.height())
        if line.old_total:
            old = QRect(area.left(), area.top() + 8, width, metrics.hint + 9)
            painter.setFont(self._font(metrics.hint, struck=True))
            painter.setPen(colors.muted)
            painter.drawText(old, _RIGHT, line.old_total)
            area = QRect(area.left(), old.bottom(), width, metrics.body + 10)
        painter.setFont(self._font(metrics.body, bold=True, struck=line.removed))
        painter.setPen(colors.muted if line.removed else colors.text)
        painter.drawText(area, _RIGHT, line.total)
