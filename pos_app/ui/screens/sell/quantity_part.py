"""Asking for a quantity: of a line in the basket, or the weight of a product that is to be sold."""

from dataclasses import replace

from pos_app.services.errors import RuleError
from pos_app.services.records import Product
from pos_app.ui.quantity_entry import QuantityEntry
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.state import QuantityForm
from retail_core.money import Money


class QuantityPart:
    """Owns the quantity sheet."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def open_for_line(self) -> None:
        """Ask for the quantity of the chosen line; a price label fixes its own."""
        counter = self._counter
        line = counter.state.line(counter.state.current_id)
        if line is None:
            return
        found = counter.basket.line(line.line_id)
        if found is not None and found.label_minor is not None:
            counter.refuse(RuleError("basket.label_fixed"))
            return
        entry = QuantityEntry(weighed=line.sold_by == "weight")
        self._open(QuantityForm(entry, line.names, line.unit_price, line_id=line.line_id))

    def open_for_weight(self, product: Product, code: str | None) -> None:
        """Ask how much of ``product`` lies on the scale."""
        price = Money(product.price_minor, self._counter.currency)
        entry = QuantityEntry(weighed=True)
        self._open(QuantityForm(entry, product.names, price, product=product, code=code))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        form = self._counter.state.quantity
        self._form(replace(form, entry=form.entry.press(key), error=Said()))

    def take_back(self, before: QuantityForm) -> None:
        """Go back to what was keyed in before the first character of a scan."""
        self._form(before)

    def submit(self) -> None:
        """Set the quantity, or sell the weight."""
        counter, form = self._counter, self._counter.state.quantity
        qty_milli = form.entry.qty_milli
        if qty_milli <= 0:
            self._refuse(RuleError("basket.bad_quantity"))
            return
        basket = counter.services.basket
        try:
            if form.product is None:
                basket.set_quantity(form.line_id, qty_milli)
                line_id = form.line_id
            else:
                line_id = basket.add_product(form.product, qty_milli=qty_milli, code=form.code).line_id
        except RuleError as error:
            self._refuse(error)
            return
        counter.sounds.good()
        counter.open_sheet("")
        counter.refresh(current_id=line_id)

    def _refuse(self, error: RuleError) -> None:
        self._counter.sounds.attention()
        self._form(replace(self._counter.state.quantity, error=said_of(error, self._counter.currency)))

    def _open(self, form: QuantityForm) -> None:
        self._counter.show(replace(self._counter.state, sheet="quantity", quantity=form, note=None))

    def _form(self, form: QuantityForm) -> None:
        self._counter.show(replace(self._counter.state, quantity=form))
