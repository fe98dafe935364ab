"""The facts that tills state about orders.

A fact is never refused. A step that does not fit the order changes nothing of it; it is written down and
comes back as a doubtful fact with what both sides know, so that a person can clear it up.

Source: docs/rules/orders.md, "When a fact does not fit".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from central_api.catalog import service as catalog
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.orders import moving, repository
from central_api.orders.following import Outcome, Why, follow
from central_api.orders.keeping import deadline_ms
from central_api.orders.schemas import OrderLine, Standing
from central_api.orders.telling import publish
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core import order_steps as steps
from retail_core.cost import line_cost
from retail_core.orders import Line, LineDone, Share, StepRefused, substitute_fault
from retail_core.wire import order_facts as facts
from retail_core.wire.base import Message

UNDO_MS = 10_000
"""How long the person who handed an order over may take that back."""

_MOST_TEXT = 400
Doubts = list[DoubtfulFact]


@dataclass(frozen=True, slots=True)
class _Stated:
    """A fact and the order that it is about."""

    context: FactContext
    before: Standing
    body: Message


Applier = Callable[[Unit, _Stated], Doubts]


def apply(unit: Unit, context: FactContext, *, kind: str, body: Message, courier: str = "") -> Doubts:
    """Let a fact of a type of :data:`retail_core.wire.order_facts.ORDER_BODIES` take effect."""
    if isinstance(body, facts.OrderHandedOver):
        return _apply_hand_over(unit, context, fact=body, courier=courier)
    if isinstance(body, facts.OrderHandOverUndone):
        return _apply_undo(unit, context, fact=body)
    order_id = str(getattr(body, "order_id", ""))
    before = repository.hold(unit, order_id)
    if before is None:
        return [DoubtfulFact("order.unknown", {"order_id": order_id})]
    try:
        return _APPLIERS[kind](unit, _Stated(context, before, body))
    except StepRefused as refused:
        step = kind.removeprefix("order.")
        args = {"step": step, "why": refused.code, "state": before.order.state}
        repository.note(unit, order_id, step="refused", context=context, args=args)
        publish(unit, order_id)
        return [_doubt(before, refused, step=step, body=body)]


def _accepted(unit: Unit, stated: _Stated) -> Doubts:
    context, before = stated.context, stated.before
    outcome = Outcome(steps.accept(before.progress))
    follow(unit, before, step="accepted", outcome=outcome, why=Why("accepted", context.entry_id, context))
    return []


def _rejected(unit: Unit, stated: _Stated) -> Doubts:
    context, before, body = stated.context, stated.before, stated.body
    assert isinstance(body, facts.OrderRejected)
    after, shares = steps.reject(before.progress)
    outcome = Outcome(
        after,
        refunded=shares,
        freed=shares,
        values={"reason": body.reason},
        args={"reason": body.reason, "note": body.note},
    )
    why = Why("order_rejected", before.order.order_id, context)
    follow(unit, before, step="rejected", outcome=outcome, why=why)
    return []


def _picking(unit: Unit, stated: _Stated) -> Doubts:
    context, before = stated.context, stated.before
    outcome = Outcome(steps.begin_picking(before.progress, context.actor))
    follow(unit, before, step="picking", outcome=outcome, why=Why("picking", context.entry_id, context))
    return []


def _taken_over(unit: Unit, stated: _Stated) -> Doubts:
    context, before = stated.context, stated.before
    after, others = steps.take_over(before.progress, context.actor)
    outcome = Outcome(after, args={"from": list(others)})
    follow(unit, before, step="taken_over", outcome=outcome, why=Why("taken_over", context.entry_id, context))
    return []


def _picked(unit: Unit, stated: _Stated) -> Doubts:
    context, before, body = stated.context, stated.before, stated.body
    assert isinstance(body, facts.OrderPicked)
    picked = {line.line_id: line.picked_milli for line in body.lines}
    after = steps.pick(before.progress, picked, who=context.actor, ends=body.ends)
    outcome = Outcome(after, args={"lines": picked})
    follow(unit, before, step="picked", outcome=outcome, why=Why("picked", context.entry_id, context))
    return []


def _short(unit: Unit, stated: _Stated) -> Doubts:
    context, before, body = stated.context, stated.before, stated.body
    assert isinstance(body, facts.OrderShort)
    if body.choice == "substitute" and body.substitute is not None:
        return _substituted(unit, stated, short=body)
    why_not = moving.move(unit, context, before=before, short=body) if body.choice == "other_store" else None
    if why_not == "":
        return []
    after, shares = steps.give_up(before.progress, {body.line_id: body.qty_milli})
    outcome = Outcome(after, refunded=shares, freed=shares, args={"line_id": body.line_id})
    follow(unit, before, step="short", outcome=outcome, why=Why("order_short", body.step_id, context))
    if why_not is not None:
        return [_not_moved(before, shares, short=body, why=why_not)]
    return _differs(before, shares, stated=body.refund_minor, step_id=body.step_id)


def _substituted(unit: Unit, stated: _Stated, *, short: facts.OrderShort) -> Doubts:
    context, before = stated.context, stated.before
    found = short.substitute
    assert found is not None, "looked at before"
    of = before.progress.line(short.line_id)
    by = Line(
        found.line_id,
        found.qty_milli,
        found.price_minor,
        done=LineDone(picked_milli=found.qty_milli, picker=context.actor),
    )
    after, given = steps.substitute(before.progress, short.line_id, qty_milli=short.qty_milli, by=by)
    new = after.line(found.line_id)
    products = catalog.products(unit, before.order.store_id, product_ids=(found.product_id,))
    product = products.get(found.product_id)
    line = OrderLine(
        line_id=found.line_id,
        product_id=found.product_id,
        name=found.name,
        qty_milli=found.qty_milli,
        total_minor=new.total_minor,
        min_age=found.min_age,
        substitutes=short.line_id,
        done=new.done,
        category_id="" if product is None else product.category_id,
        cost_minor=None if product is None else line_cost(product.cost_minor, found.qty_milli),
    )
    outcome = Outcome(
        after,
        refunded=given,
        freed=(Share(short.line_id, short.qty_milli, 0),),
        added=(line,),
        args={"line_id": short.line_id, "by": found.product_id},
    )
    why = Why("order_substituted", short.step_id, context)
    follow(unit, before, step="substituted", outcome=outcome, why=why)
    ordered = before.line(short.line_id)
    fault = substitute_fault(
        ordered.preference,
        share_minor=of.share_minor(short.qty_milli),
        price_minor=found.price_minor,
        cap_minor=ordered.cap_minor * short.qty_milli // 1_000,
        asked=found.asked,
    )
    doubts = _differs(before, given, stated=short.refund_minor, step_id=short.step_id)
    if fault:
        args: dict[str, str | int] = {"order_id": before.order.order_id, "line_id": short.line_id}
        doubts.append(DoubtfulFact("order.substitute_unwanted", {**args, "why": fault}))
    return doubts


def _packed(unit: Unit, stated: _Stated) -> Doubts:
    context, before, body = stated.context, stated.before, stated.body
    assert isinstance(body, facts.OrderPacked)
    values: dict[str, object] = {"bags": body.bags, "shelf": body.shelf or before.order.shelf}
    outcome = Outcome(steps.pack(before.progress), values=values, args={"bags": body.bags})
    follow(unit, before, step="packed", outcome=outcome, why=Why("packed", context.entry_id, context))
    return []


def _ready(unit: Unit, stated: _Stated) -> Doubts:
    context, before, body = stated.context, stated.before, stated.body
    assert isinstance(body, facts.OrderStep)
    after = steps.make_ready(before.progress)
    values: dict[str, object] = {
        "ready_ms": context.wall_ms,
        "shelf": body.shelf or before.order.shelf,
        "deadline_ms": deadline_ms(unit, before, after=after, since_ms=context.wall_ms),
    }
    outcome = Outcome(after, values=values)
    follow(unit, before, step="ready", outcome=outcome, why=Why("ready", context.entry_id, context))
    return []


def _given_up(unit: Unit, stated: _Stated) -> Doubts:
    context, before, body = stated.context, stated.before, stated.body
    assert isinstance(body, facts.OrderGivenUp)
    quantities = _summed([(line.line_id, line.qty_milli) for line in body.lines])
    after, shares = steps.give_up(before.progress, quantities)
    values: dict[str, object] = {} if after.is_open else {"reason": body.reason}
    args = {"reason": body.reason, "note": body.note}
    outcome = Outcome(after, refunded=shares, freed=shares, values=values, args=args)
    follow(unit, before, step="given_up", outcome=outcome, why=Why("order_given_up", body.step_id, context))
    told_minor = sum(line.refund_minor for line in body.lines)
    return _differs(before, shares, stated=told_minor, step_id=body.step_id)


def _returned(unit: Unit, stated: _Stated) -> Doubts:
    context, before, body = stated.context, stated.before, stated.body
    assert isinstance(body, facts.OrderReturned)
    quantities = _summed([(line.line_id, line.qty_milli) for line in body.lines])
    after, shares = steps.take_back(before.progress, quantities)
    outcome = Outcome(after, refunded=shares, args={"reason": body.reason})
    follow(unit, before, step="returned", outcome=outcome, why=Why("order_returned", body.step_id, context))
    back = [
        (sign, cause, line.line_id, line.qty_milli)
        for line in body.lines
        for sign, cause in (
            ((1, stock.RETURN),) if line.restock else ((1, stock.RETURN), (-1, stock.WRITE_OFF))
        )
    ]
    stock.move(unit, [_on_hand(context, before, moved=moved, ref=body.step_id) for moved in back])
    told_minor = sum(line.refund_minor for line in body.lines)
    return _differs(before, shares, stated=told_minor, step_id=body.step_id)


def _put_back(unit: Unit, stated: _Stated) -> Doubts:
    context, before, body = stated.context, stated.before, stated.body
    assert isinstance(body, facts.OrderPutBack)
    quantities = _summed([(line.line_id, line.qty_milli) for line in body.lines])
    outcome = Outcome(steps.put_back(before.progress, quantities), args={"lines": quantities})
    follow(unit, before, step="put_back", outcome=outcome, why=Why("put_back", body.step_id, context))
    wasted = [(-1, stock.WRITE_OFF, line.line_id, line.qty_milli) for line in body.lines if line.wasted]
    stock.move(unit, [_on_hand(context, before, moved=moved, ref=body.step_id) for moved in wasted])
    return []


def _apply_hand_over(
    unit: Unit, context: FactContext, *, fact: facts.OrderHandedOver, courier: str
) -> Doubts:
    """An order left the store: once for each piece, a second time it is an exception with both sides."""
    before = repository.hold(unit, fact.order_id)
    first = repository.accepted_hand_over(unit, fact.order_id)
    refused: StepRefused | None = None
    step = None
    if before is not None:
        try:
            step = steps.hand_over(
                before.progress, _summed([(line.line_id, line.qty_milli) for line in fact.lines])
            )
        except StepRefused as error:
            refused = error
    row = {**_hand_over_row(context, fact, accepted=step is not None), "courier": courier}
    if not repository.insert_hand_over(unit, row):
        return []
    if before is None:
        return [DoubtfulFact("order.unknown", {"order_id": fact.order_id})]
    args = {"hand_over_id": fact.hand_over_id, "means": fact.means}
    if step is None:
        repository.note(unit, fact.order_id, step="handed_over_again", context=context, args=args)
        # Also what did not count: the till took its own step for done and learns here how the order stands.
        publish(unit, fact.order_id)
        assert refused is not None, "it did not fit"
        first_id = "" if first is None else first.hand_over_id
        return [_second(before, fact, refused=refused, first_id=first_id)]
    after, shares = step
    repository.insert_hand_over_lines(unit, fact.hand_over_id, shares=shares)
    values: dict[str, object] = {"handed_over_ms": context.wall_ms, "courier": courier}
    if after.is_open:
        # The rest has its own time.
        values["deadline_ms"] = deadline_ms(unit, before, after=after, since_ms=context.wall_ms)
    outcome = Outcome(after, values=values, args=args)
    why = Why("hand_over", fact.hand_over_id, context)
    follow(unit, before, step="handed_over", outcome=outcome, why=why)
    stock.hand_over(unit, context, hand_over_id=fact.hand_over_id, lines=_gone(before, shares))
    doubts = []
    if before.order.store_id != context.store_id:
        doubts.append(DoubtfulFact("order.other_store", {"order_id": fact.order_id}))
    due = before.due_minor
    if due:
        unpaid: dict[str, str | int] = {"order_id": fact.order_id, "due_minor": due}
        doubts.append(DoubtfulFact("order.not_paid", unpaid))
    return doubts


def _apply_undo(unit: Unit, context: FactContext, *, fact: facts.OrderHandOverUndone) -> Doubts:
    """A hand-over was a slip: what it took is open again, and the order's code is good again."""
    done = repository.find_hand_over(unit, fact.hand_over_id)
    if done is None or done.order_id != fact.order_id:
        return [DoubtfulFact("order.hand_over_unknown", {"hand_over_id": fact.hand_over_id})]
    if not repository.undo_hand_over(unit, fact.hand_over_id, undone_ms=context.wall_ms):
        return []
    before = repository.hold(unit, fact.order_id)
    if before is None:
        # Placed after the backup that this server was put back from; the hand-over was doubtful already.
        return [DoubtfulFact("order.unknown", {"order_id": fact.order_id})]
    args = {"hand_over_id": fact.hand_over_id}
    if done.accepted:
        shares = repository.hand_over_lines(unit, fact.hand_over_id)
        try:
            after = steps.undo_hand_over(before.progress, shares)
        except StepRefused as refused:
            return [_doubt(before, refused, step="hand_over_undone", body=fact)]
        values = {} if after.was_handed else {"handed_over_ms": None, "courier": ""}
        why = Why("hand_over_undone", fact.hand_over_id, context)
        outcome = Outcome(after, values=values, args=args)
        follow(unit, before, step="hand_over_undone", outcome=outcome, why=why)
        stock.undo_hand_over(unit, context, hand_over_id=fact.hand_over_id, lines=_gone(before, shares))
    else:
        repository.note(unit, fact.order_id, step="hand_over_undone", context=context, args=args)
        publish(unit, fact.order_id)
    in_time = context.wall_ms - done.handed_ms <= UNDO_MS
    if in_time and done.actor == context.actor:
        return []
    return [DoubtfulFact("order.undo_not_allowed", {"hand_over_id": fact.hand_over_id})]


