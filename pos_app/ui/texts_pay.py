"""The words of the codes of taking money; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

PAY_TEXTS: dict[str, str] = {
    "voucher.payment_code": QT_TRANSLATE_NOOP(
        "texts", "This is a payment code, not a voucher. Close this, then scan it again."
    ),
    "tender.cash": QT_TRANSLATE_NOOP("texts", "Cash"),
    "tender.external": QT_TRANSLATE_NOOP("texts", "Payment confirmed by hand"),
    "tender.voucher": QT_TRANSLATE_NOOP("texts", "Voucher"),
    "tender.card": QT_TRANSLATE_NOOP("texts", "Card or payment code"),
    "tender.insufficient": QT_TRANSLATE_NOOP(
        "texts", "The payment does not reach the total yet. Type more, or touch Cash to take this much of it."
    ),
    "tender.bad_amount": QT_TRANSLATE_NOOP("texts", "This amount is not valid. Type it again."),
    "tender.bad_mode": QT_TRANSLATE_NOOP(
        "texts", "The store's rounding of cash is not known. Update the till."
    ),
    "tender.bad_offer": QT_TRANSLATE_NOOP(
        "texts", "The store's tenders contradict each other. Call support."
    ),
    "tender.bad_reference": QT_TRANSLATE_NOOP(
        "texts", "The last digits are not valid. Type 4 digits, or none."
    ),
    "tender.too_large": QT_TRANSLATE_NOOP(
        "texts", "This is more than there is to pay. Only cash gives change."
    ),
    "tender.not_needed": QT_TRANSLATE_NOOP("texts", "Everything is paid already."),
    "tender.not_offered": QT_TRANSLATE_NOOP("texts", "This store does not take this. Choose another tender."),
    "tender.over_most": QT_TRANSLATE_NOOP(
        "texts", "At most {1} of one sale can be paid in this way. Take the rest otherwise."
    ),
    "tender.not_in_coins": QT_TRANSLATE_NOOP("texts", "There are no coins below {0} here. Type it again."),
    "tender.voucher_number": QT_TRANSLATE_NOOP(
        "texts", "A voucher needs its number: 4 to 40 letters and digits. Scan it, or type it."
    ),
    "tender.voucher_twice": QT_TRANSLATE_NOOP(
        "texts", "Voucher {0} is in this sale already. Take another one."
    ),
}
