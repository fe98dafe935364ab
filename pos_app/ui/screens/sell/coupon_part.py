"""Redeeming coupons: asked on the network lane, answered in one of four ways."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from pos_app.services import basket_steps as steps
from pos_app.services.basket_model import AttachedCoupon, Basket
from pos_app.services.redeem_coupon import CouponAnswer
from pos_app.ui.said import Campaign, Said
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.state import CouponForm, NoteKind

_KINDS: dict[str, NoteKind] = {
    "valid": "ok",
    "valid_settled_later": "ok",
    "online_only": "warn",
    "refused": "bad",
}


class CouponPart:
    """Turns coupon codes into coupons of this basket."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def open_sheet(self) -> None:
        """Ask for a coupon."""
        self._counter.show(replace(self._counter.state, sheet="coupon", coupon_form=CouponForm()))

    def redeem(self, text: str) -> None:
        """Ask what becomes of a scanned or typed coupon."""
        counter = self._counter
        if counter.state.pending:
            counter.sounds.attention()
            return
        if not text.strip():
            return
        basket = counter.basket
        counter.show(replace(counter.state, pending="coupon", coupon_form=CouponForm(busy=True), note=None))
        counter.lanes.network.run(
            lambda: counter.services.coupons(basket, text.strip()),
            lambda answer: self._on_answer(basket, answer),
            self._on_error,
        )

    def remove(self, coupon_id: str) -> None:
        """Take a coupon off; its hold is given back."""
        self._counter.change(lambda: self._counter.services.basket.remove_coupon(coupon_id))

    def hold_again(self, coupons: Sequence[AttachedCoupon]) -> None:
        """Reserve coupons anew that came back onto the basket; one that is lost is taken off with a word."""
        if not coupons:
            return
        counter, basket = self._counter, self._counter.basket
        counter.show(replace(counter.state, pending="coupon"))
        services = counter.services
        counter.lanes.network.run(
            lambda: [(coupon, services.coupons.again(basket, coupon)) for coupon in coupons],
            lambda answers: self._on_held_again(basket, answers),
            self._on_error,
        )

    def _on_held_again(self, basket: Basket, answers: Sequence[tuple[AttachedCoupon, CouponAnswer]]) -> None:
        counter = self._counter
        counter.show(replace(counter.state, pending=""))
        lost = []
        for coupon, answer in answers:
            if not counter.is_here(basket):
                if answer.coupon is not None:
                    counter.give_back(basket, answer.coupon)
            elif answer.coupon is not None:
                counter.services.basket.amend(partial(steps.with_renewed_coupon, coupon=answer.coupon))
            else:
                counter.services.basket.amend(partial(steps.without_coupon, coupon_id=coupon.coupon_id))
                lost.append((coupon, answer))
        counter.refresh()
        for coupon, answer in lost:
            counter.sounds.attention()
            name = Campaign(coupon.campaign_id)
            counter.note("warn", Said("coupon.lost", (name, Said(answer.reason))))

    def _on_answer(self, basket: Basket, answer: CouponAnswer) -> None:
        counter = self._counter
        counter.show(replace(counter.state, pending="", coupon_form=CouponForm()))
        if not counter.is_here(basket):
            # The customer has gone meanwhile.
            if answer.coupon is not None:
                counter.give_back(basket, answer.coupon)
            return
        accepted = answer.coupon
        what = Said(answer.reason) if accepted is None else Said(f"coupon_status.{answer.status}")
        if accepted is not None:
            counter.sounds.good()
            before = counter.state.note
            counter.change(lambda: counter.services.basket.add_coupon(accepted))
            if counter.state.note is not before:
                return
        else:
            counter.sounds.attention()
        self._say(answer, what)

    def _say(self, answer: CouponAnswer, what: Said) -> None:
        if self._counter.state.sheet == "coupon":
            form = CouponForm(status=answer.status, answer=what)
            self._counter.show(replace(self._counter.state, coupon_form=form))
        else:
            self._counter.note(_KINDS[answer.status], what)

    def _on_error(self, error: BaseException) -> None:
        self._counter.show(replace(self._counter.state, pending="", coupon_form=CouponForm()))
        self._counter.refuse(error)
