"""What the orders slice takes and gives."""

from dataclasses import dataclass

from central_api.stock.schemas import Floor
from retail_core.wire.sale_parts import CampaignUse, LineOption


@dataclass(frozen=True, slots=True)
class Order:
    """An order as the server knows one; ``order_id`` is the number inside its pickup code, 16 hex digits."""

    order_id: str
    number: str
    store_id: str
    member_id: str | None
    channel: str
    state: str
    masked_name: str
    phone_last4: str
    total_minor: int
    currency: str
    placed_ms: int
    promised_ms: int
    ready_ms: int | None
    handed_over_ms: int | None
    shelf: str
    secret_sha256: str
    pickup_code: str
    points: int = 0


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line of an order."""

    line_id: str
    product_id: str
    name: str
    qty_milli: int
    total_minor: int
    min_age: int
    options: tuple[LineOption, ...] = ()
    pack_id: str = ""
    pack_pieces: int = 1
    deposit: bool = False

    @property
    def pieces_milli(self) -> int:
        """What leaves the stock; a deposit is no goods."""
        return 0 if self.deposit else self.qty_milli * self.pack_pieces


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """An order that is priced and paid; ``secret`` is the pickup code's 16 hex digits.

    ``order_id`` and ``secret`` are for seeds; empty means: make them.
    """

    request_id: str
    store_id: str
    member_id: str
    channel: str
    lines: tuple[OrderLine, ...]
    promise_minutes: int
    order_id: str = ""
    secret: str = ""
    uses: tuple[CampaignUse, ...] = ()
    """What its price used of campaigns with limits."""
    points: int = 0
    """What its member earns when it is handed over."""
    promised_ms: int = 0
    """When it is promised, UTC; 0: ``promise_minutes`` from now."""
    floor: Floor | None = None
    """What its store keeps for the counter; the usual where nothing is said."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """A hand-over as a till stated it."""

    hand_over_id: str
    order_id: str
    terminal_id: str
    actor: str
    handed_ms: int
    accepted: bool
    undone: bool


@dataclass(frozen=True, slots=True)
class ShownOrder:
    """An order with its lines and its steps, each with when it happened; the earliest first."""

    order: Order
    lines: tuple[OrderLine, ...]
    steps: tuple[tuple[str, int], ...]
