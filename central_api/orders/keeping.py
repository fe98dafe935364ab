"""How long a store keeps an order that waits for its customer.

Source: docs/rules/orders.md, "Nobody came".
"""

from typing import Final

from central_api.catalog import service as catalog
from central_api.enrolment import service as enrolment
from central_api.kit.unit import Unit
from central_api.orders.schemas import Standing
from retail_core.orders import Progress

_HOUR_MS: Final = 3_600_000
_DAY_MS: Final = 24 * _HOUR_MS


def deadline_ms(unit: Unit, before: Standing, *, after: Progress, since_ms: int) -> int:
    """Return until when a store keeps what is open of an order, ready since a time.

    Goods that spoil are kept for hours; what was handed over does not count any more.
    """
    card = enrolment.store_card(unit, before.order.store_id)
    usual_ms = since_ms + card.pickup_days * _DAY_MS
    if not card.perishable_hours:
        return usual_ms
    open_lines = {line.line_id for line in after.goods if line.open_milli}
    wanted = {line.product_id for line in before.lines if line.line_id in open_lines}
    products = catalog.products(unit, card.store_id, product_ids=wanted)
    if all(each.category_id not in card.perishable_categories for each in products.values()):
        return usual_ms
    return min(usual_ms, since_ms + card.perishable_hours * _HOUR_MS)
