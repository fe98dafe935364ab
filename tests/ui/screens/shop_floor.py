"""Small stand-ins behind the screens that have none of their own: people, shifts, tills, orders."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket_model import Basket
from pos_app.services.clear_order import SubstituteOffer
from pos_app.services.complete_sale import AmountDue, Paid, TenderInput
from pos_app.services.errors import InsufficientTender, PosError, RuleError
from pos_app.services.events import EventBus, PaymentChanged
from pos_app.services.give_back import (
    NOTHING_BACK,
    GiveBack,
    PayOut,
    as_settlement,
    document_total,
    settle_document,
    settle_returns,
)
from pos_app.services.hand_over_order import HandedOver, HandOverOffer, HandOverProof, OrderChoice
from pos_app.services.list_orders import OrderBoard
from pos_app.services.order_model import Order, OrderLine
from pos_app.services.payment_model import Payment, PaymentState
from pos_app.services.payments import act_of
from pos_app.services.pick_walk import Walk, WalkBin, WalkPart, WalkRow
from pos_app.services.records import Actor, Names, Product, StaffTile, StoreProfile
from pos_app.services.tendering import amount_due, settle
from retail_core.money import Money
from retail_core.orders import LineDone
from retail_core.pricing.model import PricedBasket
from retail_core.tenders import SettledTender
from tests.fakes import NOON_MS
from tests.ui.screens.pickup_floor import FakeBusy, FakeElsewhere, FakeLabels
from tests.unit.pos_app.services.paper_examples import ORDER

PEOPLE = (
    StaffTile("u1", "王芳", "cashier"),
    StaffTile("u2", "陈伟", "manager"),
    StaffTile("u3", "Alexandra Montgomery-Featherstone", "cashier"),
    StaffTile("u4", "欧阳娜娜", "picker"),
    StaffTile("u5", "李强", "owner"),
)
MINUTE_MS = 60_000
NO_ORDERS = OrderBoard((), (), (), ())


def _order(number: str, state: str, minutes: int, **others: object) -> Order:
    changes: dict[str, object] = {
        "order_id": number,
        "number": number,
        "state": state,
        "promised_ms": NOON_MS + minutes * MINUTE_MS,
        "shelf": "B3" if state == "ready" else "",
        **others,
    }
    return replace(ORDER, **changes)  # type: ignore[arg-type]  # fields of an order by their names


_CHEESECAKE = Product(
    product_id="p9",
    sku="SKU-9",
    names=Names(zh_hans="巴斯克芝士蛋糕", zh_hant="巴斯克乳酪蛋糕", en="Basque cheesecake"),
    brand="Loop",
    category_id="cakes",
    sold_by="piece",
    price_minor=2_100,
    tier_prices={},
    tax_rate_bp=600,
    barcodes=("6901234567892",),
    min_age=0,
    regulated=False,
    favourite=0,
    tile="巴|cake",
)
_FOR_NOBODY = (
    OrderLine(
        "x1",
        "p1",
        "燕麦拿铁 大杯",
        2000,
        3600,
        0,
        done=LineDone(picked_milli=2000, refunded_milli=2000, refunded_minor=3600),
    ),
)
_ONE_LATTE = (OrderLine("x1", "p1", "燕麦拿铁 大杯", 1000, 1800, 0),)
_LONG = (OrderLine("x1", "p7", "有机冷榨橙汁礼盒装 950ml×6 瓶 家庭分享", 12_000, 158_800, 0),)
FULL_BOARD = OrderBoard(
    new=(
        _order("A-1049", "placed", 45, lines=_ONE_LATTE, channel="web"),
        _order("A-1050", "placed", 4, lines=_LONG),
        _order("A-1051", "placed", 180, masked_name="Alexandra M**"),
    ),
    picking=(_order("A-1046", "picking", 8, lines=_ONE_LATTE), _order("A-1048", "picking", 30)),
    ready=(
        _order("A-1040", "ready", -60, shelf="冷藏 2-14"),
        _order("A-1041", "ready", 20, lines=_ONE_LATTE),
        _order("A-1042", "ready", 25),
        _order("A-1043", "ready", 25),
    ),
    trouble=(
        _order("A-1031", "placed", -95),
        _order("A-1033", "picking", -14, lines=_ONE_LATTE),
        _order("A-1030", "no_show", -600, lines=_FOR_NOBODY, shelf="C1"),
    ),
)
"""Every kind of card, more of them than fit into a low window."""


@dataclass
class FakeSignIn:
    """Knows people; no PIN is right."""

    people: tuple[StaffTile, ...] = PEOPLE

    def tiles(self) -> Sequence[StaffTile]:
        return self.people

    def with_pin(self, staff_id: str, pin: str) -> Actor:  # noqa: ARG002 - by its name
        raise RuleError("pin.locked", 300_000)

    def with_badge(self, badge: str) -> Actor:  # noqa: ARG002 - by its name
        raise RuleError("staff.unknown")


class FakeTill:
    """Settles by the rules of a store that drops small change, and writes nothing."""

    def __init__(self, profile: StoreProfile) -> None:
        self._terms = profile.tender_terms

    def due(
        self, priced: PricedBasket, tenders: Sequence[TenderInput] = (), *, refund_minor: int = 0
    ) -> AmountDue:
        total = priced.total - Money(refund_minor, priced.currency)
        return amount_due(total, tenders, terms=self._terms)

    def check(self, priced: PricedBasket, tenders: Sequence[TenderInput], *, refund_minor: int = 0) -> None:
        with suppress(InsufficientTender):
            settle(priced.total - Money(refund_minor, priced.currency), tenders, terms=self._terms)

    def handed_out(
        self, basket: Basket, priced: PricedBasket, *, payouts: Sequence[PayOut]
    ) -> Sequence[SettledTender]:
        total = document_total(basket, priced)
        return as_settlement(settle_returns(basket, payouts, total=total, terms=self._terms), total).tenders

    def __call__(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        basket: Basket,
        *,
        priced: PricedBasket,
        tenders: Sequence[TenderInput],
        give_back: GiveBack = NOTHING_BACK,
    ) -> Paid:
        found, _ = settle_document(basket, priced, tenders=tenders, give_back=give_back, terms=self._terms)
        return Paid(
            sale_id=basket.basket_id,
            receipt_number="S01-T02-000123",
            total_minor=priced.total.minor,
            rounding_minor=found.rounding_minor,
            tendered_minor=found.tendered_minor,
            change_minor=found.change_minor,
            points_earned=12,
            document_job_id=1,
            drawer_job_id=2,
        )


class FakePayments:
    """Keeps what a test says of payments, and tells everybody; ``has_provider`` offers cards."""

    def __init__(self, events: EventBus) -> None:
        self._events = events
        self.has_provider = True
        self.payments: dict[str, Payment] = {}

    @property
    def is_offered(self) -> bool:
        return self.has_provider

    def put(self, payment: Payment) -> None:
        self.payments[payment.payment_id] = payment
        self._events.publish(PaymentChanged(payment))

    def charge(
        self,
        actor: Actor,
        basket_id: str,
        *,
        amount: Money,
        code: str | None,  # noqa: ARG002 - by its name
        on_error: Callable[[PosError], None],  # noqa: ARG002 - by its name
    ) -> None:
        payment_id = f"{len(self.payments) + 1:032x}"
        self.put(
            Payment(
                payment_id,
                "charge",
                basket_id,
                "simulated",
                amount,
                "written",
                actor.staff_id,
                NOON_MS,
                NOON_MS,
            )
        )

    def answer(self, state: PaymentState, code: str = "") -> None:
        """Let the provider say something of the newest payment."""
        newest = list(self.payments.values())[-1]
        self.put(replace(newest, state=state, code=code, reference="SIM42000117"))

    def ask(self, payment_id: str) -> None:
        """Stay as it is."""

    def cancel(self, payment_id: str) -> None:
        """Stay as it is."""

    def give_back(self, actor: Actor, payment: Payment, *, on_error: Callable[[PosError], None]) -> None:
        """Stay as it is."""

    def set_aside(self, payment_id: str, on_done: Callable[[Payment], None]) -> None:
        """Stay as it is."""

    def decide(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        payment_id: str,
        *,
        paid: bool,
        approval: Approval | None,  # noqa: ARG002 - by its name
        on_error: Callable[[PosError], None],
    ) -> None:
        act = act_of(self.payments[payment_id], paid=paid)
        on_error(NeedsApproval("right.missing", act.verb, act=act))

    def of_basket(self, basket_id: str) -> Sequence[Payment]:
        return [each for each in self.payments.values() if each.basket_id == basket_id]

    def unfinished(self) -> Sequence[Payment]:
        return [each for each in self.payments.values() if each.needs_somebody]

    def seconds_left(self, payment: Payment) -> int:  # noqa: ARG002 - by its name
        return 47


class FakeClearing:
    """Clears orders: nothing comes of it but refusals."""

    def product_of(self, code: str) -> Product:  # noqa: ARG002 - by its name
        return _CHEESECAKE

    def refund_short(self, actor: Actor, order_id: str, *, line_id: str, qty_milli: int) -> Order:  # noqa: ARG002 - by its name
        return ORDER

    def offer(self, order: Order, line_id: str, *, qty_milli: int, code: str) -> SubstituteOffer:  # noqa: ARG002 - by its name
        return SubstituteOffer(
            line_id, qty_milli, self.product_of(code), 2_100, 0, "order.substitute_too_dear"
        )

    def substitute(self, actor: Actor, order_id: str, *, offer: SubstituteOffer, asked: bool) -> Order:  # noqa: ARG002 - by its name
        raise RuleError("order.substitute_too_dear")

    def give_up(self, actor: Actor, order_id: str, *, quantities: Mapping[str, int], reason: str) -> Order:  # noqa: ARG002 - by its name
        return ORDER

    def put_back(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        order_id: str,  # noqa: ARG002 - by its name
        *,
        quantities: Mapping[str, int],  # noqa: ARG002 - by its name
        wasted: bool = False,  # noqa: ARG002 - by its name
    ) -> Order:
        return ORDER

    def move_short(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        order_id: str,  # noqa: ARG002 - by its name
        *,
        line_id: str,  # noqa: ARG002 - by its name
        qty_milli: int,  # noqa: ARG002 - by its name
        store_id: str,  # noqa: ARG002 - by its name
    ) -> Order:
        return ORDER

    def take_back(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        order_id: str,  # noqa: ARG002 - by its name
        *,
        quantities: Mapping[str, int],  # noqa: ARG002 - by its name
        reason: str,  # noqa: ARG002 - by its name
        restock: bool,  # noqa: ARG002 - by its name
    ) -> Order:
        raise RuleError("order.no_reason")


class FakeWalk:
    """A walk with three orders, one of which is complete; or none yet."""

    def __init__(self) -> None:
        self.walk: Walk | None = None
        self.orders: tuple[Order, ...] = FULL_BOARD.new

    def begin(self, actor: Actor, order_ids: Sequence[str]) -> Walk:  # noqa: ARG002 - by its name
        raise RuleError("walk.none")

    def current(self, actor: Actor) -> Walk | None:  # noqa: ARG002 - by its name
        return self.walk

    def next_orders(self) -> Sequence[Order]:
        return self.orders


def _walked(line_id: str, qty: int, *, picked: int) -> OrderLine:
    return replace(
        ORDER.lines[0], line_id=line_id, qty_milli=qty * 1_000, done=LineDone(picked_milli=picked * 1_000)
    )


def a_walk() -> Walk:
    """Return a walk of three orders: one bin is complete, one row is half there."""
    lines = [_walked("1", 2, picked=2), _walked("2", 3, picked=1), _walked("3", 1, picked=0)]
    cake = replace(lines[2], product_id="p9", name="巴斯克芝士蛋糕")
    orders = [
        _order(f"A-106{place}", "picking", 10 + place, lines=goods)
        for place, goods in enumerate(((lines[0],), (lines[1],), (cake,)))
    ]
    bins = tuple(WalkBin(letter, order) for letter, order in zip("ABC", orders, strict=True))
    latte = tuple(WalkPart(each.letter, each.order.order_id, each.order.lines[0]) for each in bins[:2])
    part = WalkPart("C", orders[2].order_id, cake)
    return Walk(
        bins,
        (
            WalkRow("p1", lines[0].name, Names(zh_hans="咖啡", zh_hant="咖啡", en="Coffee"), latte),
            WalkRow("p9", cake.name, None, (part,)),
        ),
    )


HANDED = _order(
    "A-1021",
    "handed_over",
    -90,
    handed_over_ms=NOON_MS - 60 * MINUTE_MS,
    lines=tuple(
        replace(line, done=LineDone(handed_milli=line.qty_milli, handed_minor=line.total_minor))
        for line in ORDER.lines
    ),
)
"""An order that its customer has."""


@dataclass
class FakeOrders(FakeClearing):
    """A board, the work on it, and the codes of customers."""

    now: OrderBoard = FULL_BOARD
    searched: list[str] = field(default_factory=list)
    busy: FakeBusy = field(default_factory=FakeBusy)
    walk: FakeWalk = field(default_factory=FakeWalk)
    stock: FakeElsewhere = field(default_factory=FakeElsewhere)
    labels: FakeLabels = field(default_factory=FakeLabels)

    def board(self) -> OrderBoard:
        return self.now

    def find(self, text: str, *, limit: int = 20) -> Sequence[Order]:
        self.searched.append(text)
        return [each for each in self._all() if each.number.endswith(text)][:limit]

    def find_handed(self, text: str, *, limit: int = 10) -> Sequence[Order]:  # noqa: ARG002 - by its name
        return [HANDED] if HANDED.number.endswith(text) else []

    def get(self, order_id: str) -> Order | None:
        return next((each for each in (*self._all(), HANDED) if each.order_id == order_id), None)

    def start(self, actor: Actor, order_id: str) -> Order:  # noqa: ARG002 - by its name
        return self.get(order_id) or ORDER

    def mark_ready(self, actor: Actor, order_id: str, *, shelf: str) -> Order:  # noqa: ARG002 - by its name
        raise RuleError("order.no_shelf")

    def accept(self, actor: Actor, order_id: str) -> Order:
        return self.start(actor, order_id)

    def reject(self, actor: Actor, order_id: str, *, reason: str, note: str = "") -> Order:  # noqa: ARG002 - by its name
        return self.start(actor, order_id)

    def take_over(self, actor: Actor, order_id: str) -> Order:
        return self.start(actor, order_id)

    def pick(
        self,
        actor: Actor,
        order_id: str,
        *,
        picked: Mapping[str, int],  # noqa: ARG002 - by its name
        ends: bool = False,  # noqa: ARG002 - by its name
    ) -> Order:
        return self.start(actor, order_id)

    def pack(self, actor: Actor, order_id: str, *, bags: int, shelf: str = "") -> Order:  # noqa: ARG002 - by its name
        return self.start(actor, order_id)

    def by_reason(self, actor: Actor, order_id: str, *, reason: str) -> HandOverOffer:  # noqa: ARG002 - by its name
        raise RuleError("order.no_reason")

    def by_scan(self, text: str) -> HandOverOffer | OrderChoice:
        if text == "0012":
            return OrderChoice(self.now.ready[:2], text)
        if text != "good":
            raise RuleError("order.already_handed_over", NOON_MS - 90 * MINUTE_MS, "陈伟")
        return HandOverOffer(self.now.ready[0], HandOverProof("code", "ab"))

    def by_platform_code(self, order_id: str, text: str) -> HandOverOffer:  # noqa: ARG002 - by its name
        return HandOverOffer(self.now.ready[0], HandOverProof("platform_code", "ab"))

    def by_courier(self, order_id: str, *, number: str, courier: str) -> HandOverOffer:  # noqa: ARG002 - by its name
        raise RuleError("courier.wrong_number")

    def by_phone_and_name(self, order_id: str, *, phone_last4: str, name: str) -> HandOverOffer:  # noqa: ARG002 - by its name
        raise RuleError("pickup.no_match")

    def confirm(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        offer: HandOverOffer,
        *,
        age_checked: bool = False,
        quantities: Mapping[str, int] | None = None,  # noqa: ARG002 - by its name
    ) -> HandedOver:
        if offer.min_age and not age_checked:
            raise RuleError("order.age_not_checked", offer.min_age)
        return HandedOver("h1", offer.order.order_id, 11_000)

    def undo(self, actor: Actor, done: HandedOver) -> Order:  # noqa: ARG002 - by its name
        raise RuleError("order.wrong_state")

    def _all(self) -> list[Order]:
        return [*self.now.new, *self.now.picking, *self.now.ready, *self.now.trouble]
