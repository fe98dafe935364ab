"""The words of what is decided by hand: prices, discounts, approvals, parked sales; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

HAND_TEXTS: dict[str, str] = {
    "approval.self": QT_TRANSLATE_NOOP("texts", "Somebody else has to allow this."),
    "approval.no_right": QT_TRANSLATE_NOOP("texts", "{0} does not have the right for this either."),
    "approval.old_list": QT_TRANSLATE_NOOP(
        "texts", "The staff list is too old for this. A manager has to allow it."
    ),
    "by_hand.regulated": QT_TRANSLATE_NOOP(
        "texts", "This price is fixed by law or a deposit: nothing comes off."
    ),
    "by_hand.bad_value": QT_TRANSLATE_NOOP("texts", "This figure is not possible here."),
    "by_hand.above_list": QT_TRANSLATE_NOOP(
        "texts", "This is above the list price. Nobody pays more than the label says."
    ),
    "by_hand.nothing_off": QT_TRANSLATE_NOOP("texts", "This would take nothing off."),
    "by_hand.no_reason": QT_TRANSLATE_NOOP("texts", "Say why: choose a reason."),
    "by_hand.grown": QT_TRANSLATE_NOOP(
        "texts", "More is given away than was allowed, or nobody allowed it yet."
    ),
    "ask.percent": QT_TRANSLATE_NOOP("texts", "{1}: {0} off ({2})"),
    "ask.amount": QT_TRANSLATE_NOOP("texts", "{0}: {1}"),
    "ask.price": QT_TRANSLATE_NOOP("texts", "{1}: price {0} ({2})"),
    "ask.drop": QT_TRANSLATE_NOOP("texts", "Drop small change: {0}"),
    "ask.whole_sale": QT_TRANSLATE_NOOP("texts", "Whole sale"),
    "coupon.lost": QT_TRANSLATE_NOOP("texts", "{0} was taken off. {1}"),
    "coupon.not_reserved": QT_TRANSLATE_NOOP(
        "texts", "Head office cannot be reached, so it could not be reserved again. Scan it once more."
    ),
    "parked.busy": QT_TRANSLATE_NOOP("texts", "This sale is being parked. One moment."),
    "parked.expired": QT_TRANSLATE_NOOP(
        "texts", "Parked sales that expired and were given up: {0}, {1} together. They stand in the journal."
    ),
    "parked.done": QT_TRANSLATE_NOOP("texts", "Parked: {0}. Ready for the next customer."),
    "parked.split": QT_TRANSLATE_NOOP("texts", "Second sale parked: {0}. Take payment for this one first."),
    "parked.recalled": QT_TRANSLATE_NOOP("texts", "Recalled: {0}."),
    "parked.not_yours": QT_TRANSLATE_NOOP("texts", "Somebody else parked it."),
    "ask.recall": QT_TRANSLATE_NOOP("texts", "{0}, parked by {1}"),
    "parked.too_many": QT_TRANSLATE_NOOP(
        "texts", "{0} sales are parked already. Recall or give up one first."
    ),
    "parked.with_returns": QT_TRANSLATE_NOOP(
        "texts", "Goods that came back cannot wait. Settle them first, or take them out."
    ),
    "parked.unknown": QT_TRANSLATE_NOOP("texts", "This sale is no longer parked here."),
    "split.nothing": QT_TRANSLATE_NOOP("texts", "Choose what goes into the second sale."),
    "split.everything": QT_TRANSLATE_NOOP("texts", "Leave something in the first sale."),
    "receipt.gift_printing": QT_TRANSLATE_NOOP("texts", "A gift receipt of {0} is printing, without prices."),
    "receipt.no_goods": QT_TRANSLATE_NOOP("texts", "Nothing was sold on this receipt."),
    "reason.damaged": QT_TRANSLATE_NOOP("texts", "Damaged"),
    "reason.near_expiry": QT_TRANSLATE_NOOP("texts", "Close to expiry"),
    "reason.wrong_label": QT_TRANSLATE_NOOP("texts", "Wrong label"),
    "reason.price_match": QT_TRANSLATE_NOOP("texts", "Price match"),
    "reason.complaint": QT_TRANSLATE_NOOP("texts", "Complaint"),
    "reason.regular": QT_TRANSLATE_NOOP("texts", "Regular customer"),
    "reason.colleague": QT_TRANSLATE_NOOP("texts", "Colleague"),
    "reason.other": QT_TRANSLATE_NOOP("texts", "Other"),
    "reason.small_change": QT_TRANSLATE_NOOP("texts", "Small change"),
}
"""Words by code; a reason of ``reason.*`` stands on the choice that gives it."""
