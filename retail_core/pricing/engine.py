"""The one pricing function of till and server, and the counter that prices one basket after the other.

Source: docs/rules/promotions.md, "The pipeline".
"""

from __future__ import annotations

from retail_core.pricing.cashier_stage import discounts_by_hand, take_off_by_hand
from retail_core.pricing.coupon_stage import CouponStage
from retail_core.pricing.gathering import Gathering
from retail_core.pricing.gift_stage import GiftStage
from retail_core.pricing.line_stage import LineStage
from retail_core.pricing.model import Basket, Context, PricedBasket
from retail_core.pricing.occasion import Occasion
from retail_core.pricing.receipt import Receipt
from retail_core.pricing.rules import CompiledRules
from retail_core.pricing.threshold_stage import ThresholdStage
from retail_core.pricing.units_stage import UnitsStage
from retail_core.pricing.working import PricingRun, Stand


def price(basket: Basket, rules: CompiledRules, *, context: Context) -> PricedBasket:
    """Price ``basket`` and explain every amount.

    Pure: the same input gives the same output everywhere; the order of lines and rules changes nothing.

    Raises:
        BadBasket: a line has no quantity, a negative price, a foreign currency, or another line's id.
        PricingFault: a campaign's arithmetic gives what is no discount.
    """
    return _Sitting(Occasion(basket, rules, context=context)).price(basket)


class Pricer:
    """Prices baskets that follow each other, as ``price`` does, and reckons only what has changed.

    Equal results are the same objects: a line that nothing touched is the ``PricedLine`` of the run before.
    For one thread at a time.
    """

    def __init__(self) -> None:
        self._sitting: _Sitting | None = None

    def price(self, basket: Basket, rules: CompiledRules, *, context: Context) -> PricedBasket:
        """Price ``basket`` and explain every amount.

        Raises:
            BadBasket: as ``price`` does.
            PricingFault: as ``price`` does.
        """
        sitting = self._sitting
        if sitting is None or not sitting.occasion.lasts(basket, rules, context=context):
            sitting = _Sitting(Occasion(basket, rules, context=context))
        # A run that breaks off leaves nothing behind that the next one would trust.
        self._sitting = None
        priced = sitting.price(basket)
        self._sitting = sitting
        return priced


class _Sitting:
    """The stages of the pipeline during one occasion; each knows what it found before."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self._gathering = Gathering(occasion)
        self._lines = LineStage()
        self._units = UnitsStage()
        self._thresholds = ThresholdStage()
        self._gifts = GiftStage()
        self._coupons = CouponStage()
        self._receipt = Receipt(occasion)

    def price(self, basket: Basket) -> PricedBasket:
        run = PricingRun(basket, self._gathering.gather(basket), occasion=self.occasion)
        self._lines.run(run)
        self._units.run(run)
        run.stands = [Stand(units) for units in run.units]
        self._thresholds.run(run)
        self._gifts.run(run)
        coupons = self._coupons.run(run)
        take_off_by_hand(discounts_by_hand(basket), run.stands)
        return self._receipt.write(run, coupons)
