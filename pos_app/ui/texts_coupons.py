"""The words of coupons, their campaigns and their conflicts; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

COUPON_TEXTS: dict[str, str] = {
    "coupon.budget_used_up": QT_TRANSLATE_NOOP("texts", "The budget of this campaign is used up."),
    "coupon.over_budget": QT_TRANSLATE_NOOP("texts", "The budget of this campaign was used up before."),
    "coupon.no_effect": QT_TRANSLATE_NOOP("texts", "This coupon saves nothing on this order."),
    "coupon.all_issued": QT_TRANSLATE_NOOP("texts", "All coupons of this campaign have been given out."),
    "coupon.member_limit": QT_TRANSLATE_NOOP(
        "texts", "This member has had as many coupons of this campaign as one may get."
    ),
    "coupon.best_needs_member": QT_TRANSLATE_NOOP(
        "texts", "Scan the member first: coupons lie in the wallet."
    ),
    "coupon.best_already": QT_TRANSLATE_NOOP("texts", "The best coupons are in the basket already."),
    "coupon.no_more_time": QT_TRANSLATE_NOOP(
        "texts", "Coupons have counted for longer already. They need the network now."
    ),
    "ask.extend_coupons": QT_TRANSLATE_NOOP("texts", "Take coupons for 48 h more without the network"),
    "doubt.coupon_over_budget": QT_TRANSLATE_NOOP(
        "texts", "A coupon was used after its campaign's budget was used up"
    ),
    "doubt.campaign_offline_ended": QT_TRANSLATE_NOOP(
        "texts", "A campaign lost its offline right: too many of its coupons were used twice"
    ),
}
"""``doubt.<kind>`` as in ``texts_exceptions``."""
