"""What a store keeps of its goods for the counter, by its own settings.

Source: docs/rules/stock.md, "What the web may promise".
"""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from central_api.stock.schemas import Floor
from retail_core.stock import Buffer
from retail_core.wire.enrolment import StoreCard, WebBuffer
from retail_core.wire.feed import ProductDoc


def floor_of(card: StoreCard, products: Iterable[ProductDoc], *, heard_ms: int | None, now_ms: int) -> Floor:
    """Return what a store keeps of ``products`` for its counter, on the store's own day."""
    by_category = {each.category_id: _buffer(each) for each in card.web_buffers}
    usual = by_category.get("", Buffer())
    buffers = {each.product_id: by_category.get(each.category_id, usual) for each in products}
    today = datetime.fromtimestamp(now_ms / 1_000, ZoneInfo(card.time_zone)).date().isoformat()
    return Floor(card.store_id, heard_ms, buffers, today)


def _buffer(doc: WebBuffer) -> Buffer:
    return Buffer(doc.least_milli, doc.share_bp, doc.walk_in_percent)
