"""Orders to payment providers, from before they are sent until nothing about them is open."""

from collections.abc import Sequence
from dataclasses import fields

from sqlalchemy import Connection, bindparam, insert, select

from pos_app.services.payment_model import Payment
from pos_app.storage.repositories.rows import AnyRow, first
from pos_app.storage.tables import payment
from retail_core.money import Money

_GET = select(payment).where(payment.c.payment_id == bindparam("payment_id"))
_OF_BASKET = (
    select(payment)
    .where(payment.c.basket_id == bindparam("basket_id"))
    .order_by(payment.c.started_ms, payment.c.payment_id)
)
_OF_REFERENCE = (
    select(payment)
    .where(payment.c.reference == bindparam("reference"), payment.c.kind == "charge")
    .order_by(payment.c.started_ms.desc())
    .limit(1)
)
_OF_SHIFT = (
    select(payment)
    .where(payment.c.shift_id == bindparam("shift_id"))
    .order_by(payment.c.started_ms, payment.c.payment_id)
)
_UNFINISHED = (
    select(payment)
    .where(payment.c.closed.is_(False))
    .order_by(payment.c.started_ms, payment.c.payment_id)
    .limit(bindparam("most"))
)


class SqlPayments:
    """Payments of this till."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, payment_id: str) -> Payment | None:
        row = first(self._connection, _GET, payment_id=payment_id)
        return None if row is None else _payment(row)

    def put(self, payment_: Payment) -> None:
        values = {name: getattr(payment_, name) for name in _PLAIN}
        values |= {
            "amount_minor": payment_.amount.minor,
            "currency": payment_.amount.currency,
            "closed": payment_.is_closed,
        }
        self._connection.execute(insert(payment).prefix_with("OR REPLACE"), values)

    def of_basket(self, basket_id: str) -> Sequence[Payment]:
        return [_payment(row) for row in self._connection.execute(_OF_BASKET, {"basket_id": basket_id})]

    def of_reference(self, reference: str) -> Payment | None:
        row = first(self._connection, _OF_REFERENCE, reference=reference) if reference else None
        return None if row is None else _payment(row)

    def of_shift(self, shift_id: str) -> Sequence[Payment]:
        return [_payment(row) for row in self._connection.execute(_OF_SHIFT, {"shift_id": shift_id})]

    def unfinished(self, limit: int) -> Sequence[Payment]:
        return [_payment(row) for row in self._connection.execute(_UNFINISHED, {"most": limit})]


_PLAIN = tuple(field.name for field in fields(Payment) if field.name != "amount")


def _payment(row: AnyRow) -> Payment:
    values = {name: getattr(row, name) for name in _PLAIN}
    return Payment(amount=Money(row.amount_minor, row.currency), **values)
