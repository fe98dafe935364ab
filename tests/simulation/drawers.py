"""Whose drawer it is: shifts begin, are put aside and go on, are counted right or wrong, and end with a Z.

Each shift has a drawer of its own that somebody could count; what a close leaves in it waits for the next.
"""

from collections.abc import Callable

from pos_app.services.errors import PosError, RuleError, StorageError
from pos_app.services.records import Actor, Shift
from pos_app.services.suspend_shift import SUSPEND_REASONS, DrawerState
from tests.simulation.cash import Cash, in_pieces
from tests.simulation.chain import people_of
from tests.simulation.counting import Counting
from tests.simulation.desk import Changes, Desk, Steps
from tests.simulation.machine import Till
from tests.simulation.trouble import Broken, expect

_MOST_SUSPENDED = 2
_FULL = frozenset({"storage.full"})


class Drawers:
    """Opens, changes, counts and closes the shifts of a till."""

    def __init__(
        self,
        desk: Desk,
        cash: Cash,
        *,
        sign_in: Callable[[str], Changes],
        clear_away: Callable[[Actor], None],
    ) -> None:
        """Work at ``desk``; ``sign_in`` lets somebody else take over, ``clear_away`` empties the counter."""
        self._desk = desk
        self._sign_in = sign_in
        self._clear_away = clear_away
        self._counting = Counting(desk, cash, clear_away=clear_away, on_closed=self._on_closed)
        self._tills: dict[str, Till] = {}
        """What lies in the drawer of each shift that has no Z."""
        self._left: dict[str, list[int]] = {}
        """What closes left behind that nobody took over yet; of a personal drawer under its owner."""
        self._owners: dict[str, str] = {}
        """Whose drawer it is, by shift; empty for the one of the till."""
        self._opening: tuple[str, Till] | None = None

    def forget(self) -> None:
        """The disk is dead: no till knows of these shifts any more, and what lay there is put away."""
        for held in (self._tills, self._left, self._owners):
            held.clear()
        self._opening = None
        self._counting.forget()
        self._desk.machine.till = Till()

    def look_whose_it_is(self) -> None:
        """After a start: see which shift the till shows as active, and take its drawer."""
        with self._desk.process.data.store.read() as work:
            active = work.shifts.open()
        self._counting.look_what_was_closed()
        if active is not None and active.shift_id not in self._tills:
            self._on_opened(active)
        self._opening = None
        self._take_out(active)

    # Beginning and changing

    def take(self, actor: Actor) -> Steps:
        """Have an active shift into whose drawer somebody may sell."""
        suspend = self._desk.cases.shifts.suspend
        for _ in range(8):
            state = suspend.state(actor)
            if state.active is not None and state.may_use:
                return
            try:
                if state.active is not None:
                    yield from self.put_aside(actor, "cashier_change")
                else:
                    self._begin(actor, state)
            except StorageError as error:
                self._desk.expect_code(error, _FULL)
                yield 2_000
            else:
                yield 1_000
        raise Broken("somebody who may sell has a drawer", f"{self._desk.machine.name}: {actor.staff_id}")

    def take_a_break(self, actor: Actor) -> Steps:
        """Put the shift aside; another one begins, or it goes on later."""
        try:
            yield from self.put_aside(actor, self._desk.chance.one_of(SUSPEND_REASONS))
        except StorageError as error:
            self._desk.expect_code(error, _FULL)
        yield self._desk.chance.number(2_000, 40_000)

    def put_aside(self, actor: Actor, reason: str) -> Steps:
        """Suspend the active shift; a customer who is still there is sent away first."""
        for _ in range(6):
            try:
                shift = self._desk.cases.shifts.suspend(actor, reason=reason)
            except RuleError as error:
                self._desk.expect_code(error, {"shift.basket_open"})
                self._clear_away(actor)
                yield 2_000
            else:
                self._take_out(None)
                self._desk.machine.note("suspended", shift.number, reason)
                return
        raise Broken("a shift can be put aside", f"{self._desk.machine.name}: six times it was refused")

    def _begin(self, actor: Actor, state: DrawerState) -> None:
        """Go on with a shift that was put aside, or begin one."""
        mine = [shift for shift in state.suspended if self._is_for(shift, actor)]
        is_full = len(state.suspended) >= _MOST_SUSPENDED
        if mine and (state.own is not None or is_full or self._desk.chance.happens(0.5)):
            self._resume(actor, state.own or self._desk.chance.one_of(mine))
        else:
            self._open(actor)

    def _resume(self, actor: Actor, shift: Shift) -> None:
        self._desk.cases.shifts.suspend.resume(actor, shift.shift_id)
        self._take_out(shift)
        self._desk.machine.note("resumed", shift.number)

    def _open(self, actor: Actor) -> None:
        """Count what lies there, which most mornings is what the last close left."""
        cases, chance = self._desk.cases.shifts, self._desk.chance
        to_open = cases.open.prepare(actor)
        owner = actor.staff_id if to_open.drawer == "personal" else ""
        left = self._left.get(owner, [])
        carried = None if to_open.carried is None else to_open.carried.minor
        expect(
            carried == (left[-1] if left else None),
            "what a close left is what the next one finds",
            (self._desk.machine.name, owner, carried, left),
        )
        is_as_left = carried is not None and chance.happens(0.8)
        float_minor = carried if is_as_left and carried is not None else 1_000 * chance.number(10, 50)
        pieces = in_pieces(float_minor) if float_minor % 10 == 0 and chance.happens(0.5) else {}
        self._opening = (owner, Till(float_minor, float_minor))
        try:
            shift = cases.open(actor, float_minor=float_minor, pieces=pieces)
        except PosError:
            self._opening = None
            raise
        self._on_opened(shift)
        self._opening = None
        self._take_out(shift)
        self._desk.machine.note("shift", shift.number, float_minor, carried)

    def _on_opened(self, shift: Shift) -> None:
        assert self._opening is not None, "a shift was opened by somebody"
        owner, till = self._opening
        if self._left.get(owner):
            self._left[owner].pop()
        self._tills[shift.shift_id], self._owners[shift.shift_id] = till, owner

    def _take_out(self, shift: Shift | None) -> None:
        """Let the drawer of a shift be the one that people put money into."""
        self._desk.machine.till = Till() if shift is None else self._tills[shift.shift_id]

    def _is_for(self, shift: Shift, actor: Actor) -> bool:
        return shift.drawer != "personal" or shift.opened_by == actor.staff_id

    # The end of the day

    def close_all(self, actor: Actor) -> Steps:
        """Close the active shift, and most of those that were put aside; whose they are closes them."""
        yield from self._counting.close(actor)
        state = self._desk.cases.shifts.suspend.state(actor)
        for shift in state.suspended if state.active is None else ():
            if self._desk.chance.happens(0.25):
                continue  # It stays in the safe until tomorrow.
            who = yield from self._sign_in(self._who_may_close(shift))
            try:
                if not self._is_for(shift, who) and who.role != "manager":
                    # Its owner has left, and somebody else signed in.
                    self._desk.fails(lambda: self._resume(who, shift), {"shift.other_drawer"})  # noqa: B023
                    continue
                self._resume(who, shift)
            except StorageError as error:
                self._desk.expect_code(error, _FULL)
                continue
            if not (yield from self._counting.close(who)):
                return

    def _who_may_close(self, shift: Shift) -> str:
        """Return the owner of a personal drawer, and now and then the manager."""
        people = people_of(self._desk.machine.store_id)
        manager = next(person.staff_id for person in people if person.role == "manager")
        cashier = next(person.staff_id for person in people if person.role == "cashier")
        own = shift.opened_by if shift.drawer == "personal" else cashier
        return manager if self._desk.chance.happens(0.3) else own

    def _on_closed(self, shift_id: str, left_minor: int) -> None:
        """The Z is written: what stays waits for the next shift of this drawer, the rest is in the safe."""
        owner = self._owners.pop(shift_id)
        self._left.setdefault(owner, []).append(left_minor)
        del self._tills[shift_id]
        self._take_out(None)
