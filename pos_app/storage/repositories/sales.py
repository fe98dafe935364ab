"""Completed sales: one fact in several tables, all written from the entry's body."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, insert, select

from pos_app.services.records import SaleSummary
from pos_app.services.sold_document import SoldDocument
from pos_app.storage.repositories.rows import first, place_of
from pos_app.storage.tables import (
    coupon_use,
    journal,
    points_entry,
    sale,
    sale_line,
    staff,
    stock_movement,
    tender,
)
from retail_core.journal import Entry
from retail_core.wire.facts import RECEIPT_REPRINTED, SaleCompleted, SalePerson

POINTS_RULE = "sale"
"""The rule under which a sale's points stand."""

_NEXT = select(func.coalesce(func.max(sale.c.receipt_seq), 0) + 1).where(
    sale.c.incarnation == bindparam("incarnation")
)
_BY_NUMBER = select(sale.c.doc, sale.c.seq).where(sale.c.receipt_number == bindparam("receipt_number"))
_BY_ID = select(sale.c.seq).where(sale.c.sale_id == bindparam("sale_id"))
_TIME = select(sale.c.completed_ms).where(sale.c.sale_id == bindparam("sale_id"))
_OF_SHIFT = (
    select(sale.c.doc, sale.c.completed_ms)
    .where(sale.c.shift_id == bindparam("shift_id"))
    .order_by(sale.c.incarnation, sale.c.seq)
)
_DOCUMENTS = (
    select(
        sale.c.doc,
        sale.c.completed_ms,
        sale.c.actor,
        func.coalesce(staff.c.name, sale.c.actor).label("cashier_name"),
    )
    .select_from(sale.outerjoin(staff, staff.c.staff_id == sale.c.actor))
    .where(sale.c.shift_id == bindparam("shift_id"))
    .order_by(sale.c.incarnation, sale.c.seq)
)
_RECENT = (
    select(sale, func.coalesce(staff.c.name, sale.c.actor).label("cashier_name"))
    .select_from(sale.outerjoin(staff, staff.c.staff_id == sale.c.actor))
    .order_by(sale.c.incarnation.desc(), sale.c.seq.desc())
    .limit(bindparam("most"))
)
_COPIES = select(func.count()).where(
    journal.c.type == RECEIPT_REPRINTED,
    func.json_extract(journal.c.body, "$.receipt_number") == bindparam("receipt_number"),
)


