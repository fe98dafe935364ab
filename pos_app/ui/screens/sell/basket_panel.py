"""The left side: who buys, what is bought, what was said about it, what it makes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.services.basket_model import HandKind
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.hand_state import HandMark
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.member_card import MemberCard
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.state import CouponState, LastPaid, Note, SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.basket import BasketList
from pos_app.ui.widgets.buttons import KeyedButton, PrimaryButton, TillButton
from pos_app.ui.widgets.labels import ElidedLabel, MoneyLabel, TextLabel
from pos_app.ui.widgets.notice import Notice
from pos_app.ui.widgets.surfaces import Card, EmptyState, Rule
from retail_core.money import Money

_SALE_KINDS: tuple[HandKind, ...] = ("percent", "amount", "drop")


class SumRow(QWidget):
    """A coupon or an act by hand among the sums: its name, its amount, and the way to take it off."""

    def __init__(self, name: str, remove: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._text = ElidedLabel(f"{name}.text", "muted")
        self._amount = MoneyLabel(f"{name}.amount", "muted")
        self._remove = TillButton(f"{name}.remove", "✕")
        self._remove.setFixedWidth(50)
        self._remove.clicked.connect(remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._amount)
        row.addWidget(self._remove)

    def show_coupon(self, coupon: CouponState, words: SellWords) -> None:
        """Show the coupon as it counts now."""
        text, amount = words.coupon(coupon)
        self._text.setText(text)
        self._text.set_tone("ok" if coupon.applied else "warn")
        self._amount.set_amount(amount if coupon.applied else "", tone="ok")
        self._remove.setAccessibleName(translate("Sell", "Take the coupon off"))

    def show_mark(self, mark: HandMark, words: SellWords) -> None:
        """Show an act by hand as it counts now."""
        self._text.setText(words.mark(mark))
        self._text.set_tone("warn" if mark.open else "ok")
        self._amount.set_amount(words.money(mark.amount), tone="warn" if mark.open else "ok")
        self._remove.setAccessibleName(translate("Sell", "Take it off again"))


class SumsPanel(QWidget):
    """Subtotal, coupons, saving, total and the one primary button."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__()
        self.setObjectName("sell.sums")
        self._presenter = presenter
        self._words = words
        self._subtotal_caption = TextLabel("sell.subtotal.caption", "muted")
        self._subtotal = MoneyLabel("sell.subtotal", "muted")
        self._returned_caption = TextLabel("sell.returned.caption", "muted")
        self._returned = MoneyLabel("sell.returned", "muted")
        self._saving_caption = TextLabel("sell.saving.caption")
        self._saving_caption.set_tone("ok")
        self._saving = MoneyLabel("sell.saving")
        self._hint = ElidedLabel("sell.hint", "hint")
        self._remarks = ElidedLabel("sell.remarks", "muted")
        self._total_caption = TextLabel("sell.total.caption")
        self._total = MoneyLabel("sell.total", "total")
        self._why = TillButton("sell.why")
        self.pay = PrimaryButton("sell.pay", key=look.keymap.badge("pay"))
        self._rows: dict[str, SumRow] = {}
        self._marks = {
            kind: SumRow(f"sell.hand.{kind}", partial(presenter.hand.remove, None, kind))
            for kind in _SALE_KINDS
        }
        self._coupons = QVBoxLayout()
        self._build()
        self._why.clicked.connect(presenter.why.open_for_sale)
        self.pay.clicked.connect(presenter.pay)

    def show_sums(self, state: SellState) -> None:
        """Show what the lines make."""
        totals, words = state.totals, self._words
        pieces = words.number(totals.pieces)
        self._subtotal_caption.setText(translate("Sell", "Subtotal ({pieces} pcs)").format(pieces=pieces))
        self._subtotal.set_amount(words.money(totals.list_total))
        saves = totals.saving.minor > 0
        minus = type(totals.saving)(-totals.saving.minor, totals.saving.currency)
        for label in (self._saving_caption, self._saving):
            label.setVisible(saves)
        self._saving.set_amount(words.money(minus), tone="ok")
        self._why.setVisible(saves or bool(state.hints))
        self._total_caption.setText(
            translate("Sell", "To give back") if totals.due.minor < 0 else translate("Sell", "To pay")
        )
        self._total.set_amount(words.money(Money(abs(totals.due.minor), totals.due.currency)))
        self._returned_caption.setVisible(bool(state.returned))
        self._returned.setVisible(bool(state.returned))
        self._returned.set_amount(words.money(Money(-totals.refund_minor, totals.due.currency)))
        self._hint.setVisible(bool(state.hints))
        if state.hints:
            self._hint.setText(words.hint(state.hints[0], totals.total.currency))
        remarks = words.remarks(state)
        self._remarks.setText(remarks)
        self._remarks.setVisible(bool(remarks))
        self._show_coupons(state.coupons)
        self._show_marks(state.sale_marks)
        self.pay.setEnabled(state.can_pay)
        self.pay.set_label(
            translate("Sell", "Give back") if totals.due.minor < 0 else translate("Sell", "Pay")
        )

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._saving_caption.setText(translate("Sell", "Saved"))
        self._returned_caption.setText(translate("Sell", "Returned goods"))
        self._why.setText(translate("Sell", "Why?"))
        self._why.setAccessibleName(translate("Sell", "Why this price?"))
        self.pay.set_label(translate("Sell", "Pay"))

    def _show_marks(self, marks: tuple[HandMark, ...]) -> None:
        wanted = {mark.kind: mark for mark in marks}
        for kind, row in self._marks.items():
            row.setVisible(kind in wanted)
            if kind in wanted:
                row.show_mark(wanted[kind], self._words)

    def _show_coupons(self, coupons: tuple[CouponState, ...]) -> None:
        wanted = {coupon.coupon_id: coupon for coupon in coupons}
        for coupon_id in [each for each in self._rows if each not in wanted]:
            row = self._rows.pop(coupon_id)
            self._coupons.removeWidget(row)
            row.hide()
            row.deleteLater()
        for coupon_id, coupon in wanted.items():
            if coupon_id not in self._rows:
                remove = partial(self._presenter.coupons.remove, coupon_id)
                self._rows[coupon_id] = SumRow(f"sell.coupon.{coupon_id}", remove)
                self._coupons.addWidget(self._rows[coupon_id])
            self._rows[coupon_id].show_coupon(coupon, self._words)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 10)
        column.setSpacing(2)
        for caption, amount in (
            (self._subtotal_caption, self._subtotal),
            (self._saving_caption, self._saving),
            (self._returned_caption, self._returned),
        ):
            row = QHBoxLayout()
            row.addWidget(caption, 1)
            row.addWidget(amount)
            column.addLayout(row)
        self._coupons.setSpacing(2)
        column.addLayout(self._coupons)
        for mark in self._marks.values():
            mark.hide()
            column.addWidget(mark)
        column.addWidget(self._remarks)
        column.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._total_caption, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._why, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._total, 1)
        column.addLayout(row)
        column.addSpacing(2)
        column.addWidget(self.pay)


