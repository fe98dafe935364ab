"""What came back: one fact in several tables, written with the document that took it back."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, func, insert, select

from pos_app.storage.repositories.rows import first, place_of
from pos_app.storage.tables import (
    coupon_return,
    points_entry,
    sale,
    sale_return,
    sale_return_line,
    stock_movement,
)
from retail_core.journal import Entry
from retail_core.wire.facts import ReturnedLine, ReturnedReceipt, SaleCompleted

POINTS_RULE = "return"
"""The rule under which points stand that went with returned goods; the sale that earned them follows it."""

_OF_SALE = (
    select(sale_return.c.sale_id, sale_return.c.doc)
    .join(sale, sale.c.sale_id == sale_return.c.sale_id)
    .where(sale_return.c.of_sale_id == bindparam("of_sale_id"))
    .order_by(sale.c.incarnation, sale.c.seq, sale_return.c.position)
)
_BACK = (
    select(sale_return_line.c.of_line_id, func.sum(sale_return_line.c.qty_milli))
    .where(sale_return_line.c.of_sale_id == bindparam("of_sale_id"))
    .group_by(sale_return_line.c.of_line_id)
)
_EARNER = select(points_entry.c.alias).where(
    points_entry.c.ref == bindparam("of_sale_id"), points_entry.c.points > 0
)


class SqlReturns:
    """Returned goods of this till."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_sale(self, sale_id: str) -> Sequence[tuple[str, ReturnedReceipt]]:
        rows = self._connection.execute(_OF_SALE, {"of_sale_id": sale_id})
        return [(row.sale_id, ReturnedReceipt.model_validate_json(row.doc)) for row in rows]

    def quantities(self, sale_id: str) -> Mapping[str, int]:
        return {
            line_id: int(qty_milli)
            for line_id, qty_milli in self._connection.execute(_BACK, {"of_sale_id": sale_id})
        }

    def add(self, body: SaleCompleted, entry: Entry) -> None:
        for position, returned in enumerate(body.returned, start=1):
            self._add_receipt(body.sale_id, returned, position=position)
            self._add_points(body.sale_id, returned, entry=entry)
            self._add_coupons(body.sale_id, returned, entry=entry)
        lines = [(returned, line) for returned in body.returned for line in returned.lines]
        if lines:
            self._connection.execute(
                insert(sale_return_line),
                [
                    _line(body.sale_id, returned, line=line, position=position)
                    for position, (returned, line) in enumerate(lines, start=1)
                ],
            )
            self._add_movements(body.sale_id, [line for _, line in lines], entry=entry)

    def _add_receipt(self, sale_id: str, returned: ReturnedReceipt, *, position: int) -> None:
        self._connection.execute(
            insert(sale_return),
            {
                "sale_id": sale_id,
                "position": position,
                "of_sale_id": returned.sale_id,
                "of_receipt_number": returned.receipt_number,
                "refund_minor": returned.refund_minor,
                "points_reversed": returned.points_reversed,
                "doc": returned.model_dump_json(),
            },
        )

    def _add_points(self, sale_id: str, returned: ReturnedReceipt, *, entry: Entry) -> None:
        """Take the points from whom they were given to; a sale of another till is the server's to know."""
        if not returned.points_reversed or returned.sale_id is None:
            return
        earner = first(self._connection, _EARNER, of_sale_id=returned.sale_id)
        if earner is not None:
            self._connection.execute(
                insert(points_entry),
                {
                    "ref": sale_id,
                    "rule": f"{POINTS_RULE}:{returned.sale_id}",
                    "alias": earner.alias,
                    "points": -returned.points_reversed,
                    **place_of(entry),
                },
            )

    def _add_coupons(self, sale_id: str, returned: ReturnedReceipt, *, entry: Entry) -> None:
        if returned.coupons:
            self._connection.execute(
                insert(coupon_return),
                [
                    {
                        "coupon_id": coupon_id,
                        "sale_id": sale_id,
                        "of_sale_id": returned.sale_id,
                        **place_of(entry),
                    }
                    for coupon_id in returned.coupons
                ],
            )

    def _add_movements(self, sale_id: str, lines: Sequence[ReturnedLine], *, entry: Entry) -> None:
        """Put goods back on the shelf; what is written off comes in and goes out, each with its cause."""
        rows = [
            {
                **place_of(entry),
                "product_id": line.product_id,
                "qty_milli": sign * line.pieces_milli,
                "kept_milli": 0,
                "cause": cause,
                "ref": sale_id,
            }
            for line in lines
            if line.product_id is not None and line.pieces_milli
            for sign, cause in (((1, "return"),) if line.restock else ((1, "return"), (-1, "write_off")))
        ]
        if rows:
            self._connection.execute(insert(stock_movement), rows)


def _line(sale_id: str, returned: ReturnedReceipt, *, line: ReturnedLine, position: int) -> dict[str, object]:
    return {
        "sale_id": sale_id,
        "position": position,
        "line_id": line.line_id,
        "of_sale_id": returned.sale_id,
        "of_line_id": line.of_line_id,
        "product_id": line.product_id,
        "name": line.name,
        "category_id": line.category_id,
        "qty_milli": line.qty_milli,
        "total_minor": line.total_minor,
        "net_minor": line.net_minor,
        "tax_minor": line.tax_minor,
        "tax_rate_bp": line.tax_rate_bp,
        "reason": line.reason,
        "restock": line.restock,
    }
