"""A click-and-collect order as the till holds it: frozen, so that it crosses between threads and screens."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from retail_core.order_payment import due_by_line, due_minor, value_minor
from retail_core.orders import Fulfilment, LateNote, Line, LineDone, OrderState, Preference, Progress, Share


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line of a click-and-collect order; ``options`` are the names of what was chosen.

    A ``deposit`` is paid with its goods, on the line ``deposit_of``, and is nothing to hand over.
    ``substitutes`` names the line in whose place this one stands.
    """

    line_id: str
    product_id: str
    name: str
    qty_milli: int
    total_minor: int
    min_age: int
    options: tuple[str, ...] = ()
    pack_pieces: int = 1
    deposit: bool = False
    deposit_of: str = ""
    substitutes: str = ""
    preference: Preference = "none"
    cap_minor: int = 0
    done: LineDone = field(default_factory=LineDone)

    @property
    def full_name(self) -> str:
        """What has to be picked: the name with what was chosen."""
        return f"{self.name} ({', '.join(self.options)})" if self.options else self.name

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
class Order:
    """A click-and-collect order, prepaid. ``secret_sha256`` is the hash of its pickup code's secret."""

    order_id: str
    number: str
    channel: str
    state: OrderState
    masked_name: str
    phone_last4: str
    lines: tuple[OrderLine, ...]
    total_minor: int
    currency: str
    placed_ms: int
    promised_ms: int
    ready_ms: int | None
    handed_over_ms: int | None
    shelf: str
    secret_sha256: str
    bags: int = 0
    reason: str = ""
    deadline_ms: int = 0
    settled_minor: int | None = None
    """What was paid of it, by what was agreed; ``None``: all of it, online."""
    paid_by_receipt: str = ""
    """The receipt of the sale at a till that paid it."""
    fulfilment: Fulfilment = "pickup"
    of_member: bool = True
    platform_number: str = ""
    """What a platform shows to customer and courier."""
    platform_code: str = ""
    """What they show in the store."""
    address: str = ""
    """Where a courier of the store's own brings it; only while it is open."""
    contact: str = ""
    courier: str = ""
    """Name or number plate of the courier who took it, as far as somebody asked."""
    no_shows: int = 0
    """How many orders its member did not collect, lately."""
    late: LateNote = ""

    @property
    def due_minor(self) -> int:
        """What is still to be paid in the store. Source: docs/rules/order-payment.md."""
        if self.settled_minor is None:
            return 0
        return due_minor(self.progress, settled_minor=self.settled_minor)

    def due_by_line(self) -> Mapping[str, int]:
        """Return what is due of each line; only lines of which anything is."""
        if self.settled_minor is None:
            return {}
        return due_by_line(self.progress, settled_minor=self.settled_minor)

    def settled_by(self, receipt_number: str) -> "Order":
        """Return the order with nothing due any more."""
        return replace(self, settled_minor=value_minor(self.progress), paid_by_receipt=receipt_number)

    @property
    def goods(self) -> tuple[OrderLine, ...]:
        """The lines that have to be picked and handed over: all but the deposits."""
        return tuple(line for line in self.lines if not line.deposit)

    @property
    def min_age(self) -> int:
        """The strictest age of its lines, 0 when anybody may have it."""
        return max((line.min_age for line in self.lines), default=0)

    @property
    def checked_age(self) -> int:
        """The age to check in the store; a courier takes a sealed bag. Source: docs/rules/orders.md."""
        return 0 if self.fulfilment == "courier" else self.min_age

    @property
    def progress(self) -> Progress:
        """The order as the rules of :mod:`retail_core.order_steps` take it a step further."""
        return Progress(self.state, tuple(line.line for line in self.lines))

    def after(self, progress: Progress, *, added: tuple[OrderLine, ...] = ()) -> "Order":
        """Return the order after a step; ``added`` are the lines that the step brought."""
        done = {line.line_id: line.done for line in progress.lines}
        lines = tuple(replace(line, done=done[line.line_id]) for line in (*self.lines, *added))
        return replace(self, state=progress.state, lines=lines)

    def at_hand(self) -> dict[str, int]:
        """Return what can go out of each line: what was laid aside, or all where nobody picked by lines."""
        goods = self.progress.goods
        if any(line.laid_aside_milli for line in goods):
            return {line.line_id: line.laid_aside_milli for line in goods if line.laid_aside_milli}
        return {line.line_id: line.open_milli for line in goods if line.open_milli}

    def with_customer(self) -> dict[str, int]:
        """Return what of each line was handed over and has not come back."""
        held = {line.line_id: line.done.handed_milli - line.done.returned_milli for line in self.goods}
        return {line_id: qty_milli for line_id, qty_milli in held.items() if qty_milli}

    def given_back_of(self, share_minor: int) -> tuple[int, int]:
        """Return how a share that nobody gets is given back: in money, and as less that is to be paid.

        What is due is lowered first. Source: docs/rules/order-payment.md, "What is to be paid".
        """
        less = min(self.due_minor, share_minor)
        return share_minor - less, less

    def goods_by_id(self) -> Mapping[str, OrderLine]:
        """Return its goods by their line."""
        return {line.line_id: line for line in self.goods}


@dataclass(frozen=True, slots=True)
class HandedLine:
    """What a hand-over took of a line: thousandths of its unit, pieces in one, what was paid for it."""

    line_id: str
    product_id: str
    qty_milli: int
    pack_pieces: int
    amount_minor: int

    @property
    def share(self) -> Share:
        """It as the rules know it."""
        return Share(self.line_id, self.qty_milli, self.amount_minor)

    @property
    def pieces_milli(self) -> int:
        """What left the stock; a deposit is no goods and has no pieces."""
        return self.qty_milli * self.pack_pieces


@dataclass(frozen=True, slots=True)
class StockMove:
    """What a step moves of a product's stock: on hand, and what is kept for orders; thousandths."""

    product_id: str
    qty_milli: int
    kept_milli: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """An order that left the store here; the evidence a second scan is answered with."""

    hand_over_id: str
    order_id: str
    at_ms: int
    mono_ms: int
    actor: str
    actor_name: str
    means: str
    undone: bool
    lines: tuple[HandedLine, ...] = ()
    """Deposits among them, with no pieces."""
