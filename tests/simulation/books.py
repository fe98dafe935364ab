"""What is true: written down by the simulation itself as it happens, and compared with what the product says.

Nothing in here is read back from the product. What only head office's database holds (deliveries, orders,
coupons) goes back with it when it is restored from a backup, so it can be copied; what was ever so stays.
"""

from copy import deepcopy
from dataclasses import dataclass, field

_HOLD_MS = 300_000


@dataclass(frozen=True, slots=True)
class PaidSale:
    """A sale that a customer left with: the till said "paid", or showed it as paid after a crash."""

    sale_id: str
    receipt_number: str
    machine: str
    terminal: str
    incarnation: int
    due_minor: int
    """Total with cash rounding."""
    alias: str | None
    points: int
    paid_ms: int
    """The true time, which no till's clock knows."""
    voucher_minor: int = 0
    points_spent: int = 0
    """As a tender, and for rewards."""
    value_minor: int = 0
    """What was paid out of the member's balance."""


@dataclass(frozen=True, slots=True)
class PaidIn:
    """A top-up that somebody paid: the till said so, or showed it after a crash."""

    top_up_id: str
    alias: str
    principal_minor: int
    bonus_minor: int


@dataclass(frozen=True, slots=True)
class Given:
    """A parcel that left the store: the till said so."""

    hand_over_id: str
    order_id: str
    machine: str
    actor: str


@dataclass(slots=True)
class HeadOffice:
    """What only the server knows, as it ought to be there."""

    deliveries: list[tuple[str, str, int]] = field(default_factory=list)
    """Store, product, thousandths."""
    orders: dict[str, str] = field(default_factory=dict)
    """Order to store."""
    cancelled: set[str] = field(default_factory=set)
    coupons: set[str] = field(default_factory=set)
    revoked: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Ever:
    """What was so at any time; a fact that arrives late may refer to it."""

    prices: dict[str, set[int]] = field(default_factory=dict)
    cancelled: set[str] = field(default_factory=set)
    revoked: set[str] = field(default_factory=set)
    lost_orders: set[str] = field(default_factory=set)
    """Orders that went with a restored server."""
    lost_coupons: set[str] = field(default_factory=set)
    dismissed: set[str] = field(default_factory=set)
    """People who were taken off the list at some time."""
    restored_ms: list[int] = field(default_factory=list)
    lost_through: dict[tuple[str, int], int] = field(default_factory=dict)
    """(terminal, incarnation) to the last entry that a server had stored before it was put back."""
    server_jumps_ms: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Books:
    """The simulation's own books."""

    paid: dict[str, PaidSale] = field(default_factory=dict)
    """Sales, and returns: those are below zero."""
    paid_in: dict[str, PaidIn] = field(default_factory=dict)
    """Top-ups, by id."""
    parked: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Baskets that were put aside, and the (terminal, incarnation) where."""
    given: dict[str, Given] = field(default_factory=dict)
    undone: set[str] = field(default_factory=set)
    """Hand-overs that were taken back."""
    gone: set[tuple[str, int]] = field(default_factory=set)
    """(terminal, incarnation) whose disk died: what it had not sent is gone with it."""
    z_digests: dict[tuple[str, int, int], str] = field(default_factory=dict)
    """(terminal, incarnation, number) to what the Z said when it was first seen."""
    slow_coupons: set[str] = field(default_factory=set)
    """Sales that were paid when the reservation of their coupon may have ended."""
    office: HeadOffice = field(default_factory=HeadOffice)
    ever: Ever = field(default_factory=Ever)

    def told_by(self, terminal: str, incarnation: int) -> int:
        """Return how many sales one incarnation of a till has told as paid."""
        return sum(
            (sale.terminal, sale.incarnation) == (terminal, incarnation) for sale in self.paid.values()
        )

    def hold_may_have_ended(self, held_ms: int, now_ms: int) -> bool:
        """Return whether a reservation made at ``held_ms`` may have ended: by its five minutes, or a jump."""
        jumped = any(held_ms <= at_ms <= now_ms for at_ms in self.ever.server_jumps_ms)
        return jumped or now_ms - held_ms > _HOLD_MS - 10_000

    def back_up(self) -> HeadOffice:
        """Return what the server's database holds now."""
        return deepcopy(self.office)

    def restore(self, office: HeadOffice, *, now_ms: int) -> None:
        """The server is back at an older state; what came after it is lost there."""
        self.ever.lost_orders |= self.office.orders.keys() - office.orders.keys()
        self.ever.lost_coupons |= self.office.coupons - office.coupons
        self.ever.restored_ms.append(now_ms)
        self.office = deepcopy(office)
