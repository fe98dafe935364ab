"""One store's past days: opening, sales by the hour, hand-overs, closing; all of it as facts of a till."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from central_api.catalog.schemas import Item, line_option
from central_api.demo.calendar import HOUR_MS, MINUTE_MS, Day, day_of
from central_api.demo.chance import Chance
from central_api.demo.ringing import LANGUAGE, Heading, Rung, pay, sale_of
from central_api.demo.shift import PastShift, ShiftStart
from central_api.demo.till import PastTill
from retail_core.people import mask_name
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, Context, CouponFacts, MemberFacts, PricedBasket
from retail_core.pricing.rules import CompiledRules
from retail_core.tenders import TenderTerms, cash_mode
from retail_core.wire import facts
from retail_core.wire.facts import (
    BasketAbandoned,
    HandOverLine,
    LineOption,
    OrderHandedOver,
    OrderStep,
    RemovedLine,
    SalePerson,
    ShiftOpened,
    StaffSignedIn,
    StaffSignedOut,
)
from retail_core.wire.feed import OrderDoc, ProductDoc

_OPENING_MINUTES = 15
_WEEKEND = 6
_WEEKEND_PERCENT = 130
_MEMBER_PERCENT = 45
_COUPON_PERCENT = 30
_SECOND_PIECE_PERCENT = 18
_REMOVED_PERCENT = 6
_ABANDONED_PERCENT = 2
_AWAY_PERCENT = 35
_PACK_PERCENT = 8
_CHOICE_PERCENT = 35
_FAVOURITE_WEIGHT = 60
_WHOLE = 100
_HOUR_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Shopper:
    """A member as a till saw one."""

    member_id: str
    alias: str
    name: str
    phone_last4: str
    tier: str


@dataclass(slots=True)
class Wallets:
    """Coupons that members still have, by member."""

    held: dict[str, list[CouponFacts]] = field(default_factory=dict)

    def of(self, member_id: str) -> list[CouponFacts]:
        """Return a member's unused coupons."""
        return self.held.get(member_id, [])

    def use(self, member_id: str, coupon_id: str) -> None:
        """Take a used coupon out."""
        left = [item for item in self.held.get(member_id, []) if item.coupon_id != coupon_id]
        self.held[member_id] = left


