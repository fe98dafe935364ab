"""Compare what providers moved in a shift with their own list, order by order.

Source: docs/rules/payments.md, "Compared with the provider's list".
"""

from collections.abc import Callable, Sequence
from typing import Final, Literal

from pos_app.services import rights
from pos_app.services.card_comparison import CardsState, Comparison, HeardList, OrderDifference, OwnOrders
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten
from pos_app.services.identity import drawer_of
from pos_app.services.payment_model import Payment
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.shift_walk import walk
from pos_app.services.write_fact import write_fact
from retail_core.wire import shift_facts
from retail_core.wire.shift_facts import CardDifference, CardsCompared

MOST_STATED: Final = 100
"""How many differing orders stand in the fact; it says how many there are."""


class CompareCards:
    """Reads what is compared and writes what was found; on the storage lane."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._events = events

    def own(self, actor: Actor) -> OwnOrders:
        """Return what this till asked of providers in the active shift; right ``shift.close``.

        Raises:
            RuleError: ``right.missing``, ``shift.none_open``, ``shift.other_drawer``.
        """
        rights.require(actor.rights, rights.SHIFT_CLOSE)
        with self._store.read() as work:
            shift = drawer_of(work, actor)
            payments = tuple(work.payments.of_shift(shift.shift_id))
        return OwnOrders(shift.shift_id, shift.currency, shift.opened_ms, payments)

    def note(self, actor: Actor, own: OwnOrders, *, heard: HeardList | None) -> Comparison:
        """Write what a list says beside the till's own orders, and return it; nothing where none was heard.

        Raises:
            RuleError: ``shift.none_open``: the shift was closed meanwhile.
        """
        if heard is None:
            count, minor = sums_of(own.payments)
            waiting = _waiting(own.payments)
            state: CardsState = "not_heard" if own.payments else ""
            return Comparison(state, own.currency, count, minor, open=waiting)
        with self._store.write() as work:
            shift = drawer_of(work, actor)
            if shift.shift_id != own.shift_id:
                raise RuleError("shift.none_open")
            found = _compared(own, heard, known=lambda number: work.payments.get(number) is not None)
            if not own.payments and not found.differing:
                return Comparison("")
            seq = 0
            if found != walk(work, shift).cards:
                # Whoever looks once more at the same list has nothing new to state.
                kind, who = shift_facts.CARDS_COMPARED, actor.staff_id
                seq = write_fact(work, self._clock, kind=kind, actor=who, body=found).seq
        if seq:
            self._events.publish(FactWritten(seq))
        return Comparison(
            state_of(found),
            found.currency,
            found.own_count,
            found.own_minor,
            found.their_minor,
            found.open,
            found.differing,
            tuple(
                OrderDifference(each.order_no, each.why, each.own_minor, each.their_minor)
                for each in found.differences
            ),
        )


def sums_of(payments: Sequence[Payment]) -> tuple[int, int]:
    """Return how many orders count as moved, and what they come to (minor units)."""
    moved = [_moved(each) for each in payments if _moved(each)]
    return len(moved), sum(moved)


def state_of(compared: CardsCompared) -> CardsState:
    """Return what a comparison came to."""
    return "different" if compared.differing else "equal"


def compared_state(work: UnitOfWork, shift_id: str, *, last: CardsCompared | None) -> tuple[CardsState, int]:
    """Return what a Z says of its last comparison, and by how much the list differs (minor units)."""
    payments = work.payments.of_shift(shift_id)
    if last is None:
        return ("not_heard" if payments else ""), 0
    waiting = _waiting(payments)
    if (last.own_count, last.own_minor, last.open) != (*sums_of(payments), waiting):
        return "not_heard", 0
    return state_of(last), last.their_minor - last.own_minor


def _compared(own: OwnOrders, heard: HeardList, *, known: Callable[[str], bool]) -> CardsCompared:
    listed = {each.order_no: each.moved_minor for each in heard.orders}
    differences: list[CardDifference] = []
    theirs: list[int] = []
    for payment in own.payments:
        there = listed.pop(payment.payment_id, None)
        if there is None:
            answer = heard.asked.get(payment.payment_id)
            there = _moved(payment) if answer is not None and answer.state == "approved" else 0
        theirs.append(there)
        if _is_waiting(payment):
            continue
        here = _moved(payment)
        if here != there:
            differences.append(_difference(payment.payment_id, here=here, there=there))
    for number, moved in listed.items():
        # Orders of another shift of this till stand in that shift's comparison.
        if moved and not known(number):
            theirs.append(moved)
            differences.append(CardDifference(order_no=number, why="unknown", own_minor=0, their_minor=moved))
    count, minor = sums_of(own.payments)
    differences.sort(key=lambda each: each.order_no)
    return CardsCompared(
        shift_id=own.shift_id,
        provider=heard.provider,
        currency=own.currency,
        own_count=count,
        own_minor=minor,
        their_count=sum(bool(each) for each in theirs),
        their_minor=sum(theirs),
        open=_waiting(own.payments),
        differences=tuple(differences[:MOST_STATED]),
        differing=len(differences),
    )


def _moved(payment: Payment) -> int:
    """Return what counts as moved by an order: taken above zero, given back below."""
    if not payment.is_paid:
        return 0
    return payment.amount.minor if payment.kind == "charge" else -payment.amount.minor


def _is_waiting(payment: Payment) -> bool:
    return payment.is_open and not payment.decision


def _waiting(payments: Sequence[Payment]) -> int:
    return sum(_is_waiting(each) for each in payments)


def _difference(number: str, *, here: int, there: int) -> CardDifference:
    why: Literal["missing", "taken", "amount"] = "amount"
    if not there:
        why = "missing"
    elif not here:
        why = "taken"
    return CardDifference(order_no=number, why=why, own_minor=here, their_minor=there)
