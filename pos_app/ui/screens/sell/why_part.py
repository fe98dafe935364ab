"""Why this price: of the whole basket, or of the chosen line."""

from dataclasses import replace

from pos_app.services.explain_price import explain
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.state import WhyForm


class WhyPart:
    """Owns the sheet that explains the price."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def open_for_sale(self) -> None:
        """Explain the whole basket."""
        self._open("")

    def open_for_line(self) -> None:
        """Explain the chosen line alone; without one, the whole basket."""
        self._open(self._counter.state.current_id or "")

    def _open(self, line_id: str) -> None:
        counter = self._counter
        basket = counter.basket
        price = counter.services.price
        whole = explain(basket, price(basket), campaign=price.campaign)
        form = WhyForm(line_id, whole.of_line(line_id) if line_id else whole)
        counter.show(replace(counter.state, sheet="why", why=form))
