"""The basket on the counter: it changes in memory at once, is kept as it changes, and can be undone.

Every step is a new frozen basket; undo goes back to the one before. ``keep`` is handed each new basket: in
the product it queues a write on the storage lane, so that a kill brings the basket back as it was.
"""

from collections.abc import Callable

from pos_app.services.basket_model import AttachedCoupon, AttachedMember, Basket, Line
from pos_app.services.events import EventBus
from pos_app.services.ports import Ids, Store
from pos_app.services.records import Names, Product


class SaveBasket:
    """Keeps the basket in ``till.db``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, basket: Basket) -> None:
        """Keep ``basket``; on the storage lane."""
        raise NotImplementedError

    def load(self) -> Basket | None:
        """Return the basket as it was last kept, if one was."""
        raise NotImplementedError


class CurrentBasket:
    """The one basket that is being rung up; lives on the UI thread, publishes ``BasketChanged``."""

    def __init__(self, *, currency: str, ids: Ids, events: EventBus, keep: Callable[[Basket], None]) -> None:
        raise NotImplementedError

    @property
    def basket(self) -> Basket:
        """The basket as it is."""
        raise NotImplementedError

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        raise NotImplementedError

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        raise NotImplementedError

    def restore(self, basket: Basket) -> None:
        """Continue a basket that was kept, at the start of the program."""
        raise NotImplementedError

    def start_new(self) -> None:
        """Begin the next customer: an empty basket with a new id and no history."""
        raise NotImplementedError

    def add_product(
        self,
        product: Product,
        *,
        qty_milli: int = 1000,
        code: str | None = None,
        label_minor: int | None = None,
    ) -> Line:
        """Add goods and return their line; pieces of the same product go onto the line that is there.

        Raises:
            RuleError: ``basket.bad_quantity``, ``basket.full``.
        """
        raise NotImplementedError

    def add_open_item(
        self, *, names: Names, amount_minor: int, tax_rate_bp: int, category_id: str, code: str | None
    ) -> Line:
        """Add something that the catalog does not know; ``sell_open_item`` checks the right."""
        raise NotImplementedError

    def set_quantity(self, line_id: str, qty_milli: int) -> None:
        """Change a quantity; 0 removes the line.

        Raises:
            RuleError: ``basket.no_line``, ``basket.bad_quantity``, ``basket.label_fixed``.
        """
        raise NotImplementedError

    def remove_line(self, line_id: str) -> None:
        """Take a line out; it stands among the removed ones of the sale.

        Raises:
            RuleError: ``basket.no_line``.
        """
        raise NotImplementedError

    def clear(self) -> None:
        """Take everything out, member and coupons too; undo brings it back."""
        raise NotImplementedError

    def attach_member(self, member: AttachedMember) -> None:
        """Put a member onto the basket, instead of the one before."""
        raise NotImplementedError

    def detach_member(self) -> None:
        """Take the member off, with the coupons that were redeemed for the member."""
        raise NotImplementedError

    def add_coupon(self, coupon: AttachedCoupon) -> None:
        """Put an accepted coupon onto the basket.

        Raises:
            RuleError: ``coupon.already_here``.
        """
        raise NotImplementedError

    def remove_coupon(self, coupon_id: str) -> None:
        """Take a coupon off; its reservation is given back by ``redeem_coupon.release``."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take the last step back; nothing happens without one."""
        raise NotImplementedError

    def redo(self) -> None:
        """Take the last undone step again."""
        raise NotImplementedError
