"""What a till states about its store as a whole, and about promises that were not kept.

Source: docs/protocol.md, "Journal entry types".
"""

from typing import Annotated, Final

from pydantic import Field

from retail_core.promises import MOST_BUSY_MINUTES
from retail_core.wire.base import Id, Message, Millis
from retail_core.wire.sale_parts import IssuedCoupon

STORE_BUSY: Final = "store.busy"
ORDER_LATE: Final = "order.late"

ORDER_BUSY_RIGHT: Final = "order.busy"
"""The right to say that orders take longer."""


class StoreBusy(Message):
    """From now on orders take ``minutes`` longer, until ``until_ms``; 0 minutes: not any more."""

    minutes: Annotated[int, Field(ge=0, le=MOST_BUSY_MINUTES)]
    until_ms: Millis


class OrderLate(Message):
    """A till without a network printed a coupon for an order that was late, and marks it ready next."""

    order_id: Id
    issued: IssuedCoupon


STORE_BODIES: Final[dict[tuple[str, int], type[Message]]] = {
    (STORE_BUSY, 1): StoreBusy,
    (ORDER_LATE, 1): OrderLate,
}
"""The entry types of this module, with the models of their bodies."""
