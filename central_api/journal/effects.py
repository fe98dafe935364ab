"""What each type of fact does; the slice that owns an effect applies it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from central_api.balances import service as balances
from central_api.coupons import service as coupons
from central_api.enrolment import service as enrolment
from central_api.joining import service as joining
from central_api.journal import repository, rights
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member
from central_api.orders import service as orders
from central_api.payments import service as payments
from central_api.promises import service as promises
from central_api.proving import service as proving
from central_api.sales import service as sales
from central_api.stock import service as stock
from central_api.tiers import service as tiers
from central_api.uses import service as uses
from central_api.uses.schemas import Overrun
from retail_core.wire import facts, member_facts, order_facts, shift_facts, stock_facts, store_facts
from retail_core.wire.base import Message

_KEEPS_PROMISES: Final = frozenset({order_facts.ORDER_READY, order_facts.ORDER_HANDED_OVER})
"""Steps after which it is known whether an order was ready as promised."""

UNKNOWN_TYPE: Final = "park.unknown_type"


class NotAppliedError(Exception):
    """A fact that has to wait: ``code`` says for what; it is stored and acknowledged all the same."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class StoredFact:
    """A fact as it lies in the journal; ``body`` and ``personal`` are JSON text."""

    context: FactContext
    type: str
    version: int
    body: str
    personal: str | None


@dataclass(frozen=True, slots=True)
class _Stated:
    """A fact whose body was understood."""

    context: FactContext
    body: Message
    personal: Mapping[str, object] | None


Applier = Callable[[Unit, _Stated], list[DoubtfulFact]]


def apply(unit: Unit, fact: StoredFact) -> list[DoubtfulFact]:
    """Let a fact take effect; return what a person has to look at.

    Raises:
        NotAppliedError: ``park.unknown_type`` or ``park.malformed_body``; nothing was written.
    """
    model = facts.BODIES.get((fact.type, fact.version))
    if model is None:
        raise NotAppliedError(UNKNOWN_TYPE)
    try:
        body = model.model_validate_json(fact.body)
        personal = None if fact.personal is None else json.loads(fact.personal)
        applier = _APPLIERS.get(fact.type)
        doubts = [] if applier is None else applier(unit, _Stated(fact.context, body, personal))
        return [*doubts, *rights.missing(unit, fact.context.actor, fact_type=fact.type, body=body)]
    except ValidationError as error:
        code = "park.malformed_body"
        raise NotAppliedError(code) from error


def settle(unit: Unit) -> tuple[Overrun, ...]:
    """Bring balances up to what was applied, once for a batch and in order of their keys.

    Returns what turned out to be above a limit, which only the sum of everything can tell.
    """
    settled = uses.settle(unit)
    of_coupons = coupons.settle(unit)
    promises.settle(unit)
    valued = balances.settle(unit)
    burned = members.settle(unit, changed=settled.member_ids | valued.member_ids)
    breaches = [Overrun(each.entry_id, each.doubt) for each in stock.settle(unit)]
    return (*settled.overruns, *of_coupons, *valued.overruns, *burned, *breaches)


