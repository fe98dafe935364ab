"""One member's day at one till, and a cashier who does again what was not answered, and nothing twice.

What each step is worth is written down here as a person reckons it from the receipts; no line of the product
is asked for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError, StorageError, SyncError
from pos_app.services.give_back import GiveBack, document_total, original_payouts
from pos_app.services.records import Actor, TenderKind
from pos_app.services.tendering import TenderInput
from retail_core.pricing.model import PricedBasket
from retail_core.stored_value import TopUpOffer
from tests.faults.account_shop import MEMBER, REWARD, TOP_UP, AccountShop, SetUp
from tests.simulation.trouble import Killed

_MOST_TRIES = 8
_NEXT_CODE_S = 60
_BETWEEN_S = 5


@dataclass(frozen=True, slots=True)
class Worth:
    """What a step does: entries of points (kind, points) and of the balance (kind, minor units), and cash."""

    points: tuple[tuple[str, int], ...] = ()
    value: tuple[tuple[str, int], ...] = ()
    cash_minor: int = 0


GOODS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "buys": (("latte", 3),),
    "spends": (("latte", 2), ("milk", 2)),
    "spends a balance": (("socks", 1),),
    "takes a reward": (),
}
"""What is rung up. Latte is 28.00, milk 6.00 for gold, socks are 10.50; a point is 0.01."""

PAID: Mapping[str, tuple[int, int]] = {
    "buys": (0, 0),
    "spends": (150, 3_000),
    "spends a balance": (20, 1_030),
    "takes a reward": (0, 0),
}
"""Points, and minor units of the balance, with which it is paid; the rest is cash."""

WORTH: Mapping[str, Worth] = {
    # 84.00 in cash.
    "buys": Worth(points=(("earn", 84),), cash_minor=8_400),
    "tops up": Worth(value=(("top_up", TOP_UP.pay_minor + TOP_UP.bonus_minor),), cash_minor=TOP_UP.pay_minor),
    # 68.00, of which 1.50 by points, 30.00 of the balance: 68 * 66.50 / 68.00 = 66.5 points.
    "spends": Worth((("earn", 66), ("burn", -150)), (("spend", -3_000),), 3_650),
    "takes a reward": Worth(points=(("earn", 0), ("burn", -REWARD.points))),
    # A latte and a milk, 34.00: points first, then the balance, the rest in cash; half of 66 goes.
    "brings half back": Worth((("reverse", 150), ("reverse", -33)), (("reverse", 3_000),), -250),
    "brings the rest back": Worth(points=(("reverse", -33),), cash_minor=-3_400),
    # 10.50, of which 0.20 by points: 10 * 10.30 / 10.50 = 9.8 points.
    "spends a balance": Worth((("earn", 9), ("burn", -20)), (("spend", -1_030),)),
    "starts to pick": Worth(),
    "has it ready": Worth(),
    # Three teas of 3.33.
    "collects": Worth(points=(("earn", 9),)),
    "closes": Worth(),
}
"""The steps in their order. The first entries of points and balance lie there from before."""


@dataclass(slots=True)
class Story:
    """The cashier; what was done is in ``done``, with the id of its document."""

    shop: AccountShop
    made: SetUp
    done: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    """The receipt's number of each sale and return."""
    _under_way: dict[str, str] = field(default_factory=dict)

    def tell(self) -> None:
        """Do all steps, each until it was answered, or until the till shows that it was done."""
        for act in WORTH:
            self.shop.moments.act = act
            self._do(act)
            self.shop.wait(_BETWEEN_S)

    def _do(self, act: str) -> None:
        for _ in range(_MOST_TRIES):
            try:
                if not self._is_done(act):
                    _STEPS[act](self, self.shop.signed_in(), act)
                    self.done[act] = self._under_way[act]
            except Killed:
                self.shop.kill_till()
            except (SyncError, StorageError):
                pass
            except RuleError as error:
                # A code counts once; the telephone shows the next one in a moment.
                if error.code != "member.code_used":
                    raise
                self.shop.wait(_NEXT_CODE_S)
            else:
                return
            self.shop.wait(_BETWEEN_S)
        raise AssertionError(f"{act}: {_MOST_TRIES} times it was not answered")

    def _is_done(self, act: str) -> bool:
        """Look at the till's journal whether what was under way when it died became a fact."""
        document = self._under_way.get(act)
        if document is None:
            return False
        with self.shop.till().data.store.read() as work:
            [(count,)] = work.connection.exec_driver_sql(
                "SELECT count(*) FROM journal WHERE type = ? AND instr(body, ?) > 0", (_FACTS[act], document)
            )
        if not count:
            return False
        self._note_number(act, document)
        self.done[act] = document
        return True

    def _note_number(self, act: str, document: str) -> None:
        recent = {sale.sale_id: sale.receipt_number for sale in self.shop.till().cases.reprint.recent()}
        if document in recent:
            self.numbers[act] = recent[document]

    def _pause(self) -> None:
        """Let a second pass, in which the till may die."""
        till = self.shop.till()
        self.shop.wait(1)
        if not till.is_alive:
            raise Killed

    # The steps

    def _sell(self, actor: Actor, act: str) -> None:
        cases = self.shop.till().cases
        basket = self._rung_up(act)
        priced = cases.prices(basket)
        tenders = self._account_pays(act, basket, priced=priced)
        rest = priced.total.minor - sum(tender.value_minor for tender in tenders)
        if rest:
            tenders.append(TenderInput("cash", rest))
        self._under_way[act] = basket.basket_id
        paid = cases.complete_sale(actor, basket, priced=priced, tenders=tenders)
        self.numbers[act] = paid.receipt_number
        cases.basket.start_new()

    def _rung_up(self, act: str) -> Basket:
        """Return the basket with the goods; one that a kill brought back whole is gone on with."""
        till = self.shop.till()
        current = till.cases.basket
        goods = GOODS[act]
        lines = len(goods) or 1
        if current.basket.member is None or len(current.basket.lines) != lines:
            current.clear()
            current.attach_member(till.cases.members.by_code(self._code()))
            self._pause()
            for name, pieces in goods:
                product = till.data.catalog.by_id(name)
                assert product is not None, name
                current.add_product(product, qty_milli=1_000 * pieces)
            if not goods:
                assert current.basket.member is not None
                till.cases.spend.ask(current.basket.member)
                till.cases.rewards(REWARD.reward_id)
            self._pause()
        return current.basket

    def _code(self) -> str:
        """Return what the member's telephone shows."""
        app = self.shop.app(self.made.token)
        if self.shop.server.is_up:
            app.fetch_codes(MEMBER)
        code = app.code_to_show(MEMBER)
        if code is None:
            raise SyncError("the telephone has no network")
        return code

    def _account_pays(self, act: str, basket: Basket, *, priced: PricedBasket) -> list[TenderInput]:
        """Return what points and balance pay, as head office allows."""
        spend = self.shop.till().cases.spend
        points, minor = PAID[act]
        assert basket.member is not None, "a member pays"
        if points or minor or not GOODS[act]:
            spend.ask(basket.member)
        tenders: list[TenderInput] = []
        due = priced.total.minor
        if points:
            spendable = spend.known("points", basket, priced=priced)
            tenders.append(spend.part("points", points, basket=basket, spendable=spendable, due_minor=due))
        if minor:
            spendable = spend.known("stored_value", basket, priced=priced)
            part = spend.part("stored_value", minor, basket=basket, spendable=spendable, due_minor=due)
            tenders.append(part)
        return tenders

    def _top_up(self, actor: Actor, act: str) -> None:
        cases = self.shop.till().cases
        member = cases.members.by_code(self._code())
        top_up_id = self._under_way[act] = cases.top_up.begin()
        offer = TopUpOffer(TOP_UP.pay_minor, TOP_UP.bonus_minor)
        tender = TenderInput("cash", TOP_UP.pay_minor)
        cases.top_up(actor, member, top_up_id=top_up_id, offer=offer, tender=tender)

    def _bring_back(self, actor: Actor, act: str) -> None:
        """Bring one piece of each line back; what was put onto the counter before a kill lies there still."""
        cases = self.shop.till().cases
        if not cases.basket.basket.returns:
            cases.basket.clear()
            found = cases.find_receipt(self.numbers["spends"])
            one_each = {line.line_id: 1_000 for line in found.sold.lines}
            goods = cases.returns.plan(found, one_each, reason="changed_mind", restock=True)
            cases.returns.put(actor, goods)
            self._pause()
        basket = cases.basket.basket
        priced = cases.prices(basket)
        payouts = original_payouts(basket, -document_total(basket, priced).minor)
        self._under_way[act] = basket.basket_id
        paid = cases.complete_sale(actor, basket, priced=priced, tenders=[], give_back=GiveBack(payouts))
        self.numbers[act] = paid.receipt_number
        cases.basket.start_new()

    def _start_to_pick(self, actor: Actor, act: str) -> None:
        order_id = self._under_way[act] = self.made.placed.order.order_id
        self.shop.till().cases.pick.start(actor, order_id)

    def _have_ready(self, actor: Actor, act: str) -> None:
        order_id = self._under_way[act] = self.made.placed.order.order_id
        self.shop.till().cases.pick.mark_ready(actor, order_id, shelf="A1")

    def _hand_over(self, actor: Actor, act: str) -> None:
        cases = self.shop.till().cases
        offer = cases.hand_over.by_code(self.made.placed.pickup_code)
        self._under_way[act] = offer.order.order_id
        cases.hand_over.confirm(actor, offer)

    def _close(self, actor: Actor, act: str) -> None:
        cases = self.shop.till().cases
        shift = cases.shifts.open.current()
        assert shift is not None, "signing in opens one"
        self._under_way[act] = shift.shift_id
        counted: dict[TenderKind, int] = dict.fromkeys(cases.shifts.close.prepare().tenders, 0)
        counted["cash"] = sum(WORTH[name].cash_minor for name in self.done)
        cases.shifts.close(actor, counted)


_STEPS: Mapping[str, Callable[[Story, Actor, str], None]] = {
    "buys": Story._sell,
    "tops up": Story._top_up,
    "spends": Story._sell,
    "takes a reward": Story._sell,
    "brings half back": Story._bring_back,
    "brings the rest back": Story._bring_back,
    "spends a balance": Story._sell,
    "starts to pick": Story._start_to_pick,
    "has it ready": Story._have_ready,
    "collects": Story._hand_over,
    "closes": Story._close,
}
_FACTS: Mapping[str, str] = {
    **dict.fromkeys(("buys", "spends", "takes a reward", "spends a balance"), "sale.completed"),
    **dict.fromkeys(("brings half back", "brings the rest back"), "sale.completed"),
    "tops up": "balance.topped_up",
    "starts to pick": "order.picking",
    "has it ready": "order.ready",
    "collects": "order.handed_over",
    "closes": "shift.closed",
}
