"""Returned goods in the till's words: what lies on the counter beside what is sold.

Frozen like the basket that holds it. What a return gives back was reckoned when it was put there; that
nothing of the same receipt came back since is checked when the document is written.
"""

from dataclasses import dataclass

from pos_app.services.act_model import Act, Approval
from retail_core.returns.model import Refund, Sold
from retail_core.returns.tenders import Source
from retail_core.tenders import CashBefore


@dataclass(frozen=True, slots=True)
class ReceiptAnswer:
    """What head office knows of a receipt: the sale, and what came back, each with its document, in order."""

    sold: Sold
    sold_ms: int
    returned: tuple[tuple[str, Refund], ...]


@dataclass(frozen=True, slots=True)
class FoundReceipt:
    """A receipt on the counter, with everything that came back of it so far.

    With ``complete`` head office was asked; without, another till may have taken goods back of which this one
    does not know. ``cashier`` is empty where another till sold it. ``days`` have passed since.
    """

    sold: Sold
    sold_ms: int
    earlier: tuple[Refund, ...]
    known: tuple[str, ...]
    complete: bool
    days: int
    too_old: bool
    cashier: str = ""

    def left_milli(self, line_id: str) -> int:
        """Return how much of a line can still come back."""
        sold = next((line.qty_milli for line in self.sold.lines if line.line_id == line_id), 0)
        back = sum(
            line.qty_milli for refund in self.earlier for line in refund.lines if line.of_line_id == line_id
        )
        return max(0, sold - back)

    @property
    def is_all_back(self) -> bool:
        """Whether nothing is left that could come back."""
        return not any(self.left_milli(line.line_id) for line in self.sold.lines)


@dataclass(frozen=True, slots=True)
class GoodsBack:
    """Goods of one receipt, or of none, that come back with this basket.

    ``act`` is what a right is asked for; ``approval`` is whose it was, the cashier's own or another person's.
    ``known`` are the documents that took goods of this receipt back before; ``lapsed`` are coupons of it that
    would have come back, had they not expired. ``found`` is the receipt, so that one line can be changed
    without looking it up again; without one, ``unit_minor`` says what a unit of each line gives.
    """

    refund: Refund
    act: Act
    sources: tuple[Source, ...]
    cash: CashBefore
    known: tuple[str, ...] = ()
    approval: Approval | None = None
    lapsed: tuple[str, ...] = ()
    found: FoundReceipt | None = None
    unit_minor: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from the others of a basket: the receipt's number, or nothing without one."""
        return self.refund.receipt_number or ""

    @property
    def refund_minor(self) -> int:
        """What it gives back, >= 0."""
        return self.refund.total_minor

    def held_back(self) -> dict[str, int]:
        """Return what each rule holds back, in minor units; below zero where an earlier one ends."""
        sums: dict[str, int] = {}
        for each in self.refund.clawed:
            sums[each.name] = sums.get(each.name, 0) + each.total_minor
        return {name: minor for name, minor in sums.items() if minor}
