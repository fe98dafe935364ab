"""The basket on the counter: it changes in memory at once, is kept as it changes, and can be undone.

Every step is a new frozen basket; undo goes back to the one before. ``keep`` is handed each new basket: in
the product it queues a write on the storage lane, so that a kill brings the basket back as it was.
"""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.basket_model import AttachedCoupon, AttachedMember, Basket, Line, Removed
from pos_app.services.errors import RuleError
from pos_app.services.events import BasketChanged, EventBus
from pos_app.services.ports import Ids, Store
from pos_app.services.records import Names, Product
from retail_core.money import Money, weigh

MOST_LINES = 600
"""More lines than any customer brings; a till that gets here is being played with.

With every line discounted four times and :data:`MOST_REMOVED` lines taken out before, the sale's fact is
still smaller than what the server takes at once; a larger one would hold back all behind it for ever.
"""

MOST_REMOVED = 1_000
"""So many lines may be taken out of one basket before nothing more goes into it."""

MOST_QTY_MILLI = 9_999_999
"""Just under 10,000 pieces or kilograms on one line."""

_MOST_STEPS = 200
_ONE_MILLI = 1000


class SaveBasket:
    """Keeps the basket in ``till.db``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, basket: Basket) -> None:
        """Keep ``basket``; on the storage lane. One that was paid meanwhile is not brought back."""
        with self._store.write() as work:
            if work.sales.is_completed(basket.basket_id):
                return
            if basket.is_empty and not basket.removed:
                work.baskets.clear()
            else:
                work.baskets.save(basket)

    def load(self) -> Basket | None:
        """Return the basket as it was last kept, if one was."""
        with self._store.read() as work:
            return work.baskets.load()


class CurrentBasket:
    """The one basket that is being rung up; lives on the UI thread, publishes ``BasketChanged``."""

    def __init__(self, *, currency: str, ids: Ids, events: EventBus, keep: Callable[[Basket], None]) -> None:
        """Start with an empty basket.

        Args:
            currency: Of the store.
            ids: Makes the ids of baskets and lines.
            events: Is told of every change.
            keep: Takes every new basket and makes it last.
        """
        self._currency = currency
        self._ids = ids
        self._events = events
        self._keep = keep
        self._basket = Basket(ids.new_id(), currency)
        self._before: list[Basket] = []
        self._undone: list[Basket] = []

    @property
    def basket(self) -> Basket:
        """The basket as it is."""
        return self._basket

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._undone)

    def restore(self, basket: Basket) -> None:
        """Continue a basket that was kept, at the start of the program."""
        self._forget()
        self._basket = basket
        self._events.publish(BasketChanged(basket))

    def start_new(self) -> None:
        """Begin the next customer: an empty basket with a new id and no history."""
        self._forget()
        self._basket = Basket(self._ids.new_id(), self._currency)
        self._events.publish(BasketChanged(self._basket))

    def add_product(
        self,
        product: Product,
        *,
        qty_milli: int = _ONE_MILLI,
        code: str | None = None,
        label_minor: int | None = None,
    ) -> Line:
        """Add goods and return their line; pieces of the same product go onto the line that is there.

        Raises:
            RuleError: ``basket.bad_quantity``, ``basket.full``.
        """
        same = self._line_to_join(product, label_minor)
        if same is not None:
            line = replace(same, qty_milli=_checked(same.qty_milli + qty_milli))
            self._step(_with_line(self._basket, line))
            return line
        line = Line(
            line_id=self._ids.new_id(),
            product_id=product.product_id,
            code=code,
            names=product.names,
            brand=product.brand,
            category_id=product.category_id,
            sold_by=product.sold_by,
            qty_milli=_checked(qty_milli),
            unit_price_minor=product.price_minor,
            tier_prices=dict(product.tier_prices),
            tax_rate_bp=product.tax_rate_bp,
            min_age=product.min_age,
            regulated=product.regulated,
            tile=product.tile,
            label_minor=label_minor,
        )
        self._append(line)
        return line

    def add_open_item(
        self, *, names: Names, amount_minor: int, tax_rate_bp: int, category_id: str, code: str | None
    ) -> Line:
        """Add something that the catalog does not know; ``sell_open_item`` checks the right.

        Raises:
            RuleError: ``basket.full``.
        """
        line = Line(
            line_id=self._ids.new_id(),
            product_id=None,
            code=code,
            names=names,
            brand="",
            category_id=category_id,
            sold_by="piece",
            qty_milli=_ONE_MILLI,
            unit_price_minor=amount_minor,
            tier_prices={},
            tax_rate_bp=tax_rate_bp,
            min_age=0,
            regulated=False,
            tile=names.zh_hans[:1],
        )
        self._append(line)
        return line

    def set_quantity(self, line_id: str, qty_milli: int) -> None:
        """Change a quantity; 0 removes the line.

        Raises:
            RuleError: ``basket.no_line``, ``basket.bad_quantity``, ``basket.label_fixed``.
        """
        line = self._line(line_id)
        if qty_milli == 0:
            self.remove_line(line_id)
            return
        if line.label_minor is not None:
            raise RuleError("basket.label_fixed")
        if line.sold_by == "piece" and qty_milli % _ONE_MILLI:
            raise RuleError("basket.bad_quantity")
        if qty_milli != line.qty_milli:
            self._step(_with_line(self._basket, replace(line, qty_milli=_checked(qty_milli))))

    def remove_line(self, line_id: str) -> None:
        """Take a line out; it stands among the removed ones of the sale.

        Raises:
            RuleError: ``basket.no_line``.
        """
        line = self._line(line_id)
        lines = tuple(other for other in self._basket.lines if other.line_id != line_id)
        removed = (*self._basket.removed, self._removed(line))
        self._step(replace(self._basket, lines=lines, removed=removed))

    def clear(self) -> None:
        """Take everything out, member and coupons too; undo brings it back."""
        removed = tuple(self._removed(line) for line in self._basket.lines)
        emptied = Basket(self._basket.basket_id, self._currency, removed=(*self._basket.removed, *removed))
        if emptied != self._basket:
            self._step(emptied)

    def attach_member(self, member: AttachedMember) -> None:
        """Put a member onto the basket, instead of the one before."""
        self._step(replace(self._basket, member=member))

    def detach_member(self) -> None:
        """Take the member off, with the coupons that were redeemed for the member."""
        if self._basket.member is not None:
            self._step(replace(self._basket, member=None, coupons=()))

    def add_coupon(self, coupon: AttachedCoupon) -> None:
        """Put an accepted coupon onto the basket.

        Raises:
            RuleError: ``coupon.already_here``.
        """
        if any(held.coupon_id == coupon.coupon_id for held in self._basket.coupons):
            raise RuleError("coupon.already_here")
        self._step(replace(self._basket, coupons=(*self._basket.coupons, coupon)))

    def remove_coupon(self, coupon_id: str) -> None:
        """Take a coupon off; its reservation is given back by ``redeem_coupon.release``."""
        coupons = tuple(held for held in self._basket.coupons if held.coupon_id != coupon_id)
        if coupons != self._basket.coupons:
            self._step(replace(self._basket, coupons=coupons))

    def undo(self) -> None:
        """Take the last step back; nothing happens without one."""
        if self._before:
            self._undone.append(self._basket)
            self._become(self._before.pop())

    def redo(self) -> None:
        """Take the last undone step again."""
        if self._undone:
            self._before.append(self._basket)
            self._become(self._undone.pop())

    def _line(self, line_id: str) -> Line:
        line = self._basket.line(line_id)
        if line is None:
            raise RuleError("basket.no_line")
        return line

    def _line_to_join(self, product: Product, label_minor: int | None) -> Line | None:
        if product.sold_by != "piece" or label_minor is not None:
            return None
        for line in self._basket.lines:
            is_same = line.product_id == product.product_id and line.label_minor is None
            if is_same and line.unit_price_minor == product.price_minor:
                return line
        return None

    def _removed(self, line: Line) -> Removed:
        return Removed(line.names, line.qty_milli, list_minor(line, self._currency))

    def _append(self, line: Line) -> None:
        if len(self._basket.lines) >= MOST_LINES or len(self._basket.removed) >= MOST_REMOVED:
            raise RuleError("basket.full")
        self._step(replace(self._basket, lines=(*self._basket.lines, line)))

    def _step(self, basket: Basket) -> None:
        self._before.append(self._basket)
        del self._before[:-_MOST_STEPS]
        self._undone.clear()
        self._become(basket)

    def _become(self, basket: Basket) -> None:
        self._basket = basket
        self._keep(basket)
        self._events.publish(BasketChanged(basket))

    def _forget(self) -> None:
        self._before.clear()
        self._undone.clear()


def list_minor(line: Line, currency: str) -> int:
    """Return what a line costs by the price list, or by its label."""
    if line.label_minor is not None:
        return line.label_minor
    return weigh(Money(line.unit_price_minor, currency), line.qty_milli).minor


def _checked(qty_milli: int) -> int:
    if not 0 < qty_milli <= MOST_QTY_MILLI:
        raise RuleError("basket.bad_quantity")
    return qty_milli


def _with_line(basket: Basket, line: Line) -> Basket:
    lines = tuple(line if other.line_id == line.line_id else other for other in basket.lines)
    return replace(basket, lines=lines)
