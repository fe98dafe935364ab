"""The receipt of a sale once more: as it printed, as a counted copy, or as a gift receipt."""

from pos_app.services.documents import Document
from pos_app.services.gift_receipt import compose_gift_receipt
from pos_app.services.identity import terminal_of
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext, compose_receipt
from pos_app.services.repositories import UnitOfWork
from retail_core.wire.facts import SaleCompleted, SalePerson


def sale_paper(
    work: UnitOfWork,
    sale: SaleCompleted,
    *,
    seq: int,
    texts: ReceiptTexts,
    copy_no: int = 0,
    gift: bool = False,
) -> Document:
    """Return the paper of a sale that stands at ``seq`` of the journal.

    Args:
        work: Where sale and entry are read.
        sale: The sale, of any incarnation of the till.
        seq: Its place in its own chain.
        texts: The words, in the store's receipt language.
        copy_no: Which copy this is; 0 is the original.
        gift: Without prices, for a present.
    """
    terminal = terminal_of(work)
    entry = work.journal.get(seq)
    # A sale of an earlier incarnation has its rows, its entry belongs to another chain.
    actor = "" if entry is None else entry.actor
    cashier = work.staff.get(actor)
    person = (
        None if entry is None or entry.personal is None else SalePerson.model_validate(dict(entry.personal))
    )
    context = PaperContext(
        store=terminal.store,
        till=terminal.label,
        cashier=actor if cashier is None else cashier.name,
        wall_ms=0 if entry is None else entry.wall_ms,
        entry_hash="" if entry is None else entry.hash,
        coupon_codes=work.coupons.issue_codes(sale.sale_id),
    )
    if gift:
        return compose_gift_receipt(sale, context, texts=texts)
    return compose_receipt(sale, context, texts=texts, person=person, copy_no=copy_no)
