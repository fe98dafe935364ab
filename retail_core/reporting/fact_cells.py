"""What any fact of a till adds to the cells, and to which shift and day it belongs.

Source: docs/rules/figures.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from retail_core.money import round_ratio
from retail_core.reporting.cells import Cells, FactContext, KnownOrder, Lookups, Tally, hour_of
from retail_core.reporting.sale_cells import (
    DELIVERY,
    PICKUP,
    add_acts,
    opens_drawer,
    removed_cells,
    sale_cells,
    tender_cells,
)
from retail_core.wire import facts, member_facts, order_facts, shift_facts, stock_facts
from retail_core.wire.base import Message

ON_TIME = "0"
UNKNOWN = "unknown"
DELAYS: Final = (ON_TIME, "1-10", "11-30", "31-60", "61+", UNKNOWN)
"""Minutes between the promise and the moment an order was ready."""

_MOVES: Final[Mapping[shift_facts.MoveKind, tuple[str, str]]] = {
    "paid_in": ("paid_in", "paid_in_value"),
    "paid_out": ("paid_out", "paid_out_value"),
    "safe_drop": ("safe_drops", "safe_drop_value"),
    "float_added": ("floats_added", "float_added_value"),
}
_MINUTE_MS = 60_000
_THOUSANDTHS = 1000
_DELAY_ENDS = ((10, "1-10"), (30, "11-30"), (60, "31-60"))


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact that is being added: where to, and what is known beside it."""

    tally: Tally
    context: FactContext


_Adder = Callable[[_Fact, Message], None]


def cells_of(entry_type: str, body: Message, *, context: FactContext) -> Cells:
    """Return what one fact adds to reports; nothing for a fact that no report counts.

    Args:
        entry_type: As in the journal, ``sale.completed``.
        body: The fact, parsed.
        context: Who stated it, when, and in which store.
    """
    cells: Cells = {}
    adder = _ADDERS.get(entry_type)
    if adder is not None:
        adder(_Fact(Tally(cells, context.keys), context), body)
    return cells


def is_counted(entry_type: str) -> bool:
    """Return whether facts of a type add to any report."""
    return entry_type in _ADDERS


COUNTED_TYPES: tuple[str, ...]
"""The types of facts that add to reports."""


def hand_over_channel(means: str, order_id: str, *, lookups: Lookups) -> str:
    """Return ``delivery`` for what a courier took, ``pickup`` for what its customer took."""
    order = lookups.order(order_id)
    by_courier = means == "courier" if order is None else order.fulfilment == "courier"
    return DELIVERY if by_courier else PICKUP


def delay_of(minutes_late: int) -> str:
    """Return the step of :data:`DELAYS` for an order that was ready so many minutes after its promise."""
    if minutes_late <= 0:
        return ON_TIME
    return next((name for end, name in _DELAY_ENDS if minutes_late <= end), "61+")


def _sale(fact: _Fact, body: Message) -> None:
    assert isinstance(body, facts.SaleCompleted)
    sale_cells(fact.tally, body)


def _topped_up(fact: _Fact, body: Message) -> None:
    assert isinstance(body, facts.BalanceToppedUp)
    fact.tally.add("top_ups", 1)
    fact.tally.add("top_up_value", body.principal_minor)
    fact.tally.add("top_up_bonus", body.bonus_minor)
    fact.tally.add("drawer_openings", int(opens_drawer(body.tenders)))
    tender_cells(fact.tally, body.tenders, measure="top_up_tendered")


def _abandoned(fact: _Fact, body: Message) -> None:
    assert isinstance(body, facts.BasketAbandoned)
    tally = fact.tally.under(reason=body.reason)
    tally.add("abandoned", 1)
    tally.add("abandoned_value", body.total_minor)
    tally.add("voids_after_total", int(body.after_total))
    removed_cells(tally, body.lines)
    add_acts(tally, body.acts)


def _recalled(fact: _Fact, body: Message) -> None:
    assert isinstance(body, facts.BasketRecalled)
    add_acts(fact.tally, body.acts)


def _reprinted(fact: _Fact, body: Message) -> None:
    assert isinstance(body, facts.ReceiptReprinted)
    fact.tally.add("copies", 1)


def _shift_closed(fact: _Fact, body: Message) -> None:
    assert isinstance(body, facts.ShiftClosed)
    fact.tally.add("shifts_closed", 1)
    fact.tally.add("approvals", int(body.approved_by not in {None, body.closed_by}))
    for count in body.tenders:
        tally = fact.tally.under(tender=count.kind)
        tally.add("expected", count.expected_minor)
        tally.add("counted", count.counted_minor)
        tally.add("short", max(0, -count.difference_minor))
        tally.add("over", max(0, count.difference_minor))


def _cash_moved(fact: _Fact, body: Message) -> None:
    assert isinstance(body, shift_facts.CashMoved)
    number, value = _MOVES[body.kind]
    tally = fact.tally.under(reason=body.reason)
    tally.add(number, 1)
    tally.add(value, body.amount_minor)
    tally.add("drawer_openings", 1)
    tally.add("approvals", int(body.approved_by is not None))


def _drawer_opened(fact: _Fact, body: Message) -> None:
    assert isinstance(body, shift_facts.DrawerOpened)
    tally = fact.tally.under(reason=body.reason)
    tally.add("no_sales", 1)
    tally.add("drawer_openings", 1)
    tally.add("approvals", int(body.approved_by is not None))


