"""Rows of sales and closed shifts."""

from collections.abc import Collection, Sequence

from sqlalchemy import RowMapping, Select, Table, case, func, select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.sales import (
    sale,
    sale_discount,
    sale_line,
    sale_line_option,
    sale_return,
    sale_return_discount,
    sale_return_line,
    sale_tax,
    sale_tender,
    shift_z,
    voucher,
)
from central_api.sales.schemas import DaySale, JoiningLine

Rows = Sequence[dict[str, object]]

_INSERT_SALE = sale.insert()


def sale_exists(unit: Unit, sale_id: str) -> bool:
    """Return whether a sale is known.

    While inserts are collected only those are looked at: one that is stored already fails the storing, and
    then everything is done again, sale by sale.
    """
    if unit.is_deferring:
        return any(row["sale_id"] == sale_id for row in unit.collected("sale"))
    return unit.conn.execute(select(sale.c.sale_id).where(sale.c.sale_id == sale_id)).first() is not None


def insert_sale(unit: Unit, values: dict[str, object], *, parts: dict[str, Rows]) -> None:
    """Write a sale with its ``lines``, ``options``, ``discounts``, ``tenders``, ``tax``, what came back."""
    unit.insert("sale", _INSERT_SALE, rows=[values])
    tables: dict[str, Table] = {
        "lines": sale_line,
        "options": sale_line_option,
        "discounts": sale_discount,
        "tenders": sale_tender,
        "tax": sale_tax,
        "returns": sale_return,
        "return_lines": sale_return_line,
        "return_discounts": sale_return_discount,
    }
    for name, rows in parts.items():
        unit.insert(name, tables[name].insert(), rows=rows)


def kept_minor(unit: Unit, sale_id: str) -> int:
    """Return a sale's total less the refunds of its goods; 0 for one that is not known."""
    unit.flush()
    total = unit.conn.execute(select(sale.c.total_minor).where(sale.c.sale_id == sale_id)).scalar()
    refunds = select(func.sum(sale_return.c.refund_minor)).where(sale_return.c.of_sale_id == sale_id)
    return int(total or 0) - int(unit.conn.execute(refunds).scalar() or 0)


def coupon_costs(unit: Unit, rule_ids: Collection[str]) -> dict[str, dict[str, int]]:
    """Return what coupon campaigns cost, by campaign and funder; minor units, what came back taken off."""
    found: dict[str, dict[str, int]] = {}
    for discounts in (sale_discount, sale_return_discount):
        query = (
            select(discounts.c.rule_id, discounts.c.funder, func.sum(discounts.c.amount_minor).label("minor"))
            .where(discounts.c.rule_id.in_(sorted(rule_ids)))
            .group_by(discounts.c.rule_id, discounts.c.funder)
        )
        for row in unit.conn.execute(query):
            by_funder = found.setdefault(str(row.rule_id), {})
            by_funder[str(row.funder)] = by_funder.get(str(row.funder), 0) - int(row.minor)
    return {rule_id: dict(sorted(by_funder.items())) for rule_id, by_funder in sorted(found.items())}


def move_voucher(unit: Unit, voucher_number: str, *, by: int, sale_id: str) -> tuple[int, str]:
    """Count a use of a voucher, or take one back; return its uses and the sale that was its first.

    One statement, so that of two tills at the same time one sees the other.
    """
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(voucher)
    after = voucher.c.uses + by
    row = unit.conn.execute(
        statement.values(number=voucher_number, uses=max(0, by), first_sale_id=sale_id)
        .on_conflict_do_update(index_elements=["number"], set_={"uses": case((after < 0, 0), else_=after)})
        .returning(voucher.c.uses, voucher.c.first_sale_id)
    ).one()
    return int(row.uses), str(row.first_sale_id)


def find(unit: Unit, *, sale_id: str | None = None, receipt_number: str | None = None) -> RowMapping | None:
    """Return a sale's row by its id or its number."""
    unit.flush()
    which = sale.c.receipt_number == receipt_number if sale_id is None else sale.c.sale_id == sale_id
    return unit.conn.execute(select(sale).where(which)).mappings().first()


def numbers_of(unit: Unit, sale_ids: Collection[str]) -> dict[str, str]:
    """Return the receipt numbers of sales; those that are not known are missing."""
    if not sale_ids:
        return {}
    query = select(sale.c.sale_id, sale.c.receipt_number).where(sale.c.sale_id.in_(sorted(sale_ids)))
    return {str(sale_id): str(number) for sale_id, number in unit.conn.execute(query)}


