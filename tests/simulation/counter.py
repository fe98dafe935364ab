"""The people at one till: they sign in, serve, count and close; and go on where a dead till stopped.

Each activity is a generator: it yields how long the person takes, in milliseconds, and everything else in the
run may happen meanwhile. A process that dies ends the generator; the people begin anew when it is back.
"""

from collections.abc import Callable

from pos_app.services.errors import RuleError, StorageError
from pos_app.services.records import Actor
from tests.simulation.cash import Cash
from tests.simulation.chain import PIN, people_of
from tests.simulation.desk import Changes, Desk, Steps
from tests.simulation.drawers import Drawers
from tests.simulation.fulfilling import Fulfilling
from tests.simulation.parcels import Parcels
from tests.simulation.returning import Returning
from tests.simulation.selling import Selling
from tests.simulation.stocking import Stocking
from tests.simulation.topping import ToppingUp

_WRONG_PIN = {"pin.wrong", "staff.unknown"}


class Counter:
    """Who works at a machine, and what they know that the machine may not."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._selling = Selling(desk)
        self._fulfilling = Fulfilling(desk)
        self._parcels = Parcels(desk, self._fulfilling)
        self._returning = Returning(desk)
        self._topping_up = ToppingUp(desk)
        self._stocking = Stocking(desk)
        self._cash = Cash(desk)
        self._drawers = Drawers(desk, self._cash, sign_in=self._sign_in, clear_away=self._clear_away)
        self._steps: dict[str, Callable[[Actor], Steps]] = {
            "sell": self._selling.sell,
            "top_up": self._topping_up.pay_in,
            "recall": self._selling.recall,
            "return": self._returning.take_back,
            "hand_over": self._parcels.serve,
            "reprint": self._reprint,
            "drawer": self._cash.do_something,
            "break": self._drawers.take_a_break,
        }
        self.closes_ms = 0
        """From when on nobody is served any more."""
        self.leaves_open = False
        """Whether tonight the shift is left open."""

    def forget(self) -> None:
        """The disk is dead: whatever was under way ends without a record of it."""
        self._selling.forget()
        self._parcels.forget()
        self._returning.forget()
        self._topping_up.forget()
        self._cash.forget()
        self._drawers.forget()

    def day(self) -> Steps:
        """From the start of the program to the end of the day."""
        yield self._desk.chance.number(500, 3_000)
        self.look_what_was_done()
        actor = yield from self._sign_in(self._anybody("cashier"))
        yield from self._drawers.take(actor)
        yield from self._selling.clear_counter(actor)
        while self._desk.now_ms < self.closes_ms:
            actor = yield from self._next(actor)
            yield self._desk.chance.about(20_000)
            yield from self._drawers.take(actor)
        if not self.leaves_open:
            yield from self._selling.clear_counter(actor)
            yield from self._drawers.close_all(actor)
        yield 5_000
        self._desk.process.close()

    def _next(self, actor: Actor) -> Changes:
        """Do what is to be done next, as the plan wants it; return who is at the till after it."""
        if self._desk.goods and self._desk.chance.happens(_MOVES_GOODS):
            return (yield from self._move_goods(actor))
        if self._desk.parts and self._desk.chance.happens(_FULFILS):
            return (yield from self._fulfil(actor))
        return (yield from self._do_something(actor))

    def look_what_was_done(self) -> None:
        """After a crash: see on the screen what of the last thing on the counter is in the till."""
        self._drawers.look_whose_it_is()
        self._cash.look_what_was_moved()
        self._selling.look_what_was_paid()
        self._parcels.look_what_was_given()
        self._returning.look_what_was_given_back()
        self._topping_up.look_what_was_paid_in()

    # Who works

    def _anybody(self, role: str) -> str:
        return self._desk.chance.one_of(
            [person.staff_id for person in people_of(self._desk.machine.store_id) if person.role == role]
        )

    def _sign_in(self, staff_id: str) -> Changes:
        """Sign in; known people always can, offline too."""
        while True:
            try:
                if self._desk.chance.happens(0.03):
                    self._mistype(staff_id)
                actor = self._desk.cases.sign_in.with_pin(staff_id, PIN)
            except RuleError as error:
                # A new disk knows nobody before its first page came, and who was dismissed stays outside.
                self._desk.expect_code(error, {"staff.unknown"})
                staff_id = self._anybody("cashier")
            except StorageError as error:
                self._desk.expect_code(error, {"storage.full"})
            else:
                self._desk.machine.note("signed_in", staff_id)
                return actor
            yield 4_000

    def _mistype(self, staff_id: str) -> None:
        self._desk.fails(lambda: self._desk.cases.sign_in.with_pin(staff_id, "0000"), _WRONG_PIN)

    def _do_something(self, actor: Actor) -> Changes:
        """Serve, or do what else is to be done; return who is at the till after it."""
        pays_in = self._desk.purses and self._desk.chance.happens(0.1)
        activity = "top_up" if pays_in else self._desk.chance.pick(_ACTIVITIES)
        try:
            if activity == "pick":
                return (yield from self._pick(actor))
            if activity == "change":
                return (yield from self._sign_in(self._anybody("cashier")))
            yield from self._steps[activity](actor)
        except StorageError as error:
            self._desk.expect_code(error, {"storage.full"})
        return actor

    def _clear_away(self, actor: Actor) -> None:
        """Have nothing on the counter: a customer who is still there leaves without the goods.

        A full disk may have kept an empty basket out of the file: something is put in and taken out again.
        """
        cases = self._desk.cases
        if cases.basket.basket.lines or cases.basket.basket.returns:
            cases.abandon(actor, cases.basket.basket, total_minor=0)
            cases.basket.start_new()
        else:
            self._selling.add_goods(actor)
            cases.basket.clear()

    # Orders and copies

    def _pick(self, actor: Actor) -> Changes:
        """Somebody who may picks what is new and puts on a shelf what is picked."""
        cases = self._desk.cases
        board = cases.orders.board()
        todo = [*board.new, *board.picking, *board.trouble]
        if not todo:
            return actor
        picker = yield from self._sign_in(self._anybody("staff"))
        if self._desk.parts:
            yield from self._fulfilling.work(picker)
            return (yield from self._sign_in(actor.staff_id))
        for order in todo[:3]:
            try:
                if order.state == "placed" and self._desk.chance.happens(0.8):
                    cases.pick.start(picker, order.order_id)
                    yield self._desk.chance.number(5_000, 60_000)
                cases.pick.mark_ready(picker, order.order_id, shelf=f"A{self._desk.chance.number(1, 9)}")
                self._desk.machine.note("picked", order.order_id)
            except RuleError as error:
                # Another till was faster, and this one has heard of it meanwhile.
                self._desk.expect_code(error, {"order.wrong_state", "order.unknown"})
            yield 2_000
        return (yield from self._sign_in(actor.staff_id))

    def _fulfil(self, actor: Actor) -> Changes:
        """Get orders ready, or give one out."""
        try:
            if self._desk.chance.happens(0.5):
                return (yield from self._pick(actor))
            yield from self._parcels.serve(actor)
        except StorageError as error:
            self._desk.expect_code(error, {"storage.full"})
        return actor

    def finish_orders(self) -> Steps:
        """Somebody gets everything ready that waits, and puts back what is nobody's."""
        picker = yield from self._sign_in(self._anybody("staff"))
        yield from self._fulfilling.finish(picker)

    def _move_goods(self, actor: Actor) -> Changes:
        """A manager does what is to be done with goods."""
        manager = yield from self._sign_in(self._anybody("manager"))
        try:
            yield from self._stocking.work(manager)
        except StorageError as error:
            self._desk.expect_code(error, {"storage.full"})
        return (yield from self._sign_in(actor.staff_id))

    def _reprint(self, actor: Actor) -> Steps:
        recent = self._desk.cases.reprint.recent(5)
        if recent:
            self._desk.cases.reprint(actor, self._desk.chance.one_of(list(recent)).receipt_number)
        yield 1_000


_FULFILS = 0.4
"""How often it is orders that somebody is busy with, where they are fulfilled line by line."""
_MOVES_GOODS = 0.4
"""How often it is goods that somebody is busy with, where they are moved."""

_ACTIVITIES = {
    "sell": 0.5,
    "recall": 0.05,
    "return": 0.06,
    "hand_over": 0.1,
    "pick": 0.1,
    "reprint": 0.03,
    "change": 0.05,
    "drawer": 0.09,
    "break": 0.02,
}
