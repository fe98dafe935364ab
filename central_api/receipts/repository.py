"""Rows of codes that were sent to people who join by a receipt."""

from sqlalchemy import delete, insert, or_, select, update

from central_api.kit.unit import Unit
from central_api.models.proofs import receipt_code
from central_api.receipts.schemas import SentCode
from retail_core.proofs import HOUR_MS


def codes_asked(unit: Unit, sale_id: str, *, phone_mac: str) -> list[int]:
    """Return when codes were made for a receipt or a number within the hour; older ones are forgotten."""
    unit.conn.execute(delete(receipt_code).where(receipt_code.c.made_ms <= unit.now_ms - HOUR_MS))
    query = select(receipt_code.c.made_ms).where(
        or_(receipt_code.c.sale_id == sale_id, receipt_code.c.phone_mac == phone_mac)
    )
    return [int(row.made_ms) for row in unit.conn.execute(query)]


def add_code(unit: Unit, sale_id: str, *, phone_mac: str, code_mac: str, expires_ms: int) -> None:
    """Let a new code be the one that counts for a receipt and a number."""
    unit.conn.execute(
        insert(receipt_code).values(
            sale_id=sale_id,
            phone_mac=phone_mac,
            code_mac=code_mac,
            expires_ms=expires_ms,
            made_ms=unit.now_ms,
        )
    )


def take_try(unit: Unit, sale_id: str, *, phone_mac: str) -> SentCode | None:
    """Use up a try of the code that counts, and return it."""
    newest = (
        select(receipt_code.c.id)
        .where(receipt_code.c.sale_id == sale_id, receipt_code.c.phone_mac == phone_mac)
        .order_by(receipt_code.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    row = unit.conn.execute(
        update(receipt_code)
        .where(receipt_code.c.id == newest)
        .values(tries=receipt_code.c.tries + 1)
        .returning(receipt_code)
    ).first()
    return None if row is None else SentCode(row.code_mac, row.tries, row.expires_ms)
