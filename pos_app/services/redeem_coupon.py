"""Redeem a coupon: held online for this sale, or accepted by the offline rule, or refused with its reason."""

from dataclasses import dataclass, replace
from typing import Literal

from pos_app.services.basket_model import AttachedCoupon, Basket, CouponStatus
from pos_app.services.errors import Rejected, SyncError
from pos_app.services.offline_coupons import can_extend, obstacle, over_cap
from pos_app.services.ports import CentralApi, Clock, Store
from pos_app.services.price_basket import PriceBasket
from pos_app.services.repositories import UnitOfWork
from pos_app.services.signed_codes import ReadCode, read_signed, reason_of
from retail_core.codes.code_time import check_time
from retail_core.codes.errors import CodeError
from retail_core.codes.pq1 import CouponCode, code_time_s, kind_of, wall_time_ms
from retail_core.codes.short import read_short

AnswerStatus = CouponStatus | Literal["checking"]


@dataclass(frozen=True, slots=True)
class CouponAnswer:
    """What the cashier sees: one of four outcomes; ``reason`` is a ``coupon.*`` code for the last two.

    ``coupon`` is there for *valid* and *valid_settled_later*: put it onto the basket. A first answer, before
    anybody was asked, can also be *checking*: nothing speaks against it, but only head office can say yes.
    """

    status: AnswerStatus
    reason: str
    coupon: AttachedCoupon | None = None
    can_extend: bool = False
    """Whether it would count if a manager let lists of this age count for longer."""


@dataclass(frozen=True, slots=True)
class _Presented:
    """A coupon as it lies on the counter; ``signed`` is ``None`` for a short code."""

    signed: CouponCode | None
    short_code: str | None

    @property
    def coupon_id(self) -> str | None:
        """The id inside a signed code."""
        return None if self.signed is None else self.signed.serial


