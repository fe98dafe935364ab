"""Whatever several tills do to an order, in whatever order it arrives, its sums hold and it can end.

Each till takes steps by what it last heard; head office takes them by what is true, or not at all.
"""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from retail_core import order_steps as steps
from retail_core.order_payment import due_minor, settled_apart
from retail_core.orders import ENDED, Line, LineDone, Progress, Share, StepRefused, faults

Quantity = st.integers(1, 4).map(lambda pieces: pieces * 1_000)
Fact = tuple[str, str, int]
FACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "pick",
                "give_up",
                "substitute",
                "move_on",
                "hand_over",
                "undo",
                "take_back",
                "put_back",
                "ready",
            ]
        ),
        st.sampled_from(["1", "2", "s0", "s1"]),
        Quantity,
    ),
    max_size=14,
)
ORDERS = st.tuples(Quantity, st.integers(0, 999), Quantity, st.integers(0, 999), st.integers(0, 99))


class HeadOffice:
    """One order, and a plain account of what left and what was paid for it."""

    def __init__(self, first: int, minor: int, second: int, other_minor: int, deposit: int) -> None:
        self.order = Progress(
            "placed",
            (Line("1", first, minor), Line("1-d", first, deposit, "1"), Line("2", second, other_minor)),
        )
        self.paid = minor + other_minor + deposit
        self.left: dict[str, int] = {}
        self.refunded = 0
        self.elsewhere = 0
        self.hand_overs: list[tuple[Share, ...]] = []

    def take(self, fact: Fact) -> None:
        """Take a fact, or leave the order as it is."""
        kind, line_id, qty_milli = fact
        try:
            self._steps()[kind](line_id, qty_milli)
        except StepRefused:
            return

    def _steps(self) -> dict[str, Callable[[str, int], None]]:
        return {
            "pick": self._pick,
            "give_up": self._give_up,
            "substitute": self._substitute,
            "move_on": self._move_on,
            "hand_over": self._hand_over,
            "undo": self._undo,
            "take_back": self._take_back,
            "put_back": self._put_back,
            "ready": self._ready,
        }

    def _pick(self, line_id: str, qty_milli: int) -> None:
        self.order = steps.pick(self.order, {line_id: qty_milli}, who="li")

    def _ready(self, _line_id: str, _qty_milli: int) -> None:
        self.order = steps.make_ready(self.order)

    def _give_up(self, line_id: str, qty_milli: int) -> None:
        self.order, shares = steps.give_up(self.order, {line_id: qty_milli})
        self.refunded += sum(share.amount_minor for share in shares)

    def _substitute(self, line_id: str, qty_milli: int) -> None:
        by = Line(f"s{len(self.order.lines) - 3}", qty_milli, qty_milli // 10)
        self.order, shares = steps.substitute(self.order, line_id, qty_milli=qty_milli, by=by)
        self.refunded += sum(share.amount_minor for share in shares)

    def _move_on(self, line_id: str, qty_milli: int) -> None:
        self.order, shares = steps.move_on(self.order, line_id, qty_milli=qty_milli)
        self.elsewhere += sum(share.amount_minor for share in shares)

    def _hand_over(self, line_id: str, qty_milli: int) -> None:
        self.order, shares = steps.hand_over(self.order, {line_id: qty_milli})
        self.hand_overs.append(shares)
        self.left[line_id] = self.left.get(line_id, 0) + qty_milli

    def _undo(self, _line_id: str, _qty_milli: int) -> None:
        if self.hand_overs:
            self.order = steps.undo_hand_over(self.order, self.hand_overs[-1])
            for share in self.hand_overs.pop():
                if share.line_id in self.left:
                    self.left[share.line_id] -= share.qty_milli

    def _take_back(self, line_id: str, qty_milli: int) -> None:
        self.order, shares = steps.take_back(self.order, {line_id: qty_milli})
        self.refunded += sum(share.amount_minor for share in shares)

    def _put_back(self, line_id: str, qty_milli: int) -> None:
        self.order = steps.put_back(self.order, {line_id: qty_milli})


def broken(office: HeadOffice) -> list[str]:
    """Return what does not hold, counted beside the rules."""
    found = faults(office.order)
    for line in office.order.goods:
        if line.done.handed_milli != office.left.get(line.line_id, 0):
            found.append("handed over")
        if office.left.get(line.line_id, 0) > line.ordered_milli:
            found.append("handed over twice")
    if office.refunded > office.paid:
        found.append("refunded more than was paid")
    return found


@given(ORDERS, FACTS, st.booleans())
def test_the_sums_of_an_order_hold_whatever_arrives(
    order: tuple[int, int, int, int, int], facts: list[Fact], repeats: bool
) -> None:
    office = HeadOffice(*order)
    for fact in facts:
        for _ in range(2 if repeats else 1):
            office.take(fact)
            assert broken(office) == []
    if office.order.state not in ENDED:
        office.order, shares = steps.cancel(office.order)
        office.refunded += sum(share.amount_minor for share in shares)
    assert office.order.state in ENDED
    assert broken(office) == []
    if not office.order.was_handed:
        assert office.refunded + office.elsewhere == office.paid


def test_goods_that_leave_twice_are_noticed() -> None:
    office = HeadOffice(1_000, 100, 1_000, 100, 0)
    office.take(("hand_over", "1", 1_000))
    forgotten = tuple(replace(line, done=LineDone()) for line in office.order.lines)
    office.order = Progress("ready", forgotten)
    office.take(("hand_over", "1", 1_000))
    assert "handed over twice" in broken(office)


MOVES = st.lists(
    st.tuples(st.sampled_from(["move", "give_up", "hand_over"]), st.integers(1, 4).map(lambda n: n * 1_000)),
    max_size=8,
)


@given(
    st.integers(1, 6).map(lambda n: n * 1_000),
    st.integers(0, 5_000),
    st.integers(0, 300),
    st.integers(0, 5_300),
    MOVES,
)
def test_money_and_quantity_are_the_same_over_an_order_and_its_parts_elsewhere(
    qty: int, minor: int, deposit: int, paid: int, moves: list[tuple[str, int]]
) -> None:
    order = Progress("placed", (Line("1", qty, minor), Line("1-d", qty, deposit, "1")))
    settled = paid = min(paid, minor + deposit)
    parts: list[tuple[Progress, int]] = []
    for kind, wanted in moves:
        before = order
        try:
            if kind == "move":
                order, shares = steps.move_on(order, "1", qty_milli=wanted)
                moved = sum(share.amount_minor for share in shares)
                settled, goes = settled_apart(before, settled_minor=settled, moved_minor=moved)
                lines = tuple(
                    Line(each.line_id, each.qty_milli, each.amount_minor, before.lines[place].deposit_of)
                    for place, each in enumerate(shares)
                )
                parts.append((Progress("placed", lines), goes))
            elif kind == "give_up":
                order, _ = steps.give_up(order, {"1": wanted})
            else:
                order, _ = steps.hand_over(order, {"1": wanted})
        except StepRefused:
            continue
        assert faults(order) == []
    there = sum(part.lines[0].ordered_milli for part, _ in parts)
    here = order.lines[0].done
    assert here.moved_milli == there
    assert order.lines[0].open_milli + here.handed_milli + here.refunded_milli + there == qty
    worth = sum(line.total_minor for part, _ in parts for line in part.lines)
    assert sum(line.done.moved_minor for line in order.lines) == worth
    # What was paid is here or there, and nobody pays or gets anything for moving.
    assert settled + sum(goes for _, goes in parts) == paid
    assert all(0 <= goes <= sum(line.total_minor for line in part.lines) for part, goes in parts)
    if not any(kind == "give_up" for kind, _ in moves):
        due = due_minor(order, settled_minor=settled)
        due += sum(due_minor(part, settled_minor=goes) for part, goes in parts)
        assert due == minor + deposit - paid
    assert order.goes_on == bool(parts)
    if not order.is_open and not order.was_handed:
        assert order.state == ("closed" if parts else "cancelled")
