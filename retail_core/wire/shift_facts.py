"""The facts of shifts: opening and suspending, cash of the drawer, counts, the Z, and the store's day.

Amounts are minor units of the fact's currency. Source: docs/rules/shifts.md.
"""

from typing import Annotated, Final, Literal

from pydantic import Field

from retail_core.wire.base import Id, Message, Milli, Millis, Minor, Text
from retail_core.wire.sale_parts import TaxRow

SHIFT_OPENED: Final = "shift.opened"
SHIFT_SUSPENDED: Final = "shift.suspended"
SHIFT_RESUMED: Final = "shift.resumed"
SHIFT_READ: Final = "shift.read"
SHIFT_COUNTED: Final = "shift.counted"
SHIFT_CLOSED: Final = "shift.closed"
CASH_MOVED: Final = "cash.moved"
DRAWER_OPENED: Final = "drawer.opened"
DRAWER_CLOSED: Final = "drawer.closed"
DAY_CLOSED: Final = "day.closed"
CARDS_COMPARED: Final = "cards.compared"
TRAINING_LEFT: Final = "training.left"

SHIFT_ANY_RIGHT: Final = "shift.any"
"""The right to resume, sell in and close the personal drawer of somebody else."""

SHIFT_X_RIGHT: Final = "shift.x"
"""The right to see an X: what the open shift came to so far."""

APPROVE_DIFFERENCE_RIGHT: Final = "shift.approve_difference"
"""The right to let a shift close with a difference above the store's limit; the limit is its minor units."""

PAID_IN_RIGHT: Final = "cash.paid_in"
"""The right to put money into the drawer that no sale brought; the limit is minor units."""

PAID_OUT_RIGHT: Final = "cash.paid_out"
"""The right to pay something out of the drawer; the limit is minor units."""

SAFE_DROP_RIGHT: Final = "cash.safe_drop"
"""The right to bring money from the drawer to the safe."""

FLOAT_RIGHT: Final = "cash.float"
"""The right to add change from the safe to the drawer."""

TRAINING_RIGHT: Final = "training.enter"
"""The right to practise at a till; everybody has it at first."""

NO_SALE_RIGHT: Final = "drawer.no_sale"
"""The right to open the drawer without a sale."""

DAY_CLOSE_RIGHT: Final = "day.close"
"""The right to close the day of the store."""

Drawer = Literal["shared", "personal"]
"""Whether everybody sells into a drawer, or only who opened its shift."""

MoveKind = Literal["paid_in", "paid_out", "safe_drop", "float_added"]
"""Why cash went into the drawer or out of it, if no document says so."""

RIGHT_OF_MOVE: Final[dict[MoveKind, str]] = {
    "paid_in": PAID_IN_RIGHT,
    "paid_out": PAID_OUT_RIGHT,
    "safe_drop": SAFE_DROP_RIGHT,
    "float_added": FLOAT_RIGHT,
}
"""Which right each kind asks for."""

OpeningCause = Literal["sale", "top_up", "movement", "no_sale"]
"""What the drawer was opened for."""

MOST_OPEN_S: Final = 3_600
"""So long a drawer that stands open is watched."""

INTO_DRAWER: Final[frozenset[MoveKind]] = frozenset({"paid_in", "float_added"})
"""The kinds that add to the drawer; the others take out of it."""


class Pieces(Message):
    """How many notes, coins or rolls of one value lay there."""

    value_minor: Annotated[int, Field(gt=0, le=10_000_000)]
    pieces: Annotated[int, Field(ge=0, le=1_000_000)]


class TenderCount(Message):
    """What a shift expected and counted of one tender."""

    kind: Id
    expected_minor: Minor
    counted_minor: Minor
    difference_minor: Minor
    count: int


class DiscountSum(Message):
    """What one campaign took off in a shift, and who bears it."""

    rule_id: Id
    name: Text
    count: int
    amount_minor: Minor
    funders: dict[str, int]


