"""The shop's app and its customers: codes to show, coupons to spend, orders to fetch."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from retail_core.orders import Preference
from retail_core.wire.shop import CouponIssued, IssueCoupon, MemberCodes, OrderItem, OrderPlaced, PlaceOrder
from tests.simulation.books import Books
from tests.simulation.chain import CUSTOMERS, Customer
from tests.simulation.chance import Chance
from tests.simulation.lending import Lent
from tests.simulation.schedule import Schedule
from tests.simulation.server import Reply, SimServer, WireRequest
from tests.simulation.trace import Trace

_ORDERED = ("milk", "bread", "cake", "tea", "beer", "socks")
_PREFERENCES: tuple[Preference, ...] = ("none", "same_or_lower", "within_30", "contact")


@dataclass(slots=True)
class Pocket:
    """What a customer's telephone holds, with or without a network."""

    codes: MemberCodes | None = None
    coupons: dict[str, CouponIssued] = field(default_factory=dict)
    orders: dict[str, OrderPlaced] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paper:
    """A coupon that a till printed with a receipt; one with an ``alias`` counts with that member."""

    coupon_id: str
    code: str
    alias: str | None


class ShopApp:
    """Asks the server over HTTP with its client token; a question that failed is asked again, unchanged."""

    def __init__(
        self,
        server: SimServer,
        token: str,
        *,
        books: Books,
        schedule: Schedule,
        chance: Chance,
        trace: Trace,
        parts: bool = False,
    ) -> None:
        self._server = server
        self._token = token
        self._books = books
        self._schedule = schedule
        self._chance = chance
        self._trace = trace
        self._parts = parts
        self._number = 0
        self.on_placed: Callable[[str, list[str]], None] = lambda _store, _products: None
        """Called at the moment in which an order was placed."""
        self.pockets = {who.member_id: Pocket() for who in CUSTOMERS}
        self.spenders: deque[Customer] = deque(maxlen=3)
        """Who paid out of an account a moment ago, and means to do so again at the next till."""
        self.papers: deque[Paper] = deque(maxlen=12)
        """Printed coupons that somebody carries about; some were used by now."""
        self.lent_coupons: Lent[tuple[Customer, CouponIssued]] = Lent()
        self.lent_parcels: Lent[str] = Lent()

    def fetch_codes(self, who: Customer) -> None:
        """Get the member codes of the next quarter of an hour."""
        reply = self._ask("POST", f"/v1/shop/members/{who.member_id}/codes", b"")
        if reply is not None and reply.status == 200:
            self.pockets[who.member_id].codes = MemberCodes.model_validate_json(reply.body)

    def code_to_show(self, who: Customer) -> str | None:
        """Return the code that the telephone shows by the server's time; ``None`` if it holds none."""
        codes = self.pockets[who.member_id].codes
        if codes is None:
            return None
        place = (self._server.clock.now_ms() - codes.first_from_ms) // codes.each_ms
        return codes.codes[place] if 0 <= place < len(codes.codes) else None

    def of_alias(self, alias: str) -> Customer:
        """Return whose codes carry an alias."""
        return next(who for who in CUSTOMERS if who.alias == alias)

    def get_coupon(self, who: Customer) -> None:
        """Put a coupon into the wallet; the same request may be sent twice."""
        self._number += 1
        request = IssueCoupon(
            request_id=f"coupon-{self._number}",
            campaign_id=self._chance.one_of(("FIVE", "FIVE", "TENTH")),
            member_id=who.member_id,
        )
        reply = self._twice("/v1/shop/coupons", request.model_dump_json().encode())
        if reply is not None and reply.status == 200:
            issued = CouponIssued.model_validate_json(reply.body)
            self.pockets[who.member_id].coupons[issued.coupon_id] = issued
            self._books.office.coupons.add(issued.coupon_id)

    def place_order(self, who: Customer, store_id: str) -> None:
        """Order something and pay for it; the same request may be sent twice."""
        self._number += 1
        items = tuple(
            OrderItem(product_id=name, qty_milli=1000 * self._pieces(), preference=self._preference())
            for name in self._chance.some_of(_ORDERED, 3)
        )
        request = PlaceOrder(
            request_id=f"order-{self._number}", store_id=store_id, member_id=who.member_id, items=items
        )
        reply = self._twice("/v1/shop/orders", request.model_dump_json().encode())
        if reply is not None and reply.status == 200:
            placed = TypeAdapter(OrderPlaced).validate_json(reply.body)
            self.pockets[who.member_id].orders[placed.order.order_id] = placed
            self._books.office.orders[placed.order.order_id] = store_id
            self.on_placed(store_id, [item.product_id for item in items])

    def _pieces(self) -> int:
        """Return how many of a product are wanted; now and then about as many as there may be."""
        return self._chance.number(1, 40 if self._parts and self._chance.happens(0.3) else 3)

    def _preference(self) -> Preference:
        return self._chance.one_of(_PREFERENCES) if self._parts else "none"

    def _twice(self, path: str, body: bytes) -> Reply | None:
        """Ask, and now and then ask the same again, as after an answer that was lost."""
        first = self._ask("POST", path, body)
        if first is None or self._chance.happens(0.2):
            return self._ask("POST", path, body)
        return first

    def _ask(self, method: str, path: str, body: bytes) -> Reply | None:
        headers = (("host", "shop.example"), ("authorization", f"Bearer {self._token}"))
        exchange = self._server.ask(WireRequest(method, path, "", headers, body))
        result = exchange.result
        status = result.status if isinstance(result, Reply) else 0
        self._trace.note(self._schedule.now_ms, "app", method, path, status)
        return result if isinstance(result, Reply) else None
