"""Topping up, and rewards, without a till: they keep what was asked for."""

from dataclasses import replace

from pos_app.services.act_model import Approval, require_allowed
from pos_app.services.balance_model import Spendable, ToppedUp
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import AttachedMember, Line
from pos_app.services.correction_model import Correction
from pos_app.services.errors import PosError, RuleError, Unreachable
from pos_app.services.records import Actor, Member, Names, Reward
from pos_app.services.take_reward import OfferedRewards
from pos_app.services.tendering import TenderInput
from retail_core.money import Money
from retail_core.stored_value import TopUpOffer, ValueTerms
from tests.unit.pos_app.ui.screens.member_fakes import LI_KNOWN

OFFERS = (
    TopUpOffer(10_000),
    TopUpOffer(30_000, 3_000),
    TopUpOffer(50_000, 8_000),
    TopUpOffer(100_000, 20_000),
)


class FakeTopUp:
    """Answers at once, or with ``fault``."""

    def __init__(self) -> None:
        self.terms: ValueTerms | None = ValueTerms("principal_first", OFFERS)
        self.fault: PosError | None = None
        self.done: list[tuple[str, str, int, str]] = []
        self._begun = 0

    def begin(self) -> str:
        """Return a number."""
        self._begun += 1
        return f"top-{self._begun}"

    def __call__(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        member: AttachedMember,
        *,
        top_up_id: str,
        offer: TopUpOffer,
        tender: TenderInput,
    ) -> ToppedUp:
        """Keep what was paid in."""
        if self.fault is not None:
            raise self.fault
        self.done.append((top_up_id, member.alias, offer.pay_minor, tender.kind))
        return ToppedUp(
            "S01-T02-V000001",
            Money(offer.pay_minor, "CNY"),
            Money(offer.bonus_minor, "CNY"),
            Money(0, "CNY"),
        )


REWARDS = (
    Reward("gift-wrap", Names("礼品包装", "禮品包裝", "Gift wrapping"), 300, 30),
    Reward("alteration", Names("改裤脚", "修改褲長", "Hemming"), 800, 60),
    Reward("tasting", Names("咖啡品鉴课", "咖啡品鑑課", "Coffee tasting class"), 3_000, 90),
)


class FakeRewards:
    """Gives what the points reach for; head office says ``after_asking``, or does not answer."""

    def __init__(self, basket: CurrentBasket) -> None:
        self.rewards: tuple[Reward, ...] = REWARDS
        self.spendable = Spendable("points", most=500, left=2_380, is_known=True)
        self.after_asking: Spendable | None = None
        self._basket = basket

    def offered(self) -> OfferedRewards:
        """Return what can be had now."""
        return OfferedRewards(self.rewards, self.spendable)

    def ask(self) -> None:
        """Let head office say something else, or nothing."""
        if self.after_asking is None:
            raise Unreachable
        self.spendable = self.after_asking

    def __call__(self, reward_id: str) -> Line:
        """Put a reward into the basket."""
        reward = next(each for each in self.rewards if each.reward_id == reward_id)
        if reward.points > self.spendable.most:
            raise RuleError("spend.not_enough", self.spendable.most)
        return self._basket.add_open_item(
            names=reward.names, amount_minor=0, tax_rate_bp=0, category_id="rewards", code=None
        )


class FakeAdjust:
    """Corrects at once, or answers with ``fault``."""

    def __init__(self) -> None:
        self.fault: PosError | None = None
        self.done: list[tuple[Correction, str, str]] = []
        self._begun = 0

    def begin(self) -> str:
        self._begun += 1
        return f"adjust-{self._begun}"

    def __call__(
        self,
        actor: Actor,
        member: AttachedMember,
        *,
        correction: Correction,
        approval: Approval | None = None,
    ) -> Member:
        assert actor.staff_id
        if self.fault is not None:
            raise self.fault
        require_allowed(actor, correction.act, approval=approval)
        self.done.append((correction, member.alias, "" if approval is None else approval.staff_id))
        return replace(LI_KNOWN, alias=member.alias, points=2_380 + correction.amount)
