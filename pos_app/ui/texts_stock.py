"""The words of documents of goods; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

STOCK_TEXTS: dict[str, str] = {
    "stock.not_begun": QT_TRANSLATE_NOOP(
        "texts", "This document is finished or given up already. Begin anew."
    ),
    "stock.empty": QT_TRANSLATE_NOOP("texts", "There is nothing in it yet. Scan the goods first."),
    "stock.no_goods": QT_TRANSLATE_NOOP("texts", "A deposit has no stock of its own."),
    "stock.no_product": QT_TRANSLATE_NOOP("texts", "The code {0} is not known here."),
    "stock.document_full": QT_TRANSLATE_NOOP(
        "texts", "A document holds {0} products. Finish it, then begin another."
    ),
    "stock.quantity_out_of_range": QT_TRANSLATE_NOOP("texts", "This quantity is not possible."),
    "stock.no_reason": QT_TRANSLATE_NOOP("texts", "Choose why the goods are wasted."),
    "stock.no_store": QT_TRANSLATE_NOOP("texts", "Choose the store that the goods go to."),
    "stock.unexplained": QT_TRANSLATE_NOOP(
        "texts", "Products that differ too much: {0}. Choose a reason for each, or count again."
    ),
    "stock.transfer_gone": QT_TRANSLATE_NOOP(
        "texts", "This transfer is no longer on its way. Somebody may have taken it in."
    ),
    "stock.transfer_for": QT_TRANSLATE_NOOP("texts", "These goods go to {0}. They are taken in there."),
    "stock.transfer_taken": QT_TRANSLATE_NOOP(
        "texts", "The goods of this delivery note were taken in already."
    ),
    "stock.transfer_unknown": QT_TRANSLATE_NOOP(
        "texts", "Head office has not told of this transfer yet. Leave the goods aside and scan again later."
    ),
    "stock.transfer_open": QT_TRANSLATE_NOOP("texts", "This transfer is open already. Scan its goods."),
    "stock.other_arrival": QT_TRANSLATE_NOOP(
        "texts", "What arrived from {0} is not finished. Open it under On the way, then scan this one again."
    ),
    "stock.finish_first": QT_TRANSLATE_NOOP(
        "texts", "Finish this document first, or go back from it, then scan the delivery note again."
    ),
    "scan.transfer_note": QT_TRANSLATE_NOOP(
        "texts", "The delivery note of a transfer. Open Stock and scan it there."
    ),
    "stock.answer_first": QT_TRANSLATE_NOOP("texts", "Set the quantity first, then scan on."),
    "stock.no_date": QT_TRANSLATE_NOOP("texts", "That is no date. Key in year, month and day: 261231."),
    "stock.serial_twice": QT_TRANSLATE_NOOP(
        "texts", "The piece with the serial number {0} is in the document already. Scan another one."
    ),
    "stock.all_over": QT_TRANSLATE_NOOP(
        "texts", "By the figures all that is left of it is past its date. Look at the date."
    ),
    "serial.in_basket": QT_TRANSLATE_NOOP(
        "texts", "The piece with the serial number {0} is in the basket already. Scan another piece."
    ),
    "serial.one_piece": QT_TRANSLATE_NOOP(
        "texts", "Each piece has its own serial number. Scan the next piece instead."
    ),
    "serial.is_product": QT_TRANSLATE_NOOP(
        "texts", "That is the product's code. Scan the serial number of this piece."
    ),
    "serial.other_product": QT_TRANSLATE_NOOP("texts", "That is the number of another product."),
    "serial.is_none": QT_TRANSLATE_NOOP("texts", "That is no serial number."),
    "scan.past_date": QT_TRANSLATE_NOOP("texts", "Best before {0}: it is past its date and is not sold."),
    "scan.near_date": QT_TRANSLATE_NOOP("texts", "The date {0} is near: {1} off is offered."),
    "ask.past_date": QT_TRANSLATE_NOOP("texts", "Sell {0} past its date {1}"),
    "stock_done.receive": QT_TRANSLATE_NOOP("texts", "Received. Products: {0}"),
    "stock_done.waste": QT_TRANSLATE_NOOP("texts", "Written off. Products: {0}"),
    "stock_done.count": QT_TRANSLATE_NOOP("texts", "Counted. Products: {0}"),
    "stock_done.send": QT_TRANSLATE_NOOP("texts", "Sent; it stands under On the way. Products: {0}"),
    "stock_done.arrive": QT_TRANSLATE_NOOP("texts", "Taken in. Products: {0}"),
    "stock_done.note": QT_TRANSLATE_NOOP("texts", "The delivery note is printed once more."),
    "stock_done.given_up": QT_TRANSLATE_NOOP("texts", "Given up. Nothing has moved."),
    "waste_reason.damaged": QT_TRANSLATE_NOOP("texts", "Damaged"),
    "waste_reason.expired": QT_TRANSLATE_NOOP("texts", "Expired"),
    "waste_reason.theft": QT_TRANSLATE_NOOP("texts", "Theft"),
    "waste_reason.sample": QT_TRANSLATE_NOOP("texts", "Sample"),
    "waste_reason.own_use": QT_TRANSLATE_NOOP("texts", "Own use"),
    "variance_reason.miscounted": QT_TRANSLATE_NOOP("texts", "Miscounted before"),
    "variance_reason.theft": QT_TRANSLATE_NOOP("texts", "Theft"),
    "variance_reason.damaged": QT_TRANSLATE_NOOP("texts", "Damaged"),
    "variance_reason.unknown": QT_TRANSLATE_NOOP("texts", "Nobody knows"),
}
"""Words by code."""
