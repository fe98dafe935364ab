"""One walk through the store for several orders: one list by category, a bin for each order.

What is laid aside stands with the orders themselves, so that a walk is as safe as picking one; the till keeps
only which orders go together. Source: docs/rules/orders.md, "Several orders in one walk".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.order_model import Order, OrderLine
from pos_app.services.pick_order import PickOrder
from pos_app.services.ports import Catalog, Store
from pos_app.services.records import Actor, Names
from retail_core.orders import AT_WORK, WAITING

MOST_BINS: Final = 8
"""So many orders go into one walk at most: what a cart has room for."""

_LETTERS: Final = "ABCDEFGH"
_NOWHERE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class WalkBin:
    """An order of a walk, and the letter on its bin."""

    letter: str
    order: Order

    @property
    def missing(self) -> int:
        """Of how many lines something is not laid aside yet."""
        return sum(bool(line.missing_milli) for line in self.order.progress.goods)


@dataclass(frozen=True, slots=True)
class WalkPart:
    """What of one order's line goes into its bin; thousandths."""

    letter: str
    order_id: str
    line: OrderLine

    @property
    def wanted_milli(self) -> int:
        """What is open of it."""
        return self.line.line.open_milli

    @property
    def aside_milli(self) -> int:
        """What is laid aside of it."""
        return self.line.line.laid_aside_milli

    @property
    def missing_milli(self) -> int:
        """What is still to be found."""
        return self.line.line.missing_milli


@dataclass(frozen=True, slots=True)
class WalkRow:
    """Goods of one kind, for all bins that want them. ``category`` is ``None`` for what no catalog has."""

    product_id: str
    name: str
    category: Names | None
    parts: tuple[WalkPart, ...]

    @property
    def key(self) -> str:
        """Which row it is; a product with other options is another one."""
        return f"{self.product_id}|{self.name}"

    @property
    def wanted_milli(self) -> int:
        """What is open of it in all."""
        return sum(part.wanted_milli for part in self.parts)

    @property
    def missing_milli(self) -> int:
        """What is still to be found."""
        return sum(part.missing_milli for part in self.parts)


@dataclass(frozen=True, slots=True)
class Walk:
    """The orders of a walk by their bins, and what to fetch in the order of the categories."""

    bins: tuple[WalkBin, ...]
    rows: tuple[WalkRow, ...]

    def bin(self, letter: str) -> WalkBin | None:
        """Return the bin with a letter."""
        return next((each for each in self.bins if each.letter == letter), None)

    def row(self, key: str) -> WalkRow | None:
        """Return a row."""
        return next((each for each in self.rows if each.key == key), None)

    def next_part(self, product_id: str) -> WalkPart | None:
        """Return where a piece of a product goes: the first bin that misses it."""
        parts = [part for row in self.rows if row.product_id == product_id for part in row.parts]
        parts.sort(key=lambda part: part.letter)
        return next((part for part in parts if part.missing_milli), None)

    @property
    def to_pack(self) -> WalkBin | None:
        """The first bin in which nothing is missing."""
        return next((each for each in self.bins if not each.missing), None)


class PickWalk:
    """Begins walks and reads how they stand; on the storage lane, right ``order.pick``."""

    def __init__(self, *, store: Store, catalog: Catalog, pick: PickOrder) -> None:
        """Keep who picks: a walk takes the same steps as one who picks a single order."""
        self._store = store
        self._catalog = catalog
        self._pick = pick

    def begin(self, actor: Actor, order_ids: Sequence[str]) -> Walk:
        """Take orders on one walk; those that somebody else began meanwhile are left out.

        Raises:
            RuleError: ``right.missing``; ``walk.none`` if none is left.
        """
        rights.require(actor.rights, rights.ORDER_PICK)
        chosen = tuple(dict.fromkeys(order_ids))[:MOST_BINS]
        with self._store.write() as work:
            # First the list, then the steps: a till that stops between goes on with those that are begun.
            work.settings.put(_setting(actor), " ".join(chosen))
        for order_id in chosen:
            try:
                self._pick.start(actor, order_id)
            except RuleError as error:
                if error.code not in {"order.wrong_state", "order.unknown"}:
                    raise
        walk = self.current(actor)
        if walk is None:
            raise RuleError("walk.none")
        return walk

    def current(self, actor: Actor) -> Walk | None:
        """Return the walk that a person is on; ``None`` without one, and when all of it is packed."""
        with self._store.read() as work:
            order_ids = work.settings.get(_setting(actor)).split()
            orders = [work.orders.get(order_id) for order_id in order_ids]
        bins = tuple(
            WalkBin(letter, order)
            for letter, order in zip(_LETTERS, orders, strict=False)
            if order is not None and _is_picked_by(order, actor)
        )
        return Walk(bins, self._rows(bins)) if bins else None

    def next_orders(self) -> Sequence[Order]:
        """Return the orders that nobody has begun, by promise."""
        with self._store.read() as work:
            return work.orders.in_states(WAITING, MOST_BINS * 4)

    def _rows(self, bins: Sequence[WalkBin]) -> tuple[WalkRow, ...]:
        parts: dict[tuple[str, str], list[WalkPart]] = {}
        for each in bins:
            for line in each.order.goods:
                if line.line.open_milli:
                    part = WalkPart(each.letter, each.order.order_id, line)
                    parts.setdefault((line.product_id, line.full_name), []).append(part)
        categories = {each.category_id: each for each in self._catalog.categories()}
        placed = []
        for (product_id, name), found in parts.items():
            product = self._catalog.by_id(product_id)
            category = None if product is None else categories.get(product.category_id)
            place = _NOWHERE if category is None else category.position
            brand = "" if product is None else product.brand
            names = None if category is None else category.names
            placed.append(((place, brand, name), WalkRow(product_id, name, names, tuple(found))))
        return tuple(row for _, row in sorted(placed, key=lambda each: each[0]))


def _setting(actor: Actor) -> str:
    return f"walk_{actor.staff_id}"


def _is_picked_by(order: Order, actor: Actor) -> bool:
    """Return whether an order is still picked, and by this person."""
    return order.state in AT_WORK and any(line.done.picker == actor.staff_id for line in order.goods)
