"""The left of the Pay screen: what makes the total, and what was taken of it already."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pos_app.ui.i18n import translate
from pos_app.ui.screens.pay.look import PayLook
from pos_app.ui.screens.pay.state import PayState, TakenPart
from pos_app.ui.screens.pay.words import PayWords
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.labels import ElidedLabel, MoneyLabel, TextLabel
from pos_app.ui.widgets.surfaces import Card, Rule
from retail_core.pricing.model import MEMBER_PRICE_ID

ROW_PX = 50
SLACK_PX = 4


class TakenRow(QWidget):
    """A part that was taken, and the way to give it back."""

    def __init__(self, name: str, remove: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._text = ElidedLabel(f"{name}.text")
        self._amount = MoneyLabel(f"{name}.amount")
        self._remove = TillButton(f"{name}.remove", "✕")
        self._remove.setFixedWidth(50)
        self._remove.clicked.connect(remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._amount)
        row.addWidget(self._remove)

    def show_part(self, part: TakenPart, words: PayWords, *, is_open: bool) -> None:
        """Show ``part``; it can be given back while money is taken."""
        self._text.setText(words.part(part))
        self._amount.set_amount(words.money(part.value))
        self._remove.setEnabled(is_open)
        self._remove.setAccessibleName(translate("Pay", "Give {part} back").format(part=words.part(part)))


class _Rows(QScrollArea):
    """Rows that take the room they need, and scroll when there is less."""

    def __init__(self, name: str, inside: QGridLayout | QVBoxLayout) -> None:
        super().__init__()
        self.setObjectName(name)
        holder = QWidget()
        holder.setProperty("role", "clear")
        outer = self._outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.addLayout(inside)
        outer.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for all rows."""
        width = max(self.viewport().width(), 1)
        height = self._outer.heightForWidth(width) if self._outer.hasHeightForWidth() else -1
        # A pixel less than the rows need would bring a scroll bar, which takes the room of the figures.
        return QSize(super().sizeHint().width(), max(height, self._outer.sizeHint().height()) + SLACK_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Keep one row in sight, if there is one."""
        return QSize(0, min(ROW_PX, self._outer.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ask for other room as soon as the rows are others."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class SumsCard(Card):
    """Goods, offers and rounding above the total, the parts that were taken below it."""

    def __init__(self, look: PayLook, words: PayWords, *, remove: Callable[[int], None]) -> None:
        super().__init__("pay.lines")
        self._look = look
        self._words = words
        self._remove = remove
        self._rows = QGridLayout()
        self._shown: list[tuple[str, str, str]] = []
        self._total_caption = TextLabel("pay.total.caption", "strong")
        self._total = MoneyLabel("pay.total", "figure")
        self._taken_caption = TextLabel("pay.taken.caption", "muted")
        self._taken: dict[int, TakenRow] = {}
        self._taken_rows = QVBoxLayout()
        self._rows_area = _Rows("pay.rows", self._rows)
        self._taken_area = _Rows("pay.taken", self._taken_rows)
        self._build()

    def show_sums(self, state: PayState) -> None:
        """Show what the total is made of and what was taken."""
        self._render_rows(state)
        total = state.total + state.rounding
        self._total.set_amount(self._words.money(-total if state.gives_back else total))
        self._total_caption.setText(
            translate("Pay", "To give back") if state.gives_back else translate("Pay", "Total")
        )
        self._render_taken(state)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._taken_caption.setText(translate("Pay", "Taken"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 16)
        column.setSpacing(12)
        self._rows.setColumnStretch(0, 1)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(10)
        column.addWidget(self._rows_area)
        column.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 8, 0)
        foot.addWidget(self._total_caption)
        foot.addWidget(self._total, 1)
        column.addLayout(foot)
        column.addWidget(self._taken_caption)
        self._taken_rows.setSpacing(4)
        column.addWidget(self._taken_area)
        column.addStretch(1)

    def _render_rows(self, state: PayState) -> None:
        rows = self._texts(state)
        if rows == self._shown:
            return
        self._shown = rows
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (label, amount, tone) in enumerate(rows):
            name = TextLabel(f"pay.row.{place}", wrap=True)
            name.setText(label)
            figure = MoneyLabel(f"pay.row.{place}.amount")
            figure.set_amount(amount)
            if tone == "ok":
                name.set_tone("ok")
                figure.set_tone("ok")
            self._rows.addWidget(name, place, 0)
            self._rows.addWidget(figure, place, 1)

    def _texts(self, state: PayState) -> list[tuple[str, str, str]]:
        """Return label, amount and tone of every row."""
        pieces = self._look.formats.quantity(state.pieces_milli)
        goods = translate("Pay", "Goods ({pieces})").format(pieces=pieces)
        taken_off = ((self._offer(row.rule_id), row.amount, row.tone) for row in state.rows)
        rows = [(goods, state.goods, "muted"), *taken_off] if state.goods.minor or not state.refund else []
        if state.refund is not None:
            rows.append((translate("Pay", "Returned goods"), -state.refund, "muted"))
        if state.rounding.minor:
            rows.append((translate("Pay", "Rounding to coins"), state.rounding, "muted"))
        return [(label, self._words.money(amount), tone) for label, amount, tone in rows]

    def _render_taken(self, state: PayState) -> None:
        self._taken_caption.setVisible(bool(state.parts))
        wanted = {part.number: part for part in state.parts}
        for number in [each for each in self._taken if each not in wanted]:
            row = self._taken.pop(number)
            self._taken_rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, part in wanted.items():
            if number not in self._taken:
                row = TakenRow(f"pay.part.{number}", partial(self._remove, number))
                self._taken[number] = row
                self._taken_rows.addWidget(row)
            self._taken[number].show_part(part, self._words, is_open=state.is_open)

    def _offer(self, rule_id: str) -> str:
        # The words of Sell: the customer has just read them there.
        return (
            translate("Sell", "Member price")
            if rule_id == MEMBER_PRICE_ID
            else self._look.campaign_name(rule_id)
        )
