"""Several orders in one walk: choose them, scan goods into their bins, pack bin by bin."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from pos_app.services.errors import RuleError
from pos_app.services.order_model import Order
from pos_app.services.pick_walk import MOST_BINS, Walk, WalkBin, WalkPart
from pos_app.services.records import Actor, Product
from pos_app.ui.screens.pickup.parts import Host
from pos_app.ui.screens.pickup.picking import Picking, PickOrderUseCase, ShortUseCase
from pos_app.ui.screens.pickup.state import Message, WalkStep

PIECE_MILLI = 1000
USUAL_BINS = 4
"""So many orders are chosen to begin with."""


class WalkUseCase(Protocol):
    """Begins walks and reads how they stand."""

    def begin(self, actor: Actor, order_ids: Sequence[str]) -> Walk:
        """Take orders on one walk."""

    def current(self, actor: Actor) -> Walk | None:
        """Return the walk that a person is on."""

    def next_orders(self) -> Sequence[Order]:
        """Return the orders that nobody has begun, by promise."""


class WalkCodeUseCase(Protocol):
    """Prints the card of a walk."""

    def print_walk_code(self, orders: int) -> None:
        """Print a card whose barcode begins a walk."""


class Walking:
    """The part of the presenter for walks."""

    def __init__(
        self,
        host: Host,
        *,
        walk: WalkUseCase,
        pick: PickOrderUseCase,
        goods: ShortUseCase,
        picking: Picking,
        card: WalkCodeUseCase,
    ) -> None:
        self._host = host
        self._walk = walk
        self._pick = pick
        self._goods = goods
        self._picking = picking
        self._card = card

    def open(self) -> None:
        """Go on with one's walk, or choose the orders of a new one."""
        actor = self._host.actor()
        self._host.run(lambda: self._walk.current(actor), self._on_found)

    def toggle(self, order_id: str) -> None:
        """Take an order along, or leave it."""
        state = self._host.read()
        chosen = state.walk_choice
        if order_id in chosen:
            chosen = tuple(each for each in chosen if each != order_id)
        elif len(chosen) < MOST_BINS:
            chosen = (*chosen, order_id)
        self._host.show(replace(state, walk_choice=chosen, message=None))

    def step(self, orders: int) -> None:
        """Take the next so many more by promise, or fewer."""
        state = self._host.read()
        count = min(MOST_BINS, len(state.walk_orders), max(1, len(state.walk_choice) + orders))
        chosen = tuple(order.order_id for order in state.walk_orders[:count])
        self._host.show(replace(state, walk_choice=chosen, message=None))

    def begin(self) -> None:
        """Begin with what is chosen."""
        self._begin(self._host.read().walk_choice)

    def begin_next(self, orders: int) -> None:
        """Begin with the next orders by promise, or go on with one's walk: a card was scanned."""
        actor = self._host.actor()

        def work() -> Walk:
            found = self._walk.current(actor)
            if found is not None:
                return found
            return self._walk.begin(actor, [order.order_id for order in self._walk.next_orders()[:orders]])

        self._host.run(work, self._on_walk)

    def print_card(self) -> None:
        """Print the card that begins such a walk."""
        count = max(1, len(self._host.read().walk_choice))
        self._host.run(
            lambda: self._card.print_walk_code(count),
            lambda _none: self._host.show(
                replace(self._host.read(), busy=False, message=Message("walk.card_printed", good=True))
            ),
        )

    def reload(self, message: Message | None = None) -> None:
        """Show the walk as it stands now; what was packed is gone from it."""
        actor = self._host.actor()
        self._host.storage.run(
            lambda: self._walk.current(actor), lambda walk: self._on_reloaded(walk, message), self._host.fail
        )

    def scan(self, text: str) -> None:
        """Lay one piece of what was scanned into its bin; once all is there, a shelf's label packs a bin."""
        self._host.storage.run(
            lambda: self._goods.product_of(text),
            self._on_product,
            lambda error: self._on_no_product(error, text.strip()),
        )

    def toggle_row(self, key: str) -> None:
        """Lay all of a row aside, each piece in its bin, or nothing of it."""
        walk = self._host.read().walk
        row = None if walk is None else walk.row(key)
        if row is None:
            return
        is_whole = not row.missing_milli
        steps = [(part, _none(part) if is_whole else _all(part)) for part in row.parts]
        self._lay_aside([(part, picked) for part, picked in steps if picked != part.line.done.picked_milli])

    def short(self, key: str) -> None:
        """Say what happens to what is not there, for the bin with the latest promise first."""
        state = self._host.read()
        row = None if state.walk is None else state.walk.row(key)
        parts = [] if row is None else [part for part in row.parts if part.missing_milli]
        found = None if state.walk is None or not parts else state.walk.bin(parts[-1].letter)
        if found is None:
            return
        picked = {line.line_id: line.done.picked_milli for line in found.order.goods}
        self._host.show(replace(state, order=found.order, picked=picked))
        self._picking.open_short(parts[-1].line.line_id)

    def open_bin(self, letter: str) -> None:
        """Show the order of a bin: its bags, its shelf, and whatever else can be done to one order."""
        walk = self._host.read().walk
        found = None if walk is None else walk.bin(letter)
        if found is not None:
            self._picking.open(found.order)

    def pack_next(self) -> None:
        """Show the first bin in which nothing is missing."""
        state = self._host.read()
        found = None if state.walk is None else state.walk.to_pack
        if found is None:
            self._host.show(replace(state, message=Message("walk.nothing_complete")))
        else:
            self.open_bin(found.letter)

    def _begin(self, order_ids: Sequence[str]) -> None:
        actor = self._host.actor()
        self._host.run(lambda: self._walk.begin(actor, order_ids), self._on_walk)

    def _on_found(self, walk: Walk | None) -> None:
        if walk is not None:
            self._on_walk(walk)
            return
        orders = tuple(self._walk.next_orders())
        if not orders:
            self._host.show(replace(self._host.read(), busy=False, message=Message("walk.none")))
            return
        chosen = tuple(order.order_id for order in orders[:USUAL_BINS])
        state = self._host.read().over("walk_choose")
        self._host.show(replace(state, walk_orders=orders, walk_choice=chosen, busy=False))

    def _on_walk(self, walk: Walk) -> None:
        state = replace(self._host.read(), panel="walk", under=(), order=None)
        self._host.show(replace(state, walk=walk, walk_last=None, busy=False, message=None))

    def _on_reloaded(self, walk: Walk | None, message: Message | None) -> None:
        state = self._host.read()
        if walk is None:
            self._host.show(replace(state, under=()))
            self._host.close(message or Message("walk.done", good=True))
        else:
            self._host.show(
                replace(state, panel="walk", under=(), order=None, walk=walk, busy=False, message=message)
            )

    def _on_product(self, product: Product) -> None:
        state = self._host.read()
        walk = state.walk
        part = None if walk is None else walk.next_part(product.product_id)
        if walk is None or part is None:
            known = walk is not None and any(row.product_id == product.product_id for row in walk.rows)
            self._host.sounds.unknown()
            code = "order.too_many" if known else "walk.not_wanted"
            self._host.show(replace(state, message=Message(code), walk_last=None))
            return
        after = min(_all(part), part.line.done.picked_milli + PIECE_MILLI)
        found = walk.bin(part.letter)
        is_last = found is not None and found.missing == 1 and after == _all(part)
        (self._host.sounds.done if is_last else self._host.sounds.good)()
        self._host.show(replace(state, walk_last=WalkStep(part.letter, part.line.full_name, is_last)))
        self._lay_aside([(part, after)])

    def _on_no_product(self, error: BaseException, text: str) -> None:
        state = self._host.read()
        is_unknown = isinstance(error, RuleError) and error.code == "order.product_unknown"
        found = None if state.walk is None else state.walk.to_pack
        everything = state.walk is not None and not any(each.missing for each in state.walk.bins)
        # Digits alone are goods that the catalog does not have: they name no shelf.
        if is_unknown and found is not None and everything and not text.isdecimal():
            self._pack(found, text)
        else:
            self._host.sounds.unknown()
            self._host.fail(error)

    def _pack(self, found: WalkBin, shelf: str) -> None:
        actor, order_id = self._host.actor(), found.order.order_id

        def work() -> Order:
            self._pick.pack(actor, order_id, bags=1, shelf=shelf)
            return self._pick.mark_ready(actor, order_id, shelf=shelf)

        self._host.run(
            work, lambda ready: self.reload(Message("pick.ready", (ready.number, ready.shelf), good=True))
        )

    def _lay_aside(self, steps: Sequence[tuple[WalkPart, int]]) -> None:
        actor = self._host.actor()
        for part, picked_milli in steps:
            self._host.storage.run(
                self._picking_of(actor, part, picked_milli=picked_milli),
                lambda _order: None,
                self._host.fail,
            )
        self.reload()

    def _picking_of(self, actor: Actor, part: WalkPart, *, picked_milli: int) -> Callable[[], Order]:
        return lambda: self._pick.pick(actor, part.order_id, picked={part.line.line_id: picked_milli})


def _all(part: WalkPart) -> int:
    return part.line.done.handed_milli + part.wanted_milli


def _none(part: WalkPart) -> int:
    return part.line.done.handed_milli
