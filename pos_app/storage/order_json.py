"""Orders as JSON: the feed's document and the till's own copy have the same shape."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pos_app.services.records import Order, OrderLine


def order_to_json(order: Order) -> dict[str, object]:
    """Return an order as plain dicts and lists."""
    return asdict(order)


def order_from_json(doc: Mapping[str, Any]) -> Order:
    """Return the order of a document that was checked when it came."""
    lines = tuple(OrderLine(**line) for line in doc["lines"])
    return Order(**{**doc, "lines": lines})
