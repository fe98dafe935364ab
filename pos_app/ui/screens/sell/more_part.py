"""What is rarer: copies, the ways to other screens, giving a basket up."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.basket_model import Basket
from pos_app.services.errors import PosError, RuleError
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.parts import Ways
from pos_app.ui.screens.sell.state import MoreForm


class MorePart:
    """Owns the sheet with the rest."""

    def __init__(self, counter: Counter, ways: Ways) -> None:
        self._counter = counter
        self._ways = ways
        self._given_up = ""

    def open_sheet(self) -> None:
        """Show what else there is."""
        form = MoreForm(can_abandon=not self._counter.basket.is_empty)
        self._counter.show(replace(self._counter.state, sheet="more", more=form))

    def go(self, place: str) -> None:
        """Show another screen."""
        self._counter.open_sheet("")
        self._counter.clear_note()
        self._ways.navigate(place)

    def leads_to(self, place: str) -> bool:
        """Whether there is such a screen."""
        return place in self._ways.places

    def can_order(self, line_id: str | None) -> bool:
        """Whether the goods of a line can be ordered instead of carried out: plain ones, by the piece."""
        line = None if line_id is None else self._counter.basket.line(line_id)
        return (
            self._ways.order_goods is not None
            and line is not None
            and line.product_id is not None
            and line.sold_by == "piece"
            and line.label_minor is None
            and not (line.deposit or line.options or line.pack_id or line.reward_id)
        )

    def order_line(self, line_id: str) -> None:
        """Order the goods of a line instead of carrying them out."""
        line = self._counter.basket.line(line_id)
        found = None
        if line is not None and line.product_id is not None:
            found = self._counter.services.products.by_id(line.product_id)
        if line is None or found is None or self._ways.order_goods is None or not self.can_order(line_id):
            self._counter.refuse(RuleError("order.not_for_order"))
            return
        self._ways.order_goods(found.product, line.qty_milli // 1_000, line_id)
        self.go("order")

    @property
    def sign_out(self) -> Callable[[], None] | None:
        """Leave the till to the next person, if that can be done here."""
        return self._ways.sign_out

    @property
    def practise(self) -> Callable[[], None] | None:
        """Open a till to practise on beside this one, if that can be done here."""
        return self._ways.practise

    def ask_to_abandon(self, confirming: bool) -> None:
        """Ask once more, or think better of it."""
        form = replace(self._counter.state.more, confirming=confirming, error=Said())
        self._counter.show(replace(self._counter.state, more=form))

    def abandon(self) -> None:
        """Give the basket up; what was in it stands in the journal."""
        counter, basket = self._counter, self._counter.basket
        if basket.basket_id == self._given_up:
            return
        total_minor = counter.state.totals.total.minor
        try:
            actor = counter.session.require_actor()
        except RuleError as error:
            self._on_abandon_error(error)
            return
        self._given_up = basket.basket_id
        counter.lanes.storage.run(
            lambda: counter.services.abandon(actor, basket, total_minor=total_minor),
            lambda _value: self._on_abandoned(basket),
            self._on_abandon_error,
        )

    def reprint_last(self) -> None:
        """Print the newest receipt of this till again."""
        self._counter.open_sheet("")
        self._reprint(self._newest, gift=False)

    def gift_last(self) -> None:
        """Print a gift receipt of the newest sale of this till."""
        self._counter.open_sheet("")
        self._reprint(self._newest, gift=True)

    def reprint(self, receipt_number: str) -> None:
        """Print the receipt with this number again."""
        self._reprint(lambda: receipt_number, gift=False)

    def _newest(self) -> str:
        newest = next(iter(self._counter.services.reprint.recent(1)), None)
        if newest is None:
            raise RuleError("receipt.none_yet")
        return newest.receipt_number

    def _reprint(self, which: Callable[[], str], *, gift: bool) -> None:
        counter = self._counter
        try:
            actor = counter.session.require_actor()
        except RuleError as error:
            counter.refuse(error)
            return

        def work() -> str:
            receipt_number = which()
            again = counter.services.reprint
            if gift:
                again.gift(actor, receipt_number)
            else:
                again(actor, receipt_number)
            return receipt_number

        code = "receipt.gift_printing" if gift else "receipt.copied"
        counter.lanes.storage.run(
            work, lambda number: counter.note("ok", Said(code, (number,))), counter.refuse
        )

    def _on_abandoned(self, basket: Basket) -> None:
        self._counter.open_sheet("")
        if self._counter.is_here(basket):
            self._counter.change(self._counter.services.basket.start_new)
        self._counter.note("info", Said("basket.abandoned"))

    def _on_abandon_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        self._given_up = ""
        self._counter.sounds.attention()
        form = replace(self._counter.state.more, error=said_of(error, self._counter.currency))
        self._counter.show(replace(self._counter.state, more=form))
