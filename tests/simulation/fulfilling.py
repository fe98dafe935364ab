"""Staff who fulfil orders line by line: goods are missing, replaced, not wanted, brought back."""

from collections.abc import Callable, Mapping
from functools import partial

from pos_app.services.errors import RuleError
from pos_app.services.order_model import Order
from pos_app.services.records import Actor
from tests.simulation.chain import products
from tests.simulation.desk import Desk, Steps

_BACK_AGAIN = 0.3
_BEFORE_IT_IS_READY = frozenset({"placed", "accepted", "picking", "partly_picked", "picked", "packed"})


class Fulfilling:
    """Goes on with one order after the other, each time with one step that is possible now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def work(self, picker: Actor) -> Steps:
        """Take some orders a step or two further; another till may be faster at any of them."""
        for _ in range(self._desk.chance.number(2, 5)):
            order = self._choose()
            if order is None:
                return
            yield from self._go_on(picker, order)

    def finish(self, picker: Actor) -> Steps:
        """Get everything ready that is not, and put back what is nobody's."""
        board = self._desk.cases.orders.board()
        for order in (*board.new, *board.picking, *board.trouble):
            if order.state in _BEFORE_IT_IS_READY:
                self._try(order, partial(self._end, picker, order))
            else:
                self._try(order, partial(self._put_back, picker, order))
            yield 2_000

    def _choose(self) -> Order | None:
        board = self._desk.cases.orders.board()
        todo = [*board.new, *board.picking, *board.trouble]
        return self._desk.chance.one_of(todo) if todo else None

    def _go_on(self, picker: Actor, order: Order) -> Steps:
        chance, cases = self._desk.chance, self._desk.cases
        if order.state not in _BEFORE_IT_IS_READY:
            self._try(order, lambda: self._put_back(picker, order))
            yield 2_000
            return
        if order.state == "placed" and chance.happens(0.3):
            self._try(order, lambda: cases.pick.accept(picker, order.order_id))
            yield 1_000
        if order.state in {"placed", "accepted"} and chance.happens(0.08):
            self._try(order, lambda: cases.pick.reject(picker, order.order_id, reason="not_there"))
            return
        if chance.happens(0.7):
            self._try(order, lambda: self._begin(picker, order))
            yield chance.number(2_000, 20_000)
            for _ in range(chance.number(1, 4)):
                self._try(order, lambda: self._pick_something(picker, order.order_id))
                yield chance.number(2_000, 10_000)
        if chance.happens(0.6):
            self._try(order, lambda: self._make_ready(picker, order))
        yield 2_000

    def _begin(self, picker: Actor, order: Order) -> None:
        others = any(line.done.picker not in {"", picker.staff_id} for line in order.goods)
        if others and self._desk.chance.happens(0.6):
            self._desk.cases.pick.take_over(picker, order.order_id)
        else:
            self._desk.cases.pick.start(picker, order.order_id)

    def _pick_something(self, picker: Actor, order_id: str) -> None:
        order = self._desk.cases.orders.get(order_id)
        if order is None:
            return
        chance, cases = self._desk.chance, self._desk.cases
        lines = [line for line in order.progress.goods if line.open_milli]
        if not lines:
            return
        line = chance.one_of(lines)
        way = chance.pick({"all": 0.5, "some": 0.2, "refund": 0.1, "substitute": 0.2})
        some_milli = 1_000 * chance.number(1, line.open_milli // 1_000)
        if way == "refund":
            cases.clear.refund_short(picker, order_id, line_id=line.line_id, qty_milli=some_milli)
        elif way == "substitute":
            code = chance.one_of(_CODES)
            offer = cases.clear.offer(order, line.line_id, qty_milli=some_milli, code=code)
            cases.clear.substitute(picker, order_id, offer=offer, asked=chance.happens(0.5))
        else:
            picked = line.done.handed_milli + (line.open_milli if way == "all" else some_milli)
            ends = chance.happens(0.3)
            cases.pick.pick(picker, order_id, picked={line.line_id: picked}, ends=ends)
        self._desk.machine.note("by_line", way, order_id)

    def _make_ready(self, picker: Actor, order: Order) -> None:
        chance, cases = self._desk.chance, self._desk.cases
        shelf = f"A{chance.number(1, 9)}"
        if chance.happens(0.5):
            cases.pick.pack(picker, order.order_id, bags=chance.number(1, 3), shelf=shelf)
        cases.pick.mark_ready(picker, order.order_id, shelf=shelf)
        self._desk.machine.note("picked", order.order_id)

    def _end(self, picker: Actor, order: Order) -> None:
        """Get an order ready; where the picker is through and has found nothing, all of it is refunded."""
        goods = order.progress.goods
        if order.state == "partly_picked" and not any(line.laid_aside_milli for line in goods):
            for line in goods:
                if line.open_milli:
                    self._desk.cases.clear.refund_short(
                        picker, order.order_id, line_id=line.line_id, qty_milli=line.open_milli
                    )
        else:
            self._make_ready(picker, order)

    def _put_back(self, picker: Actor, order: Order) -> None:
        waiting = {line.line_id: line.to_put_back_milli for line in order.progress.goods}
        quantities = {line_id: milli for line_id, milli in waiting.items() if milli}
        if quantities:
            wasted = self._desk.chance.happens(0.2)
            self._desk.cases.clear.put_back(picker, order.order_id, quantities=quantities, wasted=wasted)
            self._desk.machine.note("put_back", order.order_id)

    # At the counter

    def part_of(self, order: Order) -> Mapping[str, int] | None:
        """Return what of an order the customer takes now; nothing said: all of it."""
        lines = [line for line in order.progress.goods if line.laid_aside_milli]
        if not lines or self._desk.chance.happens(0.6):
            return None
        line = self._desk.chance.one_of(lines)
        return {line.line_id: 1_000 * self._desk.chance.number(1, line.laid_aside_milli // 1_000)}

    def change_their_mind(self, actor: Actor, order: Order) -> None:
        """The customer does not want something of what lies on the counter."""
        lines = [line for line in order.progress.goods if line.open_milli]
        if lines and self._desk.chance.happens(0.15):
            quantities = {self._desk.chance.one_of(lines).line_id: 1_000}
            self._try(
                order,
                lambda: self._desk.cases.clear.give_up(
                    actor, order.order_id, quantities=quantities, reason="not_wanted"
                ),
            )

    def bring_back(self, actor: Actor, order_id: str) -> None:
        """The customer comes back with something."""
        order = self._desk.cases.orders.get(order_id)
        if order is None or not self._desk.chance.happens(_BACK_AGAIN):
            return
        lines = [line for line in order.progress.goods if line.done.handed_milli > line.done.returned_milli]
        if not lines:
            return
        restock = self._desk.chance.happens(0.7)
        self._try(
            order,
            lambda: self._desk.cases.clear.take_back(
                actor,
                order_id,
                quantities={self._desk.chance.one_of(lines).line_id: 1_000},
                reason="wrong size",
                restock=restock,
            ),
        )

    def _try(self, order: Order, act: Callable[[], object]) -> None:
        try:
            act()
        except RuleError as error:
            self._desk.expect_code(error, _REFUSED)
            self._desk.machine.note("not_possible", order.order_id, error.code)


_IN_ITS_PLACE = frozenset({"milk", "bread", "cake", "tea", "socks"})
_CODES = [item.barcodes[0] for item in products() if item.product_id in _IN_ITS_PLACE]
_REFUSED = frozenset(
    {
        "order.unknown",
        "order.wrong_state",
        "order.ended",
        "order.line_unknown",
        "order.line_of_other",
        "order.is_yours",
        "order.too_many",
        "order.nothing_picked",
        "order.nothing_open",
        "order.no_substitute",
        "order.ask_customer",
        "order.substitute_too_dear",
    }
)
"""Another till, the shop or the clock was faster, or the customer wants no such thing."""