def _gone(before: Standing, shares: Sequence[Share]) -> list[facts.HandOverLine]:
    """Return what a hand-over moves of the stock; deposits have none."""
    pairs = [(before.line(share.line_id), share) for share in shares]
    return [
        facts.HandOverLine(
            line_id=line.line_id,
            product_id=line.product_id,
            qty_milli=share.qty_milli,
            pack_pieces=line.pack_pieces,
        )
        for line, share in pairs
        if not line.deposit
    ]


def _on_hand(
    context: FactContext, before: Standing, *, moved: tuple[int, str, str, int], ref: str
) -> Movement:
    sign, cause, line_id, qty_milli = moved
    line = before.line(line_id)
    return Movement(
        store_id=context.store_id,
        product_id=line.product_id,
        on_hand_milli=sign * qty_milli * line.pack_pieces,
        committed_milli=0,
        cause=cause,
        ref=ref,
        line=line_id,
        moved_ms=context.wall_ms,
        entry_id=context.entry_id,
    )


def _summed(parts: Sequence[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for line_id, qty_milli in parts:
        found[line_id] = found.get(line_id, 0) + qty_milli
    return found


def _not_moved(
    before: Standing, shares: Sequence[Share], *, short: facts.OrderShort, why: str
) -> DoubtfulFact:
    """Tell a person: the customer waits for goods in a store that does not have them; they are refunded."""
    args: dict[str, str | int] = {
        "order_id": before.order.order_id,
        "number": before.order.number,
        "step_id": short.step_id,
        "store_id": short.store_id or "",
        "product_id": before.line(short.line_id).product_id,
        "refund_minor": sum(share.amount_minor for share in shares),
        "why": why,
    }
    return DoubtfulFact("order.not_moved", args)


def _differs(before: Standing, shares: Sequence[Share], *, stated: int, step_id: str) -> Doubts:
    """Tell a person where the customer was told another refund than is paid."""
    counted = 0 if before.order.paid_by_receipt else sum(share.amount_minor for share in shares)
    if counted == stated:
        return []
    args: dict[str, str | int] = {
        "order_id": before.order.order_id,
        "step_id": step_id,
        "stated_minor": stated,
        "refund_minor": counted,
    }
    return [DoubtfulFact("order.refund_differs", args)]


def _doubt(before: Standing, refused: StepRefused, *, step: str, body: Message) -> DoubtfulFact:
    return DoubtfulFact(
        "order.step_not_next",
        {
            "order_id": before.order.order_id,
            "step": step,
            "state": before.order.state,
            "why": refused.code,
            "standing": _standing(before),
            "stated": body.model_dump_json()[:_MOST_TEXT],
        },
    )


def _second(
    before: Standing, fact: facts.OrderHandedOver, *, refused: StepRefused, first_id: str
) -> DoubtfulFact:
    return DoubtfulFact(
        "order.handed_over_twice" if first_id else "order.not_open",
        {
            "order_id": before.order.order_id,
            "first_hand_over_id": first_id,
            "second_hand_over_id": fact.hand_over_id,
            "evidence": fact.evidence,
            "state": before.order.state,
            "why": refused.code,
            "standing": _standing(before),
            "stated": " ".join(f"{line.line_id}:{line.qty_milli}" for line in fact.lines)[:_MOST_TEXT],
        },
    )


def _standing(before: Standing) -> str:
    """Return per line what is handed over and what is open, of what was ordered."""
    return " ".join(
        f"{line.line_id}:{line.done.handed_milli}+{line.open_milli}/{line.ordered_milli}"
        for line in before.progress.goods
    )[:_MOST_TEXT]


def _hand_over_row(context: FactContext, fact: facts.OrderHandedOver, *, accepted: bool) -> dict[str, object]:
    return {
        "hand_over_id": fact.hand_over_id,
        "order_id": fact.order_id,
        "entry_id": context.entry_id,
        "terminal_id": context.terminal_id,
        "store_id": context.store_id,
        "shift_id": fact.shift_id,
        "business_day": fact.business_day,
        "means": fact.means,
        "evidence": fact.evidence,
        "value_minor": fact.value_minor,
        "currency": fact.currency,
        "handed_ms": context.wall_ms,
        "accepted": int(accepted),
    }


_APPLIERS: Final[dict[str, Applier]] = {
    facts.ORDER_ACCEPTED: _accepted,
    facts.ORDER_REJECTED: _rejected,
    facts.ORDER_PICKING: _picking,
    facts.ORDER_TAKEN_OVER: _taken_over,
    facts.ORDER_PICKED: _picked,
    facts.ORDER_SHORT: _short,
    facts.ORDER_PACKED: _packed,
    facts.ORDER_READY: _ready,
    facts.ORDER_GIVEN_UP: _given_up,
    facts.ORDER_RETURNED: _returned,
    facts.ORDER_PUT_BACK: _put_back,
}
