"""A member pays with points or a balance: what the till knows decides, two tills may know too much of it."""

from collections.abc import Generator

from pos_app.services.balance_model import BalanceKind
from pos_app.services.basket_model import Basket
from pos_app.services.errors import AuthExpired, Rejected, RuleError, Unreachable
from pos_app.services.spend_balance import burned_points
from pos_app.services.tendering import TenderInput
from retail_core.pricing.model import PricedBasket
from tests.simulation.chain import REWARD
from tests.simulation.desk import Desk

REFUSED = frozenset(
    {
        *("spend.no_member", "spend.not_enough", "spend.over_most", "spend.unknown", "spend.card_offline"),
        *("spend.offline_used_up", "spend.not_present", "spend.worth_nothing"),
    }
)
"""With these a payment out of an account is refused; the customer takes out the purse."""


class Spending:
    """Pays a part of a sale, or all of it, out of the member's account."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def part(self, basket: Basket, priced: PricedBasket) -> Generator[int, None, TenderInput | None]:
        """Return what the member's points or balance pay, if the member wants and may."""
        desk = self._desk
        if not desk.purses or basket.member is None or priced.total.minor <= 0:
            return None
        if not desk.chance.happens(0.9):
            return None
        kind: BalanceKind = desk.chance.one_of(("points", "stored_value"))
        yield from self._ask(basket)
        spendable = desk.cases.spend.known(kind, basket, priced=priced)
        # Some take what they need, and some whatever there is.
        amount = min(spendable.most, desk.chance.pick({50: 0.3, 400: 0.3, 100_000: 0.4}))
        try:
            part = desk.cases.spend.part(
                kind, amount, basket=basket, spendable=spendable, due_minor=priced.total.minor
            )
        except RuleError as error:
            desk.expect_code(error, REFUSED | {"tender.bad_amount"})
            return None
        desk.app.spenders.append(desk.app.of_alias(basket.member.alias))
        desk.machine.note("spends", kind, part.value_minor, "told" if spendable.is_online else "allowed")
        return part

    def take_reward(self) -> Generator[int, None, None]:
        """Put a reward into the basket, if the member has points for it as far as the till knows."""
        desk = self._desk
        basket = desk.cases.basket.basket
        if not desk.purses or basket.member is None or not desk.chance.happens(0.25):
            return
        yield from self._ask(basket)
        desk.fails(lambda: desk.cases.rewards(REWARD), REFUSED, may=True)
        desk.machine.note("rewards", burned_points(desk.cases.basket.basket))

    def give_up_rewards(self) -> None:
        """Take the rewards out again: another till was faster, or the allowance is used up."""
        basket = self._desk.cases.basket
        for line in [line for line in basket.basket.lines if line.reward_id]:
            basket.remove_line(line.line_id)

    def _ask(self, basket: Basket) -> Generator[int, None, None]:
        """Ask head office, as the Pay screen does while it is shown already."""
        desk = self._desk
        assert basket.member is not None, "somebody spends"
        desk.machine.way.spent_ms = 0
        try:
            desk.cases.spend.ask(basket.member)
        except (Unreachable, Rejected, AuthExpired) as error:
            desk.machine.note("not told", type(error).__name__)
        yield desk.machine.way.spent_ms