def _apply_sale(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    context, sale = stated.context, stated.body
    assert isinstance(sale, facts.SaleCompleted)
    person = None if stated.personal is None else facts.SalePerson.model_validate(stated.personal)
    buyer = None if person is None else members.buyer(unit, person)
    if person is not None and person.member_id is not None and buyer is not None:
        # Who joined twice is one account: the later id means the first one.
        person = person.model_copy(update={"member_id": buyer.member_id})
    if sales.is_known(unit, sale.sale_id):
        return [DoubtfulFact("sale.stated_twice", {"sale_id": sale.sale_id})]
    coupons.earn(unit, context, sale=sale, member_id=None if buyer is None else buyer.member_id)
    return [
        *sales.project_sale(unit, context, sale=sale, person=person),
        *stock.apply_sale(unit, context, sale=sale),
        *_apply_uses(unit, context, sale=sale, buyer=buyer),
        *members.apply_sale(unit, context, sale=sale, person=person),
        *balances.apply_sale(unit, context, sale=sale, person=person),
        *proving.doubts_of_sale(unit, sale=sale, person=person, buyer=buyer),
        *coupons.apply_sale(unit, context, sale=sale),
        *stock.apply_returns(unit, context, sale=sale),
        *members.apply_returns(unit, context, sale=sale, joined=_joined_points(unit, sale)),
        *coupons.apply_returns(unit, context, sale=sale),
        *orders.apply_sale(unit, context, sale=sale),
        *tiers.apply_sale(unit, context, sale=sale, member_id=None if buyer is None else buyer.member_id),
    ]


def _apply_enrolled(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    coupons.stock_till(unit, stated.context)
    return []


def _joined_points(unit: Unit, sale: facts.SaleCompleted) -> dict[str, int]:
    """Return which points go with returned goods of whoever joined by their receipts, by sale."""
    return {
        back.sale_id: sales.joining_points_taken(unit, back)
        for back in sale.returned
        if back.sale_id is not None
    }


def _apply_uses(
    unit: Unit, context: FactContext, *, sale: facts.SaleCompleted, buyer: Member | None
) -> list[DoubtfulFact]:
    """Count the uses of campaigns with limits; look at first purchases before this one is entered."""
    uses.apply_sale(unit, context, sale=sale, member_id=None if buyer is None else buyer.member_id)
    firsts = uses.for_first_purchases(unit, sale)
    if not firsts or (buyer is not None and members.is_first_purchase(unit, buyer)):
        return []
    return [
        DoubtfulFact("campaign.not_first_purchase", {"sale_id": sale.sale_id, "rule_id": rule_id})
        for rule_id in firsts
    ]


def _apply_top_up(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, facts.BalanceToppedUp)
    person = None if stated.personal is None else facts.SalePerson.model_validate(stated.personal)
    return balances.apply_top_up(unit, stated.context, fact=stated.body, person=person)


def _apply_z(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, facts.ShiftClosed)
    return sales.project_z(unit, stated.context, closed=stated.body)


def _order_applier(kind: str) -> Applier:
    def apply_step(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
        personal = stated.personal
        taker = None if personal is None else order_facts.CourierPerson.model_validate(personal)
        courier = "" if taker is None else taker.courier
        doubts = orders.apply(unit, stated.context, kind=kind, body=stated.body, courier=courier)
        if kind in _KEEPS_PROMISES:
            promises.look_at(unit, str(getattr(stated.body, "order_id", "")))
        return doubts

    return apply_step


def _apply_payment_doubted(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, facts.PaymentDoubted)
    return payments.apply_doubted(unit, stated.context, fact=stated.body)


def _apply_payment_resolved(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, facts.PaymentResolved)
    doubts = payments.apply_resolved(unit, stated.context, fact=stated.body)
    noted_in = payments.doubted_in(unit, stated.body.payment_id)
    if noted_in is not None:
        repository.end_exceptions(unit, noted_in, kind=payments.IN_DOUBT)
    return doubts


def _apply_cards_compared(_unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, shift_facts.CardsCompared)
    return payments.apply_compared(stated.body)


def _apply_member_joined(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, member_facts.MemberJoined)
    person = None if stated.personal is None else member_facts.JoinedPerson.model_validate(stated.personal)
    return joining.apply_joined(unit, stated.context, fact=stated.body, person=person)


def _apply_member_noted(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, member_facts.MemberNoted)
    person = None if stated.personal is None else member_facts.NotedPerson.model_validate(stated.personal)
    return joining.apply_noted(unit, stated.context, fact=stated.body, person=person)


def _apply_member_consented(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, member_facts.MemberConsented)
    person = None if stated.personal is None else member_facts.NamedPerson.model_validate(stated.personal)
    return joining.apply_consented(unit, stated.context, fact=stated.body, person=person)


def _apply_received(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, stock_facts.GoodsReceived)
    return stock.apply_received(unit, stated.context, fact=stated.body)


def _apply_wasted(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, stock_facts.GoodsWasted)
    return stock.apply_wasted(unit, stated.context, fact=stated.body)


def _apply_counted(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, stock_facts.GoodsCounted)
    return stock.apply_counted(unit, stated.context, fact=stated.body)


def _apply_sent(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, stock_facts.GoodsSent)
    return stock.apply_sent(unit, stated.context, fact=stated.body)


def _apply_arrived(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, stock_facts.GoodsArrived)
    return stock.apply_arrived(unit, stated.context, fact=stated.body)


def _apply_late(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, store_facts.OrderLate)
    return promises.apply_printed(unit, stated.context, fact=stated.body)


def _apply_busy(unit: Unit, stated: _Stated) -> list[DoubtfulFact]:
    assert isinstance(stated.body, store_facts.StoreBusy)
    context, busy = stated.context, stated.body
    enrolment.say_busy(
        unit, context.store_id, minutes=busy.minutes, until_ms=busy.until_ms, said_ms=context.wall_ms
    )
    return []


_APPLIERS: Final[dict[str, Applier]] = {
    facts.TILL_ENROLLED: _apply_enrolled,
    facts.SALE_COMPLETED: _apply_sale,
    facts.BALANCE_TOPPED_UP: _apply_top_up,
    facts.SHIFT_CLOSED: _apply_z,
    **{kind: _order_applier(kind) for kind, _ in order_facts.ORDER_BODIES},
    facts.PAYMENT_DOUBTED: _apply_payment_doubted,
    facts.PAYMENT_RESOLVED: _apply_payment_resolved,
    shift_facts.CARDS_COMPARED: _apply_cards_compared,
    member_facts.MEMBER_JOINED: _apply_member_joined,
    member_facts.MEMBER_NOTED: _apply_member_noted,
    member_facts.MEMBER_CONSENTED: _apply_member_consented,
    stock_facts.STOCK_RECEIVED: _apply_received,
    stock_facts.STOCK_WASTED: _apply_wasted,
    stock_facts.STOCK_COUNTED: _apply_counted,
    stock_facts.STOCK_SENT: _apply_sent,
    stock_facts.STOCK_ARRIVED: _apply_arrived,
    store_facts.STORE_BUSY: _apply_busy,
    store_facts.ORDER_LATE: _apply_late,
}
"""Types that are not here are kept and have no effect beyond the journal."""
