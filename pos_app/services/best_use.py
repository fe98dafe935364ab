"""Best use: which coupons and points of the member leave the least to pay, and why not the other coupons.

The basket is priced once with all that could count; the engine chooses the best set, and points pay what they
may of the rest. Nothing is reserved.

Source: docs/rules/coupons.md, "Best use".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pos_app.services.basket_model import AttachedCoupon, Basket
from pos_app.services.errors import SyncError
from pos_app.services.ports import CentralApi, Store
from pos_app.services.price_basket import PriceBasket
from pos_app.services.records import WalletCoupon
from pos_app.services.redeem_coupon import RedeemCoupon
from pos_app.services.spend_balance import NEEDS_PROOF, SpendBalance, payable
from retail_core.pricing.coupon_stage import COUPON_SET_ID
from retail_core.pricing.model import PricedBasket

_CAMPAIGN_UNKNOWN = "coupon.campaign_unknown"
_EXPIRED = "coupon.expired"


@dataclass(frozen=True, slots=True)
class _Points:
    """Points, what they pay, and whether a proof comes first."""

    points: int = 0
    minor: int = 0
    needs_proof: bool = False


@dataclass(frozen=True, slots=True)
class ProposedCoupon:
    """One coupon that the till knows of for this basket.

    ``amount_minor`` >= 0 is what it takes off if it ``applies``; ``reason`` says why it does not. ``code``
    is what redeems it, empty for one that lies in the basket already.
    """

    coupon_id: str
    campaign_id: str
    applies: bool
    amount_minor: int = 0
    reason: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be to pay with the best set of coupons, and what is to pay now; minor units.

    ``is_final`` tells that head office was asked, or cannot be; ``compared_stepwise`` that there were too
    many coupons to try every set.
    """

    basket_id: str
    now_minor: int
    best_minor: int
    coupons: tuple[ProposedCoupon, ...] = ()
    is_final: bool = False
    is_offline: bool = False
    compared_stepwise: bool = False
    points: int = 0
    """Points that pay ``points_minor`` of it on *Pay*; after a proof where ``needs_proof``."""
    points_minor: int = 0
    needs_proof: bool = False

    @property
    def saves_minor(self) -> int:
        """What the coupons would save against the basket as it is."""
        return self.now_minor - self.best_minor

    @property
    def left_minor(self) -> int:
        """What is to pay in the end, by coupons and points, >= 0."""
        return self.best_minor - self.points_minor

    @property
    def to_redeem(self) -> tuple[str, ...]:
        """The codes of the coupons to put onto the basket, in order."""
        return tuple(each.code for each in self.coupons if each.applies and each.code)