def of_day(unit: Unit, store_id: str, *, day: str) -> list[DaySale]:
    """Return the documents of a store's business day, in order of their numbers."""
    of = (sale.c.store_id == store_id, sale.c.business_day == day)
    ids = select(sale.c.sale_id).where(*of)
    lines = _sums(unit, sale_line, ids=ids, columns=("total_minor", "tax_minor"))
    tax = _sums(unit, sale_tax, ids=ids, columns=("tax_minor",))
    back = _sums(unit, sale_return_line, ids=ids, columns=("list_minor",))
    refunds = _sums(unit, sale_return, ids=ids, columns=("refund_minor",))
    off, back_off = (_by_funder(unit, each, ids=ids) for each in (sale_discount, sale_return_discount))
    found = []
    for row in unit.conn.execute(select(sale).where(*of).order_by(sale.c.receipt_number)):
        key = str(row.sale_id)
        sold, sold_tax = lines.get(key, (0, 0))
        found.append(
            DaySale(
                receipt_number=row.receipt_number,
                currency=row.currency,
                list_minor=row.list_minor,
                sold_minor=sold,
                tax_minor=sold_tax,
                document_tax_minor=tax.get(key, (0,))[0],
                has_goods=key in lines,
                back_list_minor=back.get(key, (0,))[0],
                refund_minor=refunds.get(key, (0,))[0],
                has_returns=key in refunds,
                off={funder: -minor for funder, minor in off.get(key, {}).items()},
                back_off=back_off.get(key, {}),
            )
        )
    return found


def _sums(
    unit: Unit, table: Table, *, ids: Select[tuple[str]], columns: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """Return sums of columns by sale."""
    sums = (func.sum(table.c[name]) for name in columns)
    query = select(table.c.sale_id, *sums).where(table.c.sale_id.in_(ids)).group_by(table.c.sale_id)
    return {str(row[0]): tuple(int(each) for each in row[1:]) for row in unit.conn.execute(query)}


def _by_funder(unit: Unit, table: Table, *, ids: Select[tuple[str]]) -> dict[str, dict[str, int]]:
    """Return sums of discounts by sale and funder."""
    query = (
        select(table.c.sale_id, table.c.funder, func.sum(table.c.amount_minor))
        .where(table.c.sale_id.in_(ids))
        .group_by(table.c.sale_id, table.c.funder)
    )
    found: dict[str, dict[str, int]] = {}
    for sale_id, funder, minor in unit.conn.execute(query):
        found.setdefault(str(sale_id), {})[str(funder)] = int(minor)
    return found


def returned_quantities(unit: Unit, sale_id: str) -> dict[str, int]:
    """Return how much of each line of a sale came back, in thousandths; what was never sold too."""
    unit.flush()
    rows = unit.conn.execute(
        select(sale_return_line.c.of_line_id, func.sum(sale_return_line.c.qty_milli).label("qty_milli"))
        .where(sale_return_line.c.of_sale_id == sale_id)
        .group_by(sale_return_line.c.of_line_id)
    )
    return {str(row.of_line_id): int(row.qty_milli) for row in rows}


def sold_quantities(unit: Unit, sale_id: str) -> dict[str, int]:
    """Return how much of each line was sold, in thousandths."""
    unit.flush()
    rows = unit.conn.execute(
        select(sale_line.c.line_id, sale_line.c.qty_milli).where(sale_line.c.sale_id == sale_id)
    )
    return {str(row.line_id): int(row.qty_milli) for row in rows}


def ordered_lines(unit: Unit, sale_id: str) -> dict[str, tuple[str, str]]:
    """Return order and line of what a sale paid of orders, by the line of the sale."""
    unit.flush()
    columns = (sale_line.c.line_id, sale_line.c.order_id, sale_line.c.order_line_id)
    query = select(*columns).where(sale_line.c.sale_id == sale_id, sale_line.c.order_id != "")
    return {str(row[0]): (str(row[1]), str(row[2])) for row in unit.conn.execute(query)}


def joining_lines(unit: Unit, sale_id: str) -> list[JoiningLine]:
    """Return the lines of a sale that give points to whoever joins by its receipt."""
    unit.flush()
    query = select(sale_line.c.line_id, sale_line.c.qty_milli, sale_line.c.joining_points).where(
        sale_line.c.sale_id == sale_id, sale_line.c.joining_points > 0
    )
    return [JoiningLine(str(row[0]), int(row[1]), int(row[2])) for row in unit.conn.execute(query)]


def count_without_member(unit: Unit, *, since_ms: int) -> dict[tuple[str, str], int]:
    """Return how many sales of goods had no member, by store and cashier."""
    has_goods = select(sale_line.c.sale_id).where(sale_line.c.sale_id == sale.c.sale_id).exists()
    query = (
        select(sale.c.store_id, sale.c.cashier_id, func.count())
        .where(sale.c.sold_ms >= since_ms, sale.c.member_id.is_(None), has_goods)
        .group_by(sale.c.store_id, sale.c.cashier_id)
    )
    return {(str(store), str(cashier)): int(number) for store, cashier, number in unit.conn.execute(query)}


def returns_of(unit: Unit, sale_id: str) -> list[tuple[str, str]]:
    """Return what came back of a sale: the document that took it, and the JSON of what it took, in order."""
    unit.flush()
    rows = unit.conn.execute(
        select(sale_return.c.sale_id, sale_return.c.doc)
        .join(sale, sale.c.sale_id == sale_return.c.sale_id)
        .where(sale_return.c.of_sale_id == sale_id)
        .order_by(sale.c.sold_ms, sale_return.c.sale_id, sale_return.c.position)
    )
    return [(str(row.sale_id), str(row.doc)) for row in rows]


def insert_z(unit: Unit, values: dict[str, object]) -> bool:
    """Write a closed shift; return False if it is known."""
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(shift_z)
    kept = unit.conn.execute(
        insert.values(values).on_conflict_do_nothing().returning(shift_z.c.shift_id)
    ).first()
    return kept is not None
