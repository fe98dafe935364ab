"""The page of an order: what its customer may see who holds its address.

Source: docs/rules/order-page.md.
"""

from central_api.enrolment import service as enrolment
from central_api.kit.unit import Unit
from central_api.links import service as links
from central_api.order_page.schemas import OrderView
from central_api.orders import service as orders
from retail_core.wire.shop import OrderPlaced


def with_address(unit: Unit, placed: OrderPlaced) -> OrderPlaced:
    """Return an answer with the address of the order's page in it."""
    found = orders.shown(unit, placed.order.order_id)
    assert found is not None, "an order that was just read is there"
    store = enrolment.store_card(unit, found.order.store_id)
    address = links.order_address(unit, found.order.order_id, placed_ms=found.order.placed_ms, store=store)
    return placed.model_copy(update={"page_url": address})


def show(unit: Unit, token: str) -> OrderView | None:
    """Return the order that a token names; ``None`` for a token of another make, and for one that is over."""
    order_id = links.read_order_token(unit, token)
    found = None if order_id is None else orders.shown(unit, order_id)
    if found is None:
        return None
    return OrderView(found, enrolment.store_card(unit, found.order.store_id), unit.now_ms)
