"""The past days of the demo chain: sales, deliveries and orders, day by day in every store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from central_api.catalog.schemas import usual_options
from central_api.demo.calendar import MINUTE_MS, Day
from central_api.demo.chain import CURRENCY, Chain, ChainStore, compiled_rules
from central_api.demo.chance import Chance, chance_of, hex_of
from central_api.demo.schemas import SeedOptions
from central_api.demo.store_history import Shopper, StoreHistory, StoreWorld, Wallets, sales_on
from central_api.demo.till import PastTill
from central_api.enrolment import service as enrolment
from central_api.keys import service as keys
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.orders import service as orders
from central_api.orders.schemas import OrderDraft, OrderLine
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.people import phone_digits
from retail_core.pricing.model import CouponFacts
from retail_core.wire.feed import ProductDoc
from retail_core.wire.shop import OrderPlaced

_OPEN_MIX = ("placed", "placed", "placed", "ready", "ready", "picking")
_DELIVERY_DAYS = 7
_ORDERED_BEFORE_MINUTES = 90
_LATEST_PAST_ORDER_DAYS = 20


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """An order that the seed placed, and the state in which it is left."""

    order: OrderPlaced
    store_id: str
    state: str


class Past:
    """Lives the days before the chain's moment."""

    def __init__(
        self, database: Database, clock: FixedClock, *, chain: Chain, options: SeedOptions, moment_ms: int
    ) -> None:
        """Prepare.

        Args:
            database: Where everything arrives.
            clock: The database's clock; moved along with the days.
            chain: What is there before the first day.
            options: How many days and sales.
            moment_ms: When the chain's present is.
        """
        self._database = database
        self._clock = clock
        self._chain = chain
        self._options = options
        self._moment_ms = moment_ms

    def live(self, store: ChainStore, today: Day, *, say: Callable[[str], None]) -> list[PlacedOrder]:
        """Live a store's days up to yesterday, then leave today's orders as they stand."""
        options = self._options
        chance = chance_of(options.seed, "days", store.store_id)
        first = today.before(options.days)
        began_ms = first.at_ms(6 * 60)
        till = PastTill(
            self._database,
            store.store_id,
            chance=chance_of(options.seed, "till", store.store_id),
            began_ms=began_ms,
        )
        history = StoreHistory(_world(self._chain, store), till, chance=chance)
        past_orders, open_orders = self._order_counts(store)
        average = options.sales * store.content.card["busy_percent"] // 100
        placed: list[PlacedOrder] = []
        delivered: dict[str, int] = {}
        for ago in range(options.days, 0, -1):
            day = today.before(ago)
            due = past_orders if ago == 1 else past_orders // min(options.days, _LATEST_PAST_ORDER_DAYS)
            due = due if ago <= _LATEST_PAST_ORDER_DAYS else 0
            past_orders -= due
            today_orders = self._place(store, chance, placed_ms=day.at_ms(11 * 60), count=due)
            placed += [PlacedOrder(order, store.store_id, "handed_over") for order in today_orders]
            history.live(
                day,
                sales=sales_on(day, chance, average=average),
                orders=[order.order for order in today_orders],
            )
            self._clock.set(day.at_ms(23 * 60))
            history.send()
            if ago % _DELIVERY_DAYS == 1:
                self._deliver(store, day, sold_milli=history.sold_milli, delivered=delivered)
        placed += self._leave_open(store, history, chance=chance, count=open_orders)
        history.send()
        self._count_scarce(store)
        say(f"{store.store_id}: {options.days} days, {len(placed)} orders.")
        return placed

    def _order_counts(self, store: ChainStore) -> tuple[int, int]:
        """Return how many of the chain's orders a store handed over, and how many are open or cancelled."""
        stores = [item.store_id for item in self._chain.stores]
        place = stores.index(store.store_id)
        own = self._options.orders // len(stores) + (place < self._options.orders % len(stores))
        open_orders = min(len(_OPEN_MIX) + 1, own)
        return (own - open_orders if self._options.days else 0), open_orders

    def _place(
        self, store: ChainStore, chance: Chance, *, placed_ms: int, count: int, promise_minutes: int = 240
    ) -> list[OrderPlaced]:
        buyers = [person for person in self._chain.members if person.home_store == store.store_id]
        goods = [
            product
            for product in store.goods.products
            if product.sold_by == "piece"
            and product.product_id not in store.goods.scarce
            and not (product.deposit or product.deposit_id)
        ]
        if not buyers or not goods:
            return []
        self._clock.set(placed_ms)
        found = []
        for _ in range(count):
            draft = _draft(chance, store, goods=goods, promise_minutes=promise_minutes)
            found.append(self._place_one(draft, chance.choice(buyers).member_id))
        return found

    def _place_one(self, draft: OrderDraft, member_id: str) -> OrderPlaced:
        def place(unit: Unit) -> OrderPlaced:
            card = enrolment.store_card(unit, draft.store_id)
            buyer = members.get(unit, member_id)
            return orders.place(unit, draft, buyer=buyer, store=card, tenant=keys.tenant_number(unit))

        return self._database.run(place)

    def _cancel(self, order_id: str) -> None:
        def cancel(unit: Unit) -> None:
            orders.cancel(unit, order_id)

        self._database.run(cancel)

    def _leave_open(
        self, store: ChainStore, history: StoreHistory, *, chance: Chance, count: int
    ) -> list[PlacedOrder]:
        """Place today's orders: waiting, being picked, ready on a shelf, and a cancelled one."""
        found = []
        for number in reversed(range(count)):
            state = "cancelled" if number == len(_OPEN_MIX) else _OPEN_MIX[number]
            placed_ms = self._moment_ms - (6 + 9 * number) * MINUTE_MS
            for order in self._place(
                store, chance, placed_ms=placed_ms, count=1, promise_minutes=45 + 25 * number
            ):
                order_id = order.order.order_id
                if state == "cancelled":
                    self._cancel(order_id)
                elif state != "placed":
                    ready_ms = placed_ms + 8 * MINUTE_MS if state == "ready" else None
                    shelf = f"{'ABC'[number % 3]}{number % 4 + 1}"
                    history.pick(order_id, placed_ms + 3 * MINUTE_MS, ready_ms=ready_ms, shelf=shelf)
                found.append(PlacedOrder(order, store.store_id, state))
        self._clock.set(self._moment_ms)
        return found

    def _deliver(
        self, store: ChainStore, day: Day, *, sold_milli: dict[str, int], delivered: dict[str, int]
    ) -> None:
        """Receive on the evening of ``day`` what was sold since the last delivery, in whole units."""
        arrived = {}
        for product_id, sold in sold_milli.items():
            units_milli = -(-(sold - delivered.get(product_id, 0)) // 1000) * 1000
            if units_milli > 0:
                arrived[product_id] = units_milli
                delivered[product_id] = delivered.get(product_id, 0) + units_milli
        self._move(
            store,
            stock.RECEIPT,
            ref=f"{store.store_id}-{day.text}",
            amounts=arrived,
            moved_ms=day.at_ms(22 * 60),
        )

    def _count_scarce(self, store: ChainStore) -> None:
        """Count what is nearly sold out, so that it is."""

        def count(unit: Unit) -> None:
            levels = stock.levels(unit, store.store_id, product_ids=sorted(store.goods.scarce))
            missing = {
                level.product_id: 1000 * store.goods.scarce[level.product_id] - level.on_hand_milli
                for level in levels
            }
            ref = f"{store.store_id}-COUNT"
            stock.move(unit, _movements(store, stock.COUNT, ref=ref, amounts=missing, moved_ms=unit.now_ms))
            stock.settle(unit)

        self._database.run(count)

    def _move(
        self, store: ChainStore, cause: str, *, ref: str, amounts: dict[str, int], moved_ms: int
    ) -> None:
        def move(unit: Unit) -> None:
            stock.move(unit, _movements(store, cause, ref=ref, amounts=amounts, moved_ms=moved_ms))
            stock.settle(unit)

        self._database.run(move)


def _movements(
    store: ChainStore, cause: str, *, ref: str, amounts: dict[str, int], moved_ms: int
) -> list[Movement]:
    return [
        Movement(store.store_id, product_id, milli, 0, cause, ref, product_id, moved_ms)
        for product_id, milli in sorted(amounts.items())
        if milli
    ]


def _world(chain: Chain, store: ChainStore) -> StoreWorld:
    roles = ("cashier", "staff", "manager")
    own = [person for person in chain.staff if person.scope == store.store_id]
    home = [person for person in chain.members if person.home_store == store.store_id]
    wallets: dict[str, list[CouponFacts]] = {}
    keeper = chain.members[0].member_id if chain.members else ""
    for member_id, coupon in chain.coupons:
        if member_id != keeper:  # The first member's coupons are there for whoever tries the demo.
            facts = CouponFacts(coupon.coupon_id, coupon.campaign_id, coupon.value_minor)
            wallets.setdefault(member_id, []).append(facts)
    return StoreWorld(
        card=store.content.card,
        store_id=store.store_id,
        currency=CURRENCY,
        products=[
            item
            for item in store.goods.products
            if item.product_id not in store.goods.scarce and not item.deposit
        ],
        deposits={item.product_id: item for item in store.goods.products if item.deposit},
        rules=compiled_rules(chain, store.store_id),
        shoppers=[
            Shopper(
                member_id=person.member_id,
                alias=person.alias,
                name=person.name,
                phone_last4=phone_digits(person.phone)[-4:],
                tier=person.tier,
            )
            for person in home
        ],
        wallets=Wallets(wallets),
        staff={
            role: [
                {"staff_id": person.staff_id, "name": person.name, "role": role}
                for person in own
                if person.role == role
            ]
            for role in roles
        },
    )


def _draft(
    chance: Chance, store: ChainStore, *, goods: Sequence[ProductDoc], promise_minutes: int
) -> OrderDraft:
    lines = tuple(
        OrderLine(
            line_id=str(number),
            product_id=product.product_id,
            name=product.names.zh_hans,
            qty_milli=1000,
            total_minor=product.price_minor,
            min_age=product.min_age,
            options=usual_options(product),
            category_id=product.category_id,
            cost_minor=product.cost_minor,
        )
        for number, product in enumerate(chance.sample(goods[:80], min(chance.randint(1, 4), len(goods))), 1)
    )
    return OrderDraft(
        request_id=f"demo:{hex_of(chance, 16)}",
        store_id=store.store_id,
        member_id="",
        channel=chance.choice(("app", "app", "mini_program", "web")),
        lines=lines,
        promise_minutes=promise_minutes,
        order_id=hex_of(chance, 16),
        secret=hex_of(chance, 16),
    )
