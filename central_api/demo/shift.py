"""A past shift: what it sold, and the Z that follows from that alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from retail_core.wire.facts import (
    CategorySum,
    DiscountSum,
    OrderHandedOver,
    SaleCompleted,
    ShiftClosed,
    TaxRow,
    TenderCount,
)


@dataclass(frozen=True, slots=True)
class ShiftStart:
    """How a shift began."""

    shift_id: str
    number: int
    business_day: str
    currency: str
    opened_ms: int
    opened_by: str
    float_minor: int


@dataclass(slots=True)
class PastShift:
    """Collects what happened between opening and Z."""

    start: ShiftStart
    sales: list[SaleCompleted] = field(default_factory=list)
    members_sales: int = 0
    hand_overs: list[OrderHandedOver] = field(default_factory=list)
    abandoned: int = 0
    cashiers: list[str] = field(default_factory=list)

    @property
    def expected_cash_minor(self) -> int:
        """What has to be in the drawer: the float and what cash sales left there."""
        return self.start.float_minor + self._tender_minor("cash")

    @property
    def total_minor(self) -> int:
        """What was sold, after discounts, with tax."""
        return sum(sale.total_minor for sale in self.sales)

    def z(
        self, *, closed_ms: int, closed_by: str, counted_cash_minor: int, grand_total_minor: int
    ) -> ShiftClosed:
        """Return the Z; ``grand_total_minor`` is what all earlier shifts of the till sold."""
        return ShiftClosed(
            shift_id=self.start.shift_id,
            shift_number=self.start.number,
            z_number=self.start.number,
            business_day=self.start.business_day,
            currency=self.start.currency,
            opened_ms=self.start.opened_ms,
            closed_ms=closed_ms,
            opened_by=self.start.opened_by,
            closed_by=closed_by,
            cashiers=tuple(self.cashiers),
            first_receipt=self.sales[0].receipt_number if self.sales else None,
            last_receipt=self.sales[-1].receipt_number if self.sales else None,
            sales_count=len(self.sales),
            items_milli=sum(
                line.pieces_milli if line.sold_by == "piece" else 1000
                for sale in self.sales
                for line in sale.lines
            ),
            list_minor=self._sum(lambda sale: sale.list_minor),
            discount_minor=self._sum(lambda sale: sale.discount_minor),
            total_minor=self.total_minor,
            rounding_minor=self._sum(lambda sale: sale.rounding_minor),
            tax=_tax(self.sales),
            categories=_categories(self.sales),
            discounts=_discounts(self.sales),
            tenders=self._tenders(counted_cash_minor),
            float_minor=self.start.float_minor,
            removed_lines=self._sum(lambda sale: len(sale.removed)),
            abandoned_baskets=self.abandoned,
            hand_overs=len(self.hand_overs),
            hand_over_value_minor=sum(done.value_minor for done in self.hand_overs),
            members_sales=self.members_sales,
            copies=0,
            open_orders_ready=0,
            unsent_entries=0,
            grand_total_sales_minor=grand_total_minor + self.total_minor,
        )

    def _sum(self, figure: Callable[[SaleCompleted], int]) -> int:
        return sum(figure(sale) for sale in self.sales)

    def _tender_minor(self, kind: str) -> int:
        return sum(
            tender.amount_minor for sale in self.sales for tender in sale.tenders if tender.kind == kind
        )

    def _tenders(self, counted_cash_minor: int) -> tuple[TenderCount, ...]:
        counts = {
            kind: sum(1 for sale in self.sales for tender in sale.tenders if tender.kind == kind)
            for kind in ("cash", "external")
        }
        external_minor = self._tender_minor("external")
        expected_minor = self.expected_cash_minor
        return (
            TenderCount(
                kind="cash",
                expected_minor=expected_minor,
                counted_minor=counted_cash_minor,
                difference_minor=counted_cash_minor - expected_minor,
                count=counts["cash"],
            ),
            TenderCount(
                kind="external",
                expected_minor=external_minor,
                counted_minor=external_minor,
                difference_minor=0,
                count=counts["external"],
            ),
        )


def _tax(sales: Sequence[SaleCompleted]) -> tuple[TaxRow, ...]:
    rates = sorted({row.rate_bp for sale in sales for row in sale.tax}, reverse=True)
    found = []
    for rate_bp in rates:
        rows = [row for sale in sales for row in sale.tax if row.rate_bp == rate_bp]
        found.append(
            TaxRow(
                rate_bp=rate_bp,
                net_minor=sum(row.net_minor for row in rows),
                tax_minor=sum(row.tax_minor for row in rows),
                gross_minor=sum(row.gross_minor for row in rows),
            )
        )
    return tuple(found)


def _categories(sales: Sequence[SaleCompleted]) -> tuple[CategorySum, ...]:
    sums: dict[str, tuple[int, int]] = {}
    for sale in sales:
        for line in sale.lines:
            qty_milli, total_minor = sums.get(line.category_id, (0, 0))
            sums[line.category_id] = (
                qty_milli + line.qty_milli * line.pack_pieces,
                total_minor + line.total_minor,
            )
    return tuple(
        CategorySum(category_id=category_id, qty_milli=qty_milli, total_minor=total_minor)
        for category_id, (qty_milli, total_minor) in sorted(sums.items())
    )


def _discounts(sales: Sequence[SaleCompleted]) -> tuple[DiscountSum, ...]:
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    funders: dict[str, dict[str, int]] = {}
    for sale in sales:
        given = [item for line in sale.lines for item in line.discounts]
        for rule_id in {item.rule_id for item in given}:
            counts[rule_id] = counts.get(rule_id, 0) + 1
        for item in given:
            names[item.rule_id] = item.name
            shares = funders.setdefault(item.rule_id, {})
            for funder, minor in item.funders.items():
                shares[funder] = shares.get(funder, 0) + minor
    return tuple(
        DiscountSum(
            rule_id=rule_id,
            name=names[rule_id],
            count=counts[rule_id],
            amount_minor=sum(shares.values()),
            funders=shares,
        )
        for rule_id, shares in sorted(funders.items())
    )
