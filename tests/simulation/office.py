"""Head office: prices, deliveries, people and coupons change while the stores are open."""

from collections.abc import Callable
from dataclasses import dataclass

from central_api.catalog import service as catalog
from central_api.coupons import service as coupons
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.orders import service as orders
from central_api.staff import service as staff
from retail_core.wire.feed import ProductDoc
from tests.simulation.app import ShopApp
from tests.simulation.books import Books
from tests.simulation.chain import CUSTOMERS, campaigns, people_of, products, receive, staff_doc
from tests.simulation.chance import Chance
from tests.simulation.schedule import Schedule
from tests.simulation.server import SimServer
from tests.simulation.trace import Trace


@dataclass(slots=True)
class Office:
    """Does something now and then, if the server is up."""

    server: SimServer
    app: ShopApp
    books: Books
    stores: tuple[str, ...]
    schedule: Schedule
    chance: Chance
    trace: Trace
    purses: bool = False
    """Whether tills print coupons."""
    parts: bool = False
    """Whether orders are fulfilled line by line: there are more of them then, and more goods."""
    _number: int = 0

    def note_first_prices(self) -> None:
        """Write down what everything costs at the beginning."""
        for item in products():
            self._note_price(item)

    def begin_day(self) -> None:
        """Give every campaign its offline right again that lost it by conflicts."""
        offers = campaigns(purses=self.purses)
        self._work("campaigns", lambda unit: catalog.put_campaigns(unit, "*", campaigns=offers))

    def do_something(self) -> None:
        """Do one thing."""
        act = self.chance.pick(_ACTS)
        if not self.server.is_up:
            return
        self._number += 1
        {
            "order": self._order,
            "coupon": self._coupon,
            "price": self._price,
            "delivery": self._delivery,
            "cancel": self._cancel,
            "revoke": self._revoke,
            "people": self._people,
        }[act]()

    def _order(self) -> None:
        if self.parts:
            self._delivery()
            self._place()
        self._place()

    def _place(self) -> None:
        self.app.place_order(self.chance.one_of(CUSTOMERS), self.chance.one_of(self.stores))

    def _coupon(self) -> None:
        self.app.get_coupon(self.chance.one_of([who for who in CUSTOMERS if who.home_store in self.stores]))

    def _price(self) -> None:
        item = self.chance.one_of(
            [item for item in products() if item.sold_by == "piece" and not item.deposit]
        )
        percent = self.chance.number(80, 125)
        changed = item.model_copy(
            update={
                "price_minor": item.price_minor * percent // 100,
                "tier_prices": {tier: minor * percent // 100 for tier, minor in item.tier_prices.items()},
            }
        )
        if self._work("price", lambda unit: catalog.put_products(unit, "*", docs=[changed])):
            self._note_price(changed)

    def _delivery(self) -> None:
        store_id, item = self.chance.one_of(self.stores), self.chance.one_of(products())
        quantity = 1000 * self.chance.number(1, 40)
        ref = f"delivery-{self._number}-{self.schedule.now_ms}"
        work: Callable[[Unit], None] = lambda unit: receive(  # noqa: E731
            unit, store_id, ref=ref, quantities=[(item.product_id, quantity)]
        )
        if self._work("delivery", work):
            self.books.office.deliveries.append((store_id, item.product_id, quantity))

    def _cancel(self) -> None:
        open_orders = sorted(self.books.office.orders.keys() - self.books.office.cancelled)
        if not open_orders:
            return
        order_id = self.chance.one_of(open_orders)
        if self._work("cancel", lambda unit: orders.cancel(unit, order_id)):
            self.books.office.cancelled.add(order_id)
            self.books.ever.cancelled.add(order_id)

    def _revoke(self) -> None:
        usable = sorted(self.books.office.coupons - self.books.office.revoked)
        if not usable:
            return
        coupon_id = self.chance.one_of(usable)

        def revoke(unit: Unit) -> None:
            from central_api.members import service as members

            coupons.revoke(unit, coupon_id, reason="mistake")
            members.settle(unit)

        if self._work("revoke", revoke):
            self.books.office.revoked.add(coupon_id)
            self.books.ever.revoked.add(coupon_id)

    def _people(self) -> None:
        store_id = self.chance.one_of(self.stores)
        person = self.chance.one_of([who for who in people_of(store_id) if who.staff_id.endswith("-zhao")])
        stays = self.chance.happens(0.5)
        if not stays:
            self.books.ever.dismissed.add(person.staff_id)
        self._work("people", lambda unit: staff.restore(unit, store_id, doc=staff_doc(person, active=stays)))

    def _work(self, what: str, work: Callable[[Unit], None]) -> bool:
        """Do a piece of work; return whether it was possible."""
        try:
            self.server.work(work)
        except ApiError as error:
            self.trace.note(self.schedule.now_ms, "office", what, error.code)
            return False
        self.trace.note(self.schedule.now_ms, "office", what)
        return True

    def _note_price(self, item: ProductDoc) -> None:
        prices = self.books.ever.prices.setdefault(item.product_id, set())
        prices |= {item.price_minor, *item.tier_prices.values()}
        prices |= {pack.price_minor for pack in item.packs}


_ACTS = {
    "order": 0.36,
    "coupon": 0.26,
    "price": 0.1,
    "delivery": 0.12,
    "cancel": 0.05,
    "revoke": 0.05,
    "people": 0.06,
}
