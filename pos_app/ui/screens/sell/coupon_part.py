"""Redeeming coupons: what the till knows is said at once, what head office says refines it later."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pos_app.services import basket_steps as steps
from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket_model import AttachedCoupon, Basket
from pos_app.services.events import CouponLost
from pos_app.services.redeem_coupon import CouponAnswer
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Campaign, Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.questions import Question
from pos_app.ui.screens.sell.state import CouponForm, NoteKind

_KINDS: dict[str, NoteKind] = {
    "valid": "ok",
    "valid_settled_later": "ok",
    "checking": "info",
    "online_only": "warn",
    "refused": "bad",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A coupon that head office is asked about.

    ``counted`` is what was put onto the basket by the first answer, ``question`` what is open without one.
    """

    basket: Basket
    text: str
    counted: AttachedCoupon | None = None
    question: Question | None = None


class CouponPart:
    """Turns coupon codes into coupons of this basket."""

    def __init__(self, counter: Counter, tell: Callable[[CouponLost], None]) -> None:
        """Keep the counter, and whom to tell of a coupon that counted and is lost."""
        self._counter = counter
        self._tell = tell
        self._texts: set[str] = set()
        self._waits = ""
        """The coupon that would count if a manager let old lists count for longer."""

    def open_sheet(self) -> None:
        """Ask for a coupon."""
        self._counter.show(replace(self._counter.state, sheet="coupon", coupon_form=CouponForm()))

    def redeem(self, text: str) -> None:
        """Say what is known of a scanned or typed coupon, then ask head office."""
        counter, code = self._counter, text.strip()
        if counter.state.pending == "park":
            counter.sounds.attention()
            return
        if not code:
            return
        if code in self._texts:
            self._say(CouponAnswer("checking", ""), Said("coupon.asking"))
            return
        basket = counter.basket
        counter.show(replace(counter.state, coupon_form=CouponForm(busy=True), note=None))
        counter.lanes.storage.run(
            lambda: counter.services.coupons.first(basket, code),
            lambda answer: self._on_first(_Asked(basket, code), answer),
            self._on_error,
        )

    def extend(self, approval: Approval | None = None) -> None:
        """Let coupons count offline for 48 h more, and look at the one that waits for it again."""
        counter, text = self._counter, self._waits
        services, actor = counter.services, counter.session.require_actor()
        counter.lanes.storage.run(
            lambda: services.extend_coupons(actor, approval=approval),
            lambda _until_ms: self.redeem(text),
            self._on_not_extended,
        )

    def remove(self, coupon_id: str) -> None:
        """Take a coupon off; its hold is given back."""
        self._counter.change(lambda: self._counter.services.basket.remove_coupon(coupon_id))

    def hold_again(self, coupons: Sequence[AttachedCoupon]) -> None:
        """Reserve coupons anew that came back onto the basket; one that is lost is taken off with a word."""
        if not coupons:
            return
        counter, basket = self._counter, self._counter.basket
        counter.checking.update(coupon.coupon_id for coupon in coupons)
        # One that was accepted by the offline rule counts whatever comes; the others are waited for.
        waits = any(coupon.mode == "online" for coupon in coupons)
        question = counter.questions.begin("coupon", basket) if waits else None
        counter.refresh()
        services = counter.services
        counter.lanes.network.run(
            lambda: [(coupon, services.coupons.again(basket, coupon)) for coupon in coupons],
            lambda answers: self._on_held_again(_Asked(basket, "", question=question), answers),
            self._on_error,
        )

    def give_up(self) -> None:
        """Go on without the coupons that only head office could say yes to."""
        counter = self._counter
        counter.questions.drop("coupon")
        for coupon in counter.basket.coupons:
            if coupon.mode == "online" and coupon.coupon_id in counter.checking:
                self._take_off(coupon)
        counter.refresh()

    def _on_first(self, asked: _Asked, answer: CouponAnswer) -> None:
        counter = self._counter
        counter.show(replace(counter.state, coupon_form=CouponForm()))
        if not counter.is_here(asked.basket):
            return
        if answer.status in {"refused", "online_only"}:
            counter.sounds.attention()
            self._say(answer, Said(answer.reason))
        elif answer.coupon is None:
            counter.sounds.good()
            self._say(answer, Said("coupon.asking"))
            self._ask(replace(asked, question=counter.questions.begin("coupon", asked.basket)))
        elif self._put_on(answer.coupon, is_checked=False):
            self._say(CouponAnswer("checking", ""), Said("coupon_status.checking"))
            self._ask(replace(asked, counted=answer.coupon))

    def _ask(self, asked: _Asked) -> None:
        counter = self._counter
        self._texts.add(asked.text)
        if asked.question is not None:
            counter.refresh()
        counter.lanes.network.run(
            lambda: counter.services.coupons(asked.basket, asked.text),
            lambda answer: self._on_answer(asked, answer),
            self._on_error,
        )

    def _on_answer(self, asked: _Asked, answer: CouponAnswer) -> None:
        self._texts.discard(asked.text)
        if asked.counted is not None:
            self._refine(asked.basket, asked.counted, answer=answer)
            return
        counter, accepted = self._counter, answer.coupon
        is_wanted = asked.question is None or counter.questions.end(asked.question)
        counter.refresh()
        if not is_wanted or not counter.is_here(asked.basket):
            # The customer has gone meanwhile, or went on without it.
            self._give_back(asked.basket, accepted)
        elif answer.can_extend:
            self._waits = asked.text
            counter.sounds.attention()
            counter.open_sheet("")
            counter.note("warn", Said(answer.reason), action="extend_coupons")
        elif accepted is None:
            counter.sounds.attention()
            self._say(answer, Said(answer.reason))
        elif self._put_on(accepted, is_checked=True):
            self._say(answer, Said(f"coupon_status.{answer.status}"))

    def _on_not_extended(self, error: BaseException) -> None:
        if not isinstance(error, NeedsApproval):
            self._on_error(error)
            return
        request = Request(error.act, Said("ask.extend_coupons"), said_of(error, self._counter.currency))
        self._counter.services.approval.ask(request, self.extend)

    def _put_on(self, coupon: AttachedCoupon, *, is_checked: bool) -> bool:
        """Put a coupon onto the basket; return whether it is there now."""
        counter = self._counter
        if not is_checked:
            counter.checking.add(coupon.coupon_id)
        before = counter.state.note
        counter.change(lambda: counter.services.basket.add_coupon(coupon))
        if counter.state.note is not before:
            return False
        counter.sounds.good()
        return True

    def _refine(self, basket: Basket, coupon: AttachedCoupon, *, answer: CouponAnswer) -> None:
        """Let head office's answer stand in place of the first one; what was paid stays as it was paid."""
        counter = self._counter
        counter.checking.discard(coupon.coupon_id)
        if not self._counts(basket, coupon):
            self._give_back(basket, answer.coupon)
            return
        if answer.coupon is None:
            self._take_off(coupon)
            counter.refresh()
            self._say_lost(coupon, answer)
            return
        counter.services.basket.amend(partial(steps.with_renewed_coupon, coupon=answer.coupon))
        counter.refresh()
        self._say(answer, Said(f"coupon_status.{answer.status}"))

    def _on_held_again(self, asked: _Asked, answers: Sequence[tuple[AttachedCoupon, CouponAnswer]]) -> None:
        counter, basket = self._counter, asked.basket
        is_wanted = asked.question is None or counter.questions.end(asked.question)
        lost = []
        for coupon, answer in answers:
            counter.checking.discard(coupon.coupon_id)
            if not self._counts(basket, coupon) or (not is_wanted and coupon.mode == "online"):
                self._give_back(basket, answer.coupon)
            elif answer.coupon is not None:
                counter.services.basket.amend(partial(steps.with_renewed_coupon, coupon=answer.coupon))
            else:
                self._take_off(coupon)
                lost.append((coupon, answer))
        counter.refresh()
        for coupon, answer in lost:
            self._say_lost(coupon, answer)

    def _counts(self, basket: Basket, coupon: AttachedCoupon) -> bool:
        """Whether a coupon is still on the basket for which it was asked about."""
        counter = self._counter
        held = {each.coupon_id for each in counter.basket.coupons}
        return counter.is_here(basket) and coupon.coupon_id in held

    def _take_off(self, coupon: AttachedCoupon) -> None:
        self._counter.services.basket.amend(partial(steps.without_coupon, coupon_id=coupon.coupon_id))

    def _give_back(self, basket: Basket, coupon: AttachedCoupon | None) -> None:
        """Give a hold back that came too late, unless its sale was paid with it: that one consumes it."""
        if coupon is not None and basket.basket_id not in self._counter.paid_ids:
            self._counter.give_back(basket, coupon)

    def _say_lost(self, coupon: AttachedCoupon, answer: CouponAnswer) -> None:
        counter = self._counter
        counter.sounds.attention()
        counter.note("warn", Said("coupon.lost", (Campaign(coupon.campaign_id), Said(answer.reason))))
        self._tell(CouponLost(counter.basket.basket_id, coupon.campaign_id, answer.reason))

    def _say(self, answer: CouponAnswer, what: Said) -> None:
        if self._counter.state.sheet == "coupon":
            form = CouponForm(status=answer.status, answer=what)
            self._counter.show(replace(self._counter.state, coupon_form=form))
        else:
            self._counter.note(_KINDS[answer.status], what)

    def _on_error(self, error: BaseException) -> None:
        self._counter.show(replace(self._counter.state, coupon_form=CouponForm()))
        self._counter.refuse(error)
