"""Undo and redo, with the reservations of the coupons that come back by them."""

from collections.abc import Callable

from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.coupon_part import CouponPart


class HistoryPart:
    """Goes back and forth among the steps of the basket."""

    def __init__(self, counter: Counter, coupons: CouponPart) -> None:
        self._counter = counter
        self._coupons = coupons

    def undo(self) -> None:
        """Take the last step back."""
        if self._counter.services.basket.can_undo:
            self._go(self._counter.services.basket.undo)

    def redo(self) -> None:
        """Take the last undone step again."""
        if self._counter.services.basket.can_redo:
            self._go(self._counter.services.basket.redo)

    def _go(self, step: Callable[[], None]) -> None:
        counter = self._counter
        if counter.state.pending == "park":
            # What is being written down is the basket as it is.
            counter.sounds.attention()
            return
        counter.clear_note()
        before = {coupon.coupon_id for coupon in counter.basket.coupons}
        counter.change(step)
        # Their reservations were given back when they left.
        self._coupons.hold_again([each for each in counter.basket.coupons if each.coupon_id not in before])
