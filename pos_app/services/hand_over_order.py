"""Hand an order over: by pickup code, or by phone digits and name. Works offline, counts once."""

from dataclasses import dataclass
from typing import Literal

from pos_app.services.events import EventBus
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.records import Actor, Order

UNDO_MS = 10_000
"""How long the same person may take a hand-over back."""


@dataclass(frozen=True, slots=True)
class HandOverProof:
    """Why this customer may have the order; ``evidence`` is a part of a hash, never the code."""

    means: Literal["code", "phone_and_name"]
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class HandOverOffer:
    """The order at the counter and what to check; show it, then confirm."""

    order: Order
    proof: HandOverProof

    @property
    def min_age(self) -> int:
        """The age to check, 0 for none."""
        return self.order.min_age


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Done; ``undo`` takes it back until ``undo_until_mono_ms``."""

    hand_over_id: str
    order_id: str
    undo_until_mono_ms: int


class HandOverOrder:
    """Finds the order of a customer and gives it out; on the storage lane."""

    def __init__(self, *, store: Store, clock: Clock, ids: Ids, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._events = events

    def by_code(self, text: str) -> HandOverOffer:
        """Read a pickup code and return the order it is for.

        Raises:
            RuleError: ``pickup.code_<reason>`` (``forged``, ``expired``, ``unknown_key``, ``no_keys``,
                ``foreign``), ``pickup.other_store`` (store number), ``order.unknown``,
                ``order.already_handed_over`` (time in UTC milliseconds, who), ``order.not_ready`` (state),
                ``order.cancelled``.
        """
        raise NotImplementedError

    def by_phone_and_name(self, order_id: str, *, phone_last4: str, name: str) -> HandOverOffer:
        """Check the last four digits and the beginning of the name that the customer says.

        Raises:
            RuleError: ``pickup.no_match``, or as ``by_code``.
        """
        raise NotImplementedError

    def confirm(self, actor: Actor, offer: HandOverOffer, *, age_checked: bool = False) -> HandedOver:
        """Write that the order left; right ``order.hand_over``.

        Raises:
            RuleError: ``right.missing``, ``order.age_not_checked`` (age), ``shift.none_open``, or as
                ``by_code`` when somebody else was faster.
        """
        raise NotImplementedError

    def undo(self, actor: Actor, done: HandedOver) -> Order:
        """Take a hand-over back within ten seconds; the code is good again.

        Raises:
            RuleError: ``hand_over.not_yours``, ``hand_over.too_late``, ``hand_over.unknown``.
        """
        raise NotImplementedError
