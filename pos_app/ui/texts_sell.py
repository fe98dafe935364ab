"""The words of the Sell screen's codes; ``texts.text_of`` looks them up."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

SELL_TEXTS: dict[str, str] = {
    "scan.unknown": QT_TRANSLATE_NOOP("texts", "{0} is not in the catalog."),
    "scan.receipt": QT_TRANSLATE_NOOP("texts", "Receipt {0}."),
    "scan.payment_too_early": QT_TRANSLATE_NOOP("texts", "A payment code. Scan the goods first."),
    "scan.not_here": QT_TRANSLATE_NOOP("texts", "This code has no use on this screen."),
    "scan.answer_first": QT_TRANSLATE_NOOP(
        "texts", "Not added: finish this entry first, or close it with Esc. Then scan again."
    ),
    "scan.again": QT_TRANSLATE_NOOP("texts", "The code came in only partly. Scan it again."),
    "scan.expired": QT_TRANSLATE_NOOP(
        "texts", "It may not be sold after {0}. Not added: take it off the shelf."
    ),
    "price.turned": QT_TRANSLATE_NOOP(
        "texts", "A price has changed just now: the total was {0} and is {1}. Tell the customer."
    ),
    "scan.empty": QT_TRANSLATE_NOOP("texts", "The scan was empty. Scan again."),
    "scan.too_long": QT_TRANSLATE_NOOP("texts", "This is too long for a code. Scan again."),
    "scan.control": QT_TRANSLATE_NOOP("texts", "The scan has characters that no code has. Scan again."),
    "scan.bidi": QT_TRANSLATE_NOOP("texts", "The scan has characters that no code has. Scan again."),
    "scan.full_width": QT_TRANSLATE_NOOP(
        "texts", "The scan came through an input method. Switch it to English and scan again."
    ),
    "scan.foreign_characters": QT_TRANSLATE_NOOP(
        "texts", "The scan came through an input method. Switch it to English and scan again."
    ),
    "scan.label_verifier": QT_TRANSLATE_NOOP(
        "texts", "The price label was misread: its check digit is wrong. Scan again."
    ),
    "scan.unknown_link": QT_TRANSLATE_NOOP("texts", "This link is not a code of this shop."),
    "gs1.check_digit": QT_TRANSLATE_NOOP(
        "texts", "The code was misread: its check digit is wrong. Scan again."
    ),
    "gs1.malformed": QT_TRANSLATE_NOOP("texts", "This code is damaged. Type the number below the bars."),
    "gs1.no_product": QT_TRANSLATE_NOOP(
        "texts", "This code names no product. Scan the barcode of the product."
    ),
    "gs1.price": QT_TRANSLATE_NOOP(
        "texts", "The price on this label cannot be read. Type it as an open item."
    ),
    "code.length": QT_TRANSLATE_NOOP("texts", "The code came in only partly. Scan it again."),
    "code.not_digits": QT_TRANSLATE_NOOP("texts", "The code came in only partly. Scan it again."),
    "code.too_large": QT_TRANSLATE_NOOP("texts", "The code was misread. Scan it again."),
    "code.unknown_prefix": QT_TRANSLATE_NOOP("texts", "The code was misread. Scan it again."),
    "code.type": QT_TRANSLATE_NOOP("texts", "The code was misread. Scan it again."),
    "code.tenant": QT_TRANSLATE_NOOP("texts", "This code belongs to another shop."),
    "code.field": QT_TRANSLATE_NOOP("texts", "The code was misread. Scan it again."),
    "coupon.code_mistyped": QT_TRANSLATE_NOOP("texts", "The coupon code was mistyped. Compare it again."),
    "coupon.expired": QT_TRANSLATE_NOOP("texts", "This coupon has expired."),
    "coupon.too_early": QT_TRANSLATE_NOOP("texts", "This coupon is not valid yet."),
    "coupon.used": QT_TRANSLATE_NOOP("texts", "This coupon was used already."),
    "coupon.revoked": QT_TRANSLATE_NOOP("texts", "This coupon was blocked by head office."),
    "coupon.other_member": QT_TRANSLATE_NOOP("texts", "This coupon belongs to another member."),
    "coupon.already_used": QT_TRANSLATE_NOOP("texts", "This coupon was used already."),
    "coupon.not_yet": QT_TRANSLATE_NOOP("texts", "This coupon is not valid yet."),
    "coupon.not_valid": QT_TRANSLATE_NOOP("texts", "This coupon is not valid."),
    "coupon.unknown": QT_TRANSLATE_NOOP("texts", "No coupon has this code."),
    "coupon.held_elsewhere": QT_TRANSLATE_NOOP("texts", "This coupon is being used at another till."),
    "coupon.member_needed": QT_TRANSLATE_NOOP("texts", "This coupon needs its member. Scan the member code."),
    "coupon.short_code": QT_TRANSLATE_NOOP(
        "texts", "A typed coupon code needs the network, which is away. Scan the coupon in the app."
    ),
    "coupon.campaign_unknown": QT_TRANSLATE_NOOP(
        "texts", "This coupon needs the network, which is away: its campaign is not known here."
    ),
    "coupon.campaign_online_only": QT_TRANSLATE_NOOP(
        "texts", "This coupon needs the network, which is away. Try again later."
    ),
    "coupon.not_member_bound": QT_TRANSLATE_NOOP(
        "texts", "This coupon needs the network, which is away: it belongs to no member."
    ),
    "coupon.member_not_present": QT_TRANSLATE_NOOP(
        "texts", "Without the network this coupon needs its member. Scan the member code first."
    ),
    "coupon.not_home_store": QT_TRANSLATE_NOOP(
        "texts", "This coupon needs the network, which is away: it is from another store."
    ),
    "coupon.lists_too_old": QT_TRANSLATE_NOOP(
        "texts", "This coupon needs the network: the lists here are too old."
    ),
    "coupon.no_offline_cap": QT_TRANSLATE_NOOP(
        "texts", "This coupon needs the network, which is away. Try again later."
    ),
    "coupon.over_cap": QT_TRANSLATE_NOOP(
        "texts", "This coupon needs the network: its value is above what counts without it."
    ),
    "coupon.offline_used_up": QT_TRANSLATE_NOOP(
        "texts", "This coupon needs the network: no more count without it for now."
    ),
    "stock.kept": QT_TRANSLATE_NOOP(
        "texts", "{0} of {1} are kept for orders. This sale takes one that is promised."
    ),
    "stock.beyond": QT_TRANSLATE_NOOP("texts", "Only {1} should be there. Selling goes on; check the shelf."),
    "member.offline": QT_TRANSLATE_NOOP(
        "texts", "A number cannot be looked up now. Scan the member code: that works without the network."
    ),
    "member.known_by_code": QT_TRANSLATE_NOOP("texts", "Known by the code; points are added later"),
    "coupon.asking": QT_TRANSLATE_NOOP("texts", "Head office is asked about this coupon. Go on selling."),
    "pay.still_asking": QT_TRANSLATE_NOOP(
        "texts", "Head office has not answered yet. Press Pay again to go on without it."
    ),
    "coupon_status.checking": QT_TRANSLATE_NOOP("texts", "The coupon counts. Head office is being asked."),
    "coupon_status.valid": QT_TRANSLATE_NOOP("texts", "The coupon counts."),
    "coupon_status.valid_settled_later": QT_TRANSLATE_NOOP(
        "texts", "The coupon counts. It is settled when the network is back."
    ),
    "receipt.copied": QT_TRANSLATE_NOOP("texts", "A copy of receipt {0} is printing."),
    "receipt.none_yet": QT_TRANSLATE_NOOP("texts", "There is no receipt on this till yet."),
    "basket.abandoned": QT_TRANSLATE_NOOP("texts", "The basket was given up. Ready for the next customer."),
    "funder.store": QT_TRANSLATE_NOOP("texts", "paid by the store"),
    "funder.headquarters": QT_TRANSLATE_NOOP("texts", "paid by head office"),
    "funder.brand": QT_TRANSLATE_NOOP("texts", "paid by the brand"),
    "funder.platform": QT_TRANSLATE_NOOP("texts", "paid by the platform"),
    "tier.basic": QT_TRANSLATE_NOOP("texts", "Basic"),
    "tier.silver": QT_TRANSLATE_NOOP("texts", "Silver"),
    "tier.gold": QT_TRANSLATE_NOOP("texts", "Gold"),
    "pricing.applied": QT_TRANSLATE_NOOP("texts", "Counts."),
    "pricing.outside_window": QT_TRANSLATE_NOOP("texts", "not at this time"),
    "pricing.wrong_store": QT_TRANSLATE_NOOP("texts", "not in this store"),
    "pricing.wrong_region": QT_TRANSLATE_NOOP("texts", "not in this region"),
    "pricing.wrong_channel": QT_TRANSLATE_NOOP("texts", "not at the till"),
    "pricing.wrong_tier": QT_TRANSLATE_NOOP("texts", "not for this member level"),
    "pricing.wrong_currency": QT_TRANSLATE_NOOP("texts", "for another currency"),
    "pricing.members_only": QT_TRANSLATE_NOOP("texts", "members only"),
    "pricing.below_minimum": QT_TRANSLATE_NOOP("texts", "the goods do not reach its minimum yet"),
    "pricing.too_few_units": QT_TRANSLATE_NOOP("texts", "too few pieces yet"),
    "pricing.not_first_purchase": QT_TRANSLATE_NOOP("texts", "for the first purchase only"),
    "pricing.limit_reached": QT_TRANSLATE_NOOP("texts", "used as often as it may be"),
    "pricing.gift_not_in_basket": QT_TRANSLATE_NOOP("texts", "its gift is not in the basket: scan it too"),
    "pricing.better_offer": QT_TRANSLATE_NOOP("texts", "another offer is better"),
    "pricing.higher_priority": QT_TRANSLATE_NOOP("texts", "another offer comes first"),
    "pricing.exclusive_offer": QT_TRANSLATE_NOOP("texts", "another offer allows no second one"),
    "pricing.units_taken": QT_TRANSLATE_NOOP("texts", "the pieces count for another offer"),
    "pricing.nothing_left": QT_TRANSLATE_NOOP("texts", "nothing is left to take it off"),
    "pricing.already_presented": QT_TRANSLATE_NOOP("texts", "presented already"),
    "pricing.unknown_campaign": QT_TRANSLATE_NOOP("texts", "its campaign is not known here"),
    "pricing.not_a_coupon": QT_TRANSLATE_NOOP("texts", "not a coupon"),
    "pricing.no_eligible_goods": QT_TRANSLATE_NOOP("texts", "no goods for it in the basket"),
    "pricing.no_value": QT_TRANSLATE_NOOP("texts", "has no value"),
    "pricing.not_combinable": QT_TRANSLATE_NOOP("texts", "not together with another coupon"),
    "pricing.over_basket_limit": QT_TRANSLATE_NOOP("texts", "no more of these in one basket"),
    "pricing.compared_stepwise": QT_TRANSLATE_NOOP("texts", "another combination is better"),
}
"""Words by code; a reason of ``pricing.*`` stands behind the name of an offer."""
