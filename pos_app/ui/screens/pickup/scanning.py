"""What a scan at the board means: goods to pick, the label of a bag, the card of a walk, or a code."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pos_app.services.bag_labels import read_label, read_walk
from pos_app.services.order_model import Order
from pos_app.services.records import Actor, Product
from pos_app.ui.screens.pickup.minding import LabelsUseCase, Minding
from pos_app.ui.screens.pickup.parts import Host
from pos_app.ui.screens.pickup.picking import Picking, PickOrderUseCase, ShortUseCase
from pos_app.ui.screens.pickup.state import Message
from pos_app.ui.screens.pickup.walking import Walking, WalkUseCase
from retail_core.orders import WAITING

CODE_DIGITS = 100
"""A scan of so many characters is a customer's code, neither goods nor a shelf."""


@dataclass(frozen=True, slots=True)
class ScanTools:
    """What scans are looked up with, and where they lead to."""

    goods: ShortUseCase
    labels: LabelsUseCase
    walk: WalkUseCase
    pick: PickOrderUseCase
    take_code: Callable[[str], None]
    take_step: Callable[[str], None]
    picking: Picking
    walking: Walking
    minding: Minding


class Scanning:
    """The part of the presenter that knows one scan from another."""

    def __init__(self, host: Host, tools: ScanTools) -> None:
        self._host = host
        self._tools = tools

    def take(self, text: str) -> None:
        """Take whatever is scanned at the board."""
        orders = read_walk(text)
        if orders is not None:
            self._tools.walking.begin_next(orders)
            return
        self._host.storage.run(
            lambda: self._tools.goods.product_of(text),
            lambda product: self._on_goods(product, text),
            lambda _error: self._tools.take_code(text),
        )

    def take_on_walk(self, text: str) -> None:
        """Take what is scanned on a walk: goods or a shelf's label; a customer's code opens their order."""
        if len(text.strip()) >= CODE_DIGITS or read_label(text) is not None:
            self._tools.take_code(text)
        else:
            self._tools.walking.scan(text)

    def take_label(self, text: str) -> None:
        """Find the order of a bag; nobody is given it for that alone."""
        self._host.run(lambda: self._tools.labels.find(text), self._on_label)

    def _on_label(self, found: tuple[Order, int] | None) -> None:
        assert found is not None, "it was a label"
        order, bag = found
        if self._tools.minding.take_label(order, bag):
            return
        self._host.show(replace(self._host.read(), busy=False))
        self._tools.take_step(order.order_id)
        if self._host.read().panel == "hand_over":
            self._tools.minding.take_label(order, bag)

    def _on_goods(self, product: Product, text: str) -> None:
        """Goods at the board: pick the first order that misses them, or go on with one's walk."""
        actor, state = self._host.actor(), self._host.read()
        if self._tools.walk.current(actor) is not None:
            self._tools.walking.begin_next(1)
            self._tools.walking.scan(text)
            return
        board = state.board
        orders = sorted((*board.picking, *board.new, *board.trouble), key=lambda order: order.promised_ms)
        for order in orders:
            if _misses(order, product, actor=actor):
                self._pick_with(order, text, actor=actor)
                return
        self._host.sounds.unknown()
        self._host.show(replace(state, message=Message("walk.not_wanted")))

    def _pick_with(self, order: Order, text: str, *, actor: Actor) -> None:
        def begin(begun: Order) -> None:
            self._tools.picking.open(begun)
            self._tools.picking.scan(text)

        if order.state == "picking":
            begin(order)
        else:
            self._host.run(lambda: self._tools.pick.start(actor, order.order_id), begin)


def _misses(order: Order, product: Product, *, actor: Actor) -> bool:
    """Return whether a person could lay a product aside for an order."""
    if order.state not in {*WAITING, "picking", "partly_picked"}:
        return False
    return any(
        line.product_id == product.product_id
        and line.line.missing_milli
        and line.done.picker in {"", actor.staff_id}
        for line in order.goods
    )