def _drawer_closed(fact: _Fact, body: Message) -> None:
    assert isinstance(body, shift_facts.DrawerClosed)
    fact.tally.add("drawer_timed", 1)
    fact.tally.add("drawer_seconds", body.open_s)


def _read(fact: _Fact, body: Message) -> None:
    assert isinstance(body, shift_facts.ShiftRead)
    fact.tally.add("approvals", int(body.approved_by is not None))
    fact.tally.add("x_reads", 1)


def _joined(fact: _Fact, body: Message) -> None:
    assert isinstance(body, member_facts.MemberJoined)
    fact.tally.add("member_joins", 1)


def _handed_over(fact: _Fact, body: Message) -> None:
    assert isinstance(body, order_facts.OrderHandedOver)
    if body.fulfilment is None:
        channel = hand_over_channel(body.means, body.order_id, lookups=fact.context.lookups)
    else:
        channel = DELIVERY if body.fulfilment == "courier" else PICKUP
    tally = fact.tally.under(channel=channel)
    tally.add("hand_overs", 1)
    tally.add("hand_over_value", body.value_minor)


def _hand_over_undone(fact: _Fact, body: Message) -> None:
    assert isinstance(body, order_facts.OrderHandOverUndone)
    known = fact.context.lookups.hand_over(body.hand_over_id)
    if known is None:
        return
    hour = hour_of(known.at_ms, fact.context.time_zone)
    tally = fact.tally.under(hour=hour, cashier=known.actor, channel=known.channel)
    tally.add("hand_overs", -1)
    tally.add("hand_over_value", -known.value_minor)


def _ready(fact: _Fact, body: Message) -> None:
    assert isinstance(body, order_facts.OrderStep)
    known = fact.context.lookups.order(body.order_id)
    if body.promised_ms is not None:
        known = KnownOrder(body.fulfilment, body.promised_ms)
    if known is None:
        fact.tally.under(channel=PICKUP, delay=UNKNOWN).add("orders_ready", 1)
        return
    minutes = max(0, -((known.promised_ms - fact.context.at_ms) // _MINUTE_MS))
    channel = DELIVERY if known.fulfilment == "courier" else PICKUP
    tally = fact.tally.under(channel=channel, delay=delay_of(minutes))
    tally.add("orders_ready", 1)
    tally.add("orders_on_time", int(minutes == 0))
    tally.add("minutes_late", minutes)


def _rejected(fact: _Fact, body: Message) -> None:
    assert isinstance(body, order_facts.OrderRejected)
    fact.tally.under(reason=body.reason).add("orders_rejected", 1)


def _given_up(fact: _Fact, body: Message) -> None:
    assert isinstance(body, order_facts.OrderGivenUp)
    refund = sum(line.refund_minor for line in body.lines)
    fact.tally.under(reason=body.reason).add("orders_refunded_value", refund)


def _short(fact: _Fact, body: Message) -> None:
    assert isinstance(body, order_facts.OrderShort)
    fact.tally.under(reason=body.choice).add("orders_refunded_value", body.refund_minor)


def _brought_back(fact: _Fact, body: Message) -> None:
    assert isinstance(body, order_facts.OrderReturned)
    fact.tally.add("orders_returned", 1)
    fact.tally.add("orders_returned_value", sum(line.refund_minor for line in body.lines))


def _wasted(fact: _Fact, body: Message) -> None:
    assert isinstance(body, stock_facts.GoodsWasted)
    cost = _at_cost(((line.product_id, line.qty_milli) for line in body.lines), fact.context.lookups)
    fact.tally.under(reason=body.reason).add("wasted_cost", cost)


def _counted(fact: _Fact, body: Message) -> None:
    assert isinstance(body, stock_facts.GoodsCounted)
    for line in body.lines:
        missing = _at_cost([(line.product_id, line.level_milli - line.counted_milli)], fact.context.lookups)
        fact.tally.under(reason=line.reason).add("missing_cost", missing)


def _at_cost(goods: Iterable[tuple[str, int]], lookups: Lookups) -> int:
    """Return what goods cost the shop, as far as it is known; each product is rounded once."""
    costs = ((lookups.unit_cost(product_id), qty_milli) for product_id, qty_milli in goods)
    return sum(round_ratio(cost * qty_milli, _THOUSANDTHS) for cost, qty_milli in costs if cost is not None)


_ADDERS: Final[Mapping[str, _Adder]] = {
    facts.SALE_COMPLETED: _sale,
    facts.BALANCE_TOPPED_UP: _topped_up,
    facts.BASKET_ABANDONED: _abandoned,
    facts.BASKET_RECALLED: _recalled,
    facts.RECEIPT_REPRINTED: _reprinted,
    facts.SHIFT_CLOSED: _shift_closed,
    shift_facts.CASH_MOVED: _cash_moved,
    shift_facts.DRAWER_OPENED: _drawer_opened,
    shift_facts.DRAWER_CLOSED: _drawer_closed,
    shift_facts.SHIFT_READ: _read,
    member_facts.MEMBER_JOINED: _joined,
    order_facts.ORDER_HANDED_OVER: _handed_over,
    order_facts.ORDER_HAND_OVER_UNDONE: _hand_over_undone,
    order_facts.ORDER_READY: _ready,
    order_facts.ORDER_REJECTED: _rejected,
    order_facts.ORDER_GIVEN_UP: _given_up,
    order_facts.ORDER_SHORT: _short,
    order_facts.ORDER_RETURNED: _brought_back,
    stock_facts.STOCK_WASTED: _wasted,
    stock_facts.STOCK_COUNTED: _counted,
}

COUNTED_TYPES = tuple(_ADDERS)
