"""Projections of the journal: what a sale and a Z say, as rows for reports and for anybody's SQL."""

from collections.abc import Collection, Mapping

from central_api.catalog import service as catalog
from central_api.catalog.schemas import ProductFacts
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.sales import repository, returned
from central_api.sales.schemas import DaySale, Seller, SoldReceipt
from retail_core.points import points_kept
from retail_core.tenders import contradicts
from retail_core.wire.facts import ReturnedReceipt, SaleCompleted, SaleLine, SalePerson, ShiftClosed

_LINE_COLUMNS = {
    "line_id",
    "product_id",
    "code",
    "name",
    "category_id",
    "qty_milli",
    "sold_by",
    "unit_price_minor",
    "list_minor",
    "total_minor",
    "net_minor",
    "tax_minor",
    "tax_rate_bp",
    "points",
    "pack_id",
    "pack_pieces",
    "reward_id",
    "reward_points",
    "joining_points",
    "order_id",
    "order_line_id",
    "cost_minor",
}
"""What of a line stands in a column of its own; the rest lies in the journal entry."""


def is_known(unit: Unit, sale_id: str) -> bool:
    """Return whether a sale was projected before."""
    return repository.sale_exists(unit, sale_id)


def find_receipt(unit: Unit, receipt_number: str) -> SoldReceipt | None:
    """Return a sale by its number, with what came back of it so far."""
    row = repository.find(unit, receipt_number=receipt_number)
    if row is None:
        return None
    back = tuple(
        (document_id, ReturnedReceipt.model_validate_json(doc))
        for document_id, doc in repository.returns_of(unit, row["sale_id"])
    )
    had_member = row["member_id"] is not None or row["member_tier"] is not None
    return SoldReceipt(row["sale_id"], row["entry_id"], row["store_id"], row["sold_ms"], back, had_member)


def seller_of(unit: Unit, receipt_number: str) -> Seller | None:
    """Return who sold what a receipt is of, and where."""
    row = repository.find(unit, receipt_number=receipt_number)
    return None if row is None else Seller(row["store_id"], row["terminal_id"], row["cashier_id"])


def of_day(unit: Unit, store_id: str, *, day: str) -> list[DaySale]:
    """Return the documents of a store's business day, in order of their numbers."""
    return repository.of_day(unit, store_id, day=day)


def ordered_lines(unit: Unit, sale_id: str) -> dict[str, tuple[str, str]]:
    """Return order and line of what a sale paid of orders, by the line of the sale."""
    return repository.ordered_lines(unit, sale_id)


def joining_points(unit: Unit, sale_id: str) -> int:
    """Return what whoever joins by a sale's receipt gets now: what came back gives nothing."""
    back = repository.returned_quantities(unit, sale_id)
    return sum(
        points_kept(line.points, line.qty_milli, back_milli=back.get(line.line_id, 0))
        for line in repository.joining_lines(unit, sale_id)
    )


def joining_points_taken(unit: Unit, returned_now: ReturnedReceipt) -> int:
    """Return which points of who joined by a receipt go with goods that are entered as returned already."""
    if returned_now.sale_id is None:
        return 0
    back = repository.returned_quantities(unit, returned_now.sale_id)
    now: dict[str, int] = {}
    for line in returned_now.lines:
        if line.of_line_id is not None:
            now[line.of_line_id] = now.get(line.of_line_id, 0) + line.qty_milli
    taken = 0
    for sold in repository.joining_lines(unit, returned_now.sale_id):
        after = back.get(sold.line_id, 0)
        before = after - now.get(sold.line_id, 0)
        taken += points_kept(sold.points, sold.qty_milli, back_milli=before)
        taken -= points_kept(sold.points, sold.qty_milli, back_milli=after)
    return taken


def receipts_without_member(unit: Unit, *, since_ms: int) -> dict[tuple[str, str], int]:
    """Return how many receipts had goods and no member, by store and cashier."""
    return repository.count_without_member(unit, since_ms=since_ms)


def receipt_numbers(unit: Unit, sale_ids: Collection[str]) -> dict[str, str]:
    """Return the receipt numbers of sales; those that are not known are missing."""
    return repository.numbers_of(unit, sale_ids)


def kept_minor(unit: Unit, sale_id: str) -> int:
    """Return what of a sale's total was not given back for returned goods; 0 for one that is not known."""
    return repository.kept_minor(unit, sale_id)


def coupon_costs(unit: Unit, rule_ids: Collection[str]) -> dict[str, dict[str, int]]:
    """Return what the coupons of campaigns cost so far, by campaign and who bears it; minor units, >= 0.

    What came back is taken off.
    """
    return repository.coupon_costs(unit, rule_ids)


def buyer_of(unit: Unit, sale_id: str) -> str | None:
    """Return the member who bought, if one was attached and is known."""
    row = repository.find(unit, sale_id=sale_id)
    return None if row is None else row["member_id"]


def project_sale(
    unit: Unit, context: FactContext, *, sale: SaleCompleted, person: SalePerson | None
) -> list[DoubtfulFact]:
    """Write a sale's rows, as the till stated them; return what a person has to look at."""
    values: dict[str, object] = {
        "sale_id": sale.sale_id,
        "entry_id": context.entry_id,
        "terminal_id": context.terminal_id,
        "store_id": context.store_id,
        "receipt_number": sale.receipt_number,
        "shift_id": sale.shift_id,
        "business_day": sale.business_day,
        "currency": sale.currency,
        "sold_ms": context.wall_ms,
        "cashier_id": context.actor,
        "member_id": None if person is None else person.member_id,
        "member_tier": sale.member_tier,
        "catalog_version": sale.catalog_version,
        "list_minor": sale.list_minor,
        "discount_minor": sale.discount_minor,
        "total_minor": sale.total_minor,
        "rounding_minor": sale.rounding_minor,
        "points_earned": sale.points_earned,
    }
    parts = {
        "lines": _lines(sale),
        "options": _options(sale),
        "discounts": _discounts(sale),
        "tenders": _tenders(sale),
        "tax": [{"sale_id": sale.sale_id, **row.model_dump()} for row in sale.tax],
        **returned.rows_of(sale),
    }
    repository.insert_sale(unit, values, parts=parts)
    return [
        *_doubtful_sums(sale),
        *_doubtful_vouchers(unit, sale),
        *_doubtful_lines(unit, context, sale=sale),
        *returned.doubts_of(unit, sale),
    ]


