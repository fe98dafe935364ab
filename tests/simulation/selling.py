"""A sale at one till: goods, a member, a coupon, the money, and what a kill leaves of it."""

from dataclasses import dataclass

from pos_app.services.basket_model import Basket, HandDiscount
from pos_app.services.complete_sale import Paid
from pos_app.services.errors import AuthExpired, Rejected, RuleError, StorageError, Unreachable
from pos_app.services.records import Actor
from pos_app.services.spend_balance import burned_points
from pos_app.services.tendering import TenderInput
from retail_core.wire.shop import CouponIssued
from tests.simulation.aside import Aside
from tests.simulation.books import PaidSale
from tests.simulation.chain import CUSTOMERS, Customer
from tests.simulation.desk import Desk, Steps
from tests.simulation.papers import Papers
from tests.simulation.spending import REFUSED, Spending
from tests.simulation.trouble import Broken, expect

_REFUSED_COUPONS = frozenset({"coupon.over_cap", "coupon.offline_used_up"})
_NO_ROOM = "disk.full"
_REFUSED_FOR_NOW = frozenset({"sale.price_is_old", _NO_ROOM})
_REFUSED_ACTS = frozenset(
    {"right.over_limit", "by_hand.regulated", "by_hand.nothing_off", "by_hand.above_list"}
)
_VOUCHER_MINOR = 500
_SLOW = 1_500


@dataclass(slots=True)
class _Taken:
    """What lies on the counter while a sale is being paid."""

    sale_id: str
    due_minor: int
    cash_minor: int
    """What stays in the drawer of it."""
    external_minor: int
    tendered_cash: bool
    voucher_minor: int = 0
    alias: str | None = None
    purse: TenderInput | None = None
    """What the member's account pays."""
    reward_points: int = 0
    """What the rewards in the basket take."""


