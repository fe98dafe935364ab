"""Paying while head office is still asked: said once, then the counter goes on without the answer."""

from pos_app.ui.said import Said
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.coupon_part import CouponPart
from pos_app.ui.screens.sell.member_part import MemberPart

_STILL_ASKING = "pay.still_asking"


class AnswersPart:
    """Knows whether an answer is missing that could change what is to pay."""

    def __init__(self, counter: Counter, *, members: MemberPart, coupons: CouponPart) -> None:
        self._counter = counter
        self._members = members
        self._coupons = coupons

    def are_in_or_given_up(self) -> bool:
        """Say once that head office is still asked for this basket; who presses again goes on without it."""
        counter = self._counter
        if not counter.state.is_asked_for:
            return True
        note = counter.state.note
        if note is None or note.said.code != _STILL_ASKING:
            counter.sounds.attention()
            counter.note("warn", Said(_STILL_ASKING))
            return False
        counter.clear_note()
        self._members.give_up()
        self._coupons.give_up()
        return True
