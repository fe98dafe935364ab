"""Goods that a store does not have, and another one does: a part of an order becomes an order there.

Source: docs/rules/orders.md, "Another store".
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from central_api.catalog import service as catalog
from central_api.enrolment import service as enrolment
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.facts import FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.orders import repository
from central_api.orders.following import Outcome, Why, follow
from central_api.orders.making import LETTERS, new_order
from central_api.orders.schemas import OrderDraft, OrderLine, Receiver, Standing
from central_api.orders.telling import goods_of, publish
from central_api.slots import service as slots
from central_api.stock import service as stock
from retail_core import order_steps as steps
from retail_core.order_payment import settled_apart
from retail_core.orders import LineDone, Share
from retail_core.wire import order_facts as facts
from retail_core.wire.enrolment import StoreCard

MOVED_MINUTES: Final = 60
"""So long a store without times of its own has for what another store did not have."""

_ID_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class _Part:
    """What goes to another store, and the order that it becomes there."""

    order_id: str
    lines: tuple[OrderLine, ...]
    settled: tuple[int, int] | None
    """What stays settled and what goes along; ``None``: all was paid online."""

    @property
    def total_minor(self) -> int:
        """What was agreed for it."""
        return sum(line.total_minor for line in self.lines)


def move(unit: Unit, context: FactContext, *, before: Standing, short: facts.OrderShort) -> str:
    """Let the store that a fact names hand a part of an order over; return why it cannot be, or "".

    Nothing is written where it cannot be. Raises :class:`retail_core.orders.StepRefused` as
    :func:`retail_core.order_steps.move_on`.
    """
    order = before.order
    after, shares = steps.move_on(before.progress, short.line_id, qty_milli=short.qty_milli)
    if order.paid_by_receipt:
        return "order.paid_here"  # It comes back by its receipt.
    if order.fulfilment != "pickup" or short.store_id in {None, order.store_id}:
        return "order.other_store_unfit"
    part = _part(before, shares, step_id=short.step_id)
    try:
        card = enrolment.store_card(unit, str(short.store_id))
        if card.currency != order.currency:
            return "order.other_store_unfit"
        _keep(unit, before, part=part, card=card)
    except ApiError as refused:
        return refused.code
    values: dict[str, object] = {} if part.settled is None else {"settled_minor": part.settled[0]}
    goods = [share for share in shares if not before.line(share.line_id).deposit]
    args = {"line_id": short.line_id, "store_id": card.store_id, "order_id": part.order_id}
    outcome = Outcome(after, freed=goods, values=values, args=args)
    follow(unit, before, step="moved_on", outcome=outcome, why=Why("order_moved", short.step_id, context))
    return ""


def _part(before: Standing, shares: Sequence[Share], *, step_id: str) -> _Part:
    lines = tuple(
        replace(
            before.line(share.line_id),
            qty_milli=share.qty_milli,
            total_minor=share.amount_minor,
            substitutes="",
            done=LineDone(),
        )
        for share in shares
    )
    moved_minor = sum(share.amount_minor for share in shares)
    settled_minor = before.order.settled_minor
    settled = (
        None
        if settled_minor is None
        else settled_apart(before.progress, settled_minor=settled_minor, moved_minor=moved_minor)
    )
    # The same fact, told again after a restore, makes the same order.
    order_id = hashlib.sha256(f"moved:{step_id}".encode()).hexdigest()[:_ID_DIGITS]
    return _Part(order_id, lines, settled)


def _keep(unit: Unit, before: Standing, *, part: _Part, card: StoreCard) -> None:
    """Take a store's rights and a place in its times, and place the part there."""
    order = before.order
    product_ids = {line.product_id for line in part.lines}
    products = catalog.products(unit, card.store_id, product_ids=product_ids).values()
    heard_ms = enrolment.heard_ms(unit, card.store_id)
    floor = stock.floor_of(card, products, heard_ms=heard_ms, now_ms=unit.now_ms)
    promised: list[int] = []
    stock.keep_moved(
        unit,
        floor,
        order_id=part.order_id,
        wanted=goods_of(part.lines),
        promise=lambda: promised.append(
            slots.promise(unit, card, order_id=part.order_id, wanted_ms=None, minutes=MOVED_MINUTES)
        ),
    )
    buyer = None if order.member_id is None else members.get(unit, order.member_id)
    draft = OrderDraft(
        request_id=f"moved:{part.order_id}",
        store_id=card.store_id,
        member_id=order.member_id or "",
        channel=order.channel,
        lines=part.lines,
        promise_minutes=MOVED_MINUTES,
        order_id=part.order_id,
        points=order.points * part.total_minor // order.total_minor if order.total_minor else 0,
        promised_ms=promised[0],
        settled_minor=None if part.settled is None else part.settled[1],
        receiver=Receiver(order.masked_name, order.phone_last4),
    )
    number = f"{LETTERS.get(order.channel, 'X')}{repository.take_number(unit, card.store_id):03d}"
    made = new_order(unit, draft, number=number, buyer=buyer, store=card, tenant=keys.tenant_number(unit))
    made = replace(made, moved_from=order.moved_from or order.order_id)
    repository.insert(unit, made, lines=part.lines, request_id=draft.request_id)
    repository.note(unit, part.order_id, step="placed", context=None, args={"moved_from": order.order_id})
    publish(unit, part.order_id)
