"""The customer's window: few words, in the store's language, and never the keyboard's."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.ui.customer.code import CodeView, Matrix
from pos_app.ui.customer.state import MOST_LINES, CustomerState
from pos_app.ui.widgets.labels import ElidedLabel, MoneyLabel, TextLabel
from pos_app.ui.widgets.styling import set_name
from pos_app.ui.widgets.surfaces import Rule
from retail_core.figures import signed_amount

_CENTER = Qt.AlignmentFlag.AlignCenter


class CustomerWindow(QWidget):
    """Shows the idle picture, the basket, what is to pay, and the thanks."""

    def __init__(
        self, store_name: str, *, texts: ReceiptTexts, matrix: Callable[[str], Matrix | None]
    ) -> None:
        """Build the pages.

        Args:
            store_name: What stands on it when nobody is served.
            texts: The words of the store's paper.
            matrix: Makes the modules of a code, or None.
        """
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
        super().__init__(None, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        set_name(self, "customer_window")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(store_name)
        self._texts = texts
        self._matrix = matrix
        self._pages = QStackedWidget()
        self._idle = _IdlePage(store_name, texts)
        self._basket = _BasketPage(store_name, texts)
        self._thanks = _ThanksPage(texts)
        for each in (self._idle, self._basket, self._thanks):
            self._pages.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        # A screen that is smaller than the words is filled all the same.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._pages)

    def show_state(self, state: CustomerState) -> None:
        """Show ``state``."""
        if state.phase == "paid":
            rows = self._matrix(state.link) if state.link else None
            self._thanks.render_thanks(state, rows, dpi=self.screen().physicalDotsPerInch())
            self._pages.setCurrentWidget(self._thanks)
        elif state.phase == "idle":
            self._pages.setCurrentWidget(self._idle)
        else:
            self._basket.render_basket(state)
            self._pages.setCurrentWidget(self._basket)


class _IdlePage(QWidget):
    def __init__(self, store_name: str, texts: ReceiptTexts) -> None:
        super().__init__()
        name = TextLabel("customer_store", "total", wrap=True)
        name.setText(store_name)
        welcome = TextLabel("customer_welcome", "figure", wrap=True)
        welcome.setText(texts.text("display.welcome"))
        welcome.set_tone("primary")
        column = QVBoxLayout(self)
        column.setSpacing(24)
        column.addStretch(1)
        for label in (name, welcome):
            label.setAlignment(_CENTER)
            column.addWidget(label)
        column.addStretch(1)


class _BasketPage(QWidget):
    def __init__(self, store_name: str, texts: ReceiptTexts) -> None:
        super().__init__()
        self._texts = texts
        self._store = ElidedLabel("customer_place", "order")
        self._store.setText(store_name)
        self._member = TextLabel("customer_member", "order")
        self._member.set_tone("gold")
        self._earlier = TextLabel("customer_earlier", "body")
        self._earlier.set_tone("muted")
        self._names = [ElidedLabel(f"customer_line_{n}", "order") for n in range(MOST_LINES)]
        self._counts = [TextLabel(f"customer_pieces_{n}", "order") for n in range(MOST_LINES)]
        self._totals = [MoneyLabel(f"customer_amount_{n}", "order") for n in range(MOST_LINES)]
        self._saving = TextLabel("customer_saving", "figure")
        self._saving.set_tone("ok")
        self._points = TextLabel("customer_points", "order")
        self._points.set_tone("gold")
        self._caption = TextLabel("customer_caption", "figure")
        self._due = MoneyLabel("customer_due", "change")
        self._change = TextLabel("customer_change", "figure")
        self._lay_out()

    def _lay_out(self) -> None:
        for name in (self._store, *self._names):
            name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.addWidget(self._store, 1)
        head.addWidget(self._member)
        lines = QGridLayout()
        lines.setHorizontalSpacing(24)
        lines.setVerticalSpacing(12)
        lines.setColumnStretch(0, 1)
        for number, row in enumerate(zip(self._names, self._counts, self._totals, strict=True)):
            for place, label in enumerate(row):
                lines.addWidget(label, number, place)
        sums = QHBoxLayout()
        beside = QVBoxLayout()
        for label in (self._saving, self._points, self._change):
            beside.addWidget(label)
        total = QVBoxLayout()
        total.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignRight)
        total.addWidget(self._due)
        sums.addLayout(beside, 1)
        sums.addLayout(total)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._earlier)
        column.addLayout(lines)
        column.addStretch(1)
        column.addWidget(Rule())
        column.addLayout(sums)

    def render_basket(self, state: CustomerState) -> None:
        """Show the lines and what they come to."""
        text = self._texts.text
        _say(self._member, f"{text('member.member')} {state.member}" if state.member else "")
        _say(self._earlier, text("display.earlier", count=state.earlier) if state.earlier else "")
        for number in range(MOST_LINES):
            line = state.lines[number] if number < len(state.lines) else None
            labels = (self._names[number], self._counts[number], self._totals[number])
            words = ("", "", "") if line is None else (line.name, line.pieces, signed_amount(line.total))
            for label, said in zip(labels, words, strict=True):
                label.setText(said)
                label.set_tone("primary" if line is not None and line.is_new else "neutral")
        saved = text("receipt.saved", amount=signed_amount(state.saving)) if state.saving.minor > 0 else ""
        _say(self._saving, saved)
        _say(self._points, f"{text('member.points')} +{state.points:,}" if state.points else "")
        change = f"{text('receipt.change')} {signed_amount(state.change)}" if state.change.minor else ""
        _say(self._change, change)
        self._caption.setText(text("return.total" if state.gives_back else "receipt.total"))
        self._due.setText(signed_amount(state.due))
        self._due.set_tone("primary" if state.phase == "pay" else "neutral")


class _ThanksPage(QWidget):
    def __init__(self, texts: ReceiptTexts) -> None:
        super().__init__()
        self._texts = texts
        self._thanks = TextLabel("customer_thanks", "total", wrap=True)
        self._caption = TextLabel("customer_back", "figure")
        self._change = MoneyLabel("customer_given", "change")
        self._points = TextLabel("customer_earned", "figure")
        self._points.set_tone("gold")
        self._code = CodeView("customer_code")
        self._why = TextLabel("customer_code_why", "order", wrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        for label in (self._thanks, self._caption, self._change, self._points):
            label.setAlignment(_CENTER)
            column.addWidget(label)
        column.addWidget(self._code, 0, _CENTER)
        self._why.setAlignment(_CENTER)
        column.addWidget(self._why)
        column.addStretch(1)

    def render_thanks(self, state: CustomerState, rows: Matrix | None, *, dpi: float) -> None:
        """Say thanks, what goes back, and where the receipt is."""
        text = self._texts.text
        self._thanks.setText(text("receipt.thanks"))
        back = state.due if state.gives_back else state.change
        _say(
            self._caption,
            text("return.refund" if state.gives_back else "receipt.change") if back.minor else "",
        )
        _say(self._change, signed_amount(back) if back.minor else "")
        _say(self._points, f"{text('member.points')} +{state.points:,}" if state.points else "")
        self._code.setVisible(rows is not None)
        self._code.show_code(rows or (), dpi=dpi)
        why = text("receipt.qr_join" if state.joins else "receipt.qr") if rows is not None else ""
        _say(self._why, why)


def _say(label: TextLabel, words: str) -> None:
    """Say something, or nothing and take no room for it."""
    label.setText(words)
    label.setVisible(bool(words))