class BasketPanel(Card):
    """The left card."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("sell.left")
        self._presenter = presenter
        self._words = words
        self._shown_note = 0
        self.member = MemberCard(presenter, words)
        self.lines = BasketList("sell.basket", look.theme)
        self._empty = EmptyState("sell.empty")
        self._stack = QStackedWidget()
        self.message = Notice("sell.message", look.timers)
        self._pending = TextLabel("sell.pending", "muted")
        self._remove = KeyedButton("sell.remove", key=look.keymap.badge("remove_line"))
        self._change = KeyedButton("sell.change", key=look.keymap.badge("confirm"))
        self._undo = KeyedButton("sell.undo", "↶", key=look.keymap.badge("undo"))
        self._redo = KeyedButton("sell.redo", "↷", key=look.keymap.badge("redo"))
        self.sums = SumsPanel(presenter, words, look=look)
        self._build()
        self.lines.stepped.connect(presenter.step)
        self.lines.chosen.connect(presenter.choose_line)
        self._remove.clicked.connect(presenter.remove_line)
        self.lines.opened.connect(presenter.open_line)
        self._change.clicked.connect(presenter.hand.open_line)
        self._undo.clicked.connect(presenter.history.undo)
        self._redo.clicked.connect(presenter.history.redo)

    def show_basket(self, state: SellState) -> None:
        """Show the basket as it is."""
        self.member.show_member(state.member)
        self._stack.setCurrentIndex(1 if state.lines or state.returned else 0)
        lines = [*self._words.returned(state.returned), *self._words.lines(state.lines)]
        self.lines.set_lines(lines, current_id=state.current_id)
        has_line = state.current_id is not None
        self._remove.setEnabled(has_line)
        self._change.setEnabled(has_line)
        self._undo.setEnabled(state.can_undo)
        self._redo.setEnabled(state.can_redo)
        self._pending.setVisible(bool(state.pending))
        self._pending.setText(_pending_text(state.pending))
        self._show_note(state.note)
        self._show_last_paid(state.last_paid)
        self.sums.show_sums(state)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.lines.setAccessibleName(translate("Sell", "Basket"))
        self._remove.set_label(translate("Sell", "Remove"))
        self._change.set_label(translate("Sell", "Change"))
        self._undo.setAccessibleName(translate("Sell", "Undo"))
        self._redo.setAccessibleName(translate("Sell", "Redo"))
        self.member.retranslate()
        self.sums.retranslate()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the narrowest card on which a line can be read."""
        return super().minimumSizeHint().expandedTo(QSize(430, 0))

    def _show_last_paid(self, paid: LastPaid | None) -> None:
        """Say what can be done, and below the change of the sale before what it was."""
        if paid is None:
            self._empty.render_empty(
                translate("Sell", "Scan or touch a product"),
                translate(
                    "Sell", "The basket is empty. Member codes and coupons can be scanned at any time."
                ),
                mark="＋",
            )
            return
        if paid.given is not None:
            self._empty.render_empty(
                translate("Sell", "Given back last"),
                translate(
                    "Sell", "Receipt {number} is done. Scan or touch a product for the next customer."
                ).format(number=paid.receipt_number),
                mark=self._words.money(paid.given),
            )
            return
        self._empty.render_empty(
            translate("Sell", "Change of the last sale"),
            translate(
                "Sell", "Receipt {number} is paid. Scan or touch a product for the next customer."
            ).format(number=paid.receipt_number),
            mark=self._words.money(paid.change),
        )

    def _show_note(self, note: Note | None) -> None:
        number = 0 if note is None else note.number
        if number == self._shown_note:
            return
        self._shown_note = number
        if note is None:
            self.message.dismiss()
            return
        action = {
            "": "",
            "open_item": translate("Sell", "Open item F3"),
            "reprint": translate("Sell", "Print a copy"),
            "recall": translate("Sell", "Recall F8"),
            "return": translate("Sell", "Take goods back"),
            "extend_coupons": translate("Sell", "Allow 48 h more"),
            "past_date": translate("Sell", "Sell it all the same"),
            "markdown": translate("Sell", "Mark it down"),
        }[note.action]
        self.message.show_notice(
            note.kind, self._words.said(note.said), action=action, on_action=self._presenter.act_on_note
        )

    def _build(self) -> None:
        # One line stays in sight, whatever else is said below the list.
        self._stack.setMinimumHeight(64)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 3, 3, 5)
        column.setSpacing(0)
        column.addWidget(self.member)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
        column.addLayout(_padded(self.message))
        column.addLayout(_padded(self._pending))
        keys = QHBoxLayout()
        keys.setContentsMargins(16, 6, 16, 6)
        keys.setSpacing(8)
        for button, room in ((self._remove, 1), (self._change, 1), (self._undo, 0), (self._redo, 0)):
            keys.addWidget(button, room)
        column.addLayout(keys)
        column.addWidget(Rule())
        column.addWidget(self.sums)


def _padded(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(widget)
    return row


def _pending_text(pending: str) -> str:
    return {
        "": "",
        "member": translate("Sell", "Looking for the member…"),
        "coupon": translate("Sell", "Checking the coupon…"),
        "park": "",
    }[pending]
