"""The words of the work list: what is doubtful about a fact, and what a person did; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

EXCEPTION_TEXTS: dict[str, str] = {
    "exception.settled": QT_TRANSLATE_NOOP("texts", "Settled. Head office has it."),
    "exception.note_too_long": QT_TRANSLATE_NOOP("texts", "The note is too long: {0} characters at most."),
    "exception.wrong_action": QT_TRANSLATE_NOOP("texts", "This does not settle it. Choose another answer."),
    "exception.no_right": QT_TRANSLATE_NOOP("texts", "Head office says that you may not settle this."),
    "exception.unknown": QT_TRANSLATE_NOOP("texts", "This is no longer on the list. Load the list again."),
    "exception.already_settled": QT_TRANSLATE_NOOP(
        "texts", "Somebody else has settled this already. Load the list again."
    ),
    "doubt.sale_unknown_product": QT_TRANSLATE_NOOP("texts", "Goods that head office does not know"),
    "doubt.sale_price_differs": QT_TRANSLATE_NOOP("texts", "Sold for another price than head office has"),
    "doubt.sale_sums_differ": QT_TRANSLATE_NOOP("texts", "Lines and payments of a sale do not agree"),
    "doubt.sale_stated_twice": QT_TRANSLATE_NOOP("texts", "The same sale arrived twice; it counts once"),
    "doubt.sale_tenders_contradict": QT_TRANSLATE_NOOP("texts", "The payments of a sale are not possible"),
    "doubt.sale_acts_wrong": QT_TRANSLATE_NOOP("texts", "A discount by hand that nobody stated"),
    "doubt.payment_in_doubt": QT_TRANSLATE_NOOP("texts", "A card payment of which nobody knows the outcome"),
    "doubt.payment_decided_by_hand": QT_TRANSLATE_NOOP(
        "texts", "A person decided about a card payment: compare the provider's list"
    ),
    "doubt.payment_contradicted": QT_TRANSLATE_NOOP(
        "texts", "The provider says the opposite of what a person decided"
    ),
    "doubt.payment_lists_differ": QT_TRANSLATE_NOOP(
        "texts", "The provider's list of a shift is not what the till has"
    ),
    "doubt.voucher_already_used": QT_TRANSLATE_NOOP("texts", "A voucher paid twice"),
    "doubt.campaign_over_limit": QT_TRANSLATE_NOOP("texts", "An offer was used more often than it may be"),
    "doubt.campaign_not_first_purchase": QT_TRANSLATE_NOOP(
        "texts", "An offer for a first purchase that was none"
    ),
    "doubt.coupon_already_used": QT_TRANSLATE_NOOP("texts", "A coupon was used twice"),
    "doubt.coupon_expired": QT_TRANSLATE_NOOP("texts", "A coupon was used after it had expired"),
    "doubt.coupon_revoked": QT_TRANSLATE_NOOP("texts", "A coupon was used that head office had blocked"),
    "doubt.coupon_unknown": QT_TRANSLATE_NOOP("texts", "A coupon that head office does not know"),
    "doubt.coupon_not_given_back": QT_TRANSLATE_NOOP(
        "texts", "A coupon of returned goods that this sale had not used"
    ),
    "doubt.coupon_issued_twice": QT_TRANSLATE_NOOP("texts", "The same coupon was printed with two sales"),
    "doubt.coupon_not_allotted": QT_TRANSLATE_NOOP(
        "texts", "A coupon was printed that this till was not given"
    ),
    "doubt.return_unknown_sale": QT_TRANSLATE_NOOP("texts", "Goods came back of a receipt that nobody knows"),
    "doubt.return_more_than_sold": QT_TRANSLATE_NOOP("texts", "More came back than was sold"),
    "doubt.return_sums_differ": QT_TRANSLATE_NOOP("texts", "A refund that its lines do not make"),
    "doubt.staff_unknown": QT_TRANSLATE_NOOP("texts", "Done by somebody who is not on the staff list"),
    "doubt.staff_inactive": QT_TRANSLATE_NOOP("texts", "Done by somebody who has left"),
    "doubt.right_missing": QT_TRANSLATE_NOOP("texts", "Done without the right to do it"),
    "doubt.approval_self": QT_TRANSLATE_NOOP("texts", "Somebody allowed an act of their own"),
    "doubt.member_unknown": QT_TRANSLATE_NOOP("texts", "Points for somebody who is no member"),
    "doubt.member_joined_without_terms": QT_TRANSLATE_NOOP(
        "texts", "Somebody joined without a yes to the terms"
    ),
    "doubt.shift_closed_twice": QT_TRANSLATE_NOOP("texts", "A shift was closed twice; the first Z stays"),
    "doubt.order_unknown": QT_TRANSLATE_NOOP("texts", "An order that head office does not know"),
    "doubt.order_other_store": QT_TRANSLATE_NOOP("texts", "An order of another store was handed over"),
    "doubt.order_step_not_next": QT_TRANSLATE_NOOP("texts", "A step of an order that does not follow"),
    "doubt.order_late_coupon_twice": QT_TRANSLATE_NOOP(
        "texts", "A late order got a second coupon; it is blocked"
    ),
    "doubt.order_handed_over_twice": QT_TRANSLATE_NOOP("texts", "An order was handed over twice"),
    "doubt.order_not_open": QT_TRANSLATE_NOOP("texts", "An order was handed over that was cancelled"),
    "doubt.order_not_moved": QT_TRANSLATE_NOOP(
        "texts", "Goods could not go to the other store; they are refunded"
    ),
    "doubt.order_refund_differs": QT_TRANSLATE_NOOP(
        "texts", "A customer was told another refund than is paid"
    ),
    "doubt.order_substitute_unwanted": QT_TRANSLATE_NOOP(
        "texts", "A substitute that the customer did not want"
    ),
    "doubt.order_paid_twice": QT_TRANSLATE_NOOP("texts", "An order was paid twice"),
    "doubt.order_paid_not_open": QT_TRANSLATE_NOOP(
        "texts", "Money was taken for an order that was over already"
    ),
    "doubt.order_paid_other_sum": QT_TRANSLATE_NOOP(
        "texts", "Another sum was taken for an order than was due"
    ),
    "doubt.order_not_kept": QT_TRANSLATE_NOOP(
        "texts", "The goods of an order that was paid too late went to somebody else"
    ),
    "doubt.order_not_paid": QT_TRANSLATE_NOOP("texts", "An order was handed over that was not paid"),
    "doubt.order_hand_over_unknown": QT_TRANSLATE_NOOP("texts", "A hand-over was undone that nobody knows"),
    "doubt.order_undo_not_allowed": QT_TRANSLATE_NOOP(
        "texts", "A hand-over was undone by somebody else, or too late"
    ),
    "doubt.stock_breach": QT_TRANSLATE_NOOP("texts", "Goods were sold that orders wait for"),
    "doubt.stock_receipt_differs": QT_TRANSLATE_NOOP(
        "texts", "A delivery brought something else than its note says"
    ),
    "doubt.stock_transfer_differs": QT_TRANSLATE_NOOP(
        "texts", "From another store arrived something else than was sent"
    ),
    "doubt.stock_transfer_taken_twice": QT_TRANSLATE_NOOP(
        "texts", "The same transfer was taken in twice; it counts once"
    ),
    "doubt.stock_transfer_elsewhere": QT_TRANSLATE_NOOP(
        "texts", "A transfer arrived in another store than it was sent to"
    ),
    "doubt.serial_sold_twice": QT_TRANSLATE_NOOP("texts", "A piece with this serial number was sold twice"),
    "settling.accept": QT_TRANSLATE_NOOP("texts", "Leave it as it is"),
    "settling.examined": QT_TRANSLATE_NOOP("texts", "Looked into it"),
    "settling.claimed": QT_TRANSLATE_NOOP("texts", "Loss claimed back"),
    "settling.talked_over": QT_TRANSLATE_NOOP("texts", "Talked it over"),
    "settling.product_entered": QT_TRANSLATE_NOOP("texts", "Product entered"),
    "settling.price_corrected": QT_TRANSLATE_NOOP("texts", "Price corrected"),
    "settling.member_entered": QT_TRANSLATE_NOOP("texts", "Member entered"),
    "settling.compared_paid": QT_TRANSLATE_NOOP("texts", "On the provider's list: paid"),
    "settling.compared_not_paid": QT_TRANSLATE_NOOP("texts", "On the provider's list: not paid"),
    "settling.end_campaign": QT_TRANSLATE_NOOP("texts", "End the offer at all tills"),
    "settling.refilled": QT_TRANSLATE_NOOP("texts", "More is on its way"),
    "settling.customer_told": QT_TRANSLATE_NOOP("texts", "Customer told"),
}
"""``doubt.<kind>`` is an exception's kind with its dot as an underscore, ``settling.<action>`` its answer."""
