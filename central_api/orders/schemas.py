"""What the orders slice takes and gives."""

from dataclasses import dataclass, field
from typing import Literal

from central_api.stock.schemas import Floor
from retail_core.order_payment import due_minor
from retail_core.orders import Fulfilment, LateNote, Line, LineDone, OrderState, Preference, Progress
from retail_core.wire.sale_parts import CampaignUse, LineOption


@dataclass(frozen=True, slots=True)
class Order:
    """An order as the server knows one; ``order_id`` is the number inside its pickup code, 16 hex digits."""

    order_id: str
    number: str
    store_id: str
    member_id: str | None
    channel: str
    state: OrderState
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
    """What its member earns when all of it is handed over."""
    bags: int = 0
    reason: str = ""
    deadline_ms: int = 0
    points_given: int = 0
    """What its member was given of them so far."""
    settled_minor: int | None = None
    """What was paid of it, by what was agreed; ``None``: all of it, online."""
    paid_by_receipt: str = ""
    """The sale at a till that paid the rest."""
    fulfilment: Fulfilment = "pickup"
    platform_number: str = ""
    platform_code: str = ""
    address: str = ""
    contact: str = ""
    courier: str = ""
    no_shows: int = 0
    late: LateNote = ""
    moved_from: str = ""
    """The order of another store that it is a part of."""


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
    deposit_of: str = ""
    substitutes: str = ""
    preference: Preference = "none"
    cap_minor: int = 0
    done: LineDone = field(default_factory=LineDone)
    category_id: str = ""
    cost_minor: int | None = None
    """What its goods cost the chain when they were ordered, without tax; ``None``: not known."""

    @property
    def pieces_milli(self) -> int:
        """What leaves the stock; a deposit is no goods."""
        return 0 if self.deposit else self.qty_milli * self.pack_pieces

    @property
    def line(self) -> Line:
        """What the rules of :mod:`retail_core.orders` know of it."""
        return Line(
            line_id=self.line_id,
            ordered_milli=self.qty_milli,
            total_minor=self.total_minor,
            deposit_of=self.deposit_of,
            substitutes=self.substitutes,
            done=self.done,
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """An order and its lines as they stand now."""

    order: Order
    lines: tuple[OrderLine, ...]

    @property
    def progress(self) -> Progress:
        """The order as the rules take it a step further."""
        return Progress(self.order.state, tuple(line.line for line in self.lines))

    @property
    def due_minor(self) -> int:
        """What is still to be paid in the store."""
        settled = self.order.settled_minor
        return 0 if settled is None else due_minor(self.progress, settled_minor=settled)

    def line(self, line_id: str) -> OrderLine:
        """Return a line that the order has."""
        return next(line for line in self.lines if line.line_id == line_id)


@dataclass(frozen=True, slots=True)
class Refund:
    """What goes back of a line: ``refund_id`` once, by the shop that took the money."""

    refund_id: str
    order_id: str
    line_id: str
    qty_milli: int
    amount_minor: int
    currency: str
    cause: str
    created_ms: int
    entry_id: str | None = None
    paid_ms: int | None = None


@dataclass(frozen=True, slots=True)
class PlacedRefund:
    """A refund with its order; ``root_id`` is the order that was placed, of which parts may have moved on."""

    refund_id: str
    root_id: str
    store_id: str
    channel: str
    number: str
    platform_number: str
    amount_minor: int
    currency: str
    created_ms: int


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets an order, and how; ``contact`` and ``address`` are where the store's own courier brings it."""

    masked_name: str = ""
    phone_last4: str = ""
    fulfilment: Fulfilment = "pickup"
    platform_number: str = ""
    platform_code: str = ""
    address: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """An order that is priced and paid; ``secret`` is the pickup code's 16 hex digits.

    ``order_id`` and ``secret`` are for seeds; empty means: make them.
    """

    request_id: str
    store_id: str
    member_id: str
    """Empty for an order of nobody who is known."""
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
    settled_minor: int | None = None
    """What was paid online already; ``None``: all of it."""
    receiver: Receiver | None = None
    """``None``: its member, who collects it."""


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


HeldState = Literal["held", "released", "placed"]


@dataclass(frozen=True, slots=True)
class HeldOrder:
    """An order at a till that is not paid yet; for the store that has the goods there is none.

    ``order`` and ``lines`` are as it will be placed. ``minutes`` is how long the store takes from the payment
    on, of a store without slots (``by_slots``).
    """

    order: Order
    lines: tuple[OrderLine, ...]
    request_id: str
    till_store: str
    state: HeldState
    held_ms: int
    until_ms: int
    by_slots: bool
    minutes: int


@dataclass(frozen=True, slots=True)
class HeldTerms:
    """Where an order is taken, and how its store promises: by slots, or in minutes from the payment on."""

    till_store: str
    by_slots: bool
    minutes: int
