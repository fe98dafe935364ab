"""Stand-ins for the use cases behind the Sell screen: members, coupons, giving up, copies, sounds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket_model import AttachedCoupon, AttachedMember, Basket
from pos_app.services.best_use import Proposal, ProposedCoupon
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, ParkedChanged
from pos_app.services.park_sale import Split
from pos_app.services.parked import ParkedSale
from pos_app.services.parked_steps import LineChange, merged, split
from pos_app.services.recall_sale import ParkedSales, Recalled, act_of_recall
from pos_app.services.records import Actor, Member, SaleSummary
from pos_app.services.redeem_coupon import CouponAnswer
from tests.fakes import NOON_MS


class FakeMembers:
    """Knows members by code and by phone; an error stands for a refusal.

    ``at_server`` is what the server tells of a code's alias, ``here`` whose phone number the till itself has.
    """

    def __init__(self) -> None:
        self.known: dict[str, AttachedMember | Exception] = {}
        self.at_server: dict[str, AttachedMember | Exception] = {}
        self.here: dict[str, AttachedMember] = {}

    def by_code(self, text: str) -> AttachedMember:
        return self._answer(text)

    def known_by_phone(self, digits: str) -> AttachedMember | None:
        return self.here.get(digits)

    def by_phone(self, digits: str) -> AttachedMember:
        return self._answer(digits)

    def by_card_number(self, number: str) -> AttachedMember:
        return self._answer(number)

    def chosen(self, member: Member) -> AttachedMember:
        return self._answer(member.member_id)

    def learn(self, attached: AttachedMember) -> AttachedMember | None:
        found = self.at_server.get(attached.alias)
        if isinstance(found, Exception):
            raise found
        return found

    def _answer(self, text: str) -> AttachedMember:
        found = self.known.get(text, RuleError("member.unknown"))
        if isinstance(found, Exception):
            raise found
        return found


class FakeCoupons:
    """Answers what a test said; remembers what was given back.

    ``firsts`` are what the till says by itself; of other coupons it knows nothing, so head office is asked.
    """

    def __init__(self) -> None:
        self.answers: dict[str, CouponAnswer] = {}
        self.firsts: dict[str, CouponAnswer] = {}
        self.released: list[str] = []
        self.held_again: list[str] = []

    def first(self, basket: Basket, text: str) -> CouponAnswer:  # noqa: ARG002 - as below
        return self.firsts.get(text, CouponAnswer("checking", "coupon.short_code"))

    def __call__(self, basket: Basket, text: str) -> CouponAnswer:  # noqa: ARG002 - the basket is the till's
        return self.answers.get(text, CouponAnswer("refused", "coupon.unknown"))

    def again(self, basket: Basket, coupon: AttachedCoupon) -> CouponAnswer:  # noqa: ARG002 - as above
        """Answer as a test said under ``again:<coupon>``; the coupon is held anew otherwise."""
        self.held_again.append(coupon.coupon_id)
        renewed = replace(coupon, hold_id=f"{coupon.hold_id}+")
        return self.answers.get(f"again:{coupon.coupon_id}", CouponAnswer("valid", "", renewed))

    def release(self, basket: Basket, coupon: AttachedCoupon) -> None:  # noqa: ARG002 - as above
        self.released.append(coupon.coupon_id)


class FakeBestUse:
    """Proposes what a test said; first without head office, then with it."""

    def __init__(self) -> None:
        self.known: Sequence[ProposedCoupon] = ()
        self.wallet: Sequence[ProposedCoupon] = ()
        self.best_minor = 0
        self.is_offline = False
        self.points = self.points_minor = 0

    def first(self, basket: Basket) -> Proposal:
        return Proposal(basket.basket_id, 12_800, self.best_minor, tuple(self.known))

    def __call__(self, basket: Basket) -> Proposal:
        return Proposal(
            basket.basket_id,
            12_800,
            self.best_minor,
            tuple(self.wallet or self.known),
            is_final=True,
            is_offline=self.is_offline,
            points=self.points,
            points_minor=self.points_minor,
        )


class FakeExtender:
    """Lets coupons count for longer; asks somebody else where a test says so."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.approvals: list[Approval | None] = []

    def __call__(self, actor: Actor, *, approval: Approval | None = None) -> int:
        if self.error is not None and approval is None:
            raise self.error
        assert actor.staff_id
        self.approvals.append(approval)
        return NOON_MS


