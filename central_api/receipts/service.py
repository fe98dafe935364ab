"""A receipt of the chain, as any of its tills may take goods back from it: its fact without the person."""

from central_api.journal import service as journal
from central_api.kit.unit import Unit
from central_api.sales import service as sales
from retail_core.wire.counter import KnownReturn, ReceiptFind, ReceiptFound
from retail_core.wire.facts import SaleCompleted


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