class RedeemCoupon:
    """Decides about a coupon: first by what is known here, then with head office."""

    def __init__(self, *, store: Store, api: CentralApi, prices: PriceBasket, clock: Clock) -> None:
        self._store = store
        self._api = api
        self._prices = prices
        self._clock = clock

    def first(self, basket: Basket, text: str) -> CouponAnswer:
        """Return what this till can say by itself, at once and without asking anybody. Storage lane.

        A coupon that the offline rule accepts counts from here on (*valid_settled_later*); what head office
        says to it afterwards refines that. One that it does not accept is *checking*.
        """
        presented = self._sound(basket, text)
        if isinstance(presented, CouponAnswer):
            return presented
        answer = self._offline(basket, presented)
        return CouponAnswer("checking", answer.reason) if answer.coupon is None else answer

    def __call__(self, basket: Basket, text: str) -> CouponAnswer:
        """Return what becomes of a scanned or typed coupon for ``basket``. Interactive network lane.

        Never raises for a bad coupon. ``basket`` is the one without it, also where it counts there already.
        """
        presented = self._sound(basket, text)
        if isinstance(presented, CouponAnswer):
            return presented
        try:
            return self._online(basket, presented.coupon_id, short_code=presented.short_code)
        except Rejected as error:
            return CouponAnswer("refused", error.code)
        except SyncError:
            return self._offline(basket, presented)

    def again(self, basket: Basket, coupon: AttachedCoupon) -> CouponAnswer:
        """Reserve a coupon of ``basket`` anew whose reservation was given back. Interactive network lane.

        One that the offline rule accepted goes on counting where head office cannot be asked.
        """
        with self._store.read() as work:
            is_used = work.coupons.is_used(coupon.coupon_id)
            is_revoked = work.coupons.is_revoked("coupon", coupon.coupon_id)
        if coupon.mode == "offline" and (is_used or is_revoked):
            return CouponAnswer("refused", "coupon.used" if is_used else "coupon.revoked")
        try:
            return self._online(basket, coupon.coupon_id)
        except Rejected as error:
            return CouponAnswer("refused", error.code)
        except SyncError:
            if coupon.mode == "offline":
                return CouponAnswer(coupon.status, "", coupon)
            return CouponAnswer("online_only", "coupon.not_reserved")

    def release(self, basket: Basket, coupon: AttachedCoupon) -> None:
        """Give a reservation back; says nothing when the server cannot be reached, it ends by itself."""
        if coupon.hold_id is None:
            return
        try:
            self._api.coupon_release(hold_id=coupon.hold_id, sale_id=basket.basket_id)
        except SyncError:
            return

    def _sound(self, basket: Basket, text: str) -> _Presented | CouponAnswer:
        """Return a coupon against which nothing speaks here, or the refusal."""
        try:
            presented = self._read(text)
        except CodeError as error:
            return CouponAnswer("refused", _refusal_code(error))
        refusal = self._refusal(basket, presented)
        return CouponAnswer("refused", refusal) if refusal else presented

    def _read(self, text: str) -> _Presented:
        code = text.strip()
        if kind_of(code) is None:
            return _Presented(None, read_short(code))
        with self._store.read() as work:
            found: ReadCode = read_signed(work, code, now_ms=self._clock.now_ms())
        if not isinstance(found.code, CouponCode):
            raise CodeError("code.type")
        return _Presented(found.code, None)

    def _refusal(self, basket: Basket, presented: _Presented) -> str:
        """Return why a coupon is no good whoever is asked, or nothing."""
        code = presented.signed
        if code is None:
            return ""
        member = basket.member
        is_others = code.is_member_bound and member is not None and not code.belongs_to(member.alias)
        with self._store.read() as work:
            reasons = (
                (any(held.coupon_id == code.serial for held in basket.coupons), "coupon.already_here"),
                (is_others, "coupon.other_member"),
                (code.is_single_use and work.coupons.is_used(code.serial), "coupon.used"),
                (work.coupons.is_revoked("coupon", code.serial), "coupon.revoked"),
            )
        untimely = _untimely(code, now_ms=self._clock.now_ms())
        return untimely or next((reason for holds, reason in reasons if holds), "")

    def _online(
        self, basket: Basket, coupon_id: str | None, *, short_code: str | None = None
    ) -> CouponAnswer:
        grant = self._api.coupon_hold(
            sale_id=basket.basket_id,
            coupon_id=coupon_id,
            short_code=short_code,
            member_id=None if basket.member is None else basket.member.member_id,
        )
        if not grant.held or grant.coupon_id is None or grant.campaign_id is None:
            return CouponAnswer("refused", grant.code)
        coupon = AttachedCoupon(
            coupon_id=grant.coupon_id,
            campaign_id=grant.campaign_id,
            value_minor=grant.value_minor,
            mode="online",
            hold_id=grant.hold_id,
            status="valid",
            expires_ms=grant.coupon_expires_ms,
        )
        return CouponAnswer("valid", grant.code, coupon)

    def _offline(self, basket: Basket, presented: _Presented) -> CouponAnswer:
        code = presented.signed
        if code is None:
            return CouponAnswer("online_only", "coupon.short_code")
        campaign = self._prices.campaign_of_number(code.campaign)
        with self._store.read() as work:
            now_ms = self._clock.now_ms()
            reason = obstacle(work, basket, code=code, campaign=campaign, now_ms=now_ms)
            if reason or campaign is None:
                more = reason == "coupon.lists_too_old" and can_extend(work, now_ms)
                return CouponAnswer("online_only", reason or "coupon.campaign_unknown", can_extend=more)
            coupon = AttachedCoupon(
                coupon_id=code.serial,
                campaign_id=campaign.id,
                value_minor=None if code.is_percent else code.value,
                mode="offline",
                hold_id=None,
                status="valid_settled_later",
                expires_ms=wall_time_ms(code.exp_s),
            )
            reason = self._over_cap(work, basket, coupon=coupon)
        if reason:
            return CouponAnswer("online_only", reason)
        return CouponAnswer("valid_settled_later", "", coupon)

    def _over_cap(self, work: UnitOfWork, basket: Basket, *, coupon: AttachedCoupon) -> str:
        """Return which allowance the coupon would exceed, by what it saves on this basket."""
        with_it = replace(basket, coupons=(*basket.coupons, coupon))
        return over_cap(work, with_it, priced=self._prices(with_it), now_ms=self._clock.now_ms())


def _untimely(code: CouponCode, *, now_ms: int) -> str:
    """Return why a coupon does not count at this time, or nothing."""
    try:
        check_time(code, now_s=code_time_s(now_ms))
    except CodeError as error:
        return "coupon.too_early" if error.code == "code.too_early" else "coupon.expired"
    return ""


def _refusal_code(error: CodeError) -> str:
    if error.code.startswith("short."):
        return "coupon.code_mistyped"
    return f"coupon.code_{reason_of(error)}"