class SqlSales:
    """Sales of this till."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_receipt_seq(self, incarnation: int) -> int:
        row = first(self._connection, _NEXT, incarnation=incarnation)
        assert row is not None
        return int(row[0])

    def add(self, sale: SaleCompleted, person: SalePerson | None, *, entry: Entry, receipt_seq: int) -> None:
        self._add_head(sale, entry, receipt_seq=receipt_seq, has_member=person is not None)
        self._add_lines(sale)
        self._add_tenders(sale)
        self._add_movements(sale, entry)
        if person is not None and sale.lines:
            # Also without points: it tells that the member bought something.
            self._connection.execute(
                insert(points_entry),
                {
                    "ref": sale.sale_id,
                    "rule": POINTS_RULE,
                    "alias": person.alias,
                    "points": sale.points_earned,
                    **place_of(entry),
                },
            )
        for use in sale.coupons:
            self._connection.execute(
                insert(coupon_use),
                {
                    "coupon_id": use.coupon_id,
                    "sale_id": sale.sale_id,
                    "campaign_id": use.campaign_id,
                    "amount_minor": use.amount_minor,
                    "mode": use.mode,
                    "hold_id": use.hold_id,
                    "used_ms": entry.wall_ms,
                    **place_of(entry),
                },
            )

    def is_completed(self, sale_id: str) -> bool:
        return first(self._connection, _BY_ID, sale_id=sale_id) is not None

    def by_number(self, receipt_number: str) -> tuple[SaleCompleted, int] | None:
        row = first(self._connection, _BY_NUMBER, receipt_number=receipt_number)
        return None if row is None else (SaleCompleted.model_validate_json(row.doc), row.seq)

    def completed_ms(self, sale_id: str) -> int:
        row = first(self._connection, _TIME, sale_id=sale_id)
        return 0 if row is None else int(row.completed_ms)

    def of_shift(self, shift_id: str) -> Sequence[tuple[SaleCompleted, int]]:
        rows = self._connection.execute(_OF_SHIFT, {"shift_id": shift_id})
        return [(SaleCompleted.model_validate_json(row.doc), row.completed_ms) for row in rows]

    def documents(self, shift_id: str) -> Sequence[SoldDocument]:
        return [
            SoldDocument(
                SaleCompleted.model_validate_json(row.doc), row.completed_ms, row.actor, row.cashier_name
            )
            for row in self._connection.execute(_DOCUMENTS, {"shift_id": shift_id})
        ]

    def recent(self, limit: int) -> Sequence[SaleSummary]:
        return [
            SaleSummary(
                sale_id=row.sale_id,
                receipt_number=row.receipt_number,
                at_ms=row.completed_ms,
                total_minor=row.total_minor,
                currency=row.currency,
                items_milli=row.items_milli,
                cashier_name=row.cashier_name,
            )
            for row in self._connection.execute(_RECENT, {"most": limit})
        ]

    def copies(self, receipt_number: str) -> int:
        row = first(self._connection, _COPIES, receipt_number=receipt_number)
        assert row is not None
        return int(row[0])

    def _add_head(self, body: SaleCompleted, entry: Entry, *, receipt_seq: int, has_member: bool) -> None:
        self._connection.execute(
            insert(sale),
            {
                "sale_id": body.sale_id,
                **place_of(entry),
                "receipt_seq": receipt_seq,
                "receipt_number": body.receipt_number,
                "shift_id": body.shift_id,
                "business_day": body.business_day,
                "currency": body.currency,
                "completed_ms": entry.wall_ms,
                "actor": entry.actor,
                "list_minor": body.list_minor,
                "discount_minor": body.discount_minor,
                "total_minor": body.total_minor,
                "rounding_minor": body.rounding_minor,
                "items_milli": sum(line.pieces_milli for line in body.lines),
                "has_member": has_member,
                "doc": body.model_dump_json(),
            },
        )

    def _add_lines(self, body: SaleCompleted) -> None:
        if not body.lines:
            return
        self._connection.execute(
            insert(sale_line),
            [
                {
                    "sale_id": body.sale_id,
                    "position": position,
                    "line_id": line.line_id,
                    "product_id": line.product_id,
                    "code": line.code,
                    "name": line.name,
                    "category_id": line.category_id,
                    "qty_milli": line.qty_milli,
                    "list_minor": line.list_minor,
                    "total_minor": line.total_minor,
                    "net_minor": line.net_minor,
                    "tax_minor": line.tax_minor,
                    "tax_rate_bp": line.tax_rate_bp,
                }
                for position, line in enumerate(body.lines, start=1)
            ],
        )

    def _add_tenders(self, body: SaleCompleted) -> None:
        if body.tenders:
            self._connection.execute(
                insert(tender),
                [
                    {"sale_id": body.sale_id, "position": position, **part.model_dump()}
                    for position, part in enumerate(body.tenders, start=1)
                ],
            )

    def _add_movements(self, body: SaleCompleted, entry: Entry) -> None:
        movements = [
            {
                **place_of(entry),
                "product_id": line.product_id,
                "qty_milli": -line.stock_milli,
                "kept_milli": 0,
                "cause": "sale",
                "ref": body.sale_id,
                "batch": line.batch,
                "expires": line.expires,
            }
            for line in body.lines
            if line.product_id is not None and line.stock_milli
        ]
        if movements:
            self._connection.execute(insert(stock_movement), movements)