class FakeAbandon:
    """Remembers which baskets were given up, for how much."""

    def __init__(self) -> None:
        self.given_up: list[tuple[str, int]] = []
        self.error: Exception | None = None

    def __call__(self, actor: Actor, basket: Basket, *, total_minor: int) -> None:  # noqa: ARG002
        if self.error is not None:
            raise self.error
        self.given_up.append((basket.basket_id, total_minor))


class FakeReprint:
    """Has the receipts that a test put in."""

    def __init__(self) -> None:
        self.sales: list[SaleSummary] = []
        self.printed: list[str] = []
        self.gifts: list[str] = []

    def recent(self, limit: int = 20) -> Sequence[SaleSummary]:
        return self.sales[:limit]

    def __call__(self, actor: Actor, receipt_number: str) -> int:  # noqa: ARG002 - rights are the service's
        self.printed.append(receipt_number)
        return len(self.printed)

    def gift(self, actor: Actor, receipt_number: str) -> int:  # noqa: ARG002 - rights are the service's
        self.gifts.append(receipt_number)
        return len(self.gifts)


class FakeSounds:
    """Remembers what was heard."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def good(self) -> None:
        self.heard.append("good")

    def unknown(self) -> None:
        self.heard.append("unknown")

    def attention(self) -> None:
        self.heard.append("attention")

    def done(self) -> None:
        self.heard.append("done")


class FakeParked:
    """Keeps parked sales in a list; ``changes`` are what a recall finds different."""

    def __init__(self, events: EventBus) -> None:
        self.sales: list[ParkedSale] = []
        self.expired: list[ParkedSale] = []
        self.changes: tuple[LineChange, ...] = ()
        self.after_minor: int | None = None
        self.error: RuleError | None = None
        self._events = events

    def count(self) -> int:
        return len(self.sales)

    def __call__(self, actor: Actor, basket: Basket, *, name: str, total_minor: int) -> ParkedSale:
        if self.error is not None:
            raise self.error
        sale = ParkedSale(
            basket, name, actor.staff_id, actor.name, NOON_MS, NOON_MS + 57_600_000, total_minor
        )
        self.sales.append(sale)
        self.tell()
        return sale

    def split(self, actor: Actor, basket: Basket, *, parts: Mapping[str, int], name: str) -> Split:
        ids = iter(f"new-{place}" for place in range(100))
        rest, second = split(basket, parts, new_id=lambda: next(ids))
        return Split(rest, self(actor, second, name=f"{name} 2/2".strip(), total_minor=1_600))

    def tell(self) -> None:
        self._events.publish(ParkedChanged(len(self.sales)))


class FakeRecall:
    """Takes parked sales out of the list; those of others need an approval."""

    def __init__(self, parked: FakeParked) -> None:
        self._parked = parked

    def sales(self) -> ParkedSales:
        expired, self._parked.expired = self._parked.expired, []
        return ParkedSales(tuple(self._parked.sales), tuple(expired))

    def __call__(
        self, actor: Actor, basket_id: str, *, into: Basket, approval: Approval | None = None
    ) -> Recalled:
        sale = self._taken(actor, basket_id, approval)
        basket = merged(into, sale.basket) if into.lines else sale.basket
        after_minor = sale.total_minor if self._parked.after_minor is None else self._parked.after_minor
        return Recalled(basket, sale, self._parked.changes, sale.total_minor, after_minor)

    def give_up(self, actor: Actor, basket_id: str, *, approval: Approval | None = None) -> ParkedSale:
        return self._taken(actor, basket_id, approval)

    def _taken(self, actor: Actor, basket_id: str, approval: Approval | None) -> ParkedSale:
        sale = next((each for each in self._parked.sales if each.basket.basket_id == basket_id), None)
        if sale is None:
            raise RuleError("parked.unknown")
        if sale.parked_by != actor.staff_id and approval is None:
            act = act_of_recall(sale)
            raise NeedsApproval("right.missing", act.verb, act=act)
        self._parked.sales.remove(sale)
        self._parked.tell()
        return sale
