"""A document of the counter with what its fact does not say."""

from dataclasses import dataclass

from retail_core.wire.facts import SaleCompleted


@dataclass(frozen=True, slots=True)
class SoldDocument:
    """A sale, a return or both: when it was completed (UTC milliseconds), and by whom."""

    sale: SaleCompleted
    at_ms: int
    actor: str
    cashier_name: str
