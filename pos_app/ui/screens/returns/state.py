"""What the Returns screen shows."""

from dataclasses import dataclass, field

from pos_app.services.give_back import PayOut
from pos_app.services.records import SoldBy
from pos_app.services.return_model import FoundReceipt, GoodsBack
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
class ReturnsState:
    """A receipt with what is chosen of it, and what that gives.

    ``finding`` while nothing is known yet, ``asking`` while head office is asked about what is shown.
    ``reason`` is empty until it was chosen; ``payouts`` are how ``plan`` would go back by itself.
    """

    finding: bool = False
    asking: bool = False
    found: FoundReceipt | None = None
    rows: tuple[SoldRow, ...] = ()
    reason: str = ""
    restock: bool = True
    plan: GoodsBack | None = None
    payouts: tuple[PayOut, ...] = ()
    said: Said = field(default_factory=Said)
    good: bool = False

    @property
    def can_confirm(self) -> bool:
        """Whether something comes back, and all that can be known of it is."""
        return self.plan is not None and not self.asking and not self.finding
