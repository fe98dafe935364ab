"""Rows of sales and closed shifts."""

from collections.abc import Sequence

from sqlalchemy import Table, case, select
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.sales import (
    sale,
    sale_discount,
    sale_line,
    sale_line_option,
    sale_tax,
    sale_tender,
    shift_z,
    voucher,
)

Rows = Sequence[dict[str, object]]


def sale_exists(unit: Unit, sale_id: str) -> bool:
    """Return whether a sale is known."""
    return unit.conn.execute(select(sale.c.sale_id).where(sale.c.sale_id == sale_id)).first() is not None


def insert_sale(unit: Unit, values: dict[str, object], *, parts: dict[str, Rows]) -> None:
    """Write a sale with its ``lines``, ``options``, ``discounts``, ``tenders`` and ``tax``."""
    unit.conn.execute(sale.insert().values(values))
    tables: dict[str, Table] = {
        "lines": sale_line,
        "options": sale_line_option,
        "discounts": sale_discount,
        "tenders": sale_tender,
        "tax": sale_tax,
    }
    for name, rows in parts.items():
        if rows:
            unit.conn.execute(tables[name].insert(), list(rows))


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


def insert_z(unit: Unit, values: dict[str, object]) -> bool:
    """Write a closed shift; return False if it is known."""
    insert = (sqlite.insert if unit.is_sqlite else postgresql.insert)(shift_z)
    kept = unit.conn.execute(
        insert.values(values).on_conflict_do_nothing().returning(shift_z.c.shift_id)
    ).first()
    return kept is not None