class Selling:
    """Rings up and takes the money."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._aside = Aside(desk)
        self._spending = Spending(desk)
        self._papers = Papers(desk)
        self._vouchers = 0
        self._taken: _Taken | None = None
        self._held_ms = 0
        """When the last coupon was asked for."""

    def forget(self) -> None:
        """The disk is dead: a sale that was under way ends without a record of it."""
        self._taken = None

    def sell(self, actor: Actor) -> Steps:
        yield from self._ring_up(actor)
        basket = self._desk.cases.basket
        if self._desk.chance.happens(0.06):
            self._aside.park(actor)
            return
        if self._desk.chance.happens(0.04):
            priced = self._desk.cases.prices(basket.basket)
            self._desk.cases.abandon(actor, basket.basket, total_minor=priced.total.minor)
            basket.start_new()
            return
        yield from self._pay(actor)

    def recall(self, actor: Actor) -> Steps:
        """Go on with a sale that waits, if one does."""
        if self._aside.recall(actor):
            yield self._desk.chance.number(300, 2_000)
            yield from self._pay(actor)

    def _ring_up(self, actor: Actor) -> Steps:
        cases, chance = self._desk.cases, self._desk.chance
        for _ in range(chance.number(1, 5)):
            self.add_goods(actor)
            yield chance.number(300, 2_000)
        if chance.happens(0.1) and cases.basket.can_undo:
            cases.basket.undo()
            if chance.happens(0.5):
                cases.basket.redo()
        if chance.happens(0.1) and cases.basket.basket.lines:
            line = chance.one_of(cases.basket.basket.lines)
            self._desk.fails(
                lambda: cases.basket.remove_line(line.line_id), {"basket.deposit_follows"}, may=True
            )
        if not cases.basket.basket.lines:
            self.add_goods(actor)
        if chance.happens(0.9 if self._desk.machine.way.cut else 0.5):
            yield from self._add_customer()
        yield from self._spending.take_reward()
        if self._desk.purses and chance.happens(0.4):
            self._held_ms = self._desk.now_ms
            yield from self._papers.show(cases.basket.basket)
        if chance.happens(0.08):
            self._take_off(actor)

    def _take_off(self, actor: Actor) -> None:
        """Take something off by hand, within what the cashier may."""
        line = self._desk.chance.one_of(self._desk.cases.basket.basket.lines)
        discount = HandDiscount(line.line_id, "percent", self._desk.chance.one_of((300, 500)), "damaged")
        self._desk.fails(lambda: self._desk.cases.by_hand(actor, discount), _REFUSED_ACTS, may=True)

    def add_goods(self, actor: Actor) -> None:
        cases, chance = self._desk.cases, self._desk.chance
        name = chance.one_of(_GOODS)
        product = None if name == "open" else self._desk.process.data.catalog.by_id(name)
        if product is None:
            cases.open_item(actor, name="杂项", amount_minor=chance.number(1, 9_999), tax_rate_bp=1_300)
        elif product.sold_by == "weight":
            cases.basket.add_product(product, qty_milli=chance.number(20, 3_000))
        else:
            qty_milli = 1000 * chance.pick({1: 0.7, 2: 0.2, 5: 0.1})
            cases.basket.add_product(product, qty_milli=qty_milli, code=product.barcodes[0])

    def _add_customer(self) -> Steps:
        chance, cases = self._desk.chance, self._desk.cases
        # Who means to spend a coupon twice waits for a till that cannot ask.
        lent = self._borrow() if chance.happens(0.8 if self._desk.machine.way.cut else 0.4) else None
        who = self._somebody() if lent is None else lent[0]
        try:
            if lent is not None or chance.happens(0.6):
                self._desk.app.fetch_codes(who)
                code = self._desk.app.code_to_show(who)
                member = None if code is None else cases.members.by_code(code)
            else:
                self._desk.machine.way.spent_ms = 0
                member = cases.members.by_phone(who.phone)
                yield self._desk.machine.way.spent_ms
        except Unreachable:
            return
        except (RuleError, Rejected, AuthExpired) as error:
            # Wrong clocks make codes too old or too new; nothing of that stops a sale.
            self._desk.expect_code(error, _MEMBER_REFUSALS)
            return
        if member is None:
            return
        cases.basket.attach_member(member)
        yield 500
        if lent is not None:
            yield from self._add_coupon(lent[0], lent[1])
        elif chance.happens(0.6):
            coupons = list(self._desk.app.pockets[who.member_id].coupons.values())
            if coupons:
                yield from self._add_coupon(who, chance.one_of(coupons))

    def _somebody(self) -> Customer:
        """Return who stands there; who has a coupon comes more often."""
        pockets = self._desk.app.pockets
        if self._desk.purses and self._desk.app.spenders and self._desk.chance.happens(0.5):
            return self._desk.chance.one_of(tuple(self._desk.app.spenders))
        with_coupons = [who for who in CUSTOMERS if pockets[who.member_id].coupons]
        eager = with_coupons and self._desk.chance.happens(0.7)
        return self._desk.chance.one_of(with_coupons if eager else CUSTOMERS)

    def _borrow(self) -> tuple[Customer, CouponIssued] | None:
        """Return a coupon that another till of this store has seen a moment ago, and whose it is."""
        machine = self._desk.machine
        return self._desk.app.lent_coupons.borrow(
            machine.store_id, machine.name, now_ms=self._desk.now_ms, chance=self._desk.chance
        )

    def _add_coupon(self, who: Customer, coupon: CouponIssued) -> Steps:
        machine = self._desk.machine
        self._desk.app.lent_coupons.show(
            machine.store_id, machine.name, (who, coupon), now_ms=self._desk.now_ms
        )
        text = coupon.code if self._desk.chance.happens(0.8) else coupon.short_code
        self._desk.machine.way.spent_ms = 0
        self._held_ms = self._desk.now_ms
        answer = self._desk.cases.coupons(self._desk.cases.basket.basket, text)
        self._desk.machine.note("coupon", coupon.coupon_id, answer.status, answer.reason)
        yield self._desk.machine.way.spent_ms
        given = answer.coupon
        if given is None:
            return
        self._desk.fails(lambda: self._desk.cases.basket.add_coupon(given), {"coupon.already_here"}, may=True)
        if self._desk.chance.happens(0.05):
            self._desk.cases.basket.remove_coupon(given.coupon_id)
            self._desk.cases.coupons.release(self._desk.cases.basket.basket, given)
        # Some customers look for their purse for a while, and some for so long that the reservation ends.
        yield self._desk.chance.pick({_SLOW: 0.65, 90_000: 0.27, 330_000: 0.08})

    def _pay(self, actor: Actor) -> Steps:
        """Take the money; what a full disk or a change of prices refused is tried again."""
        for tries in range(6):
            cases = self._desk.cases
            basket = cases.basket.basket
            priced = cases.prices(basket)
            # Who was refused once takes out the purse.
            purse = None if tries else (yield from self._spending.part(basket, priced))
            tenders, taken = self._money(basket.basket_id, priced.total.minor, purse=purse)
            taken.alias = None if basket.member is None else basket.member.alias
            taken.reward_points = burned_points(basket)
            yield _SLOW
            self._taken = taken
            try:
                paid = cases.complete_sale(actor, basket, priced=priced, tenders=tenders)
            except RuleError as error:
                self._taken = None
                self._desk.expect_code(error, _REFUSED_COUPONS | _REFUSED_FOR_NOW | _REFUSED_ACTS | REFUSED)
                self._take_out(basket, error.code)
                if error.code == _NO_ROOM:
                    yield 6_000
            except StorageError as error:
                self._taken = None
                self._desk.expect_code(error, {"storage.full"})
                yield 2_000
            else:
                self._on_paid(paid)
                self._papers.keep(basket.basket_id, alias=taken.alias)
                if self._desk.chance.happens(0.03):
                    self._pay_again(actor, tenders)
                cases.basket.start_new()
                return
        raise Broken("a sale can be paid", "six times it was refused")

    def _take_out(self, basket: Basket, code: str) -> None:
        """Take out of the basket what was refused; everything else is tried again."""
        cases = self._desk.cases
        # What was taken off by hand is more than it was, because something else is cheaper now.
        for act in basket.discounts if code in _REFUSED_ACTS else ():
            cases.by_hand.take_back(act.line_id, kind=act.kind)
        # A coupon that is too dear by now.
        for coupon in basket.coupons if code in _REFUSED_COUPONS else ():
            cases.basket.remove_coupon(coupon.coupon_id)
        if code in REFUSED:
            self._spending.give_up_rewards()

    def _money(
        self, sale_id: str, total_minor: int, *, purse: TenderInput | None
    ) -> tuple[list[TenderInput], _Taken]:
        """Return what the customer gives, and what of it stays here."""
        chance = self._desk.chance
        from_account = 0 if purse is None else purse.value_minor
        total_minor -= from_account
        kind = chance.pick({"cash": 0.5, "external": 0.28, "both": 0.14, "voucher": 0.08})
        external = {"cash": 0, "external": total_minor, "both": total_minor // 2, "voucher": 0}[kind]
        tenders = [TenderInput("external", external, "1234")] if external else []
        voucher = _VOUCHER_MINOR if kind == "voucher" and total_minor >= _VOUCHER_MINOR else 0
        if voucher:
            self._vouchers += 1
            tenders.append(TenderInput("voucher", voucher, f"V-{self._desk.machine.name}-{self._vouchers}"))
        # Cash in steps of 0.10: what is left is rounded to the nearest step, halves up.
        due_cash = (total_minor - external - voucher + 5) // 10 * 10
        if due_cash:
            tenders.append(TenderInput("cash", due_cash + chance.pick({0: 0.3, 70: 0.3, 10_000: 0.4})))
        if purse is not None:
            tenders.insert(0, purse)
        if not tenders and total_minor:
            # Less than half a step: a coin of a step is given and comes back.
            tenders.append(TenderInput("cash", 10))
        has_cash = any(part.kind == "cash" for part in tenders)
        due = from_account + external + voucher + due_cash
        return tenders, _Taken(sale_id, due, due_cash, external, has_cash, voucher, purse=purse)

    def _pay_again(self, actor: Actor, tenders: list[TenderInput]) -> None:
        """Press the key twice: the second time nothing happens."""
        cases = self._desk.cases
        basket = cases.basket.basket
        self._desk.fails(
            lambda: cases.complete_sale(actor, basket, priced=cases.prices(basket), tenders=tenders),
            {"sale.already_completed"},
        )

    def _on_paid(self, paid: Paid) -> None:
        """The screen says "paid"."""
        taken = self._taken
        assert taken is not None, "somebody pays"
        due_minor = paid.total_minor + paid.rounding_minor
        expect(due_minor == taken.due_minor, "the customer pays what was said", (paid, taken))
        change = paid.tendered_minor - paid.change_minor
        expect(change == due_minor, "change is what was given too much", paid)
        self._keep(taken, paid.receipt_number, points=paid.points_earned)

    def _keep(self, taken: _Taken, receipt_number: str, *, points: int) -> None:
        """Put the money away and write the sale down."""
        till = self._desk.machine.till
        till.cash_minor += taken.cash_minor
        till.external_minor += taken.external_minor
        till.voucher_minor += taken.voucher_minor
        if self._held_ms and self._desk.books.hold_may_have_ended(self._held_ms, self._desk.now_ms):
            self._desk.books.slow_coupons.add(taken.sale_id)
        self._held_ms = 0
        self._desk.machine.drawers_due += taken.tendered_cash
        self._taken = None
        self._desk.books.paid[taken.sale_id] = PaidSale(
            sale_id=taken.sale_id,
            receipt_number=receipt_number,
            machine=self._desk.machine.name,
            terminal=self._desk.machine.terminal_id,
            incarnation=self._desk.machine.incarnation,
            due_minor=taken.due_minor,
            alias=taken.alias,
            points=points,
            paid_ms=self._desk.now_ms,
            voucher_minor=taken.voucher_minor,
            points_spent=taken.reward_points + (0 if taken.purse is None else taken.purse.points),
            value_minor=0 if taken.purse is None or taken.purse.points else taken.purse.value_minor,
        )
        self._desk.machine.note("paid", receipt_number, taken.due_minor)

    def look_what_was_paid(self) -> None:
        """After a crash: look at the list of receipts, as a person does, whether the sale is in it."""
        if self._taken is not None:
            recent = {sale.sale_id: sale for sale in self._desk.cases.reprint.recent()}
            found = recent.get(self._taken.sale_id)
            if found is not None:
                with self._desk.process.data.store.read() as work:
                    stored = work.sales.by_number(found.receipt_number)
                assert stored is not None, "the list shows what is there"
                self._keep(self._taken, found.receipt_number, points=stored[0].points_earned)
                # No drawer opens for it any more: its pulse died with the process.
                self._desk.machine.drawers_due = 0
            self._taken = None

    def clear_counter(self, actor: Actor) -> Steps:
        """A basket that came back is paid, or its customer has left."""
        cases = self._desk.cases
        if not cases.basket.basket.lines:
            if not cases.basket.basket.is_empty:
                cases.basket.clear()
            return
        try:
            if self._desk.chance.happens(0.7):
                yield from self._pay(actor)
            else:
                cases.abandon(actor, cases.basket.basket, total_minor=0)
                cases.basket.start_new()
        except StorageError as error:
            self._desk.expect_code(error, {"storage.full"})


_GOODS = (
    "milk",
    "milk",
    "bread",
    "bread",
    "cake",
    "tea",
    "apple",
    "latte",
    "water",
    "beer",
    "book",
    "socks",
    "pan",
    "open",
)
_MEMBER_REFUSALS = frozenset(
    {
        "member.code_used",
        "member.code_expired",
        "member.code_too_early",
        "member.code_no_keys",
        "member.code_unknown_key",
        "member.unknown",
    }
)
