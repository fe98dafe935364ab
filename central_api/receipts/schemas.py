"""What the page of a receipt shows."""

from dataclasses import dataclass

from retail_core.wire.counter import KnownReturn
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.facts import SaleCompleted


@dataclass(frozen=True, slots=True)
class ShownReceipt:
    """A receipt whose holder showed its hash.

    Attributes:
        sale: The fact, as the till stated it.
        store: Where it was sold.
        sold_ms: When, UTC.
        returned: What came back of it since, in order.
        masked_name: The member as the paper names one; empty without one, and after erasure.
    """

    sale: SaleCompleted
    store: StoreCard
    sold_ms: int
    returned: tuple[KnownReturn, ...] = ()
    masked_name: str = ""
