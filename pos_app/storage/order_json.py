"""Orders as JSON: the till's own copy, and what the feed's document becomes."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pos_app.services.order_model import Order, OrderLine
from retail_core.orders import LineDone
from retail_core.wire.feed import OrderDoc


def order_to_json(order: Order) -> dict[str, object]:
    """Return an order as plain dicts and lists."""
    return asdict(order)


def order_from_json(doc: Mapping[str, Any]) -> Order:
    """Return the order that ``order_to_json`` made ``doc`` from."""
    lines = tuple(
        OrderLine(
            **{
                **line,
                "options": tuple(line.get("options", ())),
                "done": LineDone(**line.get("done", {})),
            }
        )
        for line in doc["lines"]
    )
    return Order(**{**doc, "lines": lines})


def order_from_doc(doc: OrderDoc) -> Order:
    """Return the order of a document of the feed."""
    lines = tuple(
        OrderLine(
            line_id=line.line_id,
            product_id=line.product_id,
            name=line.name,
            qty_milli=line.qty_milli,
            total_minor=line.total_minor,
            min_age=line.min_age,
            options=tuple(option.name for option in line.options),
            pack_pieces=line.pack_pieces,
            deposit=line.deposit,
            deposit_of=line.deposit_of,
            substitutes=line.substitutes,
            preference=line.preference,
            cap_minor=line.cap_minor,
            done=LineDone(**line.done.model_dump()),
        )
        for line in doc.lines
    )
    return Order(**{**doc.model_dump(exclude={"lines"}), "lines": lines})
