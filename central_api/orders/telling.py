"""How orders are told: to the tills of their store, to the shop, and what is kept of each step."""

from collections.abc import Iterable
from dataclasses import asdict

from central_api.feed import service as feed
from central_api.feed.schemas import STORE
from central_api.kit.unit import Unit
from central_api.orders import repository
from central_api.orders.schemas import Order, OrderLine
from retail_core.orders import OPEN
from retail_core.wire.feed import LineDoneDoc, OrderDoc, OrderLineDoc


def as_doc(order: Order, lines: Iterable[OrderLine]) -> OrderDoc:
    """Return an order as the tills of its store know it."""
    return OrderDoc.model_validate(
        {
            **{name: getattr(order, name) for name in Order.__slots__ if name in OrderDoc.model_fields},
            "of_member": order.member_id is not None,
            # No till keeps where somebody lives longer than it takes to bring them something.
            **({} if order.state in OPEN else {"address": "", "contact": ""}),
            "lines": tuple(_line_doc(line) for line in lines),
        }
    )


def publish(unit: Unit, order_id: str) -> None:
    """Tell the tills of its store how an order stands."""
    order = repository.by_id(unit, order_id)
    assert order is not None, "an order that was just written is there"
    doc = as_doc(order, repository.lines_of(unit, order_id))
    feed.publish(
        unit, STORE, scope=order.store_id, kind="order", key=order_id, doc=doc.model_dump(mode="json")
    )


def goods_of(lines: Iterable[OrderLine]) -> list[tuple[str, str, int]]:
    """Return line, product and pieces of what has a stock."""
    return [(line.line_id, line.product_id, line.pieces_milli) for line in lines if line.pieces_milli]


def _line_doc(line: OrderLine) -> OrderLineDoc:
    return OrderLineDoc(
        line_id=line.line_id,
        product_id=line.product_id,
        name=line.name,
        qty_milli=line.qty_milli,
        total_minor=line.total_minor,
        min_age=line.min_age,
        options=line.options,
        pack_id=line.pack_id,
        pack_pieces=line.pack_pieces,
        deposit=line.deposit,
        deposit_of=line.deposit_of,
        substitutes=line.substitutes,
        preference=line.preference,
        cap_minor=line.cap_minor,
        done=LineDoneDoc(**asdict(line.done)),
    )
