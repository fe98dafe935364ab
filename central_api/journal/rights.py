"""Which rights a fact needed of its actor; one that was missing is an exception, never a refusal.

The till checks rights before it acts. This is the second look, for a till whose list was old or altered.
"""

from collections.abc import Callable
from typing import Final

from central_api.journal import acts, shift_acts
from central_api.kit.facts import DoubtfulFact
from central_api.kit.unit import Unit
from central_api.staff import service as staff
from retail_core.wire import facts, member_facts, order_facts, shift_facts, stock_facts, store_facts
from retail_core.wire.base import Message

_Need = tuple[str, int]
"""A verb, and the amount that its limit is compared with; 0 for verbs without one."""


def missing(unit: Unit, actor: str, *, fact_type: str, body: Message) -> list[DoubtfulFact]:
    """Return what the actor of a fact was not allowed to do."""
    if isinstance(body, facts.BasketAbandoned):
        # Giving up needs no right, but for what somebody else had parked.
        return acts.doubts(unit, actor, acts=body.acts)
    needs_of = _NEEDS.get(fact_type)
    if needs_of is None:
        return []
    found = staff.find(unit, actor)
    if found is None:
        return [DoubtfulFact("staff.unknown", {"staff_id": actor})]
    _, person = found
    if not person.active:
        return [DoubtfulFact("staff.inactive", {"staff_id": actor})]
    needs = [*needs_of(body), *shift_acts.needs_of_foreign_drawer(actor, body)]
    doubts = [
        DoubtfulFact("right.missing", {"staff_id": actor, "verb": verb, "amount": amount})
        for verb, amount in needs
        if not acts.allows(person.rights, verb, amount=amount)
    ]
    if isinstance(body, facts.SaleCompleted):
        doubts += acts.doubts_of_sale(unit, actor, sale=body)
    elif isinstance(body, facts.BasketRecalled):
        doubts += acts.doubts_of_recalled(unit, actor, recalled=body)
    elif isinstance(body, facts.CouponOfflineExtended):
        doubts += acts.doubts(unit, actor, acts=(_extension(body),))
    elif isinstance(body, facts.PaymentResolved) and body.means == "person":
        doubts += acts.doubts(unit, actor, acts=(_decision(body),))
    else:
        doubts += acts.doubts(unit, actor, acts=shift_acts.acts_of(body)) + shift_acts.own_differences(body)
    return doubts


def _decision(body: facts.PaymentResolved) -> facts.CashierAct:
    """Return what a person decided about a payment, as the act that it was."""
    return facts.CashierAct(
        kind="payment.resolve",
        line_id=None,
        value=int(body.outcome == "paid"),
        amount_minor=body.amount_minor,
        reason=body.outcome,
        approved_by=body.approved_by,
    )


def _extension(body: facts.CouponOfflineExtended) -> facts.CashierAct:
    """Return the time that somebody added for coupons, as the act that it was."""
    return facts.CashierAct(
        kind="coupon.offline_extend",
        line_id=None,
        value=0,
        amount_minor=0,
        reason="offline",
        approved_by=body.approved_by,
    )


def _of_sale(body: Message) -> list[_Need]:
    assert isinstance(body, facts.SaleCompleted)
    open_items = [line.list_minor for line in body.lines if line.product_id is None and not line.reward_id]
    return [
        *([("sell", 0)] if body.lines else []),
        *([("sell.open_price", max(open_items))] if open_items else []),
        *_of_returns(body),
    ]


def _of_returns(sale: facts.SaleCompleted) -> list[_Need]:
    """Return what taking goods back needed, except what an act states: that is checked by itself."""
    needs: list[_Need] = [(_verb_of(back), back.refund_minor) for back in sale.returned]
    instead = sum(
        part.amount_minor - part.moved_minor
        for back in sale.returned
        for part in back.parts
        if part.given_as == "cash" and part.kind != "cash"
    )
    if instead:
        needs.append(("refund.cash", instead))
    stated = [(act.kind, abs(act.amount_minor)) for act in sale.acts]
    open_needs = []
    for verb, amount_minor in needs:
        covering = [each for each in stated if each[0] == verb and each[1] >= amount_minor]
        if covering:
            stated.remove(min(covering))
        else:
            open_needs.append((verb, amount_minor))
    return open_needs


