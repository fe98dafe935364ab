"""Areas and codes that name things and tell news; ``docs/errors.md`` leaves them out."""

from installer.drawer_steps import DRAWER_STATES

STATES = DRAWER_STATES | frozenset(
    {
        *("bearer", "capability", "coupon_status", "data", "doubt", "funder", "level", "policy", "settling"),
        *("light", "order_state", "order_wish", "reason", "reject_reason", "role", "tier"),
    }
)
"""Areas that name states and things; they have words, and nothing to do about them."""

MESSAGES = frozenset(
    {
        *("tender.cash", "tender.external", "tender.voucher", "tender.card", "tender.points"),
        *("tender.stored_value", "pricing.applied", "top_up.done", "top_up.done_with_bonus"),
        *("payment.asking", "payment.calling_back", "payment.giving_back", "payment.about_not_paid"),
        *(
            "payment.given_back",
            "payment.about_given_otherwise",
            "payment.give_back_confirm",
            "payment.about_paid",
        ),
    }
)
"""The same inside areas of refusals."""
