"""Asking for a weight, a number of pieces or a price: keyed in, and refused in place if it cannot be."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pos_app.services.errors import RuleError
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.quantity_entry import QuantityEntry
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.returns.desk import ReturnsDesk
from pos_app.ui.screens.returns.state import EntryForm
from retail_core.money import Money

_NO_BOUND = 9_999_999


@dataclass(frozen=True, slots=True)
class EntryEnds:
    """Who takes what was keyed in, by line."""

    set_sold: Callable[[str, int], None]
    set_loose: Callable[[str, int], None]
    set_price: Callable[[str, int], None]


class EntryPart:
    """Owns the sheet with the pad."""

    def __init__(self, desk: ReturnsDesk) -> None:
        self._desk = desk
        self._ends: EntryEnds | None = None

    def connect(self, ends: EntryEnds) -> None:
        """Say who takes the answers."""
        self._ends = ends

    def open_quantity(self, line_id: str) -> None:
        """Ask how much of a line comes back."""
        state = self._desk.state
        for sold in state.rows:
            if sold.line_id == line_id:
                entry = QuantityEntry(weighed=sold.sold_by == "weight")
                price = self._no_price()
                self._open(EntryForm(line_id, "quantity", sold.name, entry, price, sold.left_milli))
        for loose in state.loose or ():
            if loose.line_id == line_id:
                entry = QuantityEntry(weighed=loose.is_weighed)
                names = loose.product.names
                self._open(EntryForm(line_id, "quantity", names, entry, self._no_price(), _NO_BOUND))

    def open_price(self, line_id: str) -> None:
        """Ask what one of goods without a receipt gives."""
        for loose in self._desk.state.loose or ():
            if loose.line_id == line_id:
                names = loose.product.names
                self._open(EntryForm(line_id, "price", names, QuantityEntry(), self._no_price(), loose.today))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        form = self._desk.state.form
        if form is None:
            return
        if form.kind == "price":
            self._open(replace(form, price=form.price.press(key)))
        else:
            self._open(replace(form, quantity=form.quantity.press(key)))

    def submit(self) -> None:
        """Take what was keyed in, unless it cannot be."""
        form, ends = self._desk.state.form, self._ends
        if form is None or ends is None:
            return
        error = _refused(form)
        if error is not None:
            self._open(replace(form, said=said_of(error, self._desk.currency)), keep_said=True)
            return
        self._close()
        if form.kind == "price":
            ends.set_price(form.line_id, form.price.money.minor)
        elif any(row.line_id == form.line_id for row in self._desk.state.rows):
            ends.set_sold(form.line_id, form.quantity.qty_milli)
        else:
            ends.set_loose(form.line_id, form.quantity.qty_milli)

    def cancel(self) -> None:
        """Leave the sheet; what was keyed in is forgotten, and so are goods whose weight nobody said."""
        form, ends = self._desk.state.form, self._ends
        if form is None or ends is None:
            return
        self._close()
        if any(row.line_id == form.line_id and not row.back_milli for row in self._desk.state.loose or ()):
            ends.set_loose(form.line_id, 0)

    def answer_first(self) -> None:
        """Say that a scan has to wait for the answer."""
        form = self._desk.state.form
        if form is not None:
            self._open(replace(form, said=Said("scan.answer_first")), keep_said=True)

    def take_back(self, before: EntryForm) -> None:
        """Go back to what was keyed in before the first character of a scan."""
        if self._desk.state.form is not None:
            self._open(before)

    def _close(self) -> None:
        self._desk.show(replace(self._desk.state, form=None))

    def _no_price(self) -> AmountEntry:
        return AmountEntry(self._desk.currency)

    def _open(self, form: EntryForm, *, keep_said: bool = False) -> None:
        shown = form if keep_said else replace(form, said=Said())
        self._desk.show(replace(self._desk.state, form=shown))


def _refused(form: EntryForm) -> RuleError | None:
    """Return why what was keyed in cannot be, ``None`` if it can."""
    if form.kind == "price":
        if form.price.is_empty:
            return RuleError("return.bad_price")
        assert isinstance(form.most, Money)
        return RuleError("return.price_above", form.most) if form.price.money > form.most else None
    if not form.quantity.text:
        return RuleError("basket.bad_quantity")
    assert isinstance(form.most, int)
    return RuleError("return.more_than_left") if form.quantity.qty_milli > form.most else None
