"""What the promises slice keeps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LateOrder:
    """An order that was later than promised by the store's limit; once for each order.

    ``ready_ms`` is when it was ready, ``None`` while it is not.
    """

    order_id: str
    store_id: str
    promised_ms: int
    ready_ms: int | None
    noted_ms: int
    campaign_id: str
    """Whose coupon it earns; empty for none."""
    coupon_id: str = ""
    """What a till printed for it."""