class CategorySum(Message):
    """What a category sold in a shift."""

    category_id: Id
    qty_milli: Milli
    total_minor: Minor


class FunderSum(Message):
    """What coupons took off at the cost of one funder; ``amount_minor`` <= 0, returned goods taken off."""

    funder: Id
    count: int
    """Sales in which it bore a coupon."""
    amount_minor: Minor


class ShiftOpened(Message):
    """A shift began with a float in the drawer, and is the active one from here on."""

    shift_id: Id
    number: int
    business_day: Id
    currency: Id
    float_minor: Minor
    drawer: Drawer = "shared"
    denominations: tuple[Pieces, ...] = ()
    """How the float was counted; empty where only its sum was keyed in."""
    carried_minor: Minor | None = None
    """What the last close of this drawer left in it; ``None`` where nothing is known of one."""


class ShiftSuspended(Message):
    """A shift was put aside, uncounted: its drawer comes back later, or at another hour."""

    shift_id: Id
    reason: Id


class ShiftResumed(Message):
    """A suspended shift is the active one again."""

    shift_id: Id
    personal_of: Id | None = None
    """Whose personal drawer it is, where it is one."""


class CashMoved(Message):
    """Cash went into the drawer or out of it without a document of goods; a slip was printed."""

    movement_id: Id
    number: Id
    """The slip's number, in its own sequence of the till."""
    shift_id: Id
    business_day: Id
    currency: Id
    kind: MoveKind
    amount_minor: Annotated[Minor, Field(gt=0)]
    reason: Id
    note: Text = ""
    denominations: tuple[Pieces, ...] = ()
    approved_by: Id | None = None
    """Another person, if the actor's own right did not reach."""


class DrawerOpened(Message):
    """The drawer was opened without a sale."""

    shift_id: Id
    reason: Id
    note: Text = ""
    approved_by: Id | None = None
    """Another person, if the actor had no right to it."""


class DrawerClosed(Message):
    """How long the drawer stood open, by who opened it; only where the printer tells its switch."""

    shift_id: Id
    cause: OpeningCause
    reference: Text = ""
    """The number on the paper that it opened for; a no-sale has none."""
    open_s: Annotated[int, Field(ge=0, le=MOST_OPEN_S)]
    end: Literal["shut", "opened_again", "left_open"]
    """``opened_again``: a next pulse came while it stood open; ``left_open``: nobody waited any longer."""


class ShiftRead(Message):
    """An X: what the open shift came to so far was read; nothing was reset."""

    shift_id: Id
    x_number: int
    """Counts within the shift, from 1."""
    printed: bool = False
    approved_by: Id | None = None
    """Another person, if the actor had no right to it."""


class ShiftCounted(Message):
    """A blind count as it was submitted, and what it was compared with; every one is kept."""

    shift_id: Id
    attempt: Annotated[int, Field(ge=1)]
    currency: Id
    tenders: tuple[TenderCount, ...]
    denominations: tuple[Pieces, ...] = ()
    """Of the cash; empty where only its sum was keyed in."""


class CardDifference(Message):
    """An order of which till and provider know different things; what it took, or gave back below zero."""

    order_no: Id
    why: Literal["missing", "taken", "amount", "unknown"]
    own_minor: Minor
    their_minor: Minor


class CardsCompared(Message):
    """A shift's orders to a provider beside the provider's own list; sums are of what counts as moved."""

    shift_id: Id
    provider: Id
    currency: Id
    own_count: int
    own_minor: Minor
    their_count: int
    their_minor: Minor
    open: int = 0
    """Orders of which nobody knows yet whether money moved; they are in no sum of the till."""
    differences: tuple[CardDifference, ...] = ()
    """The first of them, in order of their numbers."""
    differing: int = 0
    """How many there are."""


CardsState = Literal["", "equal", "different", "not_heard"]
"""What a comparison with the provider's list came to; empty where there was nothing to compare."""


