"""What settlement is made of. Amounts are minor units of the row's currency."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

WALK_IN: Final = "walk_in"
"""The channel of what is sold at the tills, orders that are paid there among it."""

FUNDERS: Final = ("store", "headquarters", "brand", "platform")
"""Who bears discounts, in the order of the columns."""

RowKind = Literal["receipt", "return", "order", "refund"]


@dataclass(frozen=True, slots=True)
class OrderPrice:
    """What an order was priced to when it was placed; ``off`` is what each funder bears, >= 0."""

    order_id: str
    store_id: str
    channel: str
    external_id: str
    business_day: str
    currency: str
    list_minor: int
    tax_minor: int
    online_minor: int
    off: Mapping[str, int]
    commission_bp: int


@dataclass(frozen=True, slots=True)
class SettlementRow:
    """A document of a channel and day; what came back is below zero.

    ``list_minor`` is before discounts, ``paid_minor`` what the customer paid, ``commission_minor`` what the
    channel keeps of it, ``owed_minor`` what the channel has to pay to the store.
    """

    day: str
    store_id: str
    channel: str
    kind: RowKind
    number: str
    platform_number: str
    list_minor: int
    off: Mapping[str, int]
    tax_minor: int
    paid_minor: int
    commission_minor: int
    owed_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What a channel's statement and our rows say differently; ``None`` where one of them has it not."""

    why: Literal["missing_here", "missing_there", "amount_differs", "commission_differs"]
    kind: Literal["order", "refund"]
    number: str
    here: str | None
    there: str | None
    currency: str
