"""Every code with which pricing explains itself; the texts for people live with the till and the shop."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a rule or coupon applied or did not."""

    APPLIED = "pricing.applied"
    OUTSIDE_WINDOW = "pricing.outside_window"
    WRONG_STORE = "pricing.wrong_store"
    WRONG_REGION = "pricing.wrong_region"
    WRONG_CHANNEL = "pricing.wrong_channel"
    WRONG_TIER = "pricing.wrong_tier"
    WRONG_CURRENCY = "pricing.wrong_currency"
    MEMBERS_ONLY = "pricing.members_only"
    BELOW_MINIMUM = "pricing.below_minimum"
    TOO_FEW_UNITS = "pricing.too_few_units"
    BETTER_OFFER = "pricing.better_offer"
    HIGHER_PRIORITY = "pricing.higher_priority"
    EXCLUSIVE_OFFER = "pricing.exclusive_offer"
    NOT_FIRST_PURCHASE = "pricing.not_first_purchase"
    LIMIT_REACHED = "pricing.limit_reached"
    UNITS_TAKEN = "pricing.units_taken"
    NOTHING_LEFT = "pricing.nothing_left"
    ALREADY_PRESENTED = "pricing.already_presented"
    GIFT_NOT_IN_BASKET = "pricing.gift_not_in_basket"
    UNKNOWN_CAMPAIGN = "pricing.unknown_campaign"
    NOT_A_COUPON = "pricing.not_a_coupon"
    NO_ELIGIBLE_GOODS = "pricing.no_eligible_goods"
    NO_VALUE = "pricing.no_value"
    NOT_COMBINABLE = "pricing.not_combinable"
    OVER_BASKET_LIMIT = "pricing.over_basket_limit"
    COMPARED_STEPWISE = "pricing.compared_stepwise"


class HintCode(StrEnum):
    """What is missing for the next offer."""

    SPEND_MORE = "pricing.hint_spend_more"
    UNITS_MORE = "pricing.hint_units_more"


class Refusal(StrEnum):
    """Why a campaign is set aside when the rules are loaded."""

    NOT_A_RECORD = "rule.not_a_record"
    BAD_ID = "rule.bad_id"
    DUPLICATE_ID = "rule.duplicate_id"
    RESERVED_ID = "rule.reserved_id"
    UNKNOWN_KIND = "rule.unknown_kind"
    UNKNOWN_FIELD = "rule.unknown_field"
    MISSING_FIELD = "rule.missing_field"
    WRONG_TYPE = "rule.wrong_type"
    OUT_OF_RANGE = "rule.out_of_range"
    TOO_LONG = "rule.too_long"
    BAD_CHOICE = "rule.bad_choice"
    BAD_DATE = "rule.bad_date"
    EMPTY_WINDOW = "rule.empty_window"
    SHARES_NOT_WHOLE = "rule.shares_not_whole"
    CONTRADICTION = "rule.contradiction"
    LADDER_NOT_RISING = "rule.ladder_not_rising"
    DISCOUNT_ABOVE_MINIMUM = "rule.discount_above_minimum"
    BROKEN = "rule.broken"
    """Found out while pricing, not when the rules are loaded."""
