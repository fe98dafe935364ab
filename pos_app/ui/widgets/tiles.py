"""A product on the grid: a coloured field with one character, name, price, and stock when it matters."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QWidget

from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import TillButton


@dataclass(frozen=True, slots=True)
class TileState:
    """What a tile shows; every text is ready to read."""

    name: str
    price: str
    character: str = ""
    family: int = 0
    """Which pair of tile colours; products of a category share one."""
    corner: str = ""
    stock_hint: str = ""


class ProductTile(TillButton):
    """Paints itself, because a page of tiles changes with every category."""

    def __init__(self, name: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._theme = theme
        self._state = TileState("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def render_tile(self, state: TileState) -> None:
        """Show another product, or the same with another price or stock."""
        if state == self._state:
            return
        self._state = state
        self.setAccessibleName(
            ", ".join(part for part in (state.name, state.price, state.stock_hint) if part)
        )
        self.update()

    def painted_texts(self) -> list[str]:
        """Return what is painted, for the checks of the looks."""
        state = self._state
        texts = (state.name, state.price, state.character, state.corner, state.stock_hint)
        return [text for text in texts if text]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a tile on a screen of 1366 pixels."""
        return QSize(160, 152)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the smallest tile on which a name of two lines and a price can be read."""
        metrics = self._theme.metrics
        return QSize(112, 40 + 2 * (metrics.hint + 6) + metrics.body + 22)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, field, words and the border of the state."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -2, -2)
        outline = QPainterPath()
        outline.addRoundedRect(area, 12, 12)
        painter.setClipPath(outline)
        self._paint_ground(painter, option, area=area)
        self._paint_words(painter, area)
        painter.setClipping(False)
        self._paint_border(painter, option, outline=outline)

    def _field(self, area: QRect) -> QRect:
        metrics = self._theme.metrics
        words = 2 * (metrics.hint + 5) + metrics.body + 24
        return QRect(area.left(), area.top(), area.width(), max(36, area.height() - words))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionButton, *, area: QRect) -> None:
        colors = self._theme.colors
        tile = self._theme.tile(self._state.family)
        pressed = bool(option.state & QStyle.StateFlag.State_Sunken)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = colors.primary_soft if pressed else colors.surface2 if hovered else colors.surface
        painter.fillRect(area, ground)
        field = self._field(area)
        painter.fillRect(field, tile.fill if self.isEnabled() else colors.surface2)
        painter.setPen(tile.ink if self.isEnabled() else colors.disabled)
        painter.setFont(self._theme.font(min(30, field.height() - 8), bold=True))
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, self._state.character)
        if self._state.corner:
            painter.setFont(self._theme.font(self._theme.metrics.hint - 1, bold=True))
            corner = field.adjusted(6, 4, -8, -4)
            painter.drawText(
                corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._state.corner
            )

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        colors, metrics = self._theme.colors, self._theme.metrics
        field = self._field(area)
        words = QRect(
            area.left() + 10, field.bottom() + 6, area.width() - 18, area.bottom() - field.bottom() - 10
        )
        name_font = self._theme.font(metrics.hint)
        painter.setFont(name_font)
        painter.setPen(colors.text if self.isEnabled() else colors.disabled)
        line_height = metrics.hint + 5
        for number, line in enumerate(
            two_lines(self._state.name, QFontMetrics(name_font), width_px=words.width())
        ):
            painter.drawText(
                QRect(words.left(), words.top() + number * line_height, words.width(), line_height + 2),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                line,
            )
        self._paint_price(
            painter, QRect(words.left(), words.bottom() - metrics.body - 7, words.width(), metrics.body + 9)
        )

    def _paint_price(self, painter: QPainter, area: QRect) -> None:
        colors, metrics = self._theme.colors, self._theme.metrics
        font = self._theme.font(metrics.body, bold=True)
        painter.setFont(font)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, left, self._state.price)
        if not self._state.stock_hint:
            return
        taken = QFontMetrics(font).horizontalAdvance(self._state.price) + 6
        hint_font = self._theme.font(metrics.hint)
        width = min(
            QFontMetrics(hint_font).horizontalAdvance(self._state.stock_hint) + 14, area.width() - taken
        )
        tag = QRect(area.left() + taken, area.top() + 1, width, area.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.warn_soft)
        painter.drawRoundedRect(tag, metrics.r_tag, metrics.r_tag)
        painter.setPen(colors.warn)
        painter.setFont(hint_font)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._state.stock_hint)

    def _paint_border(self, painter: QPainter, option: QStyleOptionButton, *, outline: QPainterPath) -> None:
        colors = self._theme.colors
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.primary if focused else colors.line, 3 if focused else 1))
        painter.drawPath(outline)


def two_lines(text: str, metrics: QFontMetrics, *, width_px: int) -> list[str]:
    """Break ``text`` into at most two lines of ``width_px``; the second ends in an ellipsis when it must."""
    if metrics.horizontalAdvance(text) <= width_px:
        return [text]
    fits = max(1, len(text) - 1)
    while fits > 1 and metrics.horizontalAdvance(text[:fits]) > width_px:
        fits -= 1
    space = text.rfind(" ", 1, fits + 1)
    cut = space if space > 0 else fits
    return [
        text[:cut].rstrip(),
        metrics.elidedText(text[cut:].lstrip(), Qt.TextElideMode.ElideRight, width_px),
    ]
