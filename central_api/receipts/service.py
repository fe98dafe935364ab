"""A receipt of the chain: for its tills, who take goods back from it, and for whoever holds its link."""

import hmac

from central_api.enrolment import service as enrolment
from central_api.joining import service as joining
from central_api.journal import service as journal
from central_api.kit.unit import Unit
from central_api.receipts.schemas import Conversion, ShownReceipt
from central_api.sales import service as sales
from retail_core.wire.counter import KnownReturn, ReceiptFind, ReceiptFound
from retail_core.wire.facts import SaleCompleted, SalePerson

HASH_DIGITS = 16
"""So much of its entry's hash is in the code of a receipt: 64 bits that nobody guesses."""


def conversions(unit: Unit, *, since_ms: int) -> list[Conversion]:
    """Return what receipts made of customers without a member, by store and cashier in this order."""
    receipts = sales.receipts_without_member(unit, since_ms=since_ms)
    by_link, at_till = (
        joining.founded_by(unit, means=means, since_ms=since_ms) for means in ("link", "till")
    )
    return [
        Conversion(*who, receipts.get(who, 0), by_link.get(who, 0), at_till.get(who, 0))
        for who in sorted({*receipts, *by_link, *at_till})
    ]


def find(unit: Unit, question: ReceiptFind) -> ReceiptFound:
    """Return what was sold under a receipt number; nothing where no till of the chain stated it so far."""
    found = sales.find_receipt(unit, question.receipt_number)
    body = None if found is None else journal.body_of(unit, found.entry_id)
    if found is None or body is None:
        return ReceiptFound(sale=None, sold_ms=0)
    return ReceiptFound(
        sale=SaleCompleted.model_validate_json(body),
        sold_ms=found.sold_ms,
        returned=tuple(
            KnownReturn(document_id=document_id, receipt=receipt) for document_id, receipt in found.returned
        ),
    )


def show(unit: Unit, receipt_number: str, *, shown_hash: str) -> ShownReceipt | None:
    """Return a receipt for whoever holds its code.

    ``None`` for one that is not here, or not here yet, and for another hash: nobody learns which it is.
    """
    found = sales.find_receipt(unit, receipt_number)
    entry = None if found is None else journal.stored(unit, found.entry_id)
    known = "" if entry is None else entry.hash[:HASH_DIGITS]
    is_right = hmac.compare_digest(known.encode(), shown_hash.lower().encode())
    if found is None or entry is None or not known or not is_right:
        return None
    person = None if entry.personal is None else SalePerson.model_validate_json(entry.personal)
    return ShownReceipt(
        sale=SaleCompleted.model_validate_json(entry.body),
        store=enrolment.store_card(unit, found.store_id),
        sold_ms=found.sold_ms,
        returned=tuple(
            KnownReturn(document_id=document_id, receipt=receipt) for document_id, receipt in found.returned
        ),
        masked_name="" if person is None else person.masked_name,
        entry_id=found.entry_id,
        had_member=found.had_member or entry.personal is not None,
    )
