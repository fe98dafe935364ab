"""The basket on the counter: it changes in memory at once, is kept as it changes, and can be undone.

Every step is a new frozen basket; undo goes back to the one before. ``keep`` is handed each new basket: in
the product it queues a write on the storage lane, so that a kill brings the basket back as it was.
"""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services import basket_steps as steps
from pos_app.services.basket_model import (
    AttachedCoupon,
    AttachedMember,
    Basket,
    ChosenOption,
    Line,
)
from pos_app.services.events import BasketChanged, EventBus
from pos_app.services.piece_marks import NO_MARKS, PieceMarks
from pos_app.services.ports import Ids, Store
from pos_app.services.records import Names, Pack, Product

_MOST_STEPS = 200


class SaveBasket:
    """Keeps the basket in ``till.db``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, basket: Basket) -> None:
        """Keep ``basket``; on the storage lane. One that was paid or parked meanwhile stays so."""
        with self._store.write() as work:
            if work.sales.is_completed(basket.basket_id) or work.parked.get(basket.basket_id) is not None:
                return
            if basket.is_empty and not basket.removed:
                work.baskets.clear()
            else:
                work.baskets.save(basket)

    def load(self) -> Basket | None:
        """Return the basket as it was last kept, if one was."""
        with self._store.read() as work:
            return work.baskets.load()


def _finds_nothing(_product_id: str) -> None:
    return None


class CurrentBasket:
    """The one basket that is being rung up; lives on the UI thread, publishes ``BasketChanged``."""

    def __init__(
        self,
        *,
        currency: str,
        ids: Ids,
        events: EventBus,
        keep: Callable[[Basket], None],
        find: Callable[[str], Product | None] = _finds_nothing,
    ) -> None:
        """Start with an empty basket.

        Args:
            currency: Of the store.
            ids: Makes the ids of baskets and lines.
            events: Is told of every change.
            keep: Takes every new basket and makes it last.
            find: Returns a product of the catalog, for the deposit that goods bring along.
        """
        self._currency = currency
        self._ids = ids
        self._events = events
        self._keep = keep
        self._find = find
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
        qty_milli: int = steps.ONE_MILLI,
        code: str | None = None,
        label_minor: int | None = None,
        chosen: tuple[ChosenOption, ...] | Pack = (),
        marks: PieceMarks = NO_MARKS,
    ) -> Line:
        """Add goods and return their line; the same goods go onto the line that is there.

        Args:
            product: What is sold.
            qty_milli: How much of it, or how many packs.
            code: What was scanned or typed.
            label_minor: The price on a label.
            chosen: The options of each piece, checked before; or the pack that is sold.
            marks: Batch, date and serial number of the piece, where they are known.

        Raises:
            RuleError: ``basket.bad_quantity``, ``basket.full``, ``serial.in_basket``.
        """
        added = steps.product_line(
            self._ids.new_id(), product, qty_milli=qty_milli, code=code, label_minor=label_minor
        )
        added = steps.as_pack(added, chosen) if isinstance(chosen, Pack) else replace(added, options=chosen)
        added = steps.marked(self._basket, added, marks=marks)
        basket, line = steps.with_added(self._basket, added)
        deposit = self._find(line.deposit_id) if line.deposit_id else None
        if deposit is not None:
            basket = steps.with_deposit(basket, line, deposit=deposit)
        self._step(basket)
        return line

    def add_open_item(
        self, *, names: Names, amount_minor: int, tax_rate_bp: int, category_id: str, code: str | None
    ) -> Line:
        """Add something that the catalog does not know; ``sell_open_item`` checks the right.

        Raises:
            RuleError: ``basket.full``.
        """
        line = steps.open_line(
            self._ids.new_id(),
            names,
            amount_minor=amount_minor,
            tax_rate_bp=tax_rate_bp,
            category_id=category_id,
            code=code,
        )
        self._step(steps.with_appended(self._basket, line))
        return line

    def change(self, step: Callable[[Basket], Basket]) -> None:
        """Take a step of ``basket_steps`` or ``hand_steps``; one that changes nothing is none.

        Raises:
            RuleError: what the step refuses.
        """
        self._step(step(self._basket))

    def set_quantity(self, line_id: str, qty_milli: int) -> None:
        """Change a quantity; 0 removes the line.

        Raises:
            RuleError: ``basket.no_line``, ``basket.bad_quantity``, ``basket.label_fixed``,
                ``basket.deposit_follows``.
        """
        self._step(steps.with_quantity(self._basket, line_id, qty_milli=qty_milli))

    def remove_line(self, line_id: str) -> None:
        """Take a line out; it stands among the removed ones of the sale.

        Raises:
            RuleError: ``basket.no_line``, ``basket.deposit_follows``.
        """
        self._step(steps.without_line(self._basket, line_id))

    def clear(self) -> None:
        """Take everything out, member and coupons too; undo brings it back."""
        self._step(steps.emptied(self._basket))

    def attach_member(self, member: AttachedMember) -> None:
        """Put a member onto the basket, instead of the one before."""
        self._step(replace(self._basket, member=member, use_points=False))

    def know_member(self, member: AttachedMember) -> None:
        """Put in what the server told of the member who is attached already: this is no step."""
        self._before = [_with_known(basket, member) for basket in self._before]
        self._undone = [_with_known(basket, member) for basket in self._undone]
        known = _with_known(self._basket, member)
        if known != self._basket:
            self._become(known)

    def detach_member(self) -> None:
        """Take the member off, with the coupons that were redeemed for the member."""
        if self._basket.member is not None:
            self._step(replace(self._basket, member=None, coupons=(), use_points=False))

    def want_points(self, *, wanted: bool) -> None:
        """Note whether points are to pay what they can, once it is paid: this is no step."""
        if self._basket.use_points != wanted:
            self._become(replace(self._basket, use_points=wanted))

    def add_coupon(self, coupon: AttachedCoupon) -> None:
        """Put an accepted coupon onto the basket.

        Raises:
            RuleError: ``coupon.already_here``.
        """
        self._step(steps.with_coupon(self._basket, coupon))

    def remove_coupon(self, coupon_id: str) -> None:
        """Take a coupon off; its reservation is given back by ``redeem_coupon.release``."""
        self._step(steps.without_coupon(self._basket, coupon_id))

    def amend(self, step: Callable[[Basket], Basket]) -> None:
        """Let ``step`` correct the basket and all before and after it; it is no step, undo does not undo it.

        Raises:
            RuleError: what ``step`` refuses.
        """
        amended = step(self._basket)
        self._before = [step(each) for each in self._before]
        self._undone = [step(each) for each in self._undone]
        if amended != self._basket:
            self._become(amended)

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

    def _step(self, basket: Basket) -> None:
        """Go on to ``basket``, so that undo comes back; one that is the same is no step."""
        basket = steps.settled(basket)
        if basket == self._basket:
            return
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


def _with_known(basket: Basket, member: AttachedMember) -> Basket:
    if basket.member is None or basket.member.alias != member.alias:
        return basket
    before = basket.member
    if before.present and not member.present:
        # The code was shown while the question was on its way.
        member = replace(member, means=before.means, present=True)
    return replace(basket, member=replace(member, proof=member.proof or before.proof))
