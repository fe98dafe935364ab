"""The page of an order: what its customer may see who holds its address.

Source: docs/rules/order-page.md.
"""

from central_api.catalog import service as catalog
from central_api.coupons import service as coupons
from central_api.enrolment import service as enrolment
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.links import service as links
from central_api.order_page.schemas import Apology, MovedTo, OrderView
from central_api.orders import service as orders
from central_api.orders.schemas import Order
from retail_core.orders import WAITING
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
    store = enrolment.store_card(unit, found.order.store_id)
    moved = tuple(_moved_to(unit, each) for each in orders.moved_to(unit, found.order.order_id))
    return OrderView(found, store, unit.now_ms, _apology(unit, found.order.order_id), moved)


def cancel(unit: Unit, token: str) -> OrderView | None:
    """Give up the order that a token names, if nobody has begun to pick it; return it as it stands then.

    An order that goes its way already stays as it is: the page says how far it is.
    """
    order_id = links.read_order_token(unit, token)
    if order_id is not None:
        try:
            orders.cancel(unit, order_id, among=WAITING)
        except ApiError as refused:
            # Also one that is over already, as after the same tap twice.
            if refused.code not in {"order.unknown", "order.not_open"}:
                raise
    return show(unit, token)


def _moved_to(unit: Unit, order: Order) -> MovedTo:
    store = enrolment.store_card(unit, order.store_id)
    link = links.order_address(unit, order.order_id, placed_ms=order.placed_ms, store=store)
    return MovedTo(order.number, store.name, link)


def _apology(unit: Unit, order_id: str) -> Apology | None:
    coupon = coupons.late_coupon(unit, order_id)
    found = None if coupon is None else catalog.campaign(unit, coupon.campaign_id)
    names = {} if found is None else found.doc.get("names")
    if coupon is None or found is None or not isinstance(names, dict):
        return None
    return Apology(coupon, {"": found.name, **{str(tongue): str(name) for tongue, name in names.items()}})
