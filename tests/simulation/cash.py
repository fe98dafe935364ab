"""Cash that moves without a sale, the drawer opened for nothing, and an X: a drawer by day."""

from dataclasses import dataclass

from pos_app.services.act_model import Act, Approval, NeedsApproval
from pos_app.services.errors import RuleError, StorageError
from pos_app.services.move_cash import MOVE_REASONS, NO_SALE_REASONS, CashMove
from pos_app.services.read_shift import XReport
from pos_app.services.records import Actor
from retail_core.wire.shift_facts import MoveKind
from tests.simulation.chain import PIN, people_of
from tests.simulation.desk import Desk, Steps
from tests.simulation.trouble import expect

_INTO = {"paid_in": 1, "float_added": 1, "paid_out": -1, "safe_drop": -1}
_COIN_MINOR = 10
_NOTES = (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10)


@dataclass(frozen=True, slots=True)
class _Moving:
    """What lies on the counter while a movement is keyed in."""

    movement_id: str
    change_minor: int
    """What it adds to the drawer."""


class Cash:
    """Moves cash, opens the drawer and reads the shift; a manager allows what a cashier may not."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._moving: _Moving | None = None

    def forget(self) -> None:
        """The disk is dead: what was under way ends without a record of it."""
        self._moving = None

    def look_what_was_moved(self) -> None:
        """After a crash: see in the list of movements whether the last one is in it."""
        if self._moving is not None:
            with self._desk.process.data.store.read() as work:
                happened = work.shifts.is_moved(self._moving.movement_id)
            if happened:
                self._keep(self._moving)
                self._desk.machine.drawers_due = 0
            self._moving = None

    def do_something(self, actor: Actor) -> Steps:
        """Move cash, open the drawer for nothing, or read what the shift came to so far."""
        act = self._desk.chance.pick({"move": 0.6, "no_sale": 0.2, "x": 0.2})
        if act == "move":
            yield from self.move(actor)
        elif act == "no_sale":
            yield from self._open_for_nothing(actor)
        else:
            yield from self._read(actor)

    def move(self, actor: Actor) -> Steps:
        """Put cash into the drawer, or take out what lies there at most."""
        chance, till = self._desk.chance, self._desk.machine.till
        kind: MoveKind = chance.pick(_KINDS)
        amount = chance.number(1, 30_000)
        pieces: dict[int, int] = {}
        if _INTO[kind] < 0:
            amount = min(amount, till.cash_minor)
        if chance.happens(0.5):
            amount = amount // _COIN_MINOR * _COIN_MINOR
            pieces = in_pieces(amount)
        if amount <= 0:
            return
        reason = chance.one_of(MOVE_REASONS[kind])
        move = CashMove(kind, amount, reason, note="因为" if reason == "other" else "", pieces=pieces)
        cases = self._desk.cases.shifts.cash
        movement_id = cases.begin()
        approval: Approval | None = None
        for _ in range(4):
            moving = self._moving = _Moving(movement_id, _INTO[kind] * amount)
            try:
                cases(actor, move, movement_id=movement_id, approval=approval)
            except NeedsApproval as error:
                self._moving = None
                expect(approval is None, "an approval counts", (actor.staff_id, move))
                approval = self.allowed(actor, error.act)
                if approval is None:
                    return
                yield 6_000
            except StorageError as error:
                self._moving = None
                self._desk.expect_code(error, {"storage.full"})
                yield 4_000
            else:
                self._keep(moving)
                if chance.happens(0.1):
                    self._move_again(actor, move, movement_id)
                yield 2_000
                return

    def allowed(self, actor: Actor, act: Act) -> Approval | None:
        """Let the store's manager allow one act; ``None`` where the till does not know the manager yet."""
        manager = next(
            person.staff_id for person in people_of(self._desk.machine.store_id) if person.role == "manager"
        )
        try:
            approval = self._desk.cases.approve.with_pin(actor, act, staff_id=manager, pin=PIN)
        except RuleError as error:
            self._desk.expect_code(error, {"staff.unknown", "approval.self", "approval.involved"})
            return None
        except StorageError as error:
            self._desk.expect_code(error, {"storage.full"})
            return None
        self._desk.machine.note("allowed", act.verb, act.amount)
        return approval

    def _move_again(self, actor: Actor, move: CashMove, movement_id: str) -> None:
        """Press the key twice: the second time nothing happens."""
        cases = self._desk.cases
        act = cases.shifts.cash.act(move, movement_id)
        approval = self.allowed(actor, act)
        self._desk.fails(
            lambda: cases.shifts.cash(actor, move, movement_id=movement_id, approval=approval),
            {"cash.already_moved", "right.missing", "right.over_limit"},
        )

    def _open_for_nothing(self, actor: Actor) -> Steps:
        cases, approval = self._desk.cases.shifts.cash, None
        reason = self._desk.chance.one_of(NO_SALE_REASONS)
        for _ in range(3):
            try:
                cases.no_sale(actor, reason=reason, note="因为", approval=approval)
            except NeedsApproval as error:
                approval = self.allowed(actor, error.act)
                if approval is None:
                    return
                yield 5_000
            else:
                self._desk.machine.drawers_due += 1
                self._desk.machine.note("no_sale", reason)
                yield 1_000
                return

    def _read(self, actor: Actor) -> Steps:
        """See what ought to lie in the drawer, and look into it; a cashier asks the manager for it."""
        printed, approval = self._desk.chance.happens(0.3), None
        for _ in range(2):
            try:
                x = self._desk.cases.shifts.read(actor, printed=printed, approval=approval)
            except NeedsApproval as error:
                approval = self.allowed(actor, error.act)
                if approval is None:
                    return
                yield 5_000
            else:
                self._look_at(x)
                yield 2_000
                return

    def _look_at(self, x: XReport) -> None:
        till = self._desk.machine.till
        lies_there = {"cash": till.cash_minor, "voucher": till.voucher_minor, "external": till.external_minor}
        for count in x.figures.tenders:
            if count.kind in lies_there:
                expect(
                    count.expected_minor == lies_there[count.kind],
                    "an X says what lies in the drawer",
                    (self._desk.machine.name, x.number, count, till),
                )
        self._desk.machine.note("x", x.number, till.cash_minor)

    def _keep(self, moving: _Moving) -> None:
        """The money is moved."""
        machine = self._desk.machine
        machine.till.cash_minor += moving.change_minor
        machine.drawers_due += 1
        self._moving = None
        machine.note("moved", moving.movement_id, moving.change_minor)


def in_pieces(amount_minor: int) -> dict[int, int]:
    """Return notes and coins that come to an amount; what no coin is left for is not in it."""
    pieces = {}
    for value in _NOTES:
        pieces[value], amount_minor = divmod(amount_minor, value)
    return {value: count for value, count in pieces.items() if count}


_KINDS: dict[MoveKind, float] = {"paid_in": 0.25, "paid_out": 0.25, "safe_drop": 0.3, "float_added": 0.2}