class BestUse:
    """Looks for the best set; at once by what the till knows, then with head office's wallet."""

    def __init__(
        self,
        *,
        store: Store,
        api: CentralApi,
        prices: PriceBasket,
        redeem: RedeemCoupon,
        spend: SpendBalance,
    ) -> None:
        """Keep whom to ask; ``redeem`` says what speaks against a coupon, ``spend`` what points can pay."""
        self._spend = spend
        self._store = store
        self._api = api
        self._prices = prices
        self._redeem = redeem

    def first(self, basket: Basket) -> Proposal:
        """Return the best set of what this till knows, without asking anybody. Storage lane."""
        return self._propose(basket, self._known(basket), is_offline=False)

    def __call__(self, basket: Basket) -> Proposal:
        """Return the best set with the wallet as head office has it. Interactive network lane.

        Where it cannot be asked, coupons that count without the network are proposed, and no others.
        """
        member = basket.member
        known = self._known(basket)
        if member is None:
            return replace(self._propose(basket, known, is_offline=False), is_final=True)
        try:
            known = self._api.coupon_wallet(alias=member.alias)
            self._spend.ask(member)
        except SyncError:
            return replace(self._propose(basket, known, is_offline=True), is_final=True)
        return replace(self._propose(basket, known, is_offline=False), is_final=True)

    def _known(self, basket: Basket) -> Sequence[WalletCoupon]:
        if basket.member is None:
            return ()
        with self._store.read() as work:
            return work.coupons.wallet(basket.member.alias)

    def _propose(self, basket: Basket, wallet: Sequence[WalletCoupon], *, is_offline: bool) -> Proposal:
        held = {coupon.coupon_id for coupon in basket.coupons}
        refused: list[ProposedCoupon] = []
        usable: list[WalletCoupon] = []
        for coupon in wallet:
            if coupon.coupon_id in held:
                continue
            reason = self._obstacle(basket, coupon, is_offline=is_offline)
            if reason == _EXPIRED:
                # Head office takes it out of the wallet; this till may not have heard yet.
                continue
            if reason:
                refused.append(ProposedCoupon(coupon.coupon_id, coupon.campaign_id, False, reason=reason))
            else:
                usable.append(coupon)
        now = self._prices(basket)
        with_all = replace(basket, coupons=(*basket.coupons, *map(_attached, usable)))
        best = self._prices(with_all)
        points = self._points(with_all, best)
        codes = {coupon.coupon_id: coupon.code for coupon in usable}
        found = [
            ProposedCoupon(
                outcome.coupon_id,
                outcome.campaign_id,
                outcome.applied,
                amount_minor=outcome.amount.minor,
                reason="" if outcome.applied else outcome.reason_code,
                code=codes.get(outcome.coupon_id, ""),
            )
            for outcome in best.coupons
        ]
        found.sort(key=lambda each: (not each.applies, -each.amount_minor))
        return Proposal(
            basket_id=basket.basket_id,
            now_minor=now.total.minor,
            best_minor=best.total.minor,
            coupons=(*found, *refused),
            is_offline=is_offline,
            points=points.points,
            points_minor=points.minor,
            needs_proof=points.needs_proof,
            compared_stepwise=any(each.rule_id == COUPON_SET_ID for each in best.rejected),
        )

    def _points(self, basket: Basket, priced: PricedBasket) -> _Points:
        """Return the points that can be spent on a basket now, and what they pay of it.

        Coupons first, then points leaves the least: points pay whole lines or nothing of them, and those of
        which they pay nothing take no coupons either. ``tests/property/test_best_use.py`` tries everything.
        """
        terms, available = self._prices.profile.points, self._available(basket)
        if terms is None:
            return _Points()
        points, minor = terms.payment(
            available.points, payable_minor=payable(basket, priced), due_minor=priced.total.minor
        )
        return _Points(points, minor, available.needs_proof and points > 0)

    def _available(self, basket: Basket) -> _Points:
        """Return the points that can be spent now, after a proof perhaps."""
        found, needs_proof = self._spend.for_rewards(basket), False
        if found.refusal == NEEDS_PROOF and basket.member is not None:
            needs_proof = True
            found = self._spend.for_rewards(replace(basket, member=replace(basket.member, proof="pin")))
        return _Points() if found.refusal else _Points(found.most, needs_proof=needs_proof)

    def _obstacle(self, basket: Basket, coupon: WalletCoupon, *, is_offline: bool) -> str:
        """Return why a coupon cannot be redeemed now, or nothing."""
        if self._prices.campaign(coupon.campaign_id) is None:
            return _CAMPAIGN_UNKNOWN
        answer = self._redeem.first(basket, coupon.code)
        if answer.coupon is not None or (answer.status == "checking" and not is_offline):
            return ""
        return answer.reason


def _attached(coupon: WalletCoupon) -> AttachedCoupon:
    return AttachedCoupon(
        coupon_id=coupon.coupon_id,
        campaign_id=coupon.campaign_id,
        value_minor=coupon.value_minor,
        mode="online",
        hold_id=None,
        status="valid",
        expires_ms=coupon.expires_ms,
    )
