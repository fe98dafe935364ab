"""What the Returns screen shows."""

from dataclasses import dataclass, field
from typing import Literal

from pos_app.services.give_back import PayOut
from pos_app.services.records import Names, Pack, Product, SoldBy
from pos_app.services.return_model import FoundReceipt, GoodsBack
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.quantity_entry import QuantityEntry
from pos_app.ui.said import Said
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class SoldRow:
    """A line of the receipt: quantities in thousandths, ``back_milli`` of ``left_milli`` comes back."""

    line_id: str
    name: str
    sold_by: SoldBy
    sold_milli: int
    left_milli: int
    back_milli: int
    paid: Money


@dataclass(frozen=True, slots=True)
class LooseRow:
    """Goods without a receipt: ``unit`` is what one gives, at most ``today``."""

    line_id: str
    product: Product
    pack: Pack | None
    back_milli: int
    unit: Money
    today: Money

    @property
    def is_weighed(self) -> bool:
        """Whether it goes by weight."""
        return self.product.sold_by == "weight"


@dataclass(frozen=True, slots=True)
class EntryForm:
    """The sheet that asks how much of a line comes back, or what one gives; ``most`` is the bound."""

    line_id: str
    kind: Literal["quantity", "price"]
    name: str | Names
    quantity: QuantityEntry
    price: AmountEntry
    most: Money | int
    said: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class ReturnsState:
    """A receipt with what is chosen of it, or goods without one, and what that gives.

    ``finding`` while nothing is known yet, ``asking`` while head office is asked about what is shown.
    ``loose`` is ``None`` as long as there is to be a receipt; ``choices`` are products of which one is meant.
    ``reason`` is empty until it was chosen; ``payouts`` are how ``plan`` would go back by itself.
    """

    finding: bool = False
    asking: bool = False
    found: FoundReceipt | None = None
    rows: tuple[SoldRow, ...] = ()
    loose: tuple[LooseRow, ...] | None = None
    choices: tuple[Product, ...] = ()
    form: EntryForm | None = None
    reason: str = ""
    restock: bool = True
    plan: GoodsBack | None = None
    payouts: tuple[PayOut, ...] = ()
    said: Said = field(default_factory=Said)
    good: bool = False

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose from: a receipt, or goods without one."""
        return self.found is not None or self.loose is not None

    @property
    def can_confirm(self) -> bool:
        """Whether something comes back, and all that can be known of it is."""
        return self.plan is not None and not self.asking and not self.finding
