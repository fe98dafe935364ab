"""The words of the codes of taking money; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

PAY_TEXTS: dict[str, str] = {
    "voucher.payment_code": QT_TRANSLATE_NOOP(
        "texts", "This is a payment code, not a voucher. Close this, then scan it again."
    ),
    "payment.none": QT_TRANSLATE_NOOP(
        "texts", "No payment provider is connected. Take the money on the shop's own device."
    ),
    "payment.asking": QT_TRANSLATE_NOOP("texts", "The provider is asked again…"),
    "payment.calling_back": QT_TRANSLATE_NOOP("texts", "The payment is called back…"),
    "payment.giving_back": QT_TRANSLATE_NOOP("texts", "The money is given back…"),
    "payment.given_back": QT_TRANSLATE_NOOP("texts", "The money is back with the customer."),
    "payment.give_back_confirm": QT_TRANSLATE_NOOP(
        "texts", "Touch it once more to give {0} back to the customer."
    ),
    "payment.about_paid": QT_TRANSLATE_NOOP("texts", "Count {0} as paid: the customer's phone shows it."),
    "payment.about_not_paid": QT_TRANSLATE_NOOP("texts", "Count {0} as not paid."),
    "payment.about_given_otherwise": QT_TRANSLATE_NOOP(
        "texts", "Count {0} as given back otherwise: the provider refuses it."
    ),
    "status.provider_silent": QT_TRANSLATE_NOOP(
        "texts", "The payment provider does not answer. Take cash, or the shop's own device."
    ),
    "status.payments_open": QT_TRANSLATE_NOOP("texts", "A payment waits for somebody to look at it."),
    "payment.why_approval": QT_TRANSLATE_NOOP(
        "texts",
        "The provider does not answer. Somebody with the right decides; the journal keeps it.",
    ),
    "payment.bad_amount": QT_TRANSLATE_NOOP("texts", "There is nothing to charge. Look at the total again."),
    "payment.in_doubt": QT_TRANSLATE_NOOP(
        "texts", "A payment of this sale is not known yet. Ask again, or set it aside first."
    ),
    "payment.not_approved": QT_TRANSLATE_NOOP(
        "texts", "No provider approved this payment for this sale. Ask for the money again."
    ),
    "payment.unused": QT_TRANSLATE_NOOP(
        "texts", "The customer's money is here already. Finish with it, or give it back first."
    ),
    "payment.held": QT_TRANSLATE_NOOP(
        "texts", "The customer's money is here for this basket. Give it back on the payment screen first."
    ),
    "payment.not_free": QT_TRANSLATE_NOOP(
        "texts", "This money pays for a sale, or is not here. Take the goods back instead."
    ),
    "payment.known": QT_TRANSLATE_NOOP(
        "texts", "The provider has answered meanwhile. Look at the payment again."
    ),
    "payment.not_here": QT_TRANSLATE_NOOP(
        "texts", "This payment is not on this till. Look on the till that took it."
    ),
    "payment.not_sent": QT_TRANSLATE_NOOP(
        "texts", "The payment provider cannot be reached. Nothing was charged; take the money otherwise."
    ),
    "payment.no_answer": QT_TRANSLATE_NOOP(
        "texts", "The payment provider does not answer. It is asked again by itself."
    ),
    "payment.unreadable": QT_TRANSLATE_NOOP(
        "texts", "The provider's answer cannot be read. It is asked again by itself."
    ),
    "payment.elsewhere": QT_TRANSLATE_NOOP(
        "texts", "Another provider was asked for this payment. Look at its list, then decide by hand."
    ),
    "settings.changed": QT_TRANSLATE_NOOP(
        "texts", "The store's settings have changed. They count when the till is started again."
    ),
    "payment.refused": QT_TRANSLATE_NOOP(
        "texts", "The provider refused the order. Nothing was charged; try again."
    ),
    "payment.declined": QT_TRANSLATE_NOOP(
        "texts", "Declined. Nothing was charged; ask for another way to pay."
    ),
    "payment.not_enough_money": QT_TRANSLATE_NOOP(
        "texts", "Declined: not enough money there. Nothing was charged; ask for another way to pay."
    ),
    "payment.code_used": QT_TRANSLATE_NOOP(
        "texts", "This payment code was used already. Ask the customer for a fresh one."
    ),
    "payment.code_old": QT_TRANSLATE_NOOP("texts", "The payment code is too old by now. Scan a fresh one."),
    "payment.said_no": QT_TRANSLATE_NOOP("texts", "The customer said no on the phone. Nothing was charged."),
    "payment.cancelled": QT_TRANSLATE_NOOP("texts", "The payment was called back. Nothing was charged."),
    "payment.never_arrived": QT_TRANSLATE_NOOP(
        "texts", "The order never reached the provider. Nothing was charged; try again."
    ),
    "payment.refund_refused": QT_TRANSLATE_NOOP(
        "texts", "The provider does not give this money back. Call the provider."
    ),
    "payment.address_invalid": QT_TRANSLATE_NOOP(
        "texts", "The payment provider's address {0} is none. Cards are not taken; call support."
    ),
    "payment.plain_http": QT_TRANSLATE_NOOP(
        "texts", "The payment provider's address {0} is not safe. Use the https address."
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
