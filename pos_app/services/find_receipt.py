"""Find a receipt to take goods back from: of this till at once, of another one by asking head office.

Source: docs/rules/returns.md.
"""

from dataclasses import dataclass

from pos_app.services.errors import RuleError, SyncError
from pos_app.services.identity import receipt_prefix, terminal_of
from pos_app.services.ports import CentralApi, Clock, Store
from pos_app.services.records import StoreProfile
from pos_app.services.repositories import UnitOfWork
from pos_app.services.return_model import FoundReceipt, ReceiptAnswer
from pos_app.services.store_time import days_between, local_time
from retail_core.returns.facts import refund_of, sold_of
from retail_core.returns.model import Refund, Sold

_RECEIPT_DIGITS = 6


@dataclass(frozen=True, slots=True)
class _Own:
    """What this till itself knows: the sale, if it is its own, and what it took back of it."""

    sold: Sold | None
    sold_ms: int
    cashier: str
    returned: tuple[tuple[str, Refund], ...]


class FindReceipt:
    """Looks a receipt up; on the interactive network lane, 3 s at most."""

    def __init__(self, *, store: Store, api: CentralApi, clock: Clock, profile: StoreProfile) -> None:
        self._store = store
        self._api = api
        self._clock = clock
        self._profile = profile

    def own(self, text: str) -> FoundReceipt | None:
        """Return a receipt of this till as this till knows it, at once; on the storage lane.

        Raises:
            RuleError: ``return.number_missing`` or ``return.other_currency`` (currency).
        """
        with self._store.read() as work:
            own = _own(work, _number(work, text))
        if own.sold is None:
            return None
        self._require_currency(own.sold)
        return self._found(own.sold, own, answer=None, complete=False)

    def __call__(self, text: str) -> FoundReceipt:
        """Return the receipt with a number; the last digits are enough for one of this till.

        Head office is asked for every receipt, because another till may have taken goods back; a receipt of
        this till is found without it.

        Raises:
            RuleError: ``return.number_missing``, ``return.receipt_unknown`` (number),
                ``return.other_till_offline`` (number) or ``return.other_currency`` (currency).
        """
        with self._store.read() as work:
            number = _number(work, text)
            own = _own(work, number)
        answer, complete = self._ask(number, own)
        sold = own.sold or (None if answer is None else answer.sold)
        if sold is None:
            raise RuleError("return.receipt_unknown", number)
        self._require_currency(sold)
        if own.sold is None:
            with self._store.read() as work:
                # A sale of another till is known by its id only now.
                own = _Own(None, 0, "", _returned_here(work, sold.sale_id))
        return self._found(sold, own, answer=answer, complete=complete)

    def _require_currency(self, sold: Sold) -> None:
        if sold.currency != self._profile.currency:
            raise RuleError("return.other_currency", sold.currency)

    def _ask(self, number: str, own: _Own) -> tuple[ReceiptAnswer | None, bool]:
        try:
            return self._api.receipt_find(number), True
        except SyncError as error:
            if own.sold is None:
                raise RuleError("return.other_till_offline", number) from error
            return None, False

    def _found(self, sold: Sold, own: _Own, *, answer: ReceiptAnswer | None, complete: bool) -> FoundReceipt:
        sold_ms = own.sold_ms if own.sold is not None or answer is None else answer.sold_ms
        elsewhere = () if answer is None else answer.returned
        ids = {document_id for document_id, _ in elsewhere}
        # What head office has not heard of yet was written here after the rest.
        returned = (*elsewhere, *(each for each in own.returned if each[0] not in ids))
        days = max(0, days_between(self._day(sold_ms), self._day(self._clock.now_ms())))
        return FoundReceipt(
            sold=sold,
            sold_ms=sold_ms,
            earlier=tuple(refund for _, refund in returned),
            known=tuple(document_id for document_id, _ in returned),
            complete=complete,
            days=days,
            too_old=days > self._profile.return_days,
            cashier=own.cashier,
        )

    def _day(self, at_ms: int) -> str:
        return local_time(at_ms, self._profile.time_zone).date


def _number(work: UnitOfWork, text: str) -> str:
    """Return the number that ``text`` means: whole, or the last digits of one of this till."""
    typed = "".join(text.split()).upper()
    if not typed:
        raise RuleError("return.number_missing")
    if typed.isascii() and typed.isdigit() and len(typed) <= _RECEIPT_DIGITS:
        return f"{receipt_prefix(terminal_of(work))}-{typed:0>{_RECEIPT_DIGITS}}"
    return typed


def _own(work: UnitOfWork, number: str) -> _Own:
    found = work.sales.by_number(number)
    if found is None:
        return _Own(None, 0, "", ())
    sale, seq = found
    entry = work.journal.get(seq)
    person = None if entry is None else work.staff.get(entry.actor)
    return _Own(
        sold=sold_of(sale),
        sold_ms=work.sales.completed_ms(sale.sale_id),
        cashier="" if person is None else person.name,
        returned=_returned_here(work, sale.sale_id),
    )


def _returned_here(work: UnitOfWork, sale_id: str) -> tuple[tuple[str, Refund], ...]:
    return tuple(
        (document_id, refund_of(returned)) for document_id, returned in work.returns.of_sale(sale_id)
    )
