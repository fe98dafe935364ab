"""What a customer would pay in the end if some coupons applied: the figure by which sets of them compete.

Source: docs/rules/coupons.md, "The best set".
"""

from __future__ import annotations

from collections.abc import Sequence

from retail_core.pricing.accounts import Accounts, in_order
from retail_core.pricing.cashier_stage import discounts_by_hand, take_off_by_hand
from retail_core.pricing.rules import Campaign
from retail_core.pricing.tax import line_taxes
from retail_core.pricing.working import PricingRun, Stand


class Due:
    """Reckons to the end what trials of coupons leave to pay; nothing of the run is changed."""

    def __init__(self, run: PricingRun) -> None:
        self._run = run
        self._by_hand = discounts_by_hand(run.basket)
        self._accounts = Accounts(run.occasion.currency)

    def of(self, amounts: Sequence[int], offs: Sequence[tuple[Campaign, dict[int, int]]]) -> int:
        """Return the total in minor units, >= 0.

        ``amounts`` are what coupons left of the goods, side by side with them; ``offs`` say what each coupon
        took, by the place of the goods. What the cashier takes off comes after the coupons and may find
        nothing left, and tax on top depends on who pays for a discount: the cheapest amounts need not end in
        the lowest total.
        """
        included = self._run.occasion.context.prices_include_tax
        if included and not self._by_hand:
            return sum(amounts)
        stands = [stand.at(amount) for stand, amount in zip(self._run.stands, amounts, strict=True)]
        if included:
            take_off_by_hand(self._by_hand, stands)
            return sum([stand.amount for stand in stands])
        return self._with_tax(stands, offs)

    def _with_tax(self, stands: Sequence[Stand], offs: Sequence[tuple[Campaign, dict[int, int]]]) -> int:
        for campaign, parts in offs:
            for index, part in parts.items():
                if part:
                    stands[index].coupon_offs += ((campaign, part),)
        take_off_by_hand(self._by_hand, stands)
        context = self._run.occasion.context
        accounts = in_order(self._accounts.try_out(stands), self._run.basket.lines)
        taxes, _ = line_taxes(accounts, included=False, per=context.tax_per)
        return sum([account.remaining for account in accounts]) + sum(taxes)
