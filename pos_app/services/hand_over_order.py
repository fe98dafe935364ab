"""Hand an order over: by pickup code, or by phone digits and name. Works offline, counts once."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus
from pos_app.services.identity import open_shift_of, terminal_of
from pos_app.services.order_book import known_order, refund_of, refusal, tell
from pos_app.services.order_model import HandedLine, Order
from pos_app.services.platform_orders import orders_with
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.signed_codes import read_signed, reason_of
from pos_app.services.write_fact import write_fact
from retail_core import order_steps as steps
from retail_core.codes.code_time import check_time
from retail_core.codes.errors import CodeError
from retail_core.codes.platform import kept_code
from retail_core.codes.pq1 import PickupCode, code_time_s
from retail_core.money import Money
from retail_core.orders import Share, StepRefused
from retail_core.wire import facts
from retail_core.wire.order_facts import CourierPerson

UNDO_MS = 10_000
"""How long the same person may take a hand-over back."""

_EVIDENCE_DIGITS = 32
_LEAST_SAID = 3
_MOST_COURIER = 40


@dataclass(frozen=True, slots=True)
class HandOverProof:
    """Why this customer may have the order; ``evidence`` is a part of a hash, never the code."""

    means: Literal["code", "phone_and_name", "right_and_reason", "platform_code", "courier"]
    evidence: str = ""
    reason: str = ""
    courier: str = ""
    """Name or number plate of the courier who takes it, as far as somebody asked."""


@dataclass(frozen=True, slots=True)
class HandOverOffer:
    """The order at the counter and what to check; show it, then confirm."""

    order: Order
    proof: HandOverProof

    @property
    def min_age(self) -> int:
        """The age to check, 0 for none."""
        return self.order.checked_age


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """Several orders have the code that was scanned: somebody says which one it is."""

    orders: tuple[Order, ...]
    text: str = field(repr=False)


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

    def by_scan(self, text: str) -> HandOverOffer | OrderChoice:
        """Read a pickup code, or one of a platform, and return the order it is for.

        Raises:
            RuleError: ``pickup.platform_unknown`` (the channels' names), or as :meth:`by_code`.
        """
        with self._store.read() as work:
            orders = orders_with(work, text.strip(), now_ms=self._clock.now_ms())
            if len(orders) > 1:
                return OrderChoice(orders, text)
            if orders:
                _refuse_unless_ready(work, orders[0])
        return _platform_offer(orders[0], text) if orders else self.by_code(text)

    def by_platform_code(self, order_id: str, text: str) -> HandOverOffer:
        """Return one of the orders that a platform's code may mean.

        Raises:
            RuleError: as :meth:`by_scan`.
        """
        with self._store.read() as work:
            order = known_order(work, order_id)
            _refuse_unless_ready(work, order)
        return _platform_offer(order, text)

    def by_courier(self, order_id: str, *, number: str, courier: str) -> HandOverOffer:
        """Give an order to a courier who says its number, or the end of its code, and who they are.

        Raises:
            RuleError: ``courier.wrong_number``, ``courier.no_name``, or as :meth:`by_code`.
        """
        with self._store.read() as work:
            order = known_order(work, order_id)
            _refuse_unless_ready(work, order)
        said = kept_code(number, ()).upper()
        known = [text.upper() for text in (order.number, order.platform_number, order.platform_code) if text]
        fits = said in known or (len(said) >= _LEAST_SAID and any(text.endswith(said) for text in known))
        if not fits:
            raise RuleError("courier.wrong_number")
        if not courier.strip():
            raise RuleError("courier.no_name")
        return HandOverOffer(order, HandOverProof("courier", courier=courier.strip()[:_MOST_COURIER]))

    def by_code(self, text: str) -> HandOverOffer:
        """Read a pickup code and return the order it is for.

        Raises:
            RuleError: ``pickup.code_<reason>`` (``forged``, ``expired``, ``unknown_key``, ``no_keys``,
                ``foreign``), ``pickup.other_store`` (store number), ``order.unknown``,
                ``order.already_handed_over`` (time in UTC milliseconds, who), ``order.not_ready`` (state),
                ``order.cancelled``.
        """
        now_ms = self._clock.now_ms()
        with self._store.read() as work:
            try:
                code = read_signed(work, text, now_ms=now_ms).code
            except CodeError as error:
                raise RuleError(f"pickup.code_{reason_of(error)}") from error
            if not isinstance(code, PickupCode):
                raise RuleError("pickup.code_forged")
            if code.store != terminal_of(work).store.number:
                raise RuleError("pickup.other_store", code.store)
            order = known_order(work, code.order)
            if not hmac.compare_digest(code.secret_sha256, order.secret_sha256):
                raise RuleError("pickup.code_forged")
            # What became of the order is said first: "collected yesterday" helps more than "expired".
            _refuse_unless_ready(work, order)
            _refuse_late(code, now_ms=now_ms)
        return HandOverOffer(order, HandOverProof("code", _evidence(text)))

    def by_phone_and_name(self, order_id: str, *, phone_last4: str, name: str) -> HandOverOffer:
        """Check the last four digits and the beginning of the name that the customer says.

        Raises:
            RuleError: ``pickup.no_match``, or as ``by_code``.
        """
        with self._store.read() as work:
            order = known_order(work, order_id)
            _refuse_unless_ready(work, order)
        shown = order.masked_name.rstrip("*").casefold()
        if phone_last4.strip() != order.phone_last4 or not shown:
            raise RuleError("pickup.no_match")
        if not name.strip().casefold().startswith(shown):
            raise RuleError("pickup.no_match")
        return HandOverOffer(order, HandOverProof("phone_and_name"))

    def by_reason(self, actor: Actor, order_id: str, *, reason: str) -> HandOverOffer:
        """Give an order out without code, digits and name, for a reason; right ``order.hand_over_any``.

        Raises:
            RuleError: ``right.missing``, ``order.no_reason``, or as ``by_code``.
        """
        rights.require(actor.rights, rights.ORDER_HAND_OVER_ANY)
        if not reason.strip():
            raise RuleError("order.no_reason")
        with self._store.read() as work:
            order = known_order(work, order_id)
            _refuse_unless_ready(work, order)
        return HandOverOffer(order, HandOverProof("right_and_reason", reason=reason.strip()))

    def confirm(
        self,
        actor: Actor,
        offer: HandOverOffer,
        *,
        age_checked: bool = False,
        quantities: Mapping[str, int] | None = None,
    ) -> HandedOver:
        """Write that the order left; right ``order.hand_over``.

        ``quantities`` are thousandths by line, where not everything goes that is laid aside; the rest stays
        open.

        Raises:
            RuleError: ``right.missing``, ``order.age_not_checked`` (age), ``shift.none_open``,
                ``order.too_many``, ``order.nothing_open``,
                ``order.not_paid`` (what is due), or as ``by_code`` when somebody else was faster.
        """
        rights.require(actor.rights, rights.ORDER_HAND_OVER)
        if offer.min_age and not age_checked:
            raise RuleError("order.age_not_checked", offer.min_age)
        with self._store.write() as work:
            order = known_order(work, offer.order.order_id)
            _refuse_unless_ready(work, order)
            if order.due_minor:
                raise RuleError("order.not_paid", Money(order.due_minor, order.currency))
            shift = open_shift_of(work)
            try:
                after, shares = steps.hand_over(order.progress, quantities or order.at_hand())
            except StepRefused as refused:
                raise refusal(refused) from refused
            lines = _handed(order, shares)
            body = facts.OrderHandedOver(
                hand_over_id=self._ids.new_id(),
                order_id=order.order_id,
                shift_id=shift.shift_id,
                business_day=shift.business_day,
                means=offer.proof.means,
                evidence=offer.proof.evidence,
                # What was paid at a till is the turnover of that sale.
                value_minor=0 if order.paid_by_receipt else refund_of(shares),
                currency=order.currency,
                lines=tuple(
                    facts.HandOverLine(
                        line_id=line.line_id,
                        product_id=line.product_id,
                        qty_milli=line.qty_milli,
                        pack_pieces=line.pack_pieces,
                    )
                    for line in lines
                    if line.pack_pieces
                ),
                reason=offer.proof.reason,
                fulfilment=order.fulfilment,
            )
            courier = offer.proof.courier
            entry = write_fact(
                work,
                self._clock,
                kind=facts.ORDER_HANDED_OVER,
                actor=actor.staff_id,
                body=body,
                personal=CourierPerson(courier=courier) if courier else None,
            )
            work.orders.add_hand_over(body, entry, lines=lines)
            order = replace(order.after(after), handed_over_ms=entry.wall_ms, courier=courier)
            work.orders.put_own(order, seq=entry.seq)
        tell(self._events, order, seq=entry.seq)
        return HandedOver(body.hand_over_id, order.order_id, entry.mono_ms + UNDO_MS)

    def undo(self, actor: Actor, done: HandedOver) -> Order:
        """Take a hand-over back within ten seconds; the code is good again.

        Raises:
            RuleError: ``hand_over.not_yours``, ``hand_over.too_late``, ``hand_over.unknown``.
        """
        with self._store.write() as work:
            found = work.orders.hand_over_of(done.order_id)
            order = work.orders.get(done.order_id)
            if found is None or order is None or found.hand_over_id != done.hand_over_id or found.undone:
                raise RuleError("hand_over.unknown")
            if found.actor != actor.staff_id:
                raise RuleError("hand_over.not_yours")
            # A monotonic clock starts anew with the machine; a hand-over from before that is long ago.
            if not 0 <= self._clock.mono_ms() - found.mono_ms <= UNDO_MS:
                raise RuleError("hand_over.too_late")
            try:
                after = steps.undo_hand_over(order.progress, [line.share for line in found.lines])
            except StepRefused as refused:
                raise refusal(refused) from refused
            entry = write_fact(
                work,
                self._clock,
                kind=facts.ORDER_HAND_OVER_UNDONE,
                actor=actor.staff_id,
                body=facts.OrderHandOverUndone(hand_over_id=found.hand_over_id, order_id=order.order_id),
            )
            work.orders.add_undo(found, entry=entry)
            order = order.after(after)
            if not after.was_handed:
                order = replace(order, handed_over_ms=None, courier="")
            work.orders.put_own(order, seq=entry.seq)
        tell(self._events, order, seq=entry.seq)
        return order


def _platform_offer(order: Order, text: str) -> HandOverOffer:
    means: Literal["courier", "platform_code"] = (
        "courier" if order.fulfilment == "courier" else "platform_code"
    )
    return HandOverOffer(order, HandOverProof(means, _evidence(text)))


def _evidence(text: str) -> str:
    return hashlib.sha256(text.strip().encode()).hexdigest()[:_EVIDENCE_DIGITS]


def _refuse_late(code: PickupCode, *, now_ms: int) -> None:
    try:
        check_time(code, now_s=code_time_s(now_ms))
    except CodeError as error:
        raise RuleError("pickup.code_expired") from error


def _refuse_unless_ready(work: UnitOfWork, order: Order) -> None:
    if order.state in {"ready", "partly_handed_over"}:
        return
    if order.state == "cancelled":
        raise RuleError("order.cancelled")
    if order.state in {"rejected", "no_show", "returned"}:
        raise RuleError("order.ended", order.state)
    if order.state not in {"handed_over", "closed"}:
        raise RuleError("order.not_ready", order.state)
    here = work.orders.hand_over_of(order.order_id)
    if order.fulfilment == "courier":
        at_ms = order.handed_over_ms or 0 if here is None or here.undone else here.at_ms
        if order.courier:
            raise RuleError("order.already_with_named_courier", at_ms, order.courier)
        raise RuleError("order.already_with_courier", at_ms)
    if here is not None and not here.undone:
        raise RuleError("order.already_handed_over", here.at_ms, here.actor_name)
    raise RuleError("order.already_handed_over", order.handed_over_ms or 0, "")


def _handed(order: Order, shares: Sequence[Share]) -> tuple[HandedLine, ...]:
    """Return what goes out with its product; deposits are no goods and have no pieces."""
    lines = {line.line_id: line for line in order.lines}
    return tuple(
        HandedLine(
            share.line_id,
            lines[share.line_id].product_id,
            share.qty_milli,
            0 if lines[share.line_id].deposit else lines[share.line_id].pack_pieces,
            share.amount_minor,
        )
        for share in shares
    )