class ShiftClosed(Message):
    """The Z: once per shift, numbered without gaps, never changed."""

    shift_id: Id
    shift_number: int
    z_number: int
    business_day: Id
    currency: Id
    opened_ms: Millis
    closed_ms: Millis
    opened_by: Id
    closed_by: Id
    cashiers: tuple[Text, ...]
    first_receipt: Id | None
    last_receipt: Id | None
    sales_count: int
    items_milli: Milli
    list_minor: Minor
    discount_minor: Minor
    total_minor: Minor
    rounding_minor: Minor
    tax: tuple[TaxRow, ...]
    categories: tuple[CategorySum, ...]
    discounts: tuple[DiscountSum, ...]
    tenders: tuple[TenderCount, ...]
    float_minor: Minor
    removed_lines: int
    abandoned_baskets: int
    hand_overs: int
    hand_over_value_minor: Minor
    members_sales: int
    copies: int
    open_orders_ready: int
    unsent_entries: int
    grand_total_sales_minor: Minor
    """Cumulative over the life of the till, this shift included; sold goods, returns not taken off."""
    returns_count: int = 0
    """Documents with returned goods."""
    returns_minor: Minor = 0
    """What they gave back, >= 0; ``total_minor`` is the sold goods alone."""
    grand_total_returns_minor: Minor = 0
    """Cumulative over the life of the till, this shift included."""
    price_overrides: int = 0
    hand_discounts: int = 0
    hand_discounts_minor: Minor = 0
    """Discounts and prices by the cashier, dropped change left out, >= 0."""
    drops: int = 0
    drops_minor: Minor = 0
    """抹零 by the cashier, counted apart, >= 0."""
    approvals: int = 0
    """Acts that another person allowed."""
    parked_open: int = 0
    """Parked sales at the close."""
    top_ups: int = 0
    """Balances that were topped up; no part of the sales."""
    top_up_minor: Minor = 0
    """What was paid in, >= 0."""
    top_up_bonus_minor: Minor = 0
    """What the store added, >= 0."""
    forfeited_minor: int = 0
    """What vouchers were worth above what they paid, and was not given back, >= 0."""
    drawer: Drawer = "shared"
    attempts: int = 1
    """How often it was counted; each count stands in the journal as ``shift.counted``."""
    denominations: tuple[Pieces, ...] = ()
    """Of the count that closed it."""
    limit_minor: Minor | None = None
    """The difference that the store let pass without a word; ``None`` where there was no limit yet."""
    counted_by: Id | None = None
    """Who made the count that closed it."""
    approved_by: Id | None = None
    """Who allowed a difference above it; who closed, where a store lets one person do so."""
    allowed_minor: Annotated[Minor, Field(ge=0)] = 0
    """The difference that was allowed; that of an earlier count, where cash was moved after it."""
    explanation: Text = ""
    """Why there is a difference, in the words of who closed."""
    carried_minor: Minor | None = None
    """What the last close of this drawer had left; the float differs from it by ``float - carried``."""
    left_minor: Minor | None = None
    """What stays in the drawer for the next shift."""
    taken_minor: Minor = 0
    """What goes to the safe at the close: the counted cash without what stays."""
    paid_in: int = 0
    paid_in_minor: Minor = 0
    paid_out: int = 0
    paid_out_minor: Minor = 0
    safe_drops: int = 0
    safe_drops_minor: Minor = 0
    floats_added: int = 0
    floats_added_minor: Minor = 0
    """Movements of the drawer by kind: how many, and how much, each >= 0."""
    no_sales: int = 0
    """How often the drawer was opened without a sale."""
    x_reads: int = 0
    suspensions: int = 0
    coupons: tuple[FunderSum, ...] = ()
    """Coupons by who bears them; part of ``discounts``."""
    deposits_minor: Minor = 0
    """Deposits that were taken with goods, >= 0; part of ``total_minor``."""
    deposits_back_minor: Minor = 0
    """Deposits that were paid out for empties, >= 0; part of ``returns_minor``."""
    removed_minor: Minor = 0
    """What the removed lines would have cost, those of abandoned baskets included, >= 0."""
    abandoned_minor: Minor = 0
    """What the abandoned baskets came to, >= 0."""
    hand_overs_undone: int = 0
    training_receipts: int = 0
    """Receipts of the training mode; they are in no other figure."""
    doubtful_payments: int = 0
    """Payments that were set aside with a doubt, at the close."""
    suspended_shifts: int = 0
    """Other shifts of this till that were suspended at the close."""
    cards: CardsState = ""
    cards_difference_minor: Minor = 0
    """What the provider's list says less what the till knows, where they were compared."""


