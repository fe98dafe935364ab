"""What came back in a shift: taken off categories, campaigns and the drawer, and counted for itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retail_core.wire.facts import ReturnedReceipt, SaleCompleted

Sales = Iterable[tuple[SaleCompleted, int]]


@dataclass(frozen=True, slots=True)
class ReturnSums:
    """Documents with returned goods, and what they gave back (minor units, >= 0)."""

    count: int = 0
    minor: int = 0


def return_sums(sales: Sales) -> ReturnSums:
    """Return how much came back in some documents."""
    documents = [sale for sale, _ in sales if sale.returned]
    return ReturnSums(len(documents), sum(back.refund_minor for sale in documents for back in sale.returned))


def sold_minor(sale: SaleCompleted) -> int:
    """Return what the goods of a document cost, returns not taken off."""
    return sum(line.total_minor for line in sale.lines)


def returned_of(sales: Sales) -> Iterator[ReturnedReceipt]:
    """Yield what came back, receipt by receipt."""
    return (back for sale, _ in sales for back in sale.returned)


def returned_by_category(sales: Sales) -> dict[str, tuple[int, int]]:
    """Return (thousandths, minor units) that came back of each category, claw-backs taken off."""
    sums: dict[str, tuple[int, int]] = {}
    for back in returned_of(sales):
        for line in back.lines:
            qty, minor = sums.get(line.category_id, (0, 0))
            sums[line.category_id] = (qty + line.qty_milli * line.pack_pieces, minor + line.total_minor)
        for each in back.claw_back:
            qty, minor = sums.get(each.category_id, (0, 0))
            sums[each.category_id] = (qty, minor - each.total_minor)
    return sums


def ended_discounts(sales: Sales) -> Iterator[tuple[str, str, str, int]]:
    """Yield (rule, name, funder, minor units > 0) of discounts that went with goods or were clawed back."""
    for back in returned_of(sales):
        for line in back.lines:
            for discount in line.discounts:
                for funder, minor in discount.funders.items():
                    yield discount.rule_id, discount.name, funder, -minor
        for clawed in back.claw_back:
            for funder, minor in clawed.funders.items():
                yield clawed.rule_id, clawed.name, funder, minor
