"""The words of codes about returned goods; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

RETURN_TEXTS: dict[str, str] = {
    "coupon.not_given_back": QT_TRANSLATE_NOOP("texts", "This coupon was not used by that receipt."),
    "return.nothing": QT_TRANSLATE_NOOP("texts", "Choose what comes back first."),
    "return.no_line": QT_TRANSLATE_NOOP("texts", "This line is not on the receipt."),
    "return.bad_quantity": QT_TRANSLATE_NOOP("texts", "Pieces come back whole. Choose at least one."),
    "return.more_than_left": QT_TRANSLATE_NOOP(
        "texts", "More than is left of this line. The rest came back before."
    ),
    "return.number_missing": QT_TRANSLATE_NOOP(
        "texts", "Type the number of the receipt, or its last digits, or scan it."
    ),
    "return.receipt_unknown": QT_TRANSLATE_NOOP(
        "texts", "No receipt has the number {0}. Compare it with the paper."
    ),
    "return.other_till_offline": QT_TRANSLATE_NOOP(
        "texts",
        "Receipt {0} is from another till and needs the network, which is away. "
        "Try again later, or take the goods back without a receipt.",
    ),
    "return.other_currency": QT_TRANSLATE_NOOP("texts", "This receipt is in {0}. Take it to its own store."),
    "return.too_old": QT_TRANSLATE_NOOP("texts", "This receipt is {0} days old. A manager has to allow it."),
    "return.changed_meanwhile": QT_TRANSLATE_NOOP(
        "texts", "Goods of receipt {0} came back meanwhile. Take it out and look it up again."
    ),
    "return.bad_price": QT_TRANSLATE_NOOP("texts", "This price is not valid. Type it again."),
    "return.price_above": QT_TRANSLATE_NOOP(
        "texts", "Without a receipt it gives at most what it costs today: {0}."
    ),
    "refund.bad_amount": QT_TRANSLATE_NOOP("texts", "This amount is not valid. Type it again."),
    "refund.not_from_there": QT_TRANSLATE_NOOP(
        "texts", "More than was paid in this way. Give the rest back otherwise."
    ),
    "refund.too_much": QT_TRANSLATE_NOOP("texts", "This is {0} more than there is to give back."),
    "refund.choose_tender": QT_TRANSLATE_NOOP(
        "texts", "Touch the tender in which {0} goes back, or clear the amount."
    ),
    "return.all_back": QT_TRANSLATE_NOOP("texts", "Everything of this receipt came back already."),
    "return.line_out": QT_TRANSLATE_NOOP("texts", "{0} does not come back after all. Undo brings it back."),
    "return.held_line": QT_TRANSLATE_NOOP(
        "texts", "The offer ends with the goods that come back. Change those instead."
    ),
    "ask.return": QT_TRANSLATE_NOOP("texts", "Take goods of receipt {0} back: {1}"),
    "ask.loose": QT_TRANSLATE_NOOP("texts", "Take goods back without a receipt: {0}"),
    "ask.cash_instead": QT_TRANSLATE_NOOP("texts", "Give {0} back in cash instead of as it was paid"),
    "return_reason.defective": QT_TRANSLATE_NOOP("texts", "Defective"),
    "return_reason.wrong_item": QT_TRANSLATE_NOOP("texts", "Wrong item"),
    "return_reason.changed_mind": QT_TRANSLATE_NOOP("texts", "Changed mind"),
    "return_reason.other": QT_TRANSLATE_NOOP("texts", "Other"),
}
"""Words by code; a reason of ``return_reason.*`` stands on the choice that gives it."""
