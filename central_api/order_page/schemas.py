"""What the page of an order shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from central_api.orders.schemas import ShownOrder
from retail_core.orders import ENDED, WAITING
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.shop import CouponIssued


@dataclass(frozen=True, slots=True)
class Apology:
    """The coupon that a late order earned, with its campaign's names by language."""

    coupon: CouponIssued
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MovedTo:
    """An order of another store that a part of this one became, and its page."""

    number: str
    store: str
    link: str


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order whose customer showed its address, as it stands at ``now_ms``."""

    shown: ShownOrder
    store: StoreCard
    now_ms: int
    apology: Apology | None = None
    moved: tuple[MovedTo, ...] = ()

    @property
    def is_ended(self) -> bool:
        """Whether nothing of it is to be collected any more."""
        return self.shown.order.state in ENDED

    @property
    def is_brought(self) -> bool:
        """Whether a courier brings it, and its customer does not come."""
        return self.shown.order.fulfilment == "courier"

    @property
    def may_cancel(self) -> bool:
        """Whether nobody has begun to pick it."""
        return self.shown.order.state in WAITING

    @property
    def is_late(self) -> bool:
        """Whether it should be ready by now, and is not."""
        order = self.shown.order
        return not self.is_ended and order.ready_ms is None and self.now_ms > order.promised_ms
