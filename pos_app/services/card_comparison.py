"""The comparison of a shift's cards with the provider's list, led over the lanes; no fact is named here.

Source: docs/rules/payments.md, "Compared with the provider's list".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from pos_app.services.payment_model import Payment
from pos_app.services.payment_ports import ListedOrder, PaymentAnswer, PaymentProvider
from pos_app.services.records import Actor

if TYPE_CHECKING:
    from pos_app.services.payment_desk import DeskLanes

CardsState = Literal["", "equal", "different", "not_heard"]
"""What a comparison came to; empty where there was nothing to compare."""

Why = Literal["missing", "taken", "amount", "unknown"]


@dataclass(frozen=True, slots=True)
class OwnOrders:
    """What this till asked of providers in a shift, and since when a list is wanted (UTC milliseconds)."""

    shift_id: str
    currency: str
    from_ms: int
    payments: tuple[Payment, ...]


@dataclass(frozen=True, slots=True)
class HeardList:
    """A provider's list, and its word for orders of the till that are not on it."""

    provider: str
    orders: tuple[ListedOrder, ...]
    asked: Mapping[str, PaymentAnswer]


@dataclass(frozen=True, slots=True)
class OrderDifference:
    """An order of which till and provider know different things; minor units, < 0 where money went back."""

    order_no: str
    why: Why
    own_minor: int
    their_minor: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of it; ``not_heard`` where no list was heard. Sums are minor units.

    ``differences`` are the first of ``differing`` ones, ``open`` are orders of which nobody knows yet.
    """

    state: CardsState
    currency: str = ""
    count: int = 0
    minor: int = 0
    their_minor: int = 0
    open: int = 0
    differing: int = 0
    differences: tuple[OrderDifference, ...] = ()


class ComparesCards(Protocol):
    """Reads what is compared and writes what was found; storage lane."""

    def own(self, actor: Actor) -> OwnOrders:
        """Return what this till asked of providers in the active shift."""

    def note(self, actor: Actor, own: OwnOrders, *, heard: HeardList | None) -> Comparison:
        """Write what a list says beside the till's own orders, and return it."""


class CardComparison:
    """Asks the provider between two steps of the storage lane."""

    def __init__(
        self, compare: ComparesCards, provider: Callable[[], PaymentProvider], *, lanes: DeskLanes
    ) -> None:
        """Work with the provider that ``provider`` names at that moment."""
        self._compare = compare
        self._provider = provider
        self._lanes = lanes

    def __call__(
        self,
        actor: Actor,
        on_done: Callable[[Comparison], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """Compare the active shift's cards; both calls come on the thread of the window."""
        provider = self._provider()

        def heard(own: OwnOrders, told: HeardList | None) -> None:
            self._lanes.storage.run(lambda: self._compare.note(actor, own, heard=told), on_done, on_error)

        def ask(own: OwnOrders) -> None:
            self._lanes.provider.run(lambda: ask_list(provider, own), lambda told: heard(own, told), on_error)

        self._lanes.storage.run(lambda: self._compare.own(actor), ask, on_error)


def ask_list(provider: PaymentProvider, own: OwnOrders) -> HeardList | None:
    """Ask a provider for its list, and by their numbers for paid orders that are not on it; its own lane.

    Returns ``None`` where no list was heard, or where an order of the shift went to another provider.
    """
    if not provider.name or any(each.address not in {"", provider.address} for each in own.payments):
        return None
    listed = provider.listed(own.from_ms)
    if listed is None:
        return None
    numbers = {each.order_no for each in listed}
    missing = [each for each in own.payments if each.is_paid and each.payment_id not in numbers]
    asked = {each.payment_id: provider.ask(each.payment_id) for each in missing if each.kind == "charge"}
    if any(answer.state == "unknown" for answer in asked.values()):
        return None
    return HeardList(provider.name, listed, asked)
