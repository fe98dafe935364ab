"""A drawer is counted, right or wrong, and its shift ends: counts are kept, a second person allows."""

from collections.abc import Callable, Generator
from dataclasses import dataclass

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.close_shift import ClosedShift, CountResult
from pos_app.services.errors import RuleError, StorageError
from pos_app.services.records import Actor, TenderKind
from tests.simulation.cash import Cash, in_pieces
from tests.simulation.chain import COUNT_LIMIT_MINOR
from tests.simulation.desk import Desk
from tests.simulation.trouble import Broken, expect

_FULL = frozenset({"storage.full"})
_OFF = {"right": 0.5, "a little": 0.25, "far": 0.25}
Counts = dict[TenderKind, int]


@dataclass(frozen=True, slots=True)
class _Closing:
    """What is put away when the Z has been written."""

    shift_id: str
    left_minor: int


class Counting:
    """Counts what lies in the drawer, without seeing what is expected, and closes."""

    def __init__(
        self,
        desk: Desk,
        cash: Cash,
        *,
        clear_away: Callable[[Actor], None],
        on_closed: Callable[[str, int], None],
    ) -> None:
        """Tell ``on_closed`` of each shift that has its Z now, and of what was left in its drawer."""
        self._desk = desk
        self._cash = cash
        self._clear_away = clear_away
        self._on_closed = on_closed
        self._closing: _Closing | None = None
        self._doubted: set[str] = set()
        """Shifts of which a difference above the limit may have been seen: it may stay in question."""

    def forget(self) -> None:
        """The disk is dead: a close that was under way ends without a record of it."""
        self._closing = None

    def look_what_was_closed(self) -> None:
        """After a crash: see whether the shift that was being closed has its Z."""
        if self._closing is not None:
            with self._desk.process.data.store.read() as work:
                has_z = work.shifts.z_of(self._closing.shift_id) is not None
            if has_z:
                self._on_closed(self._closing.shift_id, self._closing.left_minor)
            self._closing = None

    def close(self, actor: Actor) -> Generator[int, None, bool]:
        """Count until it may be closed, and close; return whether it is."""
        cases, chance = self._desk.cases.shifts.close, self._desk.chance
        off = chance.pick(_OFF)
        for _ in range(12):
            to_close = cases.prepare()
            counted = to_close.counted
            yield 5_000
            try:
                if counted is None or (counted.needs_approval and counted.attempts_left):
                    if counted is not None and chance.happens(0.5):
                        off = "right"
                    self._count(actor, to_close.shift_id, tenders=to_close.tenders, off=off)
                    if chance.happens(0.08):
                        # What moves now makes the count stale; it takes no attempt.
                        yield from self._cash.move(actor)
                    continue
                closed = self._end(actor, to_close.shift_id, counted)
            except StorageError as error:
                self._desk.expect_code(error, _FULL)
                yield 2_000
            except RuleError as error:
                # A full disk kept an empty basket out of the file: something is put in and taken out again.
                self._desk.expect_code(error, {"shift.basket_open"})
                self._clear_away(actor)
                yield 2_000
            else:
                if closed:
                    return True
                yield 4_000
        if not self._knows_manager(actor):
            return False
        raise Broken("a shift can be closed", "twelve times it was refused")

    def _count(self, actor: Actor, shift_id: str, *, tenders: tuple[TenderKind, ...], off: str) -> None:
        """Submit a count, and look at the differences that are shown after it."""
        till, chance = self._desk.machine.till, self._desk.chance
        lies_there: Counts = {
            "cash": till.cash_minor,
            "voucher": till.voucher_minor,
            "external": till.external_minor,
        }
        wrong: TenderKind = chance.one_of(tenders) if chance.happens(0.2) else "cash"
        counts = {kind: lies_there[kind] for kind in tenders}
        counts[wrong] += _wrong_by(off, chance.number(1, COUNT_LIMIT_MINOR), chance.one_of((-1, 1)))
        if wrong != "external":
            counts[wrong] = max(0, counts[wrong])
        pieces = in_pieces(counts["cash"]) if counts["cash"] % 10 == 0 and chance.happens(0.5) else {}
        if off == "far":
            self._doubted.add(shift_id)  # A kill may keep people from seeing the difference, not the till.
        result = self._desk.cases.shifts.close.count(actor, counts, pieces=pieces)
        largest = 0
        for count in result.tenders:
            difference = counts[_kind(count.kind)] - lies_there[_kind(count.kind)]
            largest = max(largest, abs(difference))
            expect(
                count.difference_minor == difference,
                "expected cash is what lies in the drawer",
                (self._desk.machine.name, count, till),
            )
        if largest > COUNT_LIMIT_MINOR:
            self._doubted.add(shift_id)
        asks = largest > COUNT_LIMIT_MINOR or (shift_id in self._doubted and result.needs_approval)
        expect(
            result.needs_approval == asks,
            "a difference above the limit asks for somebody",
            (self._desk.machine.name, result),
        )
        self._desk.machine.note("counted", result.attempt, result.attempts_left, largest)

    def _end(self, actor: Actor, shift_id: str, counted: CountResult) -> bool:
        """Close with the count that was submitted last; a manager allows what is above the limit."""
        cases, chance = self._desk.cases.shifts.close, self._desk.chance
        cash = next(count.counted_minor for count in counted.tenders if count.kind == "cash")
        most = max(0, min(cash, self._desk.machine.till.cash_minor))
        left = chance.pick({0: 0.2, most: 0.1, most // 1_000 * 1_000: 0.4, min(most, 20_000): 0.3})
        explanation = "没有人知道" if counted.needs_approval else ""
        approval: Approval | None = None
        if counted.needs_approval:
            self._desk.fails(lambda: cases.close(actor, left_minor=left), {"shift.explanation_missing"})
        for _ in range(2):
            self._closing = _Closing(shift_id, left)
            try:
                closed = cases.close(actor, left_minor=left, explanation=explanation, approval=approval)
            except NeedsApproval as error:
                self._closing = None
                approval = self._cash.allowed(actor, error.act)
                if approval is None:
                    return False
            except (RuleError, StorageError):
                self._closing = None
                raise
            else:
                self._closing = None
                self._look_at_z(closed, counted, left_minor=left, approval=approval)
                self._on_closed(shift_id, left)
                return True
        raise Broken("an approval counts", f"{self._desk.machine.name}: {counted}")

    def _look_at_z(
        self, closed: ClosedShift, counted: CountResult, *, left_minor: int, approval: Approval | None
    ) -> None:
        """The Z that comes out of the printer says what was counted, and who allowed it."""
        z = closed.z
        stated = {count.kind: count for count in z.tenders}
        expect(
            all(stated[count.kind] == count for count in counted.tenders),
            "a Z says what was counted",
            (self._desk.machine.name, z.z_number, counted),
        )
        allowed_by = None if approval is None else approval.staff_id
        expect(
            (z.approved_by, z.left_minor, z.attempts) == (allowed_by, left_minor, counted.attempt),
            "a Z says who allowed it and what stays",
            (self._desk.machine.name, z.z_number, z.approved_by, z.left_minor, z.attempts),
        )
        self._desk.machine.note("z", z.z_number, z.sales_count, z.total_minor, counted.largest_minor)

    def _knows_manager(self, actor: Actor) -> bool:
        """Tell whether this till knows anybody who may allow a difference; a new disk may not yet."""
        counted = self._desk.cases.shifts.close.prepare().counted
        if counted is None:
            return True
        # A manager's own count has nobody else in the store who may allow it.
        act = self._desk.cases.shifts.close.difference_act(actor, counted)
        return bool(self._desk.cases.approve.approvers(actor, act).people)


def _wrong_by(off: str, little: int, sign: int) -> int:
    """Return by how much somebody counts wrong: nothing, within the store's limit, or far above it."""
    return {"right": 0, "a little": little, "far": COUNT_LIMIT_MINOR + 10 * little}[off] * sign


def _kind(kind: str) -> TenderKind:
    assert kind in {"cash", "voucher", "external"}, "these are counted"
    return kind  # type: ignore[return-value]  # it is one of them