def _verb_of(back: facts.ReturnedReceipt) -> str:
    """Return what taking these goods back asks for; empties need no receipt."""
    has_proof = back.sale_id is not None or all(line.deposit for line in back.lines)
    return "sale.return" if has_proof else "sale.return_without_receipt"


def _always(verb: str) -> Callable[[Message], list[_Need]]:
    return lambda _body: [(verb, 0)]


def _of_hand_over(body: Message) -> list[_Need]:
    assert isinstance(body, order_facts.OrderHandedOver)
    is_proven = body.means != "right_and_reason"
    return [("order.hand_over" if is_proven else "order.hand_over_any", 0)]


_NEEDS: Final[dict[str, Callable[[Message], list[_Need]]]] = {
    facts.SALE_COMPLETED: _of_sale,
    facts.BALANCE_TOPPED_UP: _always("sell"),
    facts.BASKET_PARKED: _always("sell"),
    facts.BASKET_RECALLED: _always("sell"),
    shift_facts.SHIFT_OPENED: _always("shift.open"),
    shift_facts.SHIFT_SUSPENDED: _always("shift.open"),
    shift_facts.SHIFT_RESUMED: _always("shift.open"),
    shift_facts.SHIFT_READ: lambda _body: [],  # looked at as an act
    shift_facts.SHIFT_COUNTED: _always("shift.close"),
    shift_facts.CARDS_COMPARED: _always("shift.close"),
    shift_facts.SHIFT_CLOSED: _always("shift.close"),
    shift_facts.CASH_MOVED: lambda _body: [],  # looked at as an act
    shift_facts.DRAWER_OPENED: lambda _body: [],  # looked at as an act
    shift_facts.DAY_CLOSED: _always(shift_facts.DAY_CLOSE_RIGHT),
    **dict.fromkeys(
        (
            order_facts.ORDER_ACCEPTED,
            order_facts.ORDER_REJECTED,
            order_facts.ORDER_PICKING,
            order_facts.ORDER_TAKEN_OVER,
            order_facts.ORDER_PICKED,
            order_facts.ORDER_SHORT,
            order_facts.ORDER_PACKED,
            order_facts.ORDER_READY,
            order_facts.ORDER_PUT_BACK,
        ),
        _always("order.pick"),
    ),
    order_facts.ORDER_HANDED_OVER: _of_hand_over,
    order_facts.ORDER_HAND_OVER_UNDONE: _always("order.hand_over"),
    order_facts.ORDER_GIVEN_UP: _always("order.hand_over"),
    order_facts.ORDER_RETURNED: _always("order.hand_over"),
    facts.PAYMENT_RESOLVED: lambda _body: [],  # what a person decided is looked at as an act
    facts.RECEIPT_REPRINTED: _always("receipt.reprint"),
    facts.COUPON_OFFLINE_EXTENDED: lambda _body: [],  # looked at as an act
    member_facts.MEMBER_JOINED: _always("sell"),
    member_facts.MEMBER_CONSENTED: _always("sell"),
    member_facts.MEMBER_NOTED: _always("member.edit"),
    member_facts.MEMBER_REVEALED: _always("member.reveal"),
    stock_facts.STOCK_RECEIVED: _always("stock.receive"),
    stock_facts.STOCK_WASTED: _always("stock.waste"),
    stock_facts.STOCK_COUNTED: _always("stock.count"),
    stock_facts.STOCK_SENT: _always("stock.transfer"),
    stock_facts.STOCK_ARRIVED: _always("stock.transfer"),
    store_facts.STORE_BUSY: _always(store_facts.ORDER_BUSY_RIGHT),
}
"""Types that are not here need no right."""
