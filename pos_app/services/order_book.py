"""One step of an order at this till: its fact, its new standing and its stock in one transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, OrderChanged
from pos_app.services.order_model import Order, OrderLine, StockMove
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.write_fact import write_fact
from retail_core.orders import Progress, Share, StepRefused
from retail_core.wire.base import Message


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """What a step writes: its fact, and what it makes of the order and of the stock."""

    kind: str
    body: Message
    after: Progress
    fields: Mapping[str, object] = field(default_factory=dict)
    """What changes of the order beside its state."""
    stamps: tuple[str, ...] = ()
    """What becomes the time of the fact."""
    added: tuple[OrderLine, ...] = ()
    moves: tuple[StockMove, ...] = ()
    ref: str = ""


class OrderBook:
    """Takes orders a step further; on the storage lane."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._events = events

    def take(
        self,
        actor: Actor,
        order_id: str,
        *,
        plan: Callable[[Order], PlannedStep],
        before: Callable[[UnitOfWork, Order], Mapping[str, object]] | None = None,
        after: Callable[[UnitOfWork, Order, int], object] | None = None,
    ) -> Order:
        """Take the step that ``plan`` makes of the order as it stands now.

        ``before`` writes what belongs to the step and has to be stated before it, and returns what changes of
        the order by that; ``after`` what follows from the order as it stands then, at the time of the fact
        (UTC milliseconds).

        Raises:
            RuleError: ``order.unknown``, or the code of a :class:`retail_core.orders.StepRefused`.
        """
        with self._store.write() as work:
            order = known_order(work, order_id)
            try:
                step = plan(order)
            except StepRefused as refused:
                raise refusal(refused) from refused
            already = {} if before is None else before(work, order)
            entry = write_fact(work, self._clock, kind=step.kind, actor=actor.staff_id, body=step.body)
            order = order.after(step.after, added=step.added)
            changed = {**already, **step.fields, **dict.fromkeys(step.stamps, entry.wall_ms)}
            order = replace(order, **changed)  # type: ignore[arg-type] # Fields of an order, named above.
            work.orders.put_own(order, seq=entry.seq)
            work.orders.add_moves(step.moves, entry, cause=step.kind, ref=step.ref)
            if after is not None:
                after(work, order, entry.wall_ms)
        tell(self._events, order, seq=entry.seq)
        return order


def known_order(work: UnitOfWork, order_id: str) -> Order:
    """Return an order.

    Raises:
        RuleError: ``order.unknown``.
    """
    order = work.orders.get(order_id)
    if order is None:
        raise RuleError("order.unknown")
    return order


def refusal(error: StepRefused) -> RuleError:
    """Return a step that does not fit as what the till tells a person."""
    return RuleError(error.code, *error.arguments)


def freed(order: Order, shares: Iterable[Share]) -> tuple[StockMove, ...]:
    """Return what need not be kept any more; deposits have no stock."""
    lines = order.goods_by_id()
    return tuple(
        StockMove(lines[share.line_id].product_id, 0, -share.qty_milli * lines[share.line_id].pack_pieces)
        for share in shares
        if share.line_id in lines and share.qty_milli
    )


def refund_of(shares: Sequence[Share]) -> int:
    """Return what goes back in all, in minor units of the order's currency."""
    return sum(share.amount_minor for share in shares)


def tell(events: EventBus, order: Order, *, seq: int) -> None:
    """Say that an order took a step."""
    events.publish(OrderChanged(order.order_id, order.state))
    events.publish(FactWritten(seq))