def project_z(unit: Unit, context: FactContext, *, closed: ShiftClosed) -> list[DoubtfulFact]:
    """Write a closed shift's row; a second Z of one shift is doubtful and changes nothing."""
    names = (
        "shift_id",
        "shift_number",
        "z_number",
        "business_day",
        "currency",
        "opened_ms",
        "closed_ms",
        "sales_count",
        "total_minor",
        "rounding_minor",
        "hand_overs",
        "grand_total_sales_minor",
        "returns_count",
        "returns_minor",
        "grand_total_returns_minor",
    )
    values: dict[str, object] = {
        **{name: getattr(closed, name) for name in names},
        "entry_id": context.entry_id,
        "terminal_id": context.terminal_id,
        "store_id": context.store_id,
        "doc": closed.model_dump_json(),
    }
    if repository.insert_z(unit, values):
        return []
    return [DoubtfulFact("shift.closed_twice", {"shift_id": closed.shift_id})]


def _lines(sale: SaleCompleted) -> repository.Rows:
    return [
        {
            "sale_id": sale.sale_id,
            "position": position,
            "discount_minor": sum(item.amount_minor for item in line.discounts),
            "deposit": int(line.deposit),
            **line.model_dump(include=_LINE_COLUMNS),
        }
        for position, line in enumerate(sale.lines, start=1)
    ]


def _options(sale: SaleCompleted) -> repository.Rows:
    return [
        {
            "sale_id": sale.sale_id,
            "line_id": line.line_id,
            "position": position,
            **option.model_dump(),
        }
        for line in sale.lines
        for position, option in enumerate(line.options, start=1)
    ]


def _discounts(sale: SaleCompleted) -> repository.Rows:
    return [
        {
            "sale_id": sale.sale_id,
            "line_id": line.line_id,
            "position": position,
            "funder": funder,
            "rule_id": item.rule_id,
            "kind": item.kind,
            "name": item.name,
            "amount_minor": amount_minor,
            "tax_effect": item.tax_effect,
            "coupon_id": item.coupon_id,
        }
        for line in sale.lines
        for position, item in enumerate(line.discounts, start=1)
        for funder, amount_minor in sorted(item.funders.items())
    ]


def _tenders(sale: SaleCompleted) -> repository.Rows:
    return [
        {"sale_id": sale.sale_id, "position": position, **tender.model_dump()}
        for position, tender in enumerate(sale.tenders, start=1)
    ]


def _doubtful_sums(sale: SaleCompleted) -> list[DoubtfulFact]:
    """Return whether what was paid differs from what is said to be due."""
    refunds_minor = sum(back.refund_minor for back in sale.returned)
    lines_minor = sum(line.total_minor for line in sale.lines) - refunds_minor
    paid_minor = sum(tender.amount_minor for tender in sale.tenders)
    due_minor = sale.total_minor + sale.rounding_minor
    if lines_minor == sale.total_minor and paid_minor == due_minor:
        impossible = contradicts(sale.total_minor, sale.rounding_minor, tenders=sale.tenders)
        return [DoubtfulFact("sale.tenders_contradict", {"due_minor": due_minor})] if impossible else []
    args: dict[str, str | int] = {
        "lines_minor": lines_minor,
        "due_minor": due_minor,
        "paid_minor": paid_minor,
    }
    return [DoubtfulFact("sale.sums_differ", args)]


def _doubtful_vouchers(unit: Unit, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Count the sale's vouchers; return those that another sale was paid with before."""
    moves = sorted(
        (tender.reference, 1 if tender.amount_minor > 0 else -1)
        for tender in sale.tenders
        if tender.kind == "voucher" and tender.reference
    )
    found = []
    for number, by in moves:
        uses, first_sale_id = repository.move_voucher(unit, number, by=by, sale_id=sale.sale_id)
        if by > 0 and uses > 1:
            args: dict[str, str | int] = {"number": number, "first_sale_id": first_sale_id}
            found.append(DoubtfulFact("voucher.already_used", args))
    return found


def _doubtful_lines(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    ids = {line.product_id for line in sale.lines if line.product_id is not None}
    known = catalog.facts(unit, context.store_id, product_ids=ids)
    found = [_doubtful_line(line, known) for line in sale.lines]
    return [doubt for doubt in found if doubt is not None]


def _doubtful_line(line: SaleLine, known: Mapping[str, ProductFacts]) -> DoubtfulFact | None:
    """Return whether a line's product is unknown, or its price none that the catalog has for it now."""
    if line.product_id is None:
        return None
    facts = known.get(line.product_id)
    if facts is None:
        return DoubtfulFact("sale.unknown_product", {"line_id": line.line_id, "product_id": line.product_id})
    options = {(option.group_id, option.option_id): option.price_minor for option in line.options}
    if line.unit_price_minor in facts.prices_of(line.pack_id) and options.items() <= facts.options.items():
        return None
    return DoubtfulFact(
        "sale.price_differs",
        {
            "line_id": line.line_id,
            "product_id": line.product_id,
            "sold_minor": line.unit_price_minor,
            "catalog_minor": facts.price_minor,
        },
    )