class TrainingLeft(Message):
    """Somebody practised beside the books; nothing of it is in any figure but the number of its receipts."""

    shift_id: Id | None
    """The shift that was active when it was noted."""
    space_id: Id
    """Which practice data it was; another one begins to count anew."""
    receipts: Annotated[int, Field(ge=1)]
    through: Annotated[int, Field(ge=1)]
    """The last receipt of the practice data that is noted by now."""


class DayShift(Message):
    """A shift in the day of a store, as its Z says."""

    terminal_id: Id
    till: Text
    shift_id: Id
    shift_number: int
    z_number: int
    closed_ms: Millis
    sales_count: int
    total_minor: Minor
    returns_minor: Minor
    tax_minor: Minor
    cash_expected_minor: Minor
    cash_counted_minor: Minor
    difference_minor: Minor
    """Of all counted tenders together."""
    taken_minor: Minor = 0


def day_shift(z: ShiftClosed, *, terminal_id: str, till: str) -> DayShift:
    """Return a shift as it stands in the day of its store; ``till`` is the label of its till."""
    cash = [count for count in z.tenders if count.kind == "cash"]
    return DayShift(
        terminal_id=terminal_id,
        till=till,
        shift_id=z.shift_id,
        shift_number=z.shift_number,
        z_number=z.z_number,
        closed_ms=z.closed_ms,
        sales_count=z.sales_count,
        total_minor=z.total_minor,
        returns_minor=z.returns_minor,
        tax_minor=sum(row.tax_minor for row in z.tax),
        cash_expected_minor=sum(count.expected_minor for count in cash),
        cash_counted_minor=sum(count.counted_minor for count in cash),
        difference_minor=sum(count.difference_minor for count in z.tenders),
        taken_minor=z.taken_minor,
    )


class MissingTill(Message):
    """A till whose part of the day is not known, or not over."""

    terminal_id: Id
    till: Text
    why: Literal["open", "silent"]
    """``open``: a shift of the day is not closed; ``silent``: nobody could be asked about it."""


class DayClosed(Message):
    """The day of a store ended, as the till that states it knew it; what comes later stands apart."""

    business_day: Id
    currency: Id
    shifts: tuple[DayShift, ...]
    """In order of their till's label, then of their Z."""
    missing: tuple[MissingTill, ...] = ()
    complete: bool
    note: Text = ""


SHIFT_BODIES: Final[dict[tuple[str, int], type[Message]]] = {
    (SHIFT_OPENED, 1): ShiftOpened,
    (SHIFT_SUSPENDED, 1): ShiftSuspended,
    (SHIFT_RESUMED, 1): ShiftResumed,
    (SHIFT_READ, 1): ShiftRead,
    (SHIFT_COUNTED, 1): ShiftCounted,
    (SHIFT_CLOSED, 1): ShiftClosed,
    (CASH_MOVED, 1): CashMoved,
    (DRAWER_OPENED, 1): DrawerOpened,
    (DRAWER_CLOSED, 1): DrawerClosed,
    (DAY_CLOSED, 1): DayClosed,
    (CARDS_COMPARED, 1): CardsCompared,
    (TRAINING_LEFT, 1): TrainingLeft,
}
"""The entry types of this module, with the models of their bodies."""
