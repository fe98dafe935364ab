"""What goes for each thing that the counter does when head office cannot be asked; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

POLICY_TEXTS: dict[str, str] = {
    "policy.sell": QT_TRANSLATE_NOOP(
        "texts", "Always, offline too; stops only when a sale could go unrecorded."
    ),
    "policy.offers": QT_TRANSLATE_NOOP("texts", "Offline with the campaigns that are here."),
    "policy.member_code": QT_TRANSLATE_NOOP("texts", "Offline with keys of the last 7 days."),
    "policy.member_phone": QT_TRANSLATE_NOOP("texts", "Offline for members that this till knows."),
    "policy.coupon": QT_TRANSLATE_NOOP(
        "texts", "Offline for coupons of this store, with lists of the last 24 h."
    ),
    "policy.hand_over": QT_TRANSLATE_NOOP("texts", "Offline too, against the orders that are here."),
    "policy.new_orders": QT_TRANSLATE_NOOP("texts", "Online only; orders come when head office is back."),
    "policy.print": QT_TRANSLATE_NOOP("texts", "Papers wait until the printer is ready; selling goes on."),
    "policy.close_shift": QT_TRANSLATE_NOOP("texts", "Always, offline too."),
    "policy.send": QT_TRANSLATE_NOOP("texts", "Kept here until head office has it, however long that takes."),
}
