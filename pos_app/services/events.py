"""What happened at the till, as small typed events in the past tense, and the one bus they travel on.

Screens and the shell subscribe by type. Use cases may publish from any lane: the bus hands every event to
``deliver``, which bootstrap replaces by a hop to the UI thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from pos_app.services.basket_model import Basket
from pos_app.services.drawer_pulse import Opening
from pos_app.services.payment_model import Payment
from retail_core.money import Money
from retail_core.orders import OrderState


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened."""


@dataclass(frozen=True, slots=True)
class StaffSignedIn(Event):
    """Somebody signed in at this till."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class StaffSignedOut(Event):
    """Somebody left this till."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class ShiftOpened(Event):
    """A shift began."""

    shift_id: str


@dataclass(frozen=True, slots=True)
class ShiftClosed(Event):
    """A shift ended with its Z."""

    shift_id: str
    z_number: int


@dataclass(frozen=True, slots=True)
class ShiftSuspended(Event):
    """A shift was put aside."""

    shift_id: str


@dataclass(frozen=True, slots=True)
class ShiftResumed(Event):
    """A shift that was put aside is the active one again."""

    shift_id: str


@dataclass(frozen=True, slots=True)
class BasketChanged(Event):
    """The basket is now ``basket``."""

    basket: Basket


@dataclass(frozen=True, slots=True)
class CouponLost(Event):
    """A coupon that counted here was taken off its basket again: head office knew more; why is a code."""

    basket_id: str
    campaign_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PricesTurned(Event):
    """A campaign began or ended with the time of day: what was said of the basket need not hold any more."""


@dataclass(frozen=True, slots=True)
class SaleCompleted(Event):
    """A sale was paid and is durable.

    ``change`` is what went back of the customer's cash; ``given`` is what was given back for returned goods,
    in all tenders together, ``None`` where the customer paid.
    """

    sale_id: str
    receipt_number: str
    change: Money
    given: Money | None = None


@dataclass(frozen=True, slots=True)
class ParkedChanged(Event):
    """A sale was parked, recalled or given up; ``count`` wait now."""

    count: int


@dataclass(frozen=True, slots=True)
class PaymentChanged(Event):
    """Something new is known of a payment."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class PaymentLinkChanged(Event):
    """The provider answers, or does not any more; ``None``: there is none. ``at_ms``: when it was noticed."""

    reachable: bool | None
    at_ms: int


@dataclass(frozen=True, slots=True)
class FactWritten(Event):
    """The journal grew to ``seq``: the sender has work."""

    seq: int


@dataclass(frozen=True, slots=True)
class SpoolChanged(Event):
    """A print job was written or changed its state."""


@dataclass(frozen=True, slots=True)
class PrintFailed(Event):
    """A job was not printed; ``code`` says why, the sale it belongs to is safe."""

    job_id: int
    code: str


@dataclass(frozen=True, slots=True)
class DrawerPulsed(Event):
    """The pulse that opens the drawer was sent."""

    opening: Opening


@dataclass(frozen=True, slots=True)
class DrawerLeftOpen(Event):
    """The drawer has been standing open for ``open_s`` seconds."""

    open_s: int


@dataclass(frozen=True, slots=True)
class OrderArrived(Event):
    """A click-and-collect order is new on this till."""

    order_id: str
    number: str


@dataclass(frozen=True, slots=True)
class OrderChanged(Event):
    """An order took a step, here or elsewhere."""

    order_id: str
    state: OrderState


@dataclass(frozen=True, slots=True)
class StoreDataChanged(Event):
    """A page of the store feed was applied; ``kinds`` are those of its documents, ``stock`` for instance."""

    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class MemberLearned(Event):
    """The server told of a member; what was known of the one with ``alias`` is old."""

    alias: str


@dataclass(frozen=True, slots=True)
class CatalogChanged(Event):
    """Products, prices or campaigns are now those of ``version`` (a page counts as a version)."""

    version: str


@dataclass(frozen=True, slots=True)
class SyncStateChanged(Event):
    """The link to the central API came, went, or moved the queue."""

    online: bool
    code: str
    """``sync.online``, ``sync.unreachable``, ``sync.auth_expired``, ``sync.rejected``."""
    acked_through: int


@dataclass(frozen=True, slots=True)
class CapabilityChanged(Event):
    """What the counter can do may have changed; ask ``store_status`` again."""


EventT = TypeVar("EventT", bound=Event)


def deliver_now(call: Callable[[], None]) -> None:
    """Deliver an event on the spot: for tests and for programs without a window."""
    call()


class EventBus:
    """Tells who subscribed to a type of event, in the order of subscription."""

    def __init__(self, deliver: Callable[[Callable[[], None]], None] = deliver_now) -> None:
        """Start without subscribers.

        Args:
            deliver: Runs a call on the subscribers' thread, later or at once, in the order given.
        """
        self._deliver = deliver
        self._subscribers: dict[type[Event], list[Callable[[Event], None]]] = {}

    def subscribe(self, kind: type[EventT], handler: Callable[[EventT], None]) -> Callable[[], None]:
        """Call ``handler`` with every event of exactly ``kind`` until the returned function is called."""
        handlers = self._subscribers.setdefault(kind, [])

        def call(event: Event) -> None:
            assert isinstance(event, kind)
            handler(event)

        handlers.append(call)

        def unsubscribe() -> None:
            if call in handlers:
                handlers.remove(call)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tell every subscriber of the event's type; may be called from any thread."""
        self._deliver(lambda: self._tell(event))

    def _tell(self, event: Event) -> None:
        for handler in list(self._subscribers.get(type(event), ())):
            handler(event)
