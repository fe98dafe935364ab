"""The way of a campaign's coupons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """Coupons of a campaign: issued in a time, and of these those in a wallet, and those that were used."""

    issued: int
    claimed: int
    redeemed: int
