"""What other slices may do with coupons: one door before the instances, and how they come into wallets."""

from central_api.coupons.blanks import note_late as note_printed_late
from central_api.coupons.blanks import note_till as stock_till
from central_api.coupons.changing import change_terms, check_terms, give_offline_back
from central_api.coupons.compensating import note as note_late
from central_api.coupons.compensating import of_order as late_coupon
from central_api.coupons.giving import claim, earn, give, settle
from central_api.coupons.instances import (
    apply_returns,
    apply_sale,
    hold,
    issue,
    release,
    retell_wallet,
    revoke,
    wallet,
    wallet_at_counter,
)
from central_api.coupons.ordering import give_back as give_back_order
from central_api.coupons.ordering import reserve as reserve_for_order
from central_api.coupons.ordering import use as use_with_order
from central_api.coupons.upkeep import is_due as is_upkeep_due
from central_api.coupons.upkeep import keep_up

__all__ = (
    "apply_returns",
    "apply_sale",
    "change_terms",
    "check_terms",
    "claim",
    "earn",
    "give",
    "give_back_order",
    "give_offline_back",
    "hold",
    "is_upkeep_due",
    "issue",
    "keep_up",
    "late_coupon",
    "note_late",
    "note_printed_late",
    "release",
    "reserve_for_order",
    "retell_wallet",
    "revoke",
    "settle",
    "stock_till",
    "use_with_order",
    "wallet",
    "wallet_at_counter",
)
