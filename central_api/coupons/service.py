"""What other slices may do with coupons: one door before the instances, and how they come into wallets."""

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

__all__ = (
    "apply_returns",
    "apply_sale",
    "claim",
    "earn",
    "give",
    "hold",
    "issue",
    "release",
    "retell_wallet",
    "revoke",
    "settle",
    "wallet",
    "wallet_at_counter",
)
