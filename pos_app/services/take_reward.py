"""Give goods or a service for points alone: a line at 0.00 that burns its points, and a slip with the sale.

Source: docs/rules/points.md, "Rewards".
"""

from dataclasses import dataclass, replace
from functools import partial

from pos_app.services.balance_model import Spendable
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import Line
from pos_app.services.basket_steps import open_line, with_appended
from pos_app.services.errors import RuleError
from pos_app.services.ports import Ids
from pos_app.services.price_basket import PriceBasket
from pos_app.services.records import Names, Reward
from pos_app.services.spend_balance import SpendBalance

CATEGORY_ID = "rewards"
"""The category of all rewards."""

_NAME_AND_POINTS = {
    "zh_hans": "{name}（{points} 积分）",
    "zh_hant": "{name}（{points} 點）",
    "en": "{name} ({points} points)",
}


@dataclass(frozen=True, slots=True)
class OfferedRewards:
    """What the store gives for points, and what the member can spend on it now."""

    rewards: tuple[Reward, ...]
    spendable: Spendable


class TakeReward:
    """Puts rewards into the basket; on the UI thread, a few milliseconds."""

    def __init__(self, *, basket: CurrentBasket, prices: PriceBasket, spend: SpendBalance, ids: Ids) -> None:
        self._current = basket
        self._prices = prices
        self._spend = spend
        self._ids = ids

    @property
    def rewards(self) -> tuple[Reward, ...]:
        """What the store gives for points."""
        return self._prices.profile.rewards if self._prices.profile.points is not None else ()

    def offered(self) -> OfferedRewards:
        """Return the rewards, and what is left for them beside those in the basket."""
        basket = self._current.basket
        return OfferedRewards(self.rewards, self._spend.for_rewards(basket))

    def ask(self) -> None:
        """Ask head office what the member has; interactive network lane.

        Raises:
            Unreachable: It cannot be asked now.
        """
        member = self._current.basket.member
        if member is not None:
            self._spend.ask(member)

    def __call__(self, reward_id: str) -> Line:
        """Put a reward into the basket; whether its points are there is looked at once more at payment.

        Raises:
            RuleError: ``reward.unknown``, ``spend.not_enough`` (points), another refusal of points, or
                ``basket.full``.
        """
        reward = next((each for each in self.rewards if each.reward_id == reward_id), None)
        if reward is None:
            raise RuleError("reward.unknown")
        spendable = self._spend.for_rewards(self._current.basket)
        if spendable.refusal:
            raise RuleError(spendable.refusal, *spendable.refusal_arguments)
        if reward.points > spendable.most:
            raise RuleError("spend.not_enough", spendable.most)
        line = replace(
            open_line(
                self._ids.new_id(),
                _named(reward),
                amount_minor=0,
                tax_rate_bp=0,
                category_id=CATEGORY_ID,
                code=None,
            ),
            # No offer, coupon or discount looks at it.
            regulated=True,
            reward_id=reward.reward_id,
            reward_points=reward.points,
        )
        self._current.change(partial(with_appended, line=line))
        return line


def _named(reward: Reward) -> Names:
    said = {
        language: form.format(name=getattr(reward.names, language), points=reward.points)
        for language, form in _NAME_AND_POINTS.items()
    }
    return Names(**said)
