"""What the page of an order shows."""

from dataclasses import dataclass
from typing import Final

from central_api.orders.schemas import ShownOrder
from retail_core.wire.enrolment import StoreCard

ENDED: Final = frozenset({"handed_over", "closed", "rejected", "cancelled", "no_show"})
"""States after which nobody collects anything: the code is shown no more."""


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order whose customer showed its address, as it stands at ``now_ms``."""

    shown: ShownOrder
    store: StoreCard
    now_ms: int

    @property
    def is_ended(self) -> bool:
        """Whether nothing of it is to be collected any more."""
        return self.shown.order.state in ENDED

    @property
    def is_late(self) -> bool:
        """Whether it should be ready by now, and is not."""
        order = self.shown.order
        return not self.is_ended and order.ready_ms is None and self.now_ms > order.promised_ms
