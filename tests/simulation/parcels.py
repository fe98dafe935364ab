"""Parcels at one till: handed over, taken back, and asked for a second time."""

from dataclasses import dataclass

from pos_app.services.errors import PosError, RuleError
from pos_app.services.hand_over_order import HandedOver, HandOverOffer
from pos_app.services.records import Actor
from tests.simulation.books import Given
from tests.simulation.desk import Desk, Steps
from tests.simulation.fulfilling import Fulfilling


@dataclass(slots=True)
class _Leaving:
    """A parcel that is being handed over."""

    order_id: str
    actor: str


class Parcels:
    """Hands parcels over."""

    def __init__(self, desk: Desk, fulfilling: Fulfilling) -> None:
        self._desk = desk
        self._fulfilling = fulfilling
        self._leaving: _Leaving | None = None

    def forget(self) -> None:
        """The disk is dead: a parcel that was under way ends without a record of it."""
        self._leaving = None

    def serve(self, actor: Actor) -> Steps:
        """A customer comes for a parcel; now and then a second one with the same code."""
        codes = self._codes_of_store()
        if not codes:
            return
        cases, machine = self._desk.cases, self._desk.machine
        text = self._borrow() or self._desk.chance.one_of(codes)
        self._desk.app.lent_parcels.show(machine.store_id, machine.name, text, now_ms=self._desk.now_ms)
        try:
            offer = cases.hand_over.by_code(text)
            yield 3_000
            if self._desk.parts:
                self._fulfilling.change_their_mind(actor, offer.order)
            done = self._hand_over(actor, offer)
        except RuleError as error:
            self._desk.expect_code(error, _PICKUP_REFUSALS)
            return
        if self._desk.chance.happens(0.15):
            yield self._desk.chance.number(1_000, 14_000)
            self._undo(actor, done)
        elif self._desk.parts:
            yield self._desk.chance.number(20_000, 200_000)
            self._fulfilling.bring_back(actor, done.order_id)

    def _borrow(self) -> str | None:
        """Return now and then a code that another till of this store has seen a moment ago."""
        if not self._desk.chance.happens(0.8 if self._desk.machine.way.cut else 0.4):
            return None
        machine = self._desk.machine
        return self._desk.app.lent_parcels.borrow(
            machine.store_id, machine.name, now_ms=self._desk.now_ms, chance=self._desk.chance
        )

    def _codes_of_store(self) -> list[str]:
        return [
            placed.pickup_code
            for pocket in self._desk.app.pockets.values()
            for order_id, placed in pocket.orders.items()
            if self._desk.books.office.orders.get(order_id) == self._desk.machine.store_id
        ]

    def _hand_over(self, actor: Actor, offer: HandOverOffer) -> HandedOver:
        self._leaving = _Leaving(offer.order.order_id, actor.staff_id)
        try:
            order = self._desk.cases.orders.get(offer.order.order_id) if self._desk.parts else None
            part = None if order is None else self._fulfilling.part_of(order)
            done = self._desk.cases.hand_over.confirm(actor, offer, age_checked=True, quantities=part)
        except PosError:
            self._leaving = None
            raise
        leaving, self._leaving = self._leaving, None
        self._write_given(done.hand_over_id, leaving)
        return done

    def _write_given(self, hand_over_id: str, leaving: _Leaving) -> None:
        self._desk.books.given[hand_over_id] = Given(
            hand_over_id, leaving.order_id, self._desk.machine.name, leaving.actor
        )
        self._desk.machine.note("handed_over", leaving.order_id)

    def _undo(self, actor: Actor, done: HandedOver) -> None:
        try:
            self._desk.cases.hand_over.undo(actor, done)
        except RuleError as error:
            # A server that was put back before the order was placed has taken it off the till meanwhile.
            is_lost = done.order_id in self._desk.books.ever.lost_orders
            self._desk.expect_code(error, {"hand_over.unknown" if is_lost else "hand_over.too_late"})
        else:
            self._desk.books.undone.add(done.hand_over_id)
            self._desk.machine.note("undone", done.order_id)

    def look_what_was_given(self) -> None:
        """After a crash: look whether the parcel on the counter counts as handed over."""
        if self._leaving is not None:
            leaving, self._leaving = self._leaving, None
            with self._desk.process.data.store.read() as work:
                found_parcel = work.orders.hand_over_of(leaving.order_id)
            if found_parcel is not None and found_parcel.hand_over_id not in self._desk.books.given:
                self._write_given(found_parcel.hand_over_id, leaving)


_PICKUP_REFUSALS = frozenset(
    {
        "order.unknown",
        "order.already_handed_over",
        "order.not_ready",
        "order.cancelled",
        "order.nothing_open",
        "order.wrong_state",
        "order.ended",
        "pickup.code_no_keys",
        "pickup.code_expired",
        "shift.none_open",
    }
)