@dataclass(frozen=True, slots=True)
class StoreWorld:
    """What a store's days are made of."""

    card: Mapping[str, Any]
    store_id: str
    currency: str
    products: Sequence[ProductDoc]
    deposits: Mapping[str, ProductDoc]
    rules: CompiledRules
    shoppers: Sequence[Shopper]
    wallets: Wallets
    staff: Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that happens in the course of a day; without an order somebody pays."""

    wall_ms: int
    order: OrderDoc | None = None
    fact: str = facts.SALE_COMPLETED


def _moment(event: _Event) -> int:
    return event.wall_ms


class StoreHistory:
    """Writes a store's days into a till's journal, one after the other."""

    def __init__(self, world: StoreWorld, till: PastTill, *, chance: Chance) -> None:
        """Begin before the first day.

        Args:
            world: The store.
            till: Whose journal it becomes.
            chance: What people do.
        """
        self._world = world
        self._terms = TenderTerms(
            world.card["cash_step_minor"], cash_mode(world.card.get("cash_rounding", "half_up"))
        )
        self._till = till
        self._chance = chance
        self._weights = list(accumulate(_weight(number) for number in range(len(world.products))))
        self._receipts = 0
        self._shifts = 0
        self._grand_total_minor = 0
        self.sold_milli: dict[str, int] = {}

    def live(self, day: Day, *, sales: int, orders: Sequence[OrderDoc] = ()) -> None:
        """Live one day; ``orders`` are picked and handed over in its course."""
        cashier = self._chance.choice(self._world.staff["cashier"])
        shift = self._open(day, cashier)
        for event in sorted([*self._customers(day, sales), *self._collections(day, orders)], key=_moment):
            if event.order is None:
                self._sell(shift, cashier, wall_ms=event.wall_ms)
            else:
                self._step(shift, cashier, event=event, order=event.order)
        self._close(shift, day, cashier=cashier)

    def pick(self, order_id: str, wall_ms: int, *, ready_ms: int | None = None, shelf: str = "") -> None:
        """State that an order is being picked, and ready if ``ready_ms`` is given."""
        actor = self._world.staff["staff"][0]["staff_id"]
        self._till.state(facts.ORDER_PICKING, OrderStep(order_id=order_id), wall_ms=wall_ms, actor=actor)
        if ready_ms is not None:
            self._ready(order_id, ready_ms, shelf=shelf)

    def send(self) -> None:
        """Send everything that was stated."""
        self._till.send()

    def _open(self, day: Day, cashier: Mapping[str, str]) -> PastShift:
        wall_ms = day.at_ms(self._world.card["open_hour"] * _HOUR_MINUTES - _OPENING_MINUTES)
        self._shifts += 1
        start = ShiftStart(
            shift_id=self._till.new_id(wall_ms),
            number=self._shifts,
            business_day=day.text,
            currency=self._world.currency,
            opened_ms=wall_ms,
            opened_by=cashier["staff_id"],
            float_minor=self._world.card["float_minor"],
        )
        self._sign_in(cashier, wall_ms)
        opened = ShiftOpened(
            shift_id=start.shift_id,
            number=start.number,
            business_day=day.text,
            currency=start.currency,
            float_minor=start.float_minor,
        )
        self._till.state(facts.SHIFT_OPENED, opened, wall_ms=wall_ms, actor=cashier["staff_id"])
        return PastShift(start, cashiers=[cashier["name"]])

    def _close(self, shift: PastShift, day: Day, *, cashier: Mapping[str, str]) -> None:
        manager = self._world.staff["manager"][0]
        wall_ms = day.at_ms(self._world.card["close_hour"] * _HOUR_MINUTES + _OPENING_MINUTES)
        left = StaffSignedOut(staff_id=cashier["staff_id"])
        self._till.state(facts.STAFF_SIGNED_OUT, left, wall_ms=wall_ms, actor=cashier["staff_id"])
        self._sign_in(manager, wall_ms + MINUTE_MS)
        difference_minor = self._chance.choice((0, 0, 0, 0, 0, -10, -50, 100, -200))
        closed = shift.z(
            closed_ms=wall_ms + 5 * MINUTE_MS,
            closed_by=manager["staff_id"],
            counted_cash_minor=shift.expected_cash_minor + difference_minor,
            grand_total_minor=self._grand_total_minor,
        )
        self._till.state(facts.SHIFT_CLOSED, closed, wall_ms=closed.closed_ms, actor=manager["staff_id"])
        self._grand_total_minor = closed.grand_total_sales_minor

    def _sign_in(self, person: Mapping[str, str], wall_ms: int) -> None:
        signed = StaffSignedIn(staff_id=person["staff_id"], role=person["role"], means="pin")
        self._till.state(facts.STAFF_SIGNED_IN, signed, wall_ms=wall_ms, actor=person["staff_id"])

    def _customers(self, day: Day, sales: int) -> list[_Event]:
        """Return when somebody pays, by the store's hours."""
        hours = self._world.card["hours"]
        opened = self._world.card["open_hour"]
        chosen = self._chance.choices(range(len(hours)), weights=hours, k=sales)
        return [
            _Event(day.at_ms((opened + hour) * _HOUR_MINUTES) + self._chance.randrange(HOUR_MS))
            for hour in chosen
        ]

    def _collections(self, day: Day, orders: Sequence[OrderDoc]) -> list[_Event]:
        """Return when each order is picked, ready and handed over."""
        found = []
        for order in orders:
            picked_ms = day.at_ms(12 * _HOUR_MINUTES) + self._chance.randrange(6 * HOUR_MS)
            found += [
                _Event(picked_ms, order, facts.ORDER_PICKING),
                _Event(picked_ms + 11 * MINUTE_MS, order, facts.ORDER_READY),
                _Event(picked_ms + 40 * MINUTE_MS, order, facts.ORDER_HANDED_OVER),
            ]
        return found

    def _step(self, shift: PastShift, cashier: Mapping[str, str], *, event: _Event, order: OrderDoc) -> None:
        if event.fact == facts.ORDER_PICKING:
            self.pick(order.order_id, event.wall_ms)
        elif event.fact == facts.ORDER_READY:
            self._ready(order.order_id, event.wall_ms, shelf=_shelf(order))
        else:
            self._hand_over(shift, cashier, handed_ms=event.wall_ms, order=order)

    def _ready(self, order_id: str, wall_ms: int, *, shelf: str) -> None:
        step = OrderStep(order_id=order_id, shelf=shelf)
        actor = self._world.staff["staff"][0]["staff_id"]
        self._till.state(facts.ORDER_READY, step, wall_ms=wall_ms, actor=actor)

    def _sell(self, shift: PastShift, cashier: Mapping[str, str], *, wall_ms: int) -> None:
        shopper = self._shopper()
        rung, priced = self._priced(wall_ms, shopper)
        if self._chance.randrange(_WHOLE) < _ABANDONED_PERCENT:
            self._abandon(shift, cashier, wall_ms=wall_ms, rung=rung)
            return
        self._receipts += 1
        heading = Heading(
            sale_id=self._till.new_id(wall_ms),
            receipt_number=f"{self._till.label}-{self._receipts:06d}",
            shift_id=shift.start.shift_id,
            business_day=shift.start.business_day,
            terms=self._terms,
        )
        payment = pay(
            self._chance,
            priced.total.minor,
            cash_percent=self._world.card["cash_percent"],
            heading=heading,
            currency=self._world.currency,
        )
        sale = sale_of(
            heading,
            rung,
            priced=priced,
            rules=self._world.rules,
            payment=payment,
            removed=self._removed(wall_ms),
        )
        person = None if shopper is None else _person(shopper, by_code=self._chance.randrange(3) > 0)
        self._till.state(
            facts.SALE_COMPLETED, sale, wall_ms=wall_ms, actor=cashier["staff_id"], personal=person
        )
        shift.sales.append(sale)
        shift.members_sales += shopper is not None
        for use in sale.coupons:
            assert shopper is not None, "coupons of the demo belong to members"
            self._world.wallets.use(shopper.member_id, use.coupon_id)
        for line in sale.lines:
            product_id = str(line.product_id)
            self.sold_milli[product_id] = self.sold_milli.get(product_id, 0) + line.pieces_milli

    def _priced(self, wall_ms: int, shopper: Shopper | None) -> tuple[Rung, PricedBasket]:
        coupons: tuple[CouponFacts, ...] = ()
        if shopper is not None and self._chance.randrange(_WHOLE) < _COUPON_PERCENT:
            coupons = tuple(self._world.wallets.of(shopper.member_id)[:1])
        items = self._items()
        basket = Basket(
            currency=self._world.currency,
            lines=tuple(item.basket_line(self._world.currency) for item in items),
            member=None if shopper is None else MemberFacts(shopper.member_id, shopper.tier),
            coupons=coupons,
            takes_away=self._chance.randrange(_WHOLE) < _AWAY_PERCENT,
        )
        day = day_of(wall_ms)
        context = Context(
            store_id=self._world.store_id,
            channel="till",
            local_date=day.text,
            weekday=day.weekday,
            minute_of_day=(wall_ms - day.at_ms(0)) // MINUTE_MS,
            region=self._world.card["region"],
        )
        return Rung(basket, items), price(basket, self._world.rules, context=context)

    def _items(self) -> list[Item]:
        """Return what somebody brings to the till, each with its deposit behind it."""
        count = self._chance.randint(1, self._world.card["lines_max"])
        chosen: dict[str, ProductDoc] = {}
        for product in self._chance.choices(self._world.products, cum_weights=self._weights, k=count):
            chosen[product.product_id] = product
        found: list[Item] = []
        for number, product in enumerate(chosen.values(), start=1):
            found.append(self._item(product, f"{number}"))
            deposit = self._world.deposits.get(product.deposit_id or "")
            if deposit is not None:
                pieces_milli = found[-1].qty_milli * found[-1].pack_pieces
                found.append(Item(f"{number}-d", deposit, pieces_milli, deposit_of=f"{number}"))
        return found

    def _item(self, product: ProductDoc, line_id: str) -> Item:
        if product.packs and self._chance.randrange(_WHOLE) < _PACK_PERCENT:
            return Item(line_id, product, 1000, pack=self._chance.choice(product.packs))
        return Item(line_id, product, self._quantity(product), options=self._options(product))

    def _options(self, product: ProductDoc) -> tuple[LineOption, ...]:
        """Return what somebody chooses: mostly as usual, in each group."""
        found = []
        for group in product.options:
            chosen = [option for option in group.options if option.preset]
            if self._chance.randrange(_WHOLE) < _CHOICE_PERCENT:
                chosen = [self._chance.choice(group.options)]
            found += [line_option(group, option) for option in chosen]
        return tuple(found)

    def _quantity(self, product: ProductDoc) -> int:
        if product.sold_by == "weight":
            return self._chance.randrange(120, 1600, 2)
        return 2000 if self._chance.randrange(_WHOLE) < _SECOND_PIECE_PERCENT else 1000

    def _shopper(self) -> Shopper | None:
        if not self._world.shoppers or self._chance.randrange(_WHOLE) >= _MEMBER_PERCENT:
            return None
        return self._chance.choice(self._world.shoppers)

    def _removed(self, wall_ms: int) -> list[RemovedLine]:
        if self._chance.randrange(_WHOLE) >= _REMOVED_PERCENT:
            return []
        product = self._world.products[(wall_ms // MINUTE_MS) % len(self._world.products)]
        name = product.names.in_language(LANGUAGE)
        return [RemovedLine(name=name, qty_milli=1000, list_minor=product.price_minor)]

    def _abandon(self, shift: PastShift, cashier: Mapping[str, str], *, wall_ms: int, rung: Rung) -> None:
        told = wall_ms // MINUTE_MS % 2 == 0
        lines = tuple(
            RemovedLine(
                name=item.name,
                qty_milli=item.qty_milli,
                list_minor=line.unit_price.minor * line.qty_milli // 1000,
                after_total=told,
            )
            for item, line in zip(rung.items, rung.basket.lines, strict=True)
        )
        given_up = BasketAbandoned(
            shift_id=shift.start.shift_id,
            lines=lines,
            total_minor=sum(line.list_minor for line in lines),
            currency=self._world.currency,
            after_total=told,
        )
        self._till.state(facts.BASKET_ABANDONED, given_up, wall_ms=wall_ms, actor=cashier["staff_id"])
        shift.abandoned += 1

    def _hand_over(
        self, shift: PastShift, cashier: Mapping[str, str], *, handed_ms: int, order: OrderDoc
    ) -> None:
        done = OrderHandedOver(
            hand_over_id=self._till.new_id(handed_ms),
            order_id=order.order_id,
            shift_id=shift.start.shift_id,
            business_day=shift.start.business_day,
            means="code",
            evidence=order.secret_sha256[:32],
            value_minor=order.total_minor,
            currency=order.currency,
            lines=tuple(
                HandOverLine(
                    line_id=line.line_id,
                    product_id=line.product_id,
                    qty_milli=line.qty_milli,
                    pack_pieces=line.pack_pieces,
                )
                for line in order.lines
                if not line.deposit
            ),
        )
        self._till.state(facts.ORDER_HANDED_OVER, done, wall_ms=handed_ms, actor=cashier["staff_id"])
        shift.hand_overs.append(done)


def sales_on(day: Day, chance: Chance, *, average: int) -> int:
    """Return how many sales a day has: more at weekends, never the same twice."""
    percent = _WEEKEND_PERCENT if day.weekday >= _WEEKEND else _WHOLE
    return max(1, average * percent // _WHOLE * chance.randint(80, 120) // _WHOLE)


def _weight(number: int) -> int:
    """Return how often a product is bought against the others: favourites, then the long tail."""
    if number < _FAVOURITE_WEIGHT // 4:
        return _FAVOURITE_WEIGHT - 3 * number
    return max(1, 600 // (number + 10))


def _shelf(order: OrderDoc) -> str:
    number = int(order.order_id[:4], 16)
    return f"{'ABC'[number % 3]}{number % 4 + 1}"


def _person(shopper: Shopper, *, by_code: bool) -> SalePerson:
    return SalePerson(
        member_id=shopper.member_id,
        alias=shopper.alias,
        masked_name=mask_name(shopper.name),
        phone_last4=shopper.phone_last4,
        means="code" if by_code else "phone",
    )
